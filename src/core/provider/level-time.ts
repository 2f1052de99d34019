import type { Context } from '../kind.ts'
import type { RecordId } from '../record-id.ts'
import { dueDate } from '../time/due.ts'
import type { Instant } from '../time/instant.ts'
import { localDay } from '../time/local.ts'
import { levelCycles, recounted } from './cycles.ts'
import { heldMeetings, recordedNeed } from './held.ts'
import type { Cycle, LevelDecision, Provider } from './provider.ts'
import { standingChanges } from './taken-back/placement.ts'

export interface Corrected {
  readonly meeting: RecordId
  readonly heldAt: Instant
  /** By the record before; not there where only what it decides was corrected. */
  readonly was?: Instant
  /** The way on which its record decides now; not there where that is not told. */
  readonly leadsTo?: string | null
}

type Known = Pick<Context, 'policy' | 'now'>

/**
 * What began with the level on which a meeting decided is counted from when it was held, also once that is
 * corrected; where its record decides otherwise by now, somebody is asked what stands.
 */
export function levelHeldOtherwise(
  { decisions, cycles }: Pick<Provider, 'decisions' | 'cycles'>,
  corrected: Corrected,
  { policy, now: at }: Known,
): Cycle[] {
  const entry = standingChanges(decisions).at(-1)
  if (!entry || !decidesStill(entry, corrected, policy)) return []
  const { heldAt, was, meeting } = corrected
  // Of one decided on before that was kept, only its time says that it began with this meeting.
  const isOpened = entry.opened?.meeting === meeting
  return begunBy(entry, policy)
    .flatMap(({ id }) => cycles.filter(({ rule }) => rule === id))
    .filter(({ startAt }) => startAt !== heldAt && (isOpened || startAt === was))
    .map((cycle) => ({ ...cycle, startAt: heldAt }))
    .map((cycle) => (isOfFirstRound(cycle) ? recounted(cycle, at, policy) : cycle))
}

/** Whether the level would not have been reached by the corrected time: the meeting was too early for it, or ended too early what it began. */
export function voidsLevel(
  provider: Provider,
  corrected: Corrected,
  policy: Context['policy'],
): boolean {
  const entries = standingChanges(provider.decisions)
  const [entry, before] = [entries.at(-1), entries.at(-2)]
  if (!entry || corrected.leadsTo === undefined) return false
  if (decidesStill(entry, corrected, policy))
    return entry.opened !== undefined && corrected.heldAt < entry.opened.since
  if (!before || !decidesStill(before, corrected, policy)) return false
  return endedTooEarly(provider, { before, entry }, corrected.heldAt, policy)
}

/** What the one decision began was to run its time before the other was open. */
function endedTooEarly(
  provider: Provider,
  { before, entry }: { readonly before: LevelDecision; readonly entry: LevelDecision },
  heldAt: Instant,
  policy: Context['policy'],
): boolean {
  const { needs = [] } = policy.transitions.find(({ id }) => id === entry.transition) ?? {}
  const run = needs.flatMap((need) => (need.need === 'over' ? [need.cycle] : []))
  const decided = heldMeetings(provider).find(({ meeting }) => meeting === entry.opened?.meeting)
  const day = localDay(decided?.at ?? entry.at, policy.zone)
  return begunBy(before, policy)
    .filter(({ id }) => run.includes(id))
    .some(({ every }) => {
      const due = every && dueDate(every, heldAt, policy)?.due
      return due ? day < localDay(due, policy.zone) : false
    })
}

function begunBy({ from, to }: LevelDecision, { cycles }: Context['policy']) {
  return levelCycles(cycles, from, to).entered
}

/** Whether that meeting opened the way that was decided on, and its record decides so now. */
function decidesStill(
  { because, opened, transition }: LevelDecision,
  { meeting, leadsTo }: Corrected,
  { transitions }: Context['policy'],
): boolean {
  if ((opened?.meeting ?? because) !== meeting) return false
  const way = transitions.find(({ id }) => id === transition)
  const opening = (way && recordedNeed(way)?.decidedOn) ?? [transition]
  return leadsTo === undefined || (leadsTo !== null && opening.includes(leadsTo))
}

/** Later ones are counted from what was done, missed or changed since. */
function isOfFirstRound({ lastDoneAt, roundFrom, anchor }: Cycle): boolean {
  return lastDoneAt === null && roundFrom === undefined && anchor === undefined
}
