import { z } from 'zod'
import { Place } from '../effect.ts'
import { Answers } from '../message/form.ts'
import { outcomeIntents } from '../outcome-intents.ts'
import { Actor } from '../people/actor.ts'
import { Brief } from '../provider/action.ts'
import { RecordId } from '../record-id.ts'
import { Removal } from '../retention.ts'
import { Instant } from '../time/instant.ts'
import { actionIntents } from './action/intent.ts'
import { Papers } from './brief/papers.ts'
import { carriedIntent } from './carried/carried.ts'
import { conflictIntents } from './conflict/intent.ts'
import { decisionIntents } from './decision/intent.ts'
import { guestIntents } from './guest/intent.ts'
import { levelIntent } from './level/level.ts'
import { minutesIntents } from './minutes/intent.ts'
import { callOffIntent } from './off/off.ts'
import { openedIntent } from './opened/opened.ts'
import { roomIntents } from './room/intent.ts'
import { timeIntents } from './time/intent.ts'

const kind = z.literal('meeting')
const by = Actor

export const MeetingIntent = z.discriminatedUnion('type', [
  z.object({
    kind,
    type: z.literal('call'),
    by,
    rule: z.string(),
    case: RecordId.nullable(),
    provider: z.object({ slug: z.string().nullable(), leadProvider: z.string(), name: z.string() }),
    /** The seats to call; null: all that are not merely offered. */
    seats: z.array(z.string()).nullable(),
    startsAt: Instant.nullable(),
    why: z.string(),
    urgent: z.boolean(),
    /** Where the case stands: a meeting in the thread uses these, a room is made on their channels. */
    places: z.array(Place),
    confidential: z.exactOptional(z.literal(true)),
    ...Papers.shape,
  }),
  /** Its case has become confidential. */
  z.object({ kind, type: z.literal('noteConfidential'), list: z.array(z.string()) }),
  /** Of its case, which is confidential: somebody was taken off the list, or put on it. */
  z.object({ kind, type: z.literal('noteAccess'), person: z.string(), listed: z.boolean() }),
  /** An outcome of the room effect. */
  z.object({ kind, type: z.literal('noteRoom'), channel: z.string(), room: z.string() }),
  /** An outcome of the call effect. */
  z.object({ kind, type: z.literal('noteCall'), channel: z.string(), url: z.string() }),
  /** Answers an open prompt: a seat's call, or the chair's. The revision is null for a reply in words. */
  z.object({
    kind,
    type: z.literal('answer'),
    by,
    prompt: z.string(),
    answer: z.string(),
    revision: z.int().nullable(),
    reason: z.string().nullable(),
    /** Who comes instead. */
    person: z.string().nullable(),
  }),
  /** The form whose answers close the meeting (forms 8, 11). */
  z.object({
    kind,
    type: z.literal('record'),
    by,
    heldAt: Instant,
    form: z.string(),
    answers: Answers,
  }),
  /** Somebody takes a seat that is not theirs, while the meeting goes on. */
  z.object({
    kind,
    type: z.literal('standIn'),
    by,
    seat: z.string(),
    person: z.string(),
    /** How many had stood in when the form was opened. */
    seen: z.exactOptional(z.int().nonnegative()),
  }),
  z.object({ kind, type: z.literal('note'), by, text: z.string() }),
  /** An administrator's decisions on how long it is kept. */
  z.object({ kind, type: z.literal('hold'), by, because: z.string() }),
  z.object({ kind, type: z.literal('release'), by, because: z.string() }),
  z.object({ kind, type: z.literal('remove'), by, because: z.string() }),
  /** From its case, which is removed. */
  z.object({ kind, type: z.literal('noteRemoval'), case: RecordId, removal: Removal }),
  z.object({ kind, type: z.literal('wake') }),
  ...minutesIntents(kind),
  /** From the provider that it is about: what is known of it. */
  z.object({ kind, type: z.literal('noteBrief'), brief: Brief }),
  ...actionIntents,
  ...guestIntents,
  ...roomIntents(kind),
  ...timeIntents,
  /** Whoever called it by mistake records nothing. */
  callOffIntent(kind),
  /** From a service that knows: somebody opened their call there. */
  openedIntent(kind),
  carriedIntent(kind),
  levelIntent(kind),
  ...conflictIntents(kind),
  ...decisionIntents(kind),
  ...outcomeIntents(kind),
])
export type MeetingIntent = z.infer<typeof MeetingIntent>
export type MeetingIntentOf<Type extends MeetingIntent['type']> = Extract<
  MeetingIntent,
  { type: Type }
>
