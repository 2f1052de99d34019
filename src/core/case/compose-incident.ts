import type { Composing } from '../kind.ts'
import type { Button, Part, Text } from '../message/message.ts'
import { whoMay } from '../permission/permitted.ts'
import { providerId } from '../record-id.ts'
import { showDate } from '../time/day.ts'
import { askedToRecordUpdated } from './asked.ts'
import type { Case } from './case.ts'
import type { ClockRun } from './clock-run.ts'
import { isHistorical } from './historical.ts'
import { clockRule, owed } from './rules.ts'
import { isRepeated } from './updates.ts'
import { shown } from './words.ts'

type Fact = readonly [string, Text]

/** What else a serious incident shows: that it is of before, what was learned, when StEIS was updated. */
export function incidentFacts(kase: Case, composing: Composing): Fact[] {
  return [...historicalFact(kase, composing), ...afterPanel(kase, composing)]
}

function historicalFact(kase: Case, { policy }: Composing): Fact[] {
  if (!isHistorical(kase, policy) || !policy.historical) return []
  const { id, label, before, citation } = policy.historical
  const rule = `${id} – ${citation.document}, ${citation.section}`
  return [
    ['Historical', `It occurred before ${showDate(before)}, so no clock runs. ${label} (${rule}).`],
  ]
}

function afterPanel({ panels, updatedAt }: Case, composing: Composing): Fact[] {
  const panel = panels.at(-1)
  const rule = composing.policy.incidentPanel?.recorded
  if (!panel || !rule) return []
  const { learning } = panel.answers
  const when =
    updatedAt === undefined
      ? 'not on record yet; no rule says by when'
      : shown(updatedAt, composing)
  return [
    ...(typeof learning === 'string' && learning !== '' ? [['Learning', learning] as const] : []),
    [`${rule.label} (${rule.id})`, when],
  ]
}

/** Of a concern: with NHSE/I’s quality team, through its provider, which knows who that is. */
export function shareButtons(
  { id, type, provider: { slug }, confidential }: Case,
  { policy }: Composing,
): Button[] {
  const isOffered = policy.forms.some((form) => form.id === 'share')
  if (type !== 'concern' || slug === null || confidential || !isOffered) return []
  return [
    {
      label: 'Share with the quality team…',
      press: { do: 'open', form: 'share', record: providerId(slug), with: { case: id } },
    },
  ]
}

/** What is still to be recorded once it is closed, for whoever may. */
export function closedPart(kase: Case, composing: Composing): Part[] {
  const { id: record, panels, updatedAt } = kase
  const rule = composing.policy.incidentPanel?.recorded
  if (!rule || panels.length === 0 || updatedAt !== undefined) return []
  const press = { do: 'open', form: 'recordUpdated', record } as const
  const may = whoMay(askedToRecordUpdated(kase), composing)
  return [{ kind: 'buttons', buttons: [{ label: `${rule.label}…`, press }], for: may }]
}

/** Of a clock that goes on: how often, changed as often as need be. */
export function cadenceButtons(kase: Case, { policy }: Composing): Button[] {
  return owed(kase)
    .map(({ rule }) => clockRule(policy, rule))
    .filter(isRepeated)
    .map(({ id: clock }) => ({
      label: `${clock} how often…`,
      press: { do: 'open', form: 'cadence', record: kase.id, with: { clock } },
    }))
}

/** How often it was done so far. */
export function timesOf({ times, lastAt }: ClockRun, composing: Composing): string[] {
  if (times === undefined || lastAt === undefined) return []
  const how = times === 1 ? 'Given once' : `Given ${times} times`
  return [` ${how}, last ${shown(lastAt, composing)}.`]
}
