import { postLabel, shown } from '../case/words.ts'
import type { Slot } from '../effect.ts'
import type { Composing } from '../kind.ts'
import { isOnlyTold, isToldInstead, whyByMail } from '../late.ts'
import type { Button, Message, Part, Text } from '../message/message.ts'
import { composeTold } from '../telling/compose.ts'
import { tellingOf } from '../telling/telling.ts'
import { labelOf } from './change-level.ts'
import { openActionsPart } from './compose-actions.ts'
import { actionButtons, meetingsPart, tellingsPart } from './compose-meetings.ts'
import { composeNotice, suggestions } from './compose-notice.ts'
import { levelButton } from './compose-offer.ts'
import { type Duty, dutyOf } from './duty.ts'
import { ownPlaces } from './guarded.ts'
import { historyPart, levelStart } from './history.ts'
import { readsDuty } from './matter/kept-back.ts'
import { onFileAlerts, onFilePart } from './matter/on-file.ts'
import { stagesLine } from './matter/stages.ts'
import type { Cycle, Nudge, Provider } from './provider.ts'
import { composeReview, reviewAlerts } from './review/compose.ts'
import { heading, type Latest, latestRatings } from './trend.ts'

/** What a slot says now: written from the provider as it stands. */
export function composeProvider(
  provider: Provider,
  slot: Slot,
  composing: Composing,
): Message | undefined {
  const { viewer } = composing
  if (isOnlyTold(provider.late, ownPlaces(provider), viewer, slot)) return undefined
  if (slot === 'root') return root(provider, composing)
  const review = composeReview(provider, slot, composing)
  if (review) return review
  const telling = tellingOf(provider.tellings ?? [], slot)
  if (telling) return composeTold(telling, provider, personOf(viewer), composing)
  const [kind, id, n] = slot.split(':')
  if (kind === 'notice') {
    const notice = provider.notices.find((one) => `${one.n}` === id)
    return notice && composeNotice(provider, notice, composing)
  }
  const cycle = kind === 'nudge' ? provider.cycles.find(({ rule }) => rule === id) : undefined
  const rule = dutyOf(provider, id ?? '', composing.policy)
  const sent = cycle?.nudges.find((one) => `${one.n}` === n)
  if (!cycle || !rule || !sent || !readsDuty(provider, cycle.rule, composing)) return undefined
  const message = nudge(provider, cycle, rule, sent, composing)
  if (!isToldInstead(provider.late, viewer, slot)) return message
  const parts = message.parts.filter(({ kind: part }) => part !== 'buttons')
  return { ...message, parts: [...parts, whyByMail(provider.late, slot)] }
}

/** Whom a place is of; null where it is a room, or somebody looks it up. */
function personOf(viewer: Composing['viewer']): string | null {
  return viewer.type === 'place' && viewer.place.to.type === 'person'
    ? viewer.place.to.person
    : null
}

/** The one message that stands for a provider: its level, its ratings, what is due next. */
function root(provider: Provider, composing: Composing): Message {
  const { policy } = composing
  const { name, level, decisions } = provider
  const way = policy.transitions.find(({ id }) => id === decisions.at(-1)?.transition)
  return {
    title: `${name}: ${labelOf(policy, level)}`,
    parts: [
      ...reviewAlerts(provider),
      ...onFileAlerts(provider, composing),
      {
        kind: 'facts',
        facts: [['On this level since', shown(levelStart(provider, policy), composing)]],
      },
      ...historyPart(provider, composing),
      ...latestRatings(provider.ratings).flatMap((one) => ratingParts(one, composing)),
      ...cyclesPart(provider, composing),
      ...stagesPart(provider, composing),
      ...onFilePart(provider, composing),
      ...openActionsPart(provider.actions ?? [], composing),
      ...meetingsPart(provider, composing),
      ...tellingsPart(provider, composing),
      ...(way ? [{ kind: 'rule', id: way.id, citation: way.citation } as const] : []),
      actionButtons(provider, composing),
    ],
  }
}

