import { z } from 'zod'

/** Of whom it is known that they have not heard that it is called off, or starts at another time. */
const Untold = z.object({
  person: z.string(),
  about: z.enum(['calledOff', 'time']),
  /** The notice that says it. */
  news: z.int().positive(),
  place: z.string(),
  reason: z.string(),
})

export type UntoldEvent = { readonly type: 'untold' } & z.infer<typeof Untold>

/** What whoever called it off, or moved it, reads of it: somebody must phone. */
export const UntoldNotice = z.object({ say: z.literal('untold'), ...Untold.shape })
export type UntoldNotice = z.infer<typeof UntoldNotice>
