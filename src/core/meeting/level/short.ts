import { z } from 'zod'

/** Who was there, where that was too few for its record to change the level by itself. */
export const Short = z.object({
  /** The organisations of those who were, without that of the provider; by their slugs. */
  there: z.array(z.string()),
  /** That which chairs it, where nobody of it was. */
  chair: z.string().nullable(),
})
export type Short = z.infer<typeof Short>
