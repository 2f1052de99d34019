import { z } from 'zod'
import { Place } from '../../effect.ts'
import { Doer } from '../../people/actor.ts'
import { RecordId } from '../../record-id.ts'
import { Instant } from '../../time/instant.ts'

/**
 * Whether a level still stands, since the record of the meeting that decided on it says something else
 * now. It stands until somebody decides.
 */
export const Review = z.object({
  n: z.int().positive(),
  at: Instant,
  meeting: RecordId,
  label: z.string(),
  /** `corrected`: the draft says otherwise; `added`: something stands beside the sealed record; `held`: it was held at another time, by which the level was not open; `short`: too few were there for it to change the level. */
  how: z.enum(['corrected', 'added', 'held', 'short']),
  /** The way on which a meeting decided at which too few were. */
  way: z.exactOptional(z.string()),
  correctedBy: Doer,
  /** Who is asked, and where they read it in private. */
  asked: z.array(z.string()),
  places: z.array(Place),
  /** Null while nobody has decided; the reason is with the decision where the level was changed. */
  decided: z.object({ at: Instant, by: Doer, stands: z.boolean(), reason: z.string() }).nullable(),
})
export type Review = z.infer<typeof Review>

export type ReviewEvent =
  | ({ type: 'levelQuestioned' } & Omit<Review, 'n' | 'at' | 'decided'>)
  | { type: 'levelConfirmed'; review: number; by: Doer; reason: string }

export function isOfReview<Event extends { readonly type: string }>(
  event: Event,
): event is Extract<Event, { type: ReviewEvent['type'] }> {
  return event.type === 'levelQuestioned' || event.type === 'levelConfirmed'
}

export function slotOfReview({ n }: Pick<Review, 'n'>): `prompt:${string}` {
  return `prompt:review-${n}`
}

export function isOpen({ decided }: Review): boolean {
  return decided === null
}

/** Applies one fact. */
export function withReview(
  reviews: readonly Review[],
  event: ReviewEvent & { readonly at: Instant },
): Review[] {
  const { at } = event
  if (event.type === 'levelQuestioned') {
    const { type, ...review } = event
    return [...reviews, { n: reviews.length + 1, ...review, decided: null }]
  }
  const { review: n, by, reason } = event
  return reviews.map((one) =>
    one.n === n ? { ...one, decided: { at, by, stands: true, reason } } : one,
  )
}

/**
 * Whoever decides on the level has looked at what was corrected. What a case or a meeting leads to says nothing of
 * that; but once the level is another one, nobody waits for what a meeting with too few there could not change.
 */
export function decidedBy(
  reviews: readonly Review[],
  { at, by, reason, because, from, to }: Answering,
): Review[] {
  const isAnswered = (one: Review) => because === null || (one.how === 'short' && from !== to)
  return reviews.map((one) =>
    isOpen(one) && isAnswered(one) ? { ...one, decided: { at, by, stands: false, reason } } : one,
  )
}

interface Answering {
  readonly at: Instant
  readonly by: Doer
  readonly reason: string
  readonly because: RecordId | null
  readonly from: string
  readonly to: string
}
