import { z } from 'zod'

/** A notice about a conflict of interest: what it says is in `conflicts`. */
export const ConflictNotice = z.object({
  say: z.literal('conflict'),
  what: z.enum(['declared', 'returned']),
  conflict: z.int(),
})
