import { z } from 'zod'
import { rule } from './citation.ts'

const Weekday = z.enum(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'])

/** When the tracker goes as a digest to whoever asks for it: each working day, or once a week. */
export const DigestRule = z.object({
  ...rule,
  at: z.string().regex(/^\d\d:\d\d$/),
  /** The day of the weekly one; the next working day where that is none. */
  weeklyOn: Weekday,
  /** How far it looks ahead. */
  daysAhead: z.int().positive(),
})
export type DigestRule = z.infer<typeof DigestRule>
