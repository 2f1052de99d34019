import { z } from 'zod'
import { Refusal } from '../decision.ts'
import { Place } from '../effect.ts'
import { DecidedGate } from '../gate/gate.ts'
import type { Blank } from '../kind.ts'
import { Late } from '../late.ts'
import { Answers } from '../message/form.ts'
import { Doer } from '../people/actor.ts'
import { Post } from '../policy/post.ts'
import { Prompt } from '../prompt.ts'
import { Brief } from '../provider/action.ts'
import { RecordId } from '../record-id.ts'
import { Hold, Removal } from '../retention.ts'
import { Instant } from '../time/instant.ts'
import { Action } from './action/action.ts'
import { Papers } from './brief/papers.ts'
import { Carried } from './carried/carried.ts'
import { Conflict } from './conflict/conflict.ts'
import { ConflictNotice } from './conflict/notice.ts'
import { Ballot } from './decision/ballot.ts'
import { DecisionNotice } from './decision/notice.ts'
import { LevelNotice, TakenBackNotice } from './level/level.ts'
import { Short } from './level/short.ts'
import { Minutes, MinutesNotice } from './minutes/minutes.ts'
import { CallNudge } from './nudge/nudge.ts'
import { CalledOff, CallLeftNotice, OffNotice } from './off/off.ts'
import { Opened } from './opened/opened.ts'
import { Rooms } from './room/rooms.ts'
import { TimeChange, TimeNotice } from './time/change.ts'
import { UntoldNotice } from './untold/untold.ts'

/**
 * Somebody who can be called for a post. `sent`: named by the one who was called; `broughtIn`: without a
 * seat by the rule; `standIn`: in its place, at the meeting.
 */
export const Candidate = z.object({
  person: z.string(),
  via: z.enum(['holder', 'deputy', 'on-call', 'head', 'cover', 'sent', 'broughtIn', 'standIn']),
})
export type Candidate = z.infer<typeof Candidate>

/**
 * One person called for one seat. `stoodDown`: somebody before them in line is coming; `gone`: they were
 * taken off the list of its case.
 */
const Call = z.object({
  ...Candidate.shape,
  at: Instant,
  state: z.enum(['asked', 'coming', 'deputy', 'apologies', 'stoodDown', 'gone']),
  reason: z.string().nullable(),
  /** Who put them down to stand in, while they have not answered themselves. */
  putBy: z.exactOptional(Doer),
  /** Theirs when they were called: they speak for it in this meeting, wherever they are listed since. */
  organisation: z.exactOptional(z.string()),
})
export type Call = z.infer<typeof Call>

/** Why nobody was called for a seat. */
export const Empty = z.enum(['noOrganisation', 'nobody', 'away', 'notChosen', 'conditionNotMet'])
export type Empty = z.infer<typeof Empty>

const Seat = z.object({
  id: z.string(),
  label: z.string(),
  post: Post,
  required: z.boolean(),
  offered: z.boolean(),
  /** Everybody called for it so far, the latest last. */
  calls: z.array(Call),
  /** Who is called next when the one before declines or does not answer. */
  next: z.array(Candidate),
  empty: Empty.nullable(),
})
export type Seat = z.infer<typeof Seat>

const Line = z.object({ id: z.string(), label: z.string(), seats: z.array(Seat) })
export type Line = z.infer<typeof Line>

const Chair = z.object({
  post: Post,
  /** Who confirmed; null while nobody has. */
  person: z.string().nullable(),
  declined: z.array(z.string()),
  next: z.array(Candidate),
})
export type Chair = z.infer<typeof Chair>

const Notice = z.object({
  n: z.int().positive(),
  at: Instant,
  said: z.discriminatedUnion('say', [
    z.object({ say: z.literal('noted'), by: Doer, text: z.string() }),
    /** The words are in `record`. */
    z.object({ say: z.literal('recorded') }),
    MinutesNotice,
    z.object({ say: z.literal('dropped'), place: z.string(), reason: z.string() }),
    z.object({ say: z.literal('notDone'), asked: z.string(), refusal: Refusal }),
    ConflictNotice,
    DecisionNotice,
    TimeNotice,
    OffNotice,
    CallLeftNotice,
    UntoldNotice,
    LevelNotice,
    TakenBackNotice,
  ]),
})
export type Notice = z.infer<typeof Notice>