function ratingParts({ rated, before }: Latest, composing: Composing): Part[] {
  const { rating, ratedAt, prompts } = rated
  const instrument = composing.policy.instruments.find(({ id }) => id === rating.instrument)
  const text = `${instrument?.label ?? rating.instrument}: ${rating.total}, ${rating.bandLabel}${heading(before, rating.total)}, rated ${shown(ratedAt, composing)}.`
  return [{ kind: 'text', text }, ...suggestions(prompts)]
}

function cyclesPart(provider: Provider, composing: Composing): Part[] {
  // The days of what is on file stand there.
  const cycles = provider.cycles.filter(
    ({ rule }) => dutyOf(provider, rule, composing.policy)?.matter === null,
  )
  if (cycles.length === 0) return []
  const items = cycles.map((cycle) => cycleLine(provider, cycle, composing))
  return [
    { kind: 'text', text: 'Recurring duties:' },
    { kind: 'list', items },
    ...recordButtons(provider, composing),
  ]
}

function recordButtons({ id, cycles }: Provider, { policy }: Composing): Part[] {
  const buttons = policy.cycles
    .filter((rule) => cycles.some((one) => one.rule === rule.id && one.dueAt !== null))
    .flatMap((rule) => recordButton(id, rule, `Record ${rule.label.toLowerCase()}…`))
  return buttons.length === 0 ? [] : [{ kind: 'buttons', buttons }]
}

/** None where it ends with a decision on the level. */
function recordButton(
  record: Provider['id'],
  rule: Pick<Duty, 'id' | 'evidence'>,
  label: string,
): Button[] {
  const { id: cycle, evidence: form } = rule
  return form === null ? [] : [{ label, press: { do: 'open', form, record, with: { cycle } } }]
}

function cycleLine(provider: Provider, cycle: Cycle, composing: Composing): string {
  const rule = composing.policy.cycles.find(({ id }) => id === cycle.rule)
  const label = rule ? `${rule.id} ${rule.label}` : cycle.rule
  if (cycle.dueAt === null) return `${label}: suspended, ${cycle.words}`
  const owes = rule ? `; owed by ${postLabel({ provider }, rule.owes, composing)}` : ''
  const overdue = composing.now > cycle.dueAt ? 'OVERDUE, ' : ''
  return `${label}: ${overdue}${cycle.words}${owes}`
}

function nudge(
  provider: Provider,
  cycle: Cycle,
  rule: Duty,
  { to, why }: Nudge,
  composing: Composing,
): Message {
  const whom: Text =
    to.length > 0
      ? to.flatMap((person, index) => [...(index > 0 ? [', '] : []), { person }])
      : `Nobody holds this role now: ${postLabel({ provider }, rule.owes, composing)}. Ask an administrator to name somebody`
  const [done] = recordButton(provider.id, rule, 'Record it…')
  const todo = done
    ? 'Please do it, then record when it was done.'
    : rule.matter === null
      ? 'It ends with a decision on the level: please decide.'
      : 'Please go on with it, and put what was done on file.'
  const otherwise =
    rule.matter === null ? levelButton(provider.id) : fileButton(provider, rule.matter)
  return {
    title: `${rule.label} for ${provider.name}: ${why}`,
    parts: [
      { kind: 'text', text: [...[whom].flat(), `. ${todo}`] },
      { kind: 'text', text: `How it was counted: ${cycle.words}.` },
      { kind: 'rule', id: rule.id, citation: rule.citation },
      {
        kind: 'buttons',
        buttons: [{ ...(done ?? otherwise), style: 'primary' }],
      },
    ],
  }
}

function fileButton({ slug }: Provider, matter: number): Button {
  return { label: 'Go on with it…', press: { do: 'command', words: `file ${slug} ${matter}` } }
}

function stagesPart(provider: Provider, composing: Composing): Part[] {
  const text = stagesLine(provider, composing)
  return text === null ? [] : [{ kind: 'text', text }]
}
