import { z } from 'zod'
import { rule } from './citation.ts'

/** After how long in which nothing was recorded about a provider in enhanced, or on an open case, somebody is asked. */
export const QuietRule = z.object({
  ...rule,
  providerDays: z.int().positive(),
  /** Of a case of which nobody is reminded; without it nobody is asked about cases. */
  caseDays: z.exactOptional(z.int().positive()),
  at: z.string().regex(/^\d\d:\d\d$/),
  /** How far away the day may be on which whoever is asked looks again. */
  mostDays: z.int().positive(),
})
export type QuietRule = z.infer<typeof QuietRule>
