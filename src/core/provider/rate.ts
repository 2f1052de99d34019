import { type Rating, rate } from '../assess/instrument.ts'
import { accept, type Decision, refuse } from '../decision.ts'
import { doerOf } from '../people/doer.ts'
import type { Allowed } from '../permission/permitted.ts'
import type { Instrument } from '../policy/instrument.ts'
import { showLocal } from '../time/local.ts'
import { bandCycles } from './cycles.ts'
import type { ProviderEvent } from './event.ts'
import type { ProviderIntentOf } from './intent.ts'
import { stageQuestions } from './procedure/ask.ts'
import type { Provider } from './provider.ts'

/** What the scores suggest by themselves, row by row. */
function promptsOf({ items }: Instrument, { rows }: Rating): string[] {
  return rows.flatMap(({ id, score }) => {
    const item = items.find((one) => one.id === id)
    return item?.steps.find((one) => one.score === score)?.prompts ?? []
  })
}

/** Rates a provider; the band sets the cycles and suggests, and does nothing else by itself. */
export function rateProvider(
  provider: Provider,
  intent: ProviderIntentOf<'rate'>,
  context: Allowed,
): Decision<ProviderEvent> {
  const { policy, policyHash, directory, acting, now } = context
  const instrument = policy.instruments.find(({ id }) => id === intent.instrument)
  if (!instrument) throw new Error(`Pack ${policy.id} has no instrument ${intent.instrument}`)
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
    prompts: [...band.prompts, ...promptsOf(instrument, rating)],
  }
  const cycles = bandCycles(provider, instrument.id, band, ratedAt, context)
  return accept(
    rated,
    ...cycles.map((cycle): ProviderEvent => ({ type: 'cycleSet', at: now, cycle })),
    ...stageQuestions(
      provider,
      { instrument: instrument.id, band: band.id, before: previous?.rating.band },
      context,
    ),
  )
}
