import type { Case } from '../../core/case/case.ts'
import { NOTHING_STANDS, placeKey } from '../../core/effect.ts'
import type { Late } from '../../core/late.ts'
import type { Meeting } from '../../core/meeting/meeting.ts'
import { openedAt } from '../../core/meeting/opened/opened.ts'
import type { Provider } from '../../core/provider/provider.ts'
import type { Instant } from '../../core/time/instant.ts'
import { acceptedBy } from '../accepted.ts'
import type { Accepted, Task, Whole } from '../ports.ts'
import type { Slotted } from './slots.ts'
import type { Gathered } from './told-events.ts'

/** What is known of one message at one place: whether, when and how its service took it. */
export interface Notified extends Slotted {
  /** Of the case or the provider, or of one of its meetings. */
  readonly of: string
  readonly place: string
  readonly slot: string
  /** When it was written down as to be sent, with what caused it. */
  readonly addedAt: Instant | null
  readonly firstTriedAt: Instant | null
  /** When the service accepted it; the reference that the service gave it. */
  readonly acceptedAt: Instant | null
  readonly ref: string | null
  /** When the service accepted the newest that was sent there: of letters each is one of its own. */
  readonly latestAt: Instant | null
  /** When the person to whom it went opened it, where the service says so. */
  readonly openedAt: Instant | null
  readonly tries: number | null
  readonly outcome: 'accepted' | 'waiting' | 'refused' | 'dropped' | 'not needed' | 'not known'
  readonly why: string | null
  /** Since when it was known that it was late, where it was. */
  readonly lateSince: Instant | null
}

/** Every message of a record with proof of its notice, by the time at which it was due. */
export function messagesOf(
  one: Gathered<Case | Meeting | Provider>,
  known: ReadonlyMap<string, Slotted>,
): readonly Notified[] {
  const found = new Map<string, Notified>()
  for (const { place, slot } of slotsIn(one.row)) {
    const said = known.get(slot) ?? { what: slot, due: null, people: [] }
    const proof = proofOf(one, place, slot)
    found.set(`${place} ${slot}`, { of: one.reference, place, slot, ...said, ...proof })
  }
  return [...found.values()].sort((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : 1))
}

function tasksOf({ settled, dead, waiting }: Whole): readonly Task[] {
  return [...settled, ...dead, ...waiting.map(({ task }) => task)]
}

function slotsIn(row: Whole): readonly { readonly place: string; readonly slot: string }[] {
  const sent = tasksOf(row).flatMap(({ effect }) =>
    effect.type === 'message' ? [{ place: placeKey(effect.place), slot: effect.slot }] : [],
  )
  return [...row.shown, ...sent]
}

function proofOf(
  { row, record, told }: Gathered<Case | Meeting | Provider>,
  place: string,
  slot: string,
): Omit<Notified, keyof Slotted | 'of' | 'place' | 'slot'> {
  const tasks = tasksOf(row).filter(
    ({ effect }) =>
      effect.type === 'message' && effect.slot === slot && placeKey(effect.place) === place,
  )
  const stands = row.shown.find((one) => one.place === place && one.slot === slot)
  const ref = stands && stands.ref !== NOTHING_STANDS ? stands.ref : null
  const first = earlierOf(stands?.first, firstDone(tasks))
  const last = tasks.at(-1)
  const dropped = told.flatMap(({ event }) =>
    event?.type === 'dropped' && event.slot === slot && event.place === place ? [event.reason] : [],
  )
  const late: Late | undefined = record.late.find((one) => one.slot === slot && one.place === place)
  return {
    addedAt: first?.addedAt ?? last?.addedAt ?? null,
    firstTriedAt: first?.firstTriedAt ?? last?.firstTriedAt ?? null,
    acceptedAt: first?.endedAt ?? null,
    ref,
    latestAt: done(tasks).at(-1)?.endedAt ?? first?.endedAt ?? null,
    openedAt: openedThere(record, place, slot),
    tries: first?.tries ?? last?.tries ?? null,
    ...endOf(ref, last, dropped.at(-1)),
    lateSince: late?.at ?? null,
  }
}

/** A letter that was followed by another came with the first of them. */
function earlierOf(one?: Accepted, other?: Accepted): Accepted | undefined {
  if (!one || !other) return one ?? other
  return other.endedAt < one.endedAt ? other : one
}

function firstDone(tasks: readonly Task[]): Accepted | undefined {
  const [first] = done(tasks)
  return first && acceptedBy(first)
}

function done(tasks: readonly Task[]): readonly Task[] {
  return tasks.filter(({ last }) => last?.type === 'done' && last.ref !== NOTHING_STANDS)
}

function openedThere(record: Case | Meeting | Provider, place: string, slot: string) {
  const [channel = '', kind, person = ''] = place.split('/')
  if (record.kind !== 'meeting' || kind !== 'person') return null
  return openedAt(record, { person, channel, slot })
}

const NOTHING_SENT = 'nothing was sent: it asked nothing, or a newer message said it'

/** How it ended: what stands was accepted, whatever became of a later update. */
function endOf(
  ref: string | null,
  last: Task | undefined,
  dropped: string | undefined,
): Pick<Notified, 'outcome' | 'why'> {
  if (ref !== null) return { outcome: 'accepted', why: null }
  if (dropped !== undefined) return { outcome: 'dropped', why: dropped }
  const outcome = last?.last
  if (outcome?.type === 'never') return { outcome: 'refused', why: outcome.reason }
  if (outcome?.type === 'done') return { outcome: 'not needed', why: NOTHING_SENT }
  if (last === undefined) return { outcome: 'not known', why: null }
  return { outcome: 'waiting', why: outcome?.reason ?? null }
}
