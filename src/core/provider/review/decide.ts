import { accept, type Decision, refuse } from '../../decision.ts'
import type { Effect } from '../../effect.ts'
import type { Context } from '../../kind.ts'
import { doerOf, nameOfDoer } from '../../people/doer.ts'
import { orHost } from '../../people/lead.ts'
import { resolvePost } from '../../people/posts.ts'
import { reachOf } from '../../people/reach.ts'
import type { Allowed } from '../../permission/permitted.ts'
import type { Policy } from '../../policy/policy.ts'
import type { RecordId } from '../../record-id.ts'
import type { Standing } from '../../standing.ts'
import { showLocal } from '../../time/local.ts'
import type { ProviderEvent } from '../event.ts'
import type { ProviderIntentOf } from '../intent.ts'
import type { Provider } from '../provider.ts'
import { askedOfShort, openReviews, overtakenBy } from './open.ts'
import { type Review, type ReviewEvent, slotOfReview } from './review.ts'

type ReviewIntent = ProviderIntentOf<'noteRecordChanged' | 'confirmLevel'>

export function asksReview<Asked extends { readonly type: string }>(
  intent: Asked,
): intent is Extract<Asked, { type: ReviewIntent['type'] }> {
  return intent.type === 'noteRecordChanged' || intent.type === 'confirmLevel'
}

export function decideReview(
  provider: Provider,
  intent: ReviewIntent,
  context: Allowed,
): Decision<ProviderEvent> {
  return intent.type === 'confirmLevel'
    ? confirmLevel(provider, intent, context)
    : noteRecordChanged(provider, intent, context)
}

/** From a meeting that decided on the level: its record says something else now. The level stays. */
function noteRecordChanged(
  provider: Provider,
  { meeting, label, how, correctedBy }: ProviderIntentOf<'noteRecordChanged'>,
  context: Context,
): Decision<ProviderEvent> {
  return accept(questioning(provider, { meeting, label, how, correctedBy }, context))
}

/** Puts it to whoever decides whether the level stands, in private and in the thread. */
export function questioning(
  provider: Provider,
  said: Pick<Review, 'meeting' | 'label' | 'how' | 'correctedBy' | 'way'>,
  context: Context,
  whom: readonly string[] = [],
): ProviderEvent {
  const { policy, directory, channels, now: at } = context
  const found = resolvePost(
    directory,
    provider,
    orHost(policy.prompting.triage, provider, policy),
    at,
  )
  const asked = whom.length > 0 ? [...whom] : found ? [found.person] : []
  const places = asked.flatMap((person) =>
    reachOf(directory, person, channels).map((channel) => ({
      channel,
      to: { type: 'person' as const, person },
    })),
  )
  return { type: 'levelQuestioned', at, ...said, asked, places }
}

/** The level stands, whatever was corrected. To change it is a decision of its own. */
function confirmLevel(
  { reviews = [] }: Provider,
  { by, review: n, reason }: ProviderIntentOf<'confirmLevel'>,
  { policy, directory, acting, now: at }: Allowed,
): Decision<ProviderEvent> {
  const review = reviews.find((one) => one.n === n)
  if (!review) return refuse('unknown', 'That is not asked of this provider. Open its card again.')
  if (review.decided) return refuse('stale', decidedMeanwhile(review.decided, policy))
  if (reason.trim() === '')
    return refuse('missing', 'Say why the level stands: it is kept with the decision.', {
      reason: 'Say why it stands.',
    })
  const doer = doerOf(directory, by, acting)
  return accept({ type: 'levelConfirmed', at, review: n, by: doer, reason: reason.trim() })
}

function decidedMeanwhile(
  { at, by, stands }: NonNullable<Review['decided']>,
  { zone }: Pick<Policy, 'zone'>,
): string {
  const what = stands ? 'that the level stands' : 'on the level anew'
  return `${nameOfDoer(by)} decided ${what}, ${showLocal(at, zone)}. Nothing of yours was saved; nothing is asked any more.`
}

/** In the thread and to whoever is asked. */
export function announceReview(provider: Provider, event: ReviewEvent): readonly Effect[] {
  const { reviews = [] } = provider
  const n = event.type === 'levelQuestioned' ? reviews.length : event.review
  const told = reviews.filter((one) => one.n === n || overtakenBy(provider, one)?.n === n)
  return messagesOf(provider.places, told)
}

/** Once somebody has decided on the level, nothing of it is asked any more. */
export function decidedAnew(
  { places, reviews = [] }: Provider,
  event: ProviderEvent,
): readonly Effect[] {
  if (event.type !== 'levelDecided') return []
  return messagesOf(
    places,
    reviews.filter(({ decided }) => decided?.at === event.at),
  )
}

/** What is said of a meeting with too few there, on the card and in the question, once it is confidential or corrected. */
export function announceShort(provider: Provider, meeting: RecordId): readonly Effect[] {
  const { places } = provider
  const asked = askedOfShort(provider, meeting)
  if (asked.length === 0) return []
  const card = places.map((place): Effect => {
    return { type: 'message', place, slot: 'root', urgent: false }
  })
  return [...card, ...messagesOf(places, asked)]
}

function messagesOf(places: Provider['places'], reviews: readonly Review[]): readonly Effect[] {
  return reviews.flatMap((review) =>
    standingAt(places, review).map((one): Effect => ({ type: 'message', ...one })),
  )
}

/** What must stand while nobody has decided. */
export function standingReviews(provider: Provider): readonly Standing[] {
  return openReviews(provider).flatMap((review) => standingAt(provider.places, review))
}

function standingAt(places: Provider['places'], review: Review): Standing[] {
  return [...places, ...review.places].map((place) => ({
    place,
    slot: slotOfReview(review),
    urgent: false,
  }))
}
