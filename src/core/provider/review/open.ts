import type { RecordId } from '../../record-id.ts'
import { heldMeetings } from '../held.ts'
import type { Provider } from '../provider.ts'
import { isOpen, type Review } from './review.ts'

type Known = Pick<Provider, 'reviews' | 'confidential'>

/** What is asked still, and read by whoever reads of the provider. */
export function openReviews(provider: Known): readonly Review[] {
  const { reviews = [] } = provider
  return reviews.filter(
    (one) => isOpen(one) && !isHidden(provider, one) && !overtakenBy(provider, one),
  )
}

/** Whether it tells who was at a meeting that is for those on a list alone by now. */
export function isHidden({ confidential = [] }: Known, { how, meeting }: Review): boolean {
  return how === 'short' && confidential.includes(meeting)
}

/** The same that was asked anew of a later meeting at which too few were, too. */
export function overtakenBy({ reviews = [] }: Known, { n, how, way }: Review): Review | undefined {
  const isSame = (one: Review) => one.n > n && one.how === 'short' && one.way === way
  return how === 'short' ? reviews.findLast(isSame) : undefined
}

/** What was asked of a meeting at which too few were. */
export function askedOfShort({ reviews = [] }: Known, meeting: RecordId): readonly Review[] {
  return reviews.filter((one) => one.how === 'short' && one.meeting === meeting)
}

/** Whether its record was corrected since: by what it says now enough were there. */
export function isMadeGood(provider: Provider, { how, meeting, way }: Review): boolean {
  const held = heldMeetings(provider).find((one) => one.meeting === meeting)
  return how === 'short' && held?.short === null && held.leadsTo === way
}
