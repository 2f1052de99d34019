import type { Doer } from '../../core/people/actor.ts'
import type { AnyEvent } from '../../core/record.ts'
import type { Instant } from '../../core/time/instant.ts'
import { factsOf } from './facts.ts'
import type { Fact } from './markdown.ts'
import { gapBetween, type Naming } from './naming.ts'
import { rulesNamed, ruleWords } from './rules.ts'
import type { Told } from './told-events.ts'

/** What a reader is shown of one entry. */
export interface TimelineEntry {
  readonly seq: number
  readonly title: string
  readonly lines: readonly Fact[]
  readonly hidden: boolean
}

/** Whether the name of somebody who raised it in confidence is written. */
export interface Showing {
  readonly naming: Naming
  readonly titles: Readonly<Record<string, string>>
  readonly raiser: string | null
}

/** Every entry of a history, the first first: who, when it happened, when that was recorded, under which rule. */
export function timelineOf(told: readonly Told[], showing: Showing): readonly TimelineEntry[] {
  return told.map((one) => ({
    seq: one.seq,
    title:
      one.event === null
        ? one.hidden
          ? 'Withheld'
          : 'Not readable'
        : (showing.titles[one.event.type] ?? one.event.type),
    lines: one.event === null ? [whyNot(one)] : linesOf(one, one.event, showing),
    hidden: one.hidden ?? false,
  }))
}

const HIDDEN = 'withheld: it tells of a confidential case, and stands where that is read'

function whyNot({ erased, hidden }: Told): Fact {
  if (hidden) return ['What it said', HIDDEN]
  return [
    'What it said',
    erased
      ? 'erased; only its hash is kept'
      : 'in a format that this version cannot read; unless it is withheld, it stands in data.jsonl',
  ]
}

function linesOf({ said }: Told, event: AnyEvent, showing: Showing): readonly Fact[] {
  const { naming } = showing
  const { at } = event
  const happened = happenedAt(event)
  const ids = rulesNamed(event)
  const rules = ids.flatMap((id): Fact[] => {
    const words = ruleWords(id, naming.policy)
    return words === null ? [] : [['Rule', words]]
  })
  // The id of a rule alone says less than the line that follows.
  const facts = factsOf(without(event, happened, showing), naming).filter(
    ([label, value]) => rules.length === 0 || !(IDS.has(label) && ids.includes(value)),
  )
  return [
    ['Recorded', naming.time(at)],
    ...happened.map(([label, when]): Fact => [label, `${naming.time(when)}${apart(when, at)}`]),
    ['Who', whoDid(event, showing)],
    ...(said ? [['Said in', `${said.channel}, message ${said.message}`] as const] : []),
    ...facts,
    ...rules,
  ]
}

const IDS = new Set(['Rule', 'Clock', 'Transition'])

function apart(when: Instant, at: Instant): string {
  const gap = gapBetween(when, at)
  return gap === '' ? '' : `, ${gap} before it was recorded`
}

/** The times at which something was done, as against when that was written down. */
const HAPPENED = {
  occurredAt: 'Occurred',
  identifiedAt: 'Identified',
  metAt: 'Done',
  heldAt: 'Held',
  doneAt: 'Done',
} as const

function happenedAt(event: AnyEvent): readonly (readonly [string, Instant, string])[] {
  const facts = new Map<string, unknown>(
    Object.entries(event.type === 'panelDecided' ? { ...event, ...event.panel } : event),
  )
  return Object.entries(HAPPENED).flatMap(([name, label]) => {
    const when = facts.get(name)
    return typeof when === 'string' ? [[label, when, name] as const] : []
  })
}

function without(
  event: AnyEvent,
  happened: readonly (readonly [string, Instant, string])[],
  { raiser }: Showing,
): AnyEvent {
  const names = new Set(happened.map(([, , name]) => name))
  if (raiser !== null && 'slot' in event && isToRaiser(event.slot)) names.add('place')
  const left = Object.entries(event).filter(([name]) => !names.has(name))
  // Its own parts, less the times that are told already.
  return Object.fromEntries(left) as AnyEvent
}

/** Messages to whoever raised a case: where they went would name them. */
export function isToRaiser(slot: string): boolean {
  return slot === 'receipt' || slot.startsWith('outcome:')
}

function whoDid(event: AnyEvent, { naming, raiser }: Showing): string {
  if (event.type === 'raised') return raiser ?? naming.who(event.raiser.doer, event.at)
  const doer = doerOfEvent(event)
  if (doer) return naming.who(doer, event.at)
  return event.type === 'seatAnswered' ? naming.person(event.person, event.at) : 'Muster'
}

function doerOfEvent(event: AnyEvent): Doer | undefined {
  if (event.type === 'triaged') return event.triage.by
  if (event.type === 'levelChosen') return event.choice.by
  return 'by' in event ? (event.by ?? undefined) : undefined
}
