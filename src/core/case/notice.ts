import { z } from 'zod'
import { Answers } from '../message/form.ts'
import { Doer } from '../people/actor.ts'
import { RecordId } from '../record-id.ts'
import { Instant } from '../time/instant.ts'
import { Cadence } from './clock-run.ts'
import { LevelLeftSaid } from './level-left.ts'

/** What a notice in the thread says; `compose` words it. */
const Said = z.discriminatedUnion('say', [
  z.object({
    say: z.literal('clockMet'),
    clock: z.string(),
    metAt: Instant,
    late: z.boolean(),
    by: Doer,
    form: z.string().nullable(),
    answers: Answers,
    /** The time recorded before, which was corrected. */
    was: z.exactOptional(Instant),
  }),
  z.object({ say: z.literal('clockMissed'), clock: z.string() }),
  z.object({
    say: z.literal('snoozed'),
    clock: z.string(),
    until: Instant,
    reason: z.string(),
    by: Doer,
  }),
  z.object({ say: z.literal('lapsed'), clock: z.string(), reason: z.string(), by: Doer }),
  z.object({
    say: z.literal('cadence'),
    clock: z.string(),
    every: Cadence.nullable(),
    by: Doer,
  }),
  z.object({
    say: z.literal('updateGiven'),
    clock: z.string(),
    doneAt: Instant,
    by: Doer,
    form: z.string(),
    answers: Answers,
  }),
  z.object({ say: z.literal('recordedUpdated'), doneAt: Instant, by: Doer }),
  z.object({ say: z.literal('lateReason'), clock: z.string(), reason: z.string(), by: Doer }),
  z.object({ say: z.literal('levelChosen') }),
  z.object({ say: z.literal('becameIncident'), by: Doer, reason: z.string() }),
  z.object({ say: z.literal('meetingCalled'), meeting: RecordId }),
  z.object({ say: z.literal('meetingClosed'), meeting: RecordId }),
  z.object({ say: z.literal('meetingCalledOff'), meeting: RecordId }),
  z.object({ say: z.literal('recordSealed'), meeting: RecordId, by: Doer }),
  LevelLeftSaid,
  z.object({ say: z.literal('telling'), telling: z.int() }),
  z.object({ say: z.literal('route') }),
  z.object({ say: z.literal('panel'), index: z.int() }),
  z.object({ say: z.literal('closed') }),
  z.object({ say: z.literal('noted'), by: Doer, text: z.string() }),
  z.object({ say: z.literal('late'), index: z.int() }),
  z.object({ say: z.literal('notDone'), words: z.string() }),
  z.object({ say: z.literal('confidential'), by: Doer, reason: z.string() }),
  z.object({
    say: z.literal('access'),
    given: z.boolean(),
    person: z.string(),
    why: z.string(),
    by: Doer,
  }),
])

export const Notice = z.object({ n: z.int().positive(), at: Instant, said: Said })
export type Notice = z.infer<typeof Notice>
export type Said = z.infer<typeof Said>
