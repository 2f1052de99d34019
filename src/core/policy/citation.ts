import { z } from 'zod'
import { RuleStanding } from './standing-of-rule.ts'

/** Where a rule comes from, whose it is, and what it rests on. */
export const Citation = z.object({
  document: z.string().min(1),
  section: z.string().min(1),
  note: z.string().min(1),
  /** `source`: the document says so. `choice`: ours, adjustable. `practice`: customary. */
  kind: z.enum(['source', 'choice', 'practice']),
  basis: z.enum(['policy', 'contract', 'law']).optional(),
  /** Whether that still stands; a pack need not say. */
  standing: z.exactOptional(RuleStanding),
})
export type Citation = z.infer<typeof Citation>

/** What every rule of a pack carries. */
export const rule = { id: z.string().min(1), label: z.string().min(1), citation: Citation }
