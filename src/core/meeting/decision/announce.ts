import type { Effect, Slot } from '../../effect.ts'
import type { DecidedGate } from '../../gate/gate.ts'
import { mayBeTold } from '../action/addressed.ts'
import { itself, toPeople } from '../addressing.ts'
import { announceConflict } from '../conflict/announce.ts'
import { conflictOf } from '../conflict/conflict.ts'
import type { MeetingEventOf, Newcomer } from '../event.ts'
import { letters } from '../letter/announce.ts'
import type { Meeting } from '../meeting.ts'
import { convenersOf } from '../seats.ts'
import { whereverTheyAre } from './addressing.ts'
import { ballotOf, ballotsOf, openBallots } from './ballot.ts'
import { disputeSlot } from './dispute-clock.ts'
import type { DecidingEvent } from './event.ts'

/** Where a decision is shown, and what is said of it there once. */
export function announceDeciding(meeting: Meeting, event: DecidingEvent): Effect[] {
  const notice: Slot = `notice:${meeting.notices.length}`
  switch (event.type) {
    case 'conflictDeclared':
    case 'conflictReturned':
      return announceConflict(meeting, event)
    case 'decisionProposed': {
      const slot: Slot = `decision:${ballotsOf(meeting).length}`
      return [...whereverTheyAre(meeting, slot), ...letters(meeting, meeting.people, slot)]
    }
    case 'voteCast':
      return whereverTheyAre(meeting, `decision:${event.decision}`)
    case 'voteClosed':
      return [
        ...both(meeting, event.decision),
        ...replaced(meeting, event.decision),
        ...whereverTheyAre(meeting, notice),
      ]
    case 'disputeReminded': {
      const { decision, nudge } = event
      return toPeople(meeting, nudge.to, disputeSlot(decision, nudge))
    }
    case 'gateNoted':
      return gateNoted(meeting, event.gate)
    case 'disputeOverdue':
      return both(meeting, event.decision)
    case 'voteWithdrawn':
    case 'disputeResolved':
      return [...both(meeting, event.decision), ...whereverTheyAre(meeting, notice)]
    case 'decisionDisputed':
      return resolvedBy(meeting, event, notice)
    case 'resolverNamed': {
      const toName = event.resolver === null ? toPeople(meeting, presiders(meeting), notice) : []
      return [
        ...resolvedBy(meeting, event, notice),
        ...toName,
        ...toldBefore(meeting, event.decision),
      ]
    }
  }
}

/** Every message of it about decisions, where it stands or stood. */
export function decisionSlots(meeting: Meeting): readonly Slot[] {
  return ballotsOf(meeting).map(({ n }): Slot => `decision:${n}`)
}

/** What must stand while it is voted on. */
export function votesOpen(meeting: Meeting): readonly Slot[] {
  return openBallots(meeting).map(({ n }): Slot => `decision:${n}`)
}

/** What it stands instead of, here, says so. */
function gateNoted(meeting: Meeting, { insteadOf }: DecidedGate): Effect[] {
  const own = insteadOf?.meeting === meeting.id ? [insteadOf.decision] : []
  return [...own.flatMap((n) => whereverTheyAre(meeting, `decision:${n}`)), ...itself(meeting)]
}

/** The roll says where each decision stands. */
function both(meeting: Meeting, n: number): Effect[] {
  return [...whereverTheyAre(meeting, `decision:${n}`), ...itself(meeting)]
}

function replaced(meeting: Meeting, n: number): Effect[] {
  const before = ballotOf(meeting, n)?.supersedes ?? null
  return before === null ? [] : whereverTheyAre(meeting, `decision:${before}`)
}

/** Whoever is to resolve it is told where they look, also once the room is quiet. */
function resolvedBy(
  meeting: Meeting,
  { decision, resolver, newcomer }: MeetingEventOf<'decisionDisputed' | 'resolverNamed'>,
  notice: Slot,
): Effect[] {
  return [
    ...joining(meeting, resolver, newcomer),
    ...both(meeting, decision),
    ...whereverTheyAre(meeting, notice),
    ...(resolver === null ? [] : toPeople(meeting, [resolver], notice)),
  ]
}

/** Whoever was to resolve it before reads that somebody else has it now. */
function toldBefore(meeting: Meeting, n: number): Effect[] {
  const { earlier = [], resolver, nudges = [] } = ballotOf(meeting, n)?.dispute ?? {}
  const others = earlier.filter(({ person }) => person !== resolver)
  return [
    ...others.flatMap(({ person, notice }) => toPeople(meeting, [person], `notice:${notice}`)),
    ...nudges.slice(-1).flatMap((one) => toPeople(meeting, one.to, disputeSlot(n, one))),
  ]
}

/** Who may name somebody: told at once where nobody resolves it any more. */
function presiders(meeting: Meeting): string[] {
  const all = [meeting.chair?.person ?? [], ...convenersOf(meeting)].flat()
  return [...new Set(all)].filter(
    (person) => mayBeTold(meeting, person) && conflictOf(meeting, person) === undefined,
  )
}

function joining(meeting: Meeting, person: string | null, newcomer: Newcomer): Effect[] {
  if (person === null || !newcomer) return []
  return meeting.places
    .filter((place) => !place.under && newcomer.includes(place.channel))
    .map((place) => ({ type: 'invite', place, people: [person] }))
}
