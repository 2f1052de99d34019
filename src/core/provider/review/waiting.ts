import type { Text } from '../../message/message.ts'
import type { Instant } from '../../time/instant.ts'
import type { Provider } from '../provider.ts'
import { isMadeGood, openReviews } from './open.ts'

const CORRECTED = ' was corrected.'
const WAITS = {
  corrected: CORRECTED,
  added: CORRECTED,
  held: CORRECTED,
  short: ' decides on it, and too few were there.',
  enough: ' decides on it; it was corrected, and by now says that enough were there.',
} as const

/** What waits for somebody since the record of a meeting was corrected. */
export function reviewsOwed(
  provider: Provider,
  person: string,
): readonly { readonly at: Instant; readonly text: Text }[] {
  const { name } = provider
  return openReviews(provider)
    .filter(({ asked }) => asked.includes(person))
    .map((review) => ({
      ...review,
      now: isMadeGood(provider, review) ? ('enough' as const) : review.how,
    }))
    .map(({ at, meeting, now }) => ({
      at,
      text: [
        `${name}: does the level still stand? The record of `,
        { record: meeting },
        `${WAITS[now]} Answer in the message that you got, or on the provider’s card.`,
      ],
    }))
}

export function reviewers(provider: Pick<Provider, 'reviews' | 'confidential'>): readonly string[] {
  return openReviews(provider).flatMap(({ asked }) => asked)
}
