import { placeKey } from '../effect.ts'
import type { Intent } from '../intent.ts'
import type { Index, Kind } from '../kind.ts'
import type { Guarded } from '../people/access.ts'
import { earliest, plusSeconds } from '../time/instant.ts'
import { announceDrill } from './announce.ts'
import { composeDrill } from './compose.ts'
import { decideDrill, LONGEST_SECONDS } from './decide.ts'
import { DRILLS, type Drill } from './drill.ts'
import type { DrillEvent } from './event.ts'
import { evolveDrill } from './evolve.ts'
import { indexInner } from './inner.ts'
import type { DrillIntent } from './intent.ts'

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

/** Those who take part, and nobody else. */
export function guardedDrill({ places, people }: Drill): Guarded {
  return { provider: { slug: null, leadProvider: '' }, places, people, only: true }
}

function index(drill: Drill): Index {
  const { kind, status, places } = drill
  return {
    timeline: DRILLS,
    wakeAt: status === 'over' ? null : wakeAtOf(drill),
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
