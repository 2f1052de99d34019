import { accept, type Decision } from '../decision.ts'
import type { Context } from '../kind.ts'
import { type Instant, plusSeconds } from '../time/instant.ts'
import { localDay } from '../time/local.ts'
import { type Drill, EMPTY_DRILL } from './drill.ts'
import type { DrillEvent } from './event.ts'

const DAY_SECONDS = 24 * 3600

type Kept = NonNullable<NonNullable<Drill['ended']>['kept']>

/** How long a rehearsal that ends now is kept; undefined where the pack does not say. */
export function keptFrom(now: Instant, { policy }: Pick<Context, 'policy'>): Kept | undefined {
  const rule = policy.rehearsalsKept
  return rule && { rule: rule.id, until: plusSeconds(now, rule.days * DAY_SECONDS) }
}

/** When one that is over is cleaned away; null once it is, or where nothing says that it should be. */
export function cleanedAt({ ended, removed }: Drill): Instant | null {
  return removed ? null : (ended?.kept?.until ?? null)
}

/** Nothing of a rehearsal is evidence: Muster takes it away itself. */
export function cleaned(drill: Drill, { now: at, policy }: Context): Decision<DrillEvent> {
  const kept = drill.ended?.kept
  if (!kept || drill.removed || at < kept.until) return accept()
  return accept({
    type: 'removed',
    at,
    by: { type: 'clock' },
    because: 'It was a rehearsal, and it is over.',
    rule: kept.rule,
    keptUntil: localDay(kept.until, policy.zone),
  })
}

/** What is left of a rehearsal: that it was, under which rules, and its script, which is the pack’s. */
export function tombstone(drill: Drill, removed: NonNullable<Drill['removed']>): Drill {
  const { id, policy, script, startedAt, channel, ahead } = drill
  return {
    kind: 'drill',
    status: 'over',
    id,
    policy,
    script,
    startedAt,
    startedBy: { type: 'clock' },
    people: [],
    channel,
    ahead,
    ...EMPTY_DRILL,
    removed,
  }
}
