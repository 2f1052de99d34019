import { z } from 'zod'
import { Case, type MaybeCase } from '../case/case.ts'
import type { CaseEvent } from '../case/event.ts'
import { Place, Slot } from '../effect.ts'
import type { Blank } from '../kind.ts'
import type { MeetingEvent } from '../meeting/event.ts'
import { type MaybeMeeting, Meeting } from '../meeting/meeting.ts'
import { Doer } from '../people/actor.ts'
import { Rehearsal } from '../policy/rehearsal.ts'
import type { ProviderEvent } from '../provider/event.ts'
import { type MaybeProvider, Provider } from '../provider/provider.ts'
import { RecordId } from '../record-id.ts'
import { Removal } from '../retention.ts'
import { Instant } from '../time/instant.ts'

/** The one service inside a rehearsal: what would go there goes into the rehearsal's own room. */
export const INSIDE = 'drill'

/** A record inside a rehearsal. It is no record of the store: nothing that lists, counts or wakes those sees it. */
export const Inner = z.discriminatedUnion('kind', [Case, Meeting, Provider])
export type Inner = z.infer<typeof Inner>
export type MaybeInner = MaybeCase | MaybeMeeting | MaybeProvider
export type InnerEvent = CaseEvent | MeetingEvent | ProviderEvent

/** A message inside: which one of which record, to whom; and when it was last news. */
const Line = z.object({ record: RecordId, place: Place, slot: Slot, at: Instant })
export type Line = z.infer<typeof Line>

/**
 * A move of the clock, or something that was done at one time and led to more messages: what can be
 * done next stands below those. The first is the beginning.
 */
const Move = z.object({
  by: Doer,
  from: Instant,
  until: Instant,
  reminders: z.int(),
})
export type Move = z.infer<typeof Move>

/** A small world with a clock that people move: the same product, and nothing in it is real. */
export const Drill = z.object({
  kind: z.literal('drill'),
  status: z.enum(['open', 'over']),
  id: RecordId,
  policy: z.object({ id: z.string(), version: z.int(), hash: z.string() }),
  script: Rehearsal,
  startedAt: Instant,
  startedBy: Doer,
  /** Those of the real directory who take part. */
  people: z.array(z.string()),
  channel: z.string(),
  /** Its one room; where the service makes none, the private conversations of those who take part. */
  places: z.array(Place),
  /** By how many seconds its clock is ahead of real time. */
  ahead: z.int(),
  records: z.array(Inner),
  lines: z.array(Line),
  moves: z.array(Move),
  ended: z
    .object({
      at: Instant,
      clock: Instant,
      by: Doer,
      why: z.enum(['asked', 'through', 'left']),
      /** When it is cleaned away, and under which rule. */
      kept: z.exactOptional(z.object({ rule: z.string(), until: Instant })),
    })
    .nullable(),
  /** Once all that was written of it is gone. */
  removed: z.exactOptional(Removal),
})
export type Drill = z.infer<typeof Drill>
/** Nothing has happened in it, or nothing is left of what did. */
export const EMPTY_DRILL = {
  places: [],
  records: [],
  lines: [],
  moves: [],
  ended: null,
} satisfies Partial<Drill>

export type MaybeDrill = Drill | Blank<'drill'>
