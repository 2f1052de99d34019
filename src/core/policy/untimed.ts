import { z } from 'zod'
import { rule } from './citation.ts'
import { Opens } from './opens.ts'
import { Post } from './post.ts'

/** What is owed on a level and no document says by when: shown until it is there, never counted and never late. */
export const UntimedRule = z.object({
  ...rule,
  levels: z.array(z.string()).min(1),
  owes: Post,
  /** Only where the level was reached by one of these ways; owed until such a meeting is called. */
  after: z.exactOptional(z.array(z.string()).min(1)),
  /** How its document puts the time: `no time is given`. */
  time: z.string().min(1),
  /** A meeting of these that is recorded since the level began; matters of that kind, until none is open any more. */
  wants: Opens,
  /** It is enough that such a matter was opened since the level began, whatever becomes of it. */
  opened: z.exactOptional(z.literal(true)),
})
export type UntimedRule = z.infer<typeof UntimedRule>