export const Meeting = z.object({
  kind: z.literal('meeting'),
  status: z.enum(['open', 'closed']),
  id: RecordId,
  timeline: z.string(),
  policy: z.object({ id: z.string(), version: z.int(), hash: z.string() }),
  rule: z.string(),
  label: z.string(),
  room: z.enum(['thread', 'room']),
  case: RecordId.nullable(),
  /** Its case is: only those who were called see it, wherever it is held. */
  confidential: z.exactOptional(z.literal(true)),
  /** Who is on the list of its case: what led to a call before that is for them alone. */
  list: z.exactOptional(z.array(z.string())),
  /** Taken off that list after they were called: they come to it no more. */
  gone: z.exactOptional(z.array(z.string())),
  /** Let in to finish it, since whoever called it has left the directory. */
  successors: z.exactOptional(z.array(z.string())),
  /** Where it stood before, and where those were told who have gone. */
  left: z.exactOptional(z.array(Place)),
  provider: z.object({ slug: z.string().nullable(), leadProvider: z.string(), name: z.string() }),
  by: Doer,
  calledAt: Instant,
  startsAt: Instant.nullable(),
  /** Its earlier starts, and why each was given up. */
  times: z.exactOptional(z.array(TimeChange)),
  /** The call that is made for it: no address while it is being made. Null where nobody makes one. */
  call: z.object({ channel: z.string(), url: z.string().nullable() }).nullable(),
  why: z.string(),
  urgent: z.boolean(),
  /** Where the case stands; a room that cannot be made is replaced by the case's thread. */
  casePlaces: z.array(Place),
  /** Empty until the channels have made the rooms, unless it is held in the case's thread. */
  places: z.array(Place),
  /** Everybody who is in the rooms. */
  people: z.array(z.string()),
  /** The channels on which each person is told, by person. */
  reach: z.record(z.string(), z.array(z.string())),
  lines: z.array(Line),
  chair: Chair.nullable(),
  /** `chair`, and `seat-PERSON` for everybody who was called. */
  prompts: z.array(Prompt),
  /** How unanswered calls were reminded of. */
  nudges: z.exactOptional(z.array(CallNudge)),
  /** Who opened their call, where a service says so. */
  opened: z.exactOptional(z.array(Opened)),
  undelivered: z.array(
    z.object({
      slot: z.string(),
      place: z.string(),
      reason: z.string(),
      /** Of a person: how the directory said that they are found there. */
      mark: z.exactOptional(z.string()),
    }),
  ),
  /** What a service has not accepted, in order. */
  late: z.array(Late),
  notices: z.array(Notice),
  conflicts: z.exactOptional(z.array(Conflict)),
  /** Everything that was put to a vote. */
  decisions: z.exactOptional(z.array(Ballot)),
  /** Gates that other meetings about the same matter decided. */
  gates: z.exactOptional(z.array(DecidedGate)),
  /** The form that closes it, the clock of the case that this meets, the way to another level. */
  form: z.string(),
  meets: z.string().nullable(),
  transition: z.string().nullable(),
  record: z
    .object({
      at: Instant,
      by: Doer,
      heldAt: Instant,
      form: z.string(),
      answers: Answers,
      /** The way to another level that it decided on. */
      leadsTo: z.exactOptional(z.string()),
      /** Too few were there for that; null once its record says that enough were. */
      short: z.exactOptional(Short.nullable()),
      /** Who chaired it, where it decided; null where nobody had confirmed that. Not there where whoever confirmed was not. */
      chaired: z.exactOptional(z.string().nullable()),
    })
    .nullable(),
  /** It was never held: there is no record. */
  calledOff: z.exactOptional(CalledOff),
  /** What becomes of that record; not of one that was made before this was kept. */
  minutes: z.exactOptional(Minutes),
  ...Papers.shape,
  ...Rooms.shape,
  /** What is known of the provider. */
  brief: z.exactOptional(Brief),
  ...Carried.shape,
  /** What it asks of organisations, also once it is over. */
  actions: z.exactOptional(z.array(Action)),
  /** While it is kept beyond its time; of a meeting of a case that stands with the case. */
  hold: z.exactOptional(Hold),
  /** Once all that was written of it is gone. */
  removed: z.exactOptional(Removal),
})
export type Meeting = z.infer<typeof Meeting>
export type MaybeMeeting = Meeting | Blank<'meeting'>
