import { z } from 'zod'
import { Actor } from '../../people/actor.ts'

/** What is asked of a meeting about conflicts of interest. */
export function conflictIntents(kind: z.ZodLiteral<'meeting'>) {
  const by = Actor
  return [
    z.object({
      kind,
      type: z.literal('declareConflict'),
      by,
      /** Whose it is; of an organisation that is called, all of it. */
      whose: z.discriminatedUnion('type', [
        z.object({ type: z.literal('person'), person: z.string() }),
        z.object({ type: z.literal('organisation'), slug: z.string() }),
      ]),
      what: z.string(),
    }),
    z.object({
      kind,
      type: z.literal('returnFromConflict'),
      by,
      conflict: z.int(),
      reason: z.string(),
    }),
  ] as const
}
