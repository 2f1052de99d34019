import { z } from 'zod'
import { Citation } from './citation.ts'
import { Post } from './post.ts'

/** What a safeguarding matter leads to: who is told, and the follow-up of it. */
export const SafeguardingRule = z.object({
  /** The list of people who are told, in the order of the route; all of them at once. */
  telling: z.string(),
  /** The clock of its follow-up. */
  clock: z.string(),
  /** Who reads how many there were. */
  reads: z.array(Post).min(1),
  /** The figures are those of so many months, counted from January. */
  months: z.int().positive().max(12),
  citation: Citation,
})
export type SafeguardingRule = z.infer<typeof SafeguardingRule>
