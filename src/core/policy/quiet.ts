import { z } from 'zod'
import { rule } from './citation.ts'

/** After how long in which nothing was recorded about a provider in enhanced somebody is asked why. */
export const QuietRule = z.object({
  ...rule,
  providerDays: z.int().positive(),
  at: z.string().regex(/^\d\d:\d\d$/),
  /** How far away the day may be on which whoever is asked looks again. */
  mostDays: z.int().positive(),
})
export type QuietRule = z.infer<typeof QuietRule>
