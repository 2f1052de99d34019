import { z } from 'zod'
import { Doer } from '../../people/actor.ts'
import { Instant } from '../../time/instant.ts'

/** The level of its provider, as the provider says; until when it is held at the earliest. */
export const LevelNow = z.object({
  level: z.string(),
  since: Instant,
  until: z.exactOptional(Instant),
})
export type LevelNow = z.infer<typeof LevelNow>

/** Where the provider stood when somebody decided, and the way that was taken from there; null where it stays. */
export const Found = z.object({ level: z.string(), way: z.string().nullable() })
export type Found = z.infer<typeof Found>

/** Of a decision with the provider that rests on this case. */
const DecidedThere = z.object({ by: Doer, found: Found, reason: z.string() })

export function levelNowIntent(kind: z.ZodLiteral<'case'>) {
  return z.object({
    kind,
    type: z.literal('noteProviderLevel'),
    ...LevelNow.shape,
    decided: z.exactOptional(DecidedThere),
  })
}
