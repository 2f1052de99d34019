import { z } from 'zod'
import { Answers } from '../../message/form.ts'
import { Actor } from '../../people/actor.ts'
import { Instant } from '../../time/instant.ts'

const by = Actor

/** What people may ask of the record of a meeting. */
export function minutesIntents<Kind extends z.ZodLiteral<'meeting'>>(kind: Kind) {
  return [
    z.object({
      kind,
      type: z.literal('correct'),
      by,
      /** How often it had been corrected when they opened it. */
      version: z.int(),
      heldAt: Instant,
      answers: Answers,
    }),
    z.object({ kind, type: z.literal('seal'), by }),
    z.object({ kind, type: z.literal('addendum'), by, text: z.string() }),
  ] as const
}
