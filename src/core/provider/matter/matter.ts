import { z } from 'zod'
import { Answers } from '../../message/form.ts'
import { Doer } from '../../people/actor.ts'
import { Instant } from '../../time/instant.ts'

/** A consequence times a likelihood, as it was worked out at that moment. */
const MatterRating = z.object({
  label: z.string(),
  total: z.number(),
  bandLabel: z.string(),
  /** Read by its name, never by the number. */
  nameOnly: z.exactOptional(z.literal(true)),
  /** The same of the step, or the matter, before. */
  before: z.exactOptional(z.number()),
  /** The matter that it is compared with, where that is another. */
  of: z.exactOptional(z.int().positive()),
})
export type MatterRating = z.infer<typeof MatterRating>

/** One thing that was put on file. */
const Filed = z.object({
  at: Instant,
  by: Doer,
  step: z.string(),
  answers: Answers,
  ratings: z.exactOptional(z.array(MatterRating)),
})
export type Filed = z.infer<typeof Filed>

/** Something about a provider that goes on step by step: a risk, an action of its plan, a visit. */
export const Matter = z.object({
  n: z.int().positive(),
  rule: z.string(),
  openedAt: Instant,
  /** As it was named when it was opened. */
  name: z.string(),
  closedAt: Instant.nullable(),
  filed: z.array(Filed).min(1),
  /** The provider may not read it yet. */
  keptBack: z.boolean(),
  policyHash: z.string(),
})
export type Matter = z.infer<typeof Matter>

/** As it stands in a list: what it is, its latest step, and its latest ratings. */
export const MatterOutline = z.object({
  ...Matter.pick({ rule: true, n: true, name: true }).shape,
  step: z.string(),
  ratings: z.exactOptional(z.array(MatterRating)),
})
export type MatterOutline = z.infer<typeof MatterOutline>

export function outlineOf({ rule, n, name, filed }: Matter): MatterOutline {
  const ratings = filed.findLast((one) => one.ratings)?.ratings
  return { rule, n, name, step: filed.at(-1)?.step ?? '', ...(ratings && { ratings }) }
}

export type MatterEvent = {
  readonly type: 'filed'
  readonly matter: number
  readonly rule: string
  readonly name: string
  readonly step: string
  readonly by: Doer
  readonly answers: Answers
  readonly ratings?: MatterRating[]
  readonly closes: boolean
  readonly keptBack: boolean
  readonly policyHash: string
}

/** The id under which its day is counted and reminded of, beside the recurring duties. */
export function dutyIdOf({ n }: Pick<Matter, 'n'>): string {
  return `matter-${n}`
}

export function matterOfDuty(matters: readonly Matter[], duty: string): Matter | undefined {
  return matters.find((one) => dutyIdOf(one) === duty)
}

/** Applies one fact. */
export function withFiled(
  matters: readonly Matter[],
  event: MatterEvent & { readonly at: Instant },
): Matter[] {
  const { at, matter: n, step, by, answers, ratings, closes, keptBack } = event
  const filed: Filed = { at, by, step, answers, ...(ratings && { ratings }) }
  const closedAt = closes ? at : null
  if (!matters.some((one) => one.n === n)) {
    const { rule, name, policyHash } = event
    const opened = { n, rule, openedAt: at, name, closedAt, filed: [filed], keptBack, policyHash }
    return [...matters, opened]
  }
  return matters.map((one) =>
    one.n === n ? { ...one, keptBack, closedAt, filed: [...one.filed, filed] } : one,
  )
}
