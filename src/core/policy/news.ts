import { z } from 'zod'
import { Citation } from './citation.ts'

const NewsStep = z.enum([
  'triaged',
  'becameIncident',
  'enhanced',
  'routine',
  /** It was decided on a provider that is in enhanced already, and stays where it is. */
  'levelStays',
  'meetingHeld',
  'downgrade',
  'delete',
  'close',
  /** Of a concern; what came of it, in the words of whoever closed it, is added. */
  'closed',
])
export type NewsStep = z.infer<typeof NewsStep>

/** What whoever raised a case is told of it, besides that it was received. What is not here they are not told. */
export const NewsRule = z.object({
  /** `{who}` stands for whoever looks at such a case. */
  steps: z.array(z.object({ on: NewsStep, words: z.string().min(1) })),
  citation: Citation,
})
