import type { Context } from '../../kind.ts'
import type { Doer } from '../../people/actor.ts'
import type { Instant } from '../../time/instant.ts'
import { localDay } from '../../time/local.ts'
import { counted } from '../cycles.ts'
import type { ProviderEvent } from '../event.ts'
import type { Cycle, Notice, Provider, Said } from '../provider.ts'
import { isSameMeeting, type Through } from './through.ts'

/** A round that is on record as not held: from when it was counted, and until when it was due. */
interface MissedRound {
  readonly from: Instant
  readonly dueAt: Instant
}

/** The one of them in which something was held after all. */
export function missedRoundAt(
  { notices }: Pick<Provider, 'notices'>,
  cycle: Cycle,
  heldAt: Instant,
  zone: string,
): MissedRound | undefined {
  if (!cycle.missed) return undefined
  const day = localDay(heldAt, zone)
  return missedRounds(notices, cycle).find(
    ({ from, dueAt }) => localDay(from, zone) < day && heldAt <= dueAt,
  )
}

/** Until when the last of them was due that something held then came after. */
export function missedBefore(
  { notices }: Pick<Provider, 'notices'>,
  cycle: Cycle,
  heldAt: Instant,
): Instant | undefined {
  return missedRounds(notices, cycle).findLast(({ dueAt }) => dueAt < heldAt)?.dueAt
}

function missedRounds(
  notices: readonly Notice[],
  { rule, startAt }: Pick<Cycle, 'rule' | 'startAt'>,
): MissedRound[] {
  let from = startAt
  let rounds: MissedRound[] = []
  const begun = new Map<Instant, Instant>()
  let done: Extract<Said, { say: 'cycleDone' }> | undefined
  for (const { said } of notices) {
    if (!('cycle' in said) || said.cycle !== rule) continue
    if (said.say === 'dutyBegun') rounds = []
    if (said.say === 'dutyBegun') from = said.startAt
    if (said.say === 'cycleDone') from = said.doneAt
    if (said.say === 'cycleDone') done = said
    if (said.say === 'roundHeld') {
      rounds = rounds.filter(({ dueAt }) => dueAt !== said.wasDueAt)
      // What settled the round after it, by the time that was corrected, settles that no more.
      const isOtherwise = from === done?.doneAt && isSameMeeting(said.through, done?.through)
      if (from === said.wasDueAt || isOtherwise) from = said.doneAt
    }
    if (said.say !== 'roundMissed') continue
    const { wasDueAt: dueAt } = said
    rounds = rounds.filter((one) => one.dueAt !== dueAt)
    // One that is missed again, by a corrected record, began when it did; others may have been done since.
    const began = begun.get(dueAt) ?? from
    begun.set(dueAt, began)
    rounds.push({ from: began, dueAt })
    if (from < dueAt) from = dueAt
  }
  return rounds
}

interface Held {
  readonly by: Doer
  readonly doneAt: Instant
  readonly through?: Through
  /** Of what somebody put on record by hand. */
  readonly summary?: string
}

/** It was held in time after all: it counts as missed no more. What was said of it then stays in the history. */
export function takenBack(
  cycle: Cycle,
  { dueAt: wasDueAt }: MissedRound,
  held: Held,
  { policy, now: at }: Pick<Context, 'policy' | 'now'>,
): ProviderEvent[] {
  const { missed: before = 1, ...rest } = cycle
  const missed = before - 1
  const next = heldIn({ ...rest, ...(missed > 0 && { missed }) }, wasDueAt, held)
  const isOpen = next.roundFrom === undefined && cycle.roundFrom !== undefined
  const set = isOpen ? counted({ ...next, nudges: [] }, held.doneAt, at, policy) : next
  const { by, doneAt, through, summary } = held
  const said = { cycle: cycle.rule, by, wasDueAt, doneAt, missed, words: set.words }
  return [
    { type: 'cycleSet', at, cycle: set },
    {
      type: 'roundHeld',
      at,
      ...said,
      ...(through && { through }),
      ...(summary !== undefined && { summary }),
    },
  ]
}

/** The round that is open is counted from it where that followed it; the series stays where others were missed since. */
function heldIn(cycle: Cycle, wasDueAt: Instant, { doneAt, through }: Held): Cycle {
  const { lastDoneAt, startAt, anchor, roundFrom, through: before, ...rest } = cycle
  if (lastDoneAt !== null && lastDoneAt >= doneAt) return cycle
  const done = { ...rest, startAt, lastDoneAt: doneAt, ...(through && { through }) }
  if (roundFrom === undefined || roundFrom === wasDueAt) return done
  return { ...done, roundFrom, anchor: anchor ?? lastDoneAt ?? startAt }
}
