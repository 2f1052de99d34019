import type { Intent } from '../intent.ts'
import type { FollowUp } from '../kind.ts'
import type { RecordId } from '../record-id.ts'
import type { Instant } from '../time/instant.ts'
import type { Brief } from './action.ts'
import { recurringOf } from './cycle/compose.ts'
import { isWithheld } from './forgotten.ts'
import { outlineOf } from './matter/matter.ts'
import type { Provider } from './provider.ts'
import { latestRatings } from './trend.ts'

/** What is known of the provider, to the meetings that asked for it. */
export function briefs(
  provider: Provider,
  meetings: readonly RecordId[],
  at: Instant,
): FollowUp<Intent>[] {
  return meetings.map((to) => ({
    to,
    intent: { kind: 'meeting', type: 'noteBrief', brief: briefOf(provider, to, at) },
  }))
}

function briefOf(provider: Provider, meeting: RecordId, at: Instant): Brief {
  const { level, levelSince, decisions, ratings, actions = [], signs = [] } = provider
  const { matters = [] } = provider
  const last = decisions.at(-1)
  // Why this meeting itself was called stands above already.
  const isTold = last !== undefined && last.because !== meeting && !isWithheld(provider, last)
  return {
    at,
    level,
    since: levelSince,
    reason: isTold ? last.reason : null,
    ratings: latestRatings(ratings).map(({ rated: { rating, ratedAt }, before }) => ({
      instrument: rating.instrument,
      band: rating.bandLabel,
      at: ratedAt,
      total: rating.total,
      ...(before === null ? {} : { before }),
    })),
    actions: actions.filter((one) => one.meeting !== meeting),
    signs,
    cycles: recurringOf(provider).flatMap(({ rule, state, dueAt }) =>
      state === 'running' && dueAt !== null ? [{ rule, dueAt }] : [],
    ),
    // The provider sits in most of them: what it may not read yet is for none.
    matters: matters
      .filter(({ closedAt, keptBack }) => closedAt === null && !keptBack)
      .map(outlineOf),
  }
}
