import { z } from 'zod'
import { DecidedGate } from '../gate/gate.ts'
import { Convening } from '../meeting/convening.ts'
import { Answers } from '../message/form.ts'
import { Outage } from '../outage.ts'
import { outcomeIntents } from '../outcome-intents.ts'
import { Actor, Doer, HowRaised, SealedCode } from '../people/actor.ts'
import { ActionTold } from '../provider/action.ts'
import { RecordId } from '../record-id.ts'
import { Telling } from '../telling/telling.ts'
import { Instant } from '../time/instant.ts'
import { CaseType, Panel, Shared, TriggerMark } from './case.ts'
import { Cadence } from './clock-run.ts'
import { levelNowIntent } from './level/now.ts'
import { levelLeftIntent } from './level-left.ts'

const kind = z.literal('case')
const by = Actor

const Incident = {
  occurredAt: Instant,
  identifiedAt: Instant,
  safeguarding: z.string(),
  answers: Answers,
}

const Person = { person: z.string(), reason: z.string() }

export const CaseIntent = z.discriminatedUnion('type', [
  z.object({
    kind,
    type: z.literal('raise'),
    by,
    /** The channel that the person used: confirmation and outcomes go there. */
    via: z.string(),
    how: HowRaised,
    /** Where it is anonymous: nothing of `by` and `via` is kept then. */
    code: z.exactOptional(SealedCode),
    case: CaseType,
    /** Null: not listed. */
    provider: z.string().nullable(),
    what: z.string(),
    where: z.string().nullable(),
    occurredAt: Instant.nullable(),
    identifiedAt: Instant.nullable(),
    danger: z.boolean(),
    done: z.string().nullable(),
    safeguarding: z.string(),
    answers: Answers,
    confidential: z.exactOptional(z.literal(true)),
    shared: z.exactOptional(Shared),
  }),
  z.object({
    kind,
    type: z.literal('triage'),
    by,
    triggers: z.array(TriggerMark),
    consequence: z.int(),
    likelihood: z.int(),
    urgent: z.boolean(),
    safeguardingRoute: z.boolean(),
  }),
  /** Answers an open prompt. The revision is null for a reply in words. */
  z.object({
    kind,
    type: z.literal('answer'),
    by,
    prompt: z.string(),
    answer: z.string(),
    revision: z.int().nullable(),
    reason: z.string().nullable(),
  }),
  z.object({ kind, type: z.literal('have'), by, clock: z.string() }),
  z.object({
    kind,
    type: z.literal('snooze'),
    by,
    /** Null: the clock that this person was nudged about last. */
    clock: z.string().nullable(),
    minutes: z.int().positive(),
    reason: z.string(),
  }),
  /** Something that a clock asks for was done. Without `doneAt` the time is asked for. */
  z.object({
    kind,
    type: z.literal('evidence'),
    by,
    clock: z.string(),
    doneAt: Instant.nullable(),
    reference: z.string().nullable(),
    form: z.string().nullable(),
    answers: Answers,
  }),
  /** What makes a clock unneeded has come about. */
  z.object({ kind, type: z.literal('lapse'), by, clock: z.string(), reason: z.string() }),
  /** Null: as they come. */
  z.object({
    kind,
    type: z.literal('setCadence'),
    by,
    clock: z.string(),
    every: Cadence.nullable(),
  }),
  z.object({ kind, type: z.literal('becomeIncident'), by, reason: z.string(), ...Incident }),
  z.object({
    kind,
    type: z.literal('convene'),
    by,
    ...Convening,
  }),
  z.object({
    kind,
    type: z.literal('noteMeeting'),
    meeting: RecordId,
    rule: z.string(),
    label: z.string(),
  }),
  z.object({
    kind,
    type: z.literal('noteMeetingClosed'),
    meeting: RecordId,
    by,
    /** Null: it was called off. */
    heldAt: Instant.nullable(),
    meets: z.string().nullable(),
    /** Its record was corrected: when it was held, as that was recorded before. */
    was: z.exactOptional(Instant),
    /** The seats that it leaves to the next one of its kind. */
    team: z.exactOptional(z.array(z.string())),
  }),
  /** Of a meeting in a room of its own. */
  z.object({ kind, type: z.literal('noteRecordSealed'), meeting: RecordId, sealedBy: Doer }),
  /** From a confidential meeting of it. */
  levelLeftIntent(kind),
  levelNowIntent(kind),
  /** From a meeting about it: a gate that it decided. */
  z.object({ kind, type: z.literal('noteGate'), gate: DecidedGate }),
  /** From a confidential meeting of it: an action that it asks for, or null once that is over. */
  z.object({ kind, type: z.literal('noteAction'), ...ActionTold.shape }),
  /** From its provider, and again whenever more is known: who is told of it in private. */
  z.object({ kind, type: z.literal('noteTelling'), telling: Telling }),
  /** An outcome: a service has accepted what somebody is told. */
  z.object({ kind, type: z.literal('noteTold'), slot: z.string(), place: z.string() }),
  z.object({ kind, type: z.literal('note'), by, text: z.string() }),
  z.object({ kind, type: z.literal('makeConfidential'), by, reason: z.string() }),
  z.object({ kind, type: z.literal('giveAccess'), by, ...Person }),
  z.object({ kind, type: z.literal('removeAccess'), by, ...Person }),
  z.object({ kind, type: z.literal('refuseAccess'), by, ...Person }),
  /** From somebody who may not see the case, or who only guesses that there is one. */
  z.object({ kind, type: z.literal('askAccess'), by, reason: z.string() }),
  /** An outcome of the room effect. */
  z.object({ kind, type: z.literal('noteRoom'), channel: z.string(), room: z.string() }),
  z.object({ kind, type: z.literal('panel'), by, ...Panel.shape }),
  /** From whoever raised it: whether they want news of it. */
  z.object({ kind, type: z.literal('switchNews'), by, on: z.boolean() }),
  /** After the panel: when the national system was updated. */
  z.object({ kind, type: z.literal('recordUpdated'), by, doneAt: Instant }),
  /** A concern is closed by its quality lead with a reason; an incident only by its panel. */
  z.object({ kind, type: z.literal('close'), by, outcome: z.string(), reason: z.string() }),
  /** An administrator's decisions on how long it is kept. */
  z.object({ kind, type: z.literal('hold'), by, because: z.string() }),
  z.object({ kind, type: z.literal('release'), by, because: z.string() }),
  z.object({ kind, type: z.literal('remove'), by, because: z.string() }),
  z.object({ kind, type: z.literal('wake'), outage: Outage.optional() }),
  ...outcomeIntents(kind),
])
export type CaseIntent = z.infer<typeof CaseIntent>
export type CaseIntentOf<Type extends CaseIntent['type']> = Extract<CaseIntent, { type: Type }>
