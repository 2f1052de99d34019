import { z } from 'zod'

/** A notice about a decision: what it says is in `decisions`. */
export const DecisionNotice = z.object({
  say: z.literal('decision'),
  what: z.enum(['closed', 'withdrawn', 'disputed', 'resolver', 'resolved']),
  decision: z.int(),
})
