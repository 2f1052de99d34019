import { rate } from '../assess/instrument.ts'
import { notYours } from '../case/refusals.ts'
import { accept, type Decision, refuse } from '../decision.ts'
import type { Context } from '../kind.ts'
import { actsFor, doerOf } from '../people/doer.ts'
import type { Policy } from '../policy/policy.ts'
import type { Post } from '../policy/post.ts'
import { showLocal } from '../time/local.ts'
import { bandCycles } from './cycles.ts'
import type { ProviderEvent } from './event.ts'
import type { ProviderIntentOf } from './intent.ts'
import type { Provider } from './provider.ts'

/** Rates a provider; the band sets the cycles and suggests, and does nothing else by itself. */
export function rateProvider(
  provider: Provider,
  intent: ProviderIntentOf<'rate'>,
  context: Context,
): Decision<ProviderEvent> {
  const { policy, policyHash, directory, now } = context
  const instrument = policy.instruments.find(({ id }) => id === intent.instrument)
  if (!instrument || instrument.id === policy.riskMatrix) {
    const known = policy.instruments
      .filter(({ id }) => id !== policy.riskMatrix)
      .map(({ id }) => id)
    const choice =
      known.length > 0 ? `Choose one of: ${known.join(', ')}.` : 'These rules rate no providers.'
    return refuse('unknown', `A provider cannot be rated with "${intent.instrument}". ${choice}`)
  }
  const posts = raters(policy, instrument.id)
  const acting = actsFor(directory, provider, posts, intent.by, now)
  if (!acting) return notYours({ provider }, posts, context, `rate with the ${instrument.label}`)
  const ratedAt = intent.ratedAt ?? now
  if (ratedAt > now)
    return refuse(
      'tooEarly',
      `It is ${showLocal(now, policy.zone)} now: a rating cannot be dated later.`,
      {
        ratedAt: 'This time is still to come.',
      },
    )
  const previous = provider.ratings.findLast(({ rating }) => rating.instrument === instrument.id)
  if (previous && ratedAt < previous.ratedAt)
    return refuse(
      'invalid',
      `There is a later rating, of ${showLocal(previous.ratedAt, policy.zone)}. Date this one after it.`,
      {
        ratedAt: 'There is a later rating already.',
      },
    )
  const result = rate(instrument, intent.ratings, previous?.rating)
  if (!result.ok) return result
  const { rating } = result
  const band = instrument.bands.find(({ id }) => id === rating.band)
  if (!band) throw new Error(`${instrument.id} has no band ${rating.band}`)
  const rated: ProviderEvent = {
    type: 'rated',
    at: now,
    by: doerOf(directory, intent.by, acting),
    ratedAt,
    note: intent.note?.trim() || null,
    policyHash,
    rating: { ...rating, rows: [...rating.rows], blank: [...rating.blank] },
    prompts: [...band.prompts],
  }
  const cycles = bandCycles(provider, instrument.id, band, ratedAt, context)
  return accept(
    rated,
    ...cycles.map((cycle): ProviderEvent => ({ type: 'cycleSet', at: now, cycle })),
  )
}

/** Whoever owes one of the instrument's cycles may rate, and whoever triages; nobody rates their own organisation. */
function raters(policy: Policy, instrument: string): readonly Post[] {
  const owing = policy.cycles
    .filter(({ startsOn }) => startsOn.on === 'band' && startsOn.instrument === instrument)
    .map(({ owes }) => owes)
    .filter(({ of }) => of !== 'provider')
  const posts = [policy.prompting.triage, ...owing]
  return posts.filter(
    (one, index) =>
      posts.findIndex((other) => other.role === one.role && other.of === one.of) === index,
  )
}
