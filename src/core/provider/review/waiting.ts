import type { Text } from '../../message/message.ts'
import type { Instant } from '../../time/instant.ts'
import type { Provider } from '../provider.ts'
import { isOpen } from './review.ts'

/** What waits for somebody since the record of a meeting was corrected. */
export function reviewsOwed(
  { name, reviews = [] }: Provider,
  person: string,
): readonly { readonly at: Instant; readonly text: Text }[] {
  return reviews
    .filter((review) => isOpen(review) && review.asked.includes(person))
    .map(({ at, meeting, how }) => ({
      at,
      text: [
        `${name}: does the level still stand? The record of `,
        { record: meeting },
        how === 'short'
          ? ' decides on it, and too few were there. Answer in the message that you got, or on the provider’s card.'
          : ' was corrected. Answer in the message that you got, or on the provider’s card.',
      ],
    }))
}

export function reviewers({ reviews = [] }: Pick<Provider, 'reviews'>): readonly string[] {
  return reviews.filter(isOpen).flatMap(({ asked }) => asked)
}
