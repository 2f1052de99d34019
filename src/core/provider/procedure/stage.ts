import { z } from 'zod'
import { Doer } from '../../people/actor.ts'
import type { Policy } from '../../policy/policy.ts'
import type { ProcedureRule } from '../../policy/procedure.ts'
import { Instant } from '../../time/instant.ts'
import type { Provider } from '../provider.ts'

/** What somebody decided on the stage of a procedure. Null: no stage. */
export const StageDecision = z.object({
  n: z.int().positive(),
  at: Instant,
  procedure: z.string(),
  by: Doer,
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** It stays as it is, for now. */
  notNow: z.boolean(),
  reason: z.string(),
  /** The rating that suggested it; null where none asked. */
  rating: z.int().nullable(),
})
export type StageDecision = z.infer<typeof StageDecision>

export interface StageDecided extends Omit<StageDecision, 'n' | 'at'> {
  readonly type: 'stageDecided'
}

type Staged = Pick<Provider, 'stages'>

/** The stage that was decided last; null where none was, or the procedure was ended. */
export function stageNow({ stages = [] }: Staged, procedure: string): string | null {
  return stages.findLast((one) => one.procedure === procedure)?.to ?? null
}

/** Since when it is that stage, and who decided so. */
export function stageSince({ stages = [] }: Staged, procedure: string): StageDecision | undefined {
  return stages.findLast((one) => one.procedure === procedure && !one.notNow)
}

export function procedureOf({ procedures = [] }: Policy, id: string): ProcedureRule | undefined {
  return procedures.find((one) => one.id === id)
}

/** `Stage 2`, `no stage`. */
export function stageLabel({ stages }: ProcedureRule, stage: string | null): string {
  if (stage === null) return 'no stage'
  return stages.find(({ id }) => id === stage)?.label ?? stage
}

/** What a stage asks for; undefined where the rules do not say. */
export function stageText({ stages }: ProcedureRule, stage: string): string | undefined {
  return stages.find(({ id }) => id === stage)?.text
}

/** That some of these stages are not told in the rules; null where all are, or nothing is to be said of it. */
export function unsaidOf(rule: ProcedureRule, stages: readonly string[]): string | null {
  const isSilent = stages.some((stage) => stageText(rule, stage) === undefined)
  return isSilent ? (rule.unsaid ?? null) : null
}

/** `Stage 4 or Stage 5`. */
export function stageLabels(rule: ProcedureRule, stages: readonly string[]): string {
  return stages.map((stage) => stageLabel(rule, stage)).join(' or ')
}
