import { shown } from '../../case/words.ts'
import type { Composing } from '../../kind.ts'
import type { Part, Text } from '../../message/message.ts'
import type { AgendaSource } from '../../policy/agenda.ts'
import { cycleRule } from '../../policy/written-out.ts'
import type { Brief } from '../../provider/action.ts'
import { labelOf } from '../../provider/change-level.ts'
import { openActionText } from '../../provider/compose-actions.ts'
import { cycleName } from '../../provider/cycle/duty.ts'
import { outlineWords } from '../../provider/matter/on-file.ts'
import { matterRule } from '../../provider/matter/rules.ts'
import type { Meeting } from '../meeting.ts'

/** Proposed from what is open about the provider, beside what was typed; whoever chairs decides. */
export function proposedPart(meeting: Meeting, composing: Composing): Part[] {
  const { agenda } = composing.policy
  const items = proposed(meeting, composing)
  if (!agenda || items.length === 0) return []
  return [
    { kind: 'text', text: 'Proposed for the agenda, from what is open:' },
    { kind: 'list', items },
    { kind: 'rule', id: 'agenda', citation: agenda.citation },
  ]
}

/** Each says what it is, and where it comes from. */
function proposed({ brief, startsAt }: Meeting, composing: Composing): Text[] {
  if (!brief) return []
  const { items = [] } = composing.policy.agenda ?? {}
  const by = startsAt ?? brief.at
  return items.flatMap(({ from, label }) =>
    itemsFrom(from, brief, by, composing).map((item): Text => [`${label}: `, ...[item].flat()]),
  )
}

function itemsFrom(from: AgendaSource, brief: Brief, by: string, composing: Composing): Text[] {
  switch (from) {
    case 'level':
      return levelItem(brief, composing)
    case 'cycles':
      return dueBy(brief.cycles ?? [], by).map((one) => cycleText(one, composing))
    case 'actions':
      return dueBy(brief.actions, by).map((one) =>
        openActionText(one, { ...composing, now: brief.at }),
      )
    case 'matters':
      return onAgenda(brief, composing)
    case 'signs':
      return risingIn(brief, composing)
  }
}

/** What is open on file, of the kinds that meetings go over. */
export function onAgenda({ matters = [] }: Brief, { policy }: Composing): string[] {
  return matters.flatMap((one) => {
    const rule = matterRule(policy, one.rule)
    return rule?.onAgenda ? [outlineWords(one, rule)] : []
  })
}

/** Routine needs no item of its own. */
function levelItem({ level, since, cycles = [] }: Brief, composing: Composing): Text[] {
  const { policy } = composing
  if (!policy.levels.find(({ id }) => id === level)?.enhanced) return []
  const [next] = cycles.toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : 1))
  const due = next ? `next: ${cycleText(next, composing)}` : 'nothing of it is due'
  return [`${labelOf(policy, level)} since ${shown(since, composing)}; ${due}`]
}

function cycleText(
  { rule, dueAt }: NonNullable<Brief['cycles']>[number],
  composing: Composing,
): string {
  const found = cycleRule(composing.policy, rule)
  return `${found ? cycleName(found) : rule}, due ${shown(dueAt, composing)}`
}

function risingIn({ signs }: Brief, { policy }: Composing): Text[] {
  return signs.flatMap(({ case: record, triggers }) =>
    triggers
      .filter(({ direction }) => direction === 'rising')
      .map(({ id }): Text => {
        const short = policy.triggers.find((one) => one.id === id)?.short ?? ''
        return [`${id} ${short}, from `, { record }]
      }),
  )
}

/** Due when the meeting starts, the soonest first. */
function dueBy<Due extends { readonly dueAt: string }>(all: readonly Due[], by: string): Due[] {
  return all
    .filter(({ dueAt }) => dueAt <= by)
    .toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : 1))
}
