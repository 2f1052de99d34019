import { z } from 'zod'
import { rule } from './citation.ts'

/** How long closed cases are kept. `downgraded`: incidents that the panel found to be no serious ones. */
export const RetentionRule = z.object({
  ...rule,
  of: z.enum(['incident', 'downgraded', 'concern']),
  years: z.int().positive(),
  /** The date from which the years count; where nobody knows when it occurred, when it was raised. */
  from: z.enum(['occurred', 'closed']),
})
export type RetentionRule = z.infer<typeof RetentionRule>
