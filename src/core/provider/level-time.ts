import type { Context } from '../kind.ts'
import type { RecordId } from '../record-id.ts'
import type { Instant } from '../time/instant.ts'
import { levelCycles, recounted } from './cycles.ts'
import type { Cycle, Provider } from './provider.ts'

interface Corrected {
  readonly meeting: RecordId
  readonly heldAt: Instant
  readonly was: Instant
  /** The way on which its record decides now. */
  readonly leadsTo?: string | null
}

/**
 * What began with the level on which a meeting decided is counted from when it was held, also once that is
 * corrected; where its record decides otherwise by now, somebody is asked what stands.
 */
export function levelHeldOtherwise(
  { decisions, cycles }: Pick<Provider, 'decisions' | 'cycles'>,
  { meeting, heldAt, was, leadsTo }: Corrected,
  { policy, now: at }: Pick<Context, 'policy' | 'now'>,
): Cycle[] {
  const entry = decisions.findLast(({ from, to }) => from !== to)
  if (entry?.because !== meeting || entry.transition !== leadsTo) return []
  const begun = levelCycles(policy.cycles, entry.from, entry.to).entered.map(({ id }) => id)
  return cycles
    .filter(({ rule, startAt }) => begun.includes(rule) && startAt === was)
    .map((cycle) => ({ ...cycle, startAt: heldAt }))
    .map((cycle) => (isOfFirstRound(cycle) ? recounted(cycle, at, policy) : cycle))
}

/** Later ones are counted from what was done, missed or changed since. */
function isOfFirstRound({ lastDoneAt, roundFrom, anchor }: Cycle): boolean {
  return lastDoneAt === null && roundFrom === undefined && anchor === undefined
}
