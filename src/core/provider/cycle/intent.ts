import { z } from 'zod'
import { Actor } from '../../people/actor.ts'
import { Instant } from '../../time/instant.ts'

const kind = z.literal('provider')
/** How many changes of it stood when the form was opened, by `seenBefore`; none is compared without. */
export const seen = z.exactOptional(z.int().nonnegative())
const shared = { kind, by: Actor, cycle: z.string() }

/** What people ask of recurring duties, besides saying that a round was done, and of what is put to them. */
export const dutyIntents = [
  z.object({
    ...shared,
    type: z.literal('beginDuty'),
    /** From when the first round is counted. */
    startAt: Instant,
    /** How many months or days, where the pack lets it be chosen. */
    amount: z.number().nullable(),
    seen,
  }),
  z.object({ ...shared, type: z.literal('stopDuty'), reason: z.string(), seen }),
  z.object({
    ...shared,
    type: z.literal('chooseInterval'),
    amount: z.number(),
    unit: z.enum(['days', 'weeks', 'months']),
    reason: z.string(),
    seen,
  }),
  /** To whoever asks whether it is stepped up: it is not. */
  z.object({ ...shared, type: z.literal('leaveDuty'), reason: z.string() }),
  /** Why a round was not held; the next one begins. Of one that is missed again, by when it was due: why not in time. */
  z.object({
    ...shared,
    type: z.literal('explainMissed'),
    reason: z.string(),
    round: z.exactOptional(Instant),
    seen,
  }),
  /** A stage of a procedure by its id, `none` to end it, or `notNow` to leave it as it is. */
  z.object({
    kind,
    type: z.literal('decideStage'),
    by: Actor,
    procedure: z.string(),
    stage: z.string(),
    reason: z.string(),
    seen,
  }),
] as const

export type DutyIntent = z.infer<(typeof dutyIntents)[number]>
/** Of one cycle. */
export type CycleIntent = Extract<DutyIntent, { cycle: string }>
export type DutyIntentOf<Type extends DutyIntent['type']> = Extract<DutyIntent, { type: Type }>

const TYPES: Readonly<Record<DutyIntent['type'], true>> = {
  beginDuty: true,
  stopDuty: true,
  chooseInterval: true,
  leaveDuty: true,
  explainMissed: true,
  decideStage: true,
}

export function asksOfDuty<Asked extends { readonly type: string }>(
  intent: Asked,
): intent is Extract<Asked, { type: DutyIntent['type'] }> {
  return Object.hasOwn(TYPES, intent.type)
}
