import { z } from 'zod'
import { rule } from './citation.ts'

/** How long an approval of the pack holds before it is reviewed, and when administrators are reminded. */
export const ApprovalRule = z.object({
  ...rule,
  months: z.int().positive(),
  /** Days before the day of the review; on that day itself they always are. */
  daysBefore: z.array(z.int().positive()),
  /** From the day after, while it is overdue. */
  everyDays: z.int().positive(),
  at: z.string().regex(/^\d\d:\d\d$/),
})
export type ApprovalRule = z.infer<typeof ApprovalRule>
