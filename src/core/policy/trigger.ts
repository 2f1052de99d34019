import { z } from 'zod'
import { Citation, rule } from './citation.ts'

export const TriggerRule = z.object({
  ...rule,
  /** At most 75 characters: what fits on a checkbox of every channel. */
  short: z.string().max(75),
  /** `towards`: counts with others. `alone`: enough by itself. `informs`: shown, not counted. `urgent`: opens the urgent path. */
  counts: z.enum(['towards', 'alone', 'informs', 'urgent']),
})
export type TriggerRule = z.infer<typeof TriggerRule>

export const TriggerTool = z.object({
  label: z.string(),
  /** How many that count towards together are enough. */
  threshold: z.int().positive(),
  /** A risk score from here on adds the urgent-path prompt. */
  urgentScore: z.int().positive(),
  /** Shown with every result. */
  disclaimer: z.string(),
  recommends: z.object({ yes: z.string(), no: z.string() }),
  citation: Citation,
})
export type TriggerTool = z.infer<typeof TriggerTool>
