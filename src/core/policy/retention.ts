import { z } from 'zod'
import { rule } from './citation.ts'

/**
 * How long closed cases are kept, and recorded meetings that are about a provider and no case.
 * `downgraded`: incidents that the panel found to be no serious ones.
 */
export const RetentionRule = z.object({
  ...rule,
  of: z.enum(['incident', 'downgraded', 'concern', 'meeting']),
  years: z.int().positive(),
  /**
   * The date from which the years count: `occurred` is when a case was raised where nobody knows it,
   * and when a meeting was held; a meeting is closed by its record.
   */
  from: z.enum(['occurred', 'closed']),
})
export type RetentionRule = z.infer<typeof RetentionRule>
