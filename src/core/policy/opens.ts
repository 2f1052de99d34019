import { z } from 'zod'

/** What is called or put on file. */
export const Opens = z.discriminatedUnion('of', [
  /** One of these meetings is called. */
  z.object({ of: z.literal('meetings'), meetings: z.array(z.string()).min(1) }),
  /** Such a matter is put on file. */
  z.object({ of: z.literal('matter'), matter: z.string() }),
])
export type Opens = z.infer<typeof Opens>
