import { z } from 'zod'
import { Citation } from './citation.ts'

/** What of a provider makes items for the agenda of a meeting about it. */
const Source = z.enum(['level', 'cycles', 'actions', 'signs', 'matters'])
export type AgendaSource = z.infer<typeof Source>

/** What is proposed for the agenda of every meeting, in this order. */
export const AgendaRule = z.object({
  items: z.array(z.object({ from: Source, label: z.string() })).min(1),
  citation: Citation,
})
