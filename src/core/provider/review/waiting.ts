import type { Text } from '../../message/message.ts'
import type { Instant } from '../../time/instant.ts'
import type { Provider } from '../provider.ts'
import { openReviews } from './open.ts'

/** What waits for somebody since the record of a meeting was corrected. */
export function reviewsOwed(
  provider: Provider,
  person: string,
): readonly { readonly at: Instant; readonly text: Text }[] {
  const { name } = provider
  return openReviews(provider)
    .filter(({ asked }) => asked.includes(person))
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

export function reviewers(provider: Pick<Provider, 'reviews' | 'confidential'>): readonly string[] {
  return openReviews(provider).flatMap(({ asked }) => asked)
}
