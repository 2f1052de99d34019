import { z } from 'zod'
import { rule } from './citation.ts'

/** What is looked at in one domain of quality: examples, none of which is a threshold. */
export const IndicatorRule = z.object({
  ...rule,
  /** What people call it who ask for it: `safety`. */
  domain: z.string(),
  examples: z.array(z.string()).min(1),
})
export type IndicatorRule = z.infer<typeof IndicatorRule>
