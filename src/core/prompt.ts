import { z } from 'zod'
import { Post } from './policy/post.ts'
import { Instant } from './time/instant.ts'

/** One offered answer: recorded at once, or a form that asks for more. */
export const Offer = z.object({
  value: z.string(),
  label: z.string().max(75),
  /** The form that gives this answer; without one the press itself does. */
  form: z.string().optional(),
  /** What that form is opened with. */
  with: z.record(z.string(), z.string()).optional(),
  style: z.enum(['primary', 'danger']).optional(),
})
export type Offer = z.infer<typeof Offer>

/** A question to a post or to named people, in the thread of a record. */
export const Prompt = z.object({
  id: z.string().regex(/^[\w-]+$/),
  /** What is asked; `compose` words it. */
  asks: z.string(),
  /** The clock, seat or the like that it is about. */
  about: z.string().nullable(),
  post: Post.nullable(),
  /** Those asked so far, the latest last. */
  asked: z.array(z.string()),
  offers: z.array(Offer),
  /** Raised when the answer changes; a button carries the one it was shown with. */
  revision: z.int(),
  state: z.enum(['open', 'answered', 'withdrawn']),
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
  answeredAt: Instant.nullable(),
  openedAt: Instant,
  urgent: z.boolean(),
  /** When the next person is asked, if nobody has answered; the step of the climb that is next. */
  climbAt: Instant.nullable(),
  climbed: z.int(),
  /** When those who were asked are reminded, where a meeting asks. */
  nudgeAt: z.exactOptional(Instant.nullable()),
  /** The numbers of those messages asking again that were told in the notice after an outage instead. */
  folded: z.array(z.int()),
})
export type Prompt = z.infer<typeof Prompt>

/** What a prompt's messages are named by: asked again, it gets new ones, so that it notifies again. */
export function promptName({ id, revision }: Pick<Prompt, 'id' | 'revision'>): string {
  return revision === 1 ? id : `${id}.${revision}`
}

/** The number of the newest message that asks, up to one: 1 is the prompt itself. */
export function lastAsk({ folded }: Pick<Prompt, 'folded'>, upTo: number): number {
  let n = upTo
  while (folded.includes(n)) n -= 1
  return n
}
