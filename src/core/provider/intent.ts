import { z } from 'zod'
import { DecidedGate } from '../gate/gate.ts'
import { Convening } from '../meeting/convening.ts'
import { Finding } from '../meeting/finding.ts'
import { Answers } from '../message/form.ts'
import { Outage } from '../outage.ts'
import { outcomeIntents } from '../outcome-intents.ts'
import { Actor, Doer } from '../people/actor.ts'
import { RecordId } from '../record-id.ts'
import { Forgetting } from '../retention.ts'
import { TOLD_HOW } from '../telling/telling.ts'
import { Instant } from '../time/instant.ts'
import { ActionTold, Signs } from './action.ts'
import { dutyIntents, seen } from './cycle/intent.ts'

const kind = z.literal('provider')
const by = Actor

export const ProviderIntent = z.discriminatedUnion('type', [
  /** From the directory: the provider is listed. Again with the same facts changes nothing. */
  z.object({
    kind,
    type: z.literal('register'),
    slug: z.string(),
    leadProvider: z.string(),
    name: z.string(),
  }),
  /** A way from one level to another, by its transition id (G0 … G13). */
  z.object({
    kind,
    type: z.literal('changeLevel'),
    by,
    transition: z.string(),
    reason: z.string(),
    evidence: z.string().nullable(),
    /** The case or meeting that led to it. */
    because: RecordId.nullable(),
    /** What on record whoever decides says that it rests on: a case, a meeting, or `rating:2`. */
    rests: z.exactOptional(z.string()),
    conflicts: z.exactOptional(z.string()),
    /** When a meeting decided that is recorded only now: cycles are counted from then. */
    decidedAt: z.exactOptional(Instant),
    /** Who chaired that; null where nobody had confirmed it. */
    chair: z.exactOptional(z.string().nullable()),
    seen,
  }),
  z.object({
    kind,
    type: z.literal('rate'),
    by,
    instrument: z.string(),
    ratings: z.record(z.string(), z.number()),
    note: z.string().nullable(),
    ratedAt: Instant.nullable(),
    seen,
  }),
  /** A round of a cycle was done: the next is counted from it. */
  z.object({
    kind,
    type: z.literal('completeCycle'),
    by,
    cycle: z.string(),
    doneAt: Instant,
    summary: z.string(),
    lateReason: z.exactOptional(z.string()),
    seen,
  }),
  /** A step of a matter: it opens one, where `matter` is null, or one goes on by it. */
  z.object({
    kind,
    type: z.literal('file'),
    by,
    rule: z.string(),
    step: z.string(),
    matter: z.int().positive().nullable(),
    /** How many steps whoever asks has seen; null where they were not shown them. */
    seen: z.int().positive().nullable(),
    answers: Answers,
  }),
  ...dutyIntents,
  z.object({ kind, type: z.literal('note'), by, text: z.string() }),
  /** Of one that has gone quiet: on which day somebody looks again. */
  z.object({ kind, type: z.literal('lookAgain'), by, on: Instant }),
  z.object({ kind, type: z.literal('convene'), by, ...Convening }),
  /** From a meeting that was called from it, and once that is recorded. */
  z.object({
    kind,
    type: z.literal('noteOwnMeeting'),
    meeting: RecordId,
    rule: z.string(),
    label: z.string(),
  }),
  z.object({
    kind,
    type: z.literal('noteOwnMeetingClosed'),
    meeting: RecordId,
    by,
    /** Of a meeting that was called from one of its cases. */
    rule: z.exactOptional(z.string()),
    ...Finding,
    /** Its record was corrected: when it was held, as that was recorded before. */
    was: z.exactOptional(Instant),
    /** It was never held. */
    calledOff: z.exactOptional(z.literal(true)),
  }),
  /** From one of them: a gate that it decided. */
  z.object({ kind, type: z.literal('noteGate'), gate: DecidedGate }),
  /** Has the people of a list told, each in private. */
  z.object({
    kind,
    type: z.literal('tell'),
    by,
    telling: z.string(),
    words: z.string(),
    /** The case that it is about; whether they see that, the case says. */
    case: z.exactOptional(RecordId),
    /** Organisations that know it already, by their slugs. */
    except: z.exactOptional(z.array(z.string())),
  }),
  /** Somebody of such a list was told outside Muster, by whoever records it. */
  z.object({
    kind,
    type: z.literal('recordTold'),
    by,
    telling: z.int().positive(),
    line: z.string(),
    /** Who was in that post as whoever records it saw it; null where nobody was. */
    inPost: z.exactOptional(z.string().nullable()),
    name: z.string(),
    how: TOLD_HOW,
    toldAt: Instant,
  }),
  /** An outcome: a service has accepted what one of them is told. */
  z.object({ kind, type: z.literal('noteTold'), slot: z.string(), place: z.string() }),
  /** From a case or a meeting that has become confidential: its words stand in decisions on the level. */
  z.object({ kind, type: z.literal('noteConfidential'), record: RecordId }),
  /** From a case that is removed: its words stand in decisions on the level. */
  z.object({ kind, type: z.literal('noteRemoval'), ...Forgetting.shape }),
  /** From a meeting about it: an action that it asks for, or null once that is over. */
  z.object({ kind, type: z.literal('noteAction'), ...ActionTold.shape }),
  /** From a case of it that is triaged or closed. */
  z.object({ kind, type: z.literal('noteSigns'), ...Signs.shape }),
  /** From a meeting about it that is called: what is known of the provider? */
  z.object({
    kind,
    type: z.literal('noteMeeting'),
    meeting: RecordId,
    /** Of a meeting that was called from one of its cases. */
    rule: z.exactOptional(z.string()),
  }),
  /** From a meeting that decided on the level: its record was corrected, or added to. */
  z.object({
    kind,
    type: z.literal('noteRecordChanged'),
    meeting: RecordId,
    label: z.string(),
    how: z.enum(['corrected', 'added']),
    correctedBy: Doer,
  }),
  /** The level stands all the same. */
  z.object({
    kind,
    type: z.literal('confirmLevel'),
    by,
    review: z.int().positive(),
    reason: z.string(),
  }),
  z.object({ kind, type: z.literal('wake'), outage: Outage.optional() }),
  ...outcomeIntents(kind),
])
export type ProviderIntent = z.infer<typeof ProviderIntent>
export type ProviderIntentOf<Type extends ProviderIntent['type']> = Extract<
  ProviderIntent,
  { type: Type }
>
