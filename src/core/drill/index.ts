import { placeKey } from '../effect.ts'
import type { Intent } from '../intent.ts'
import type { Index, Kind } from '../kind.ts'
import { earliest, plusSeconds } from '../time/instant.ts'
import { announceDrill } from './announce.ts'
import { composeDrill } from './compose.ts'
import { decideDrill, LONGEST_SECONDS } from './decide.ts'
import type { Drill } from './drill.ts'
import type { DrillEvent } from './event.ts'
import { evolveDrill } from './evolve.ts'
import { indexInner } from './inner.ts'
import type { DrillIntent } from './intent.ts'
import { cleanedAt } from './keeping.ts'
import { DRILLS } from './timeline.ts'

export { guardedDrill } from './guarded.ts'

export const drillKind: Kind<Drill, DrillIntent, DrillEvent, Intent> = {
  decide: decideDrill,
  evolve: evolveDrill,
  announce: announceDrill,
  compose: composeDrill,
  // Nothing of it reaches another record.
  follow: () => [],
  index,
  standing: () => [],
}

function index(drill: Drill): Index {
  const { kind, places, removed } = drill
  const status = removed ? 'removed' : drill.status
  return {
    timeline: DRILLS,
    wakeAt: drill.status === 'over' ? cleanedAt(drill) : wakeAtOf(drill),
    // Nobody owes anything for real.
    dueAt: null,
    facets: { kind: [kind], status: [status], place: places.map(placeKey) },
  }
}

/** Its clock goes on with real time, and a day after it began it is over. */
function wakeAtOf({ records, ahead, startedAt }: Drill) {
  const inside = earliest(records.map((one) => indexInner(one).wakeAt))
  return earliest([
    inside === null ? null : plusSeconds(inside, -ahead),
    plusSeconds(startedAt, LONGEST_SECONDS),
  ])
}
