import type { Slot } from '../../effect.ts'
import type { Context } from '../../kind.ts'
import type { Reminder } from '../../overtaken.ts'
import { findPerson } from '../../people/find.ts'
import type { Ladder } from '../../policy/clock.ts'
import type { Standing } from '../../standing.ts'
import { type Instant, plusSeconds } from '../../time/instant.ts'
import { nextNudge, nudgeNow } from '../../time/ladder.ts'
import type { Reminded } from '../action/action.ts'
import { mayBeTold } from '../action/addressed.ts'
import { toPeople } from '../addressing.ts'
import { hasConflict } from '../conflict/conflict.ts'
import type { Draft } from '../draft.ts'
import type { Meeting } from '../meeting.ts'
import { convenersOf } from '../seats.ts'
import { type Ballot, ballotsOf, type Dispute, isDisputed } from './ballot.ts'

/** When a dispute that begins now is reminded of for the first time; null where the rules remind of none. */
export function firstReminder(dueAt: Instant | null, context: Context): Instant | null {
  const { now } = context
  return dueAt === null ? null : nextAt({ startAt: now, dueAt }, context)
}

/** When a meeting must wake for its disputes. */
export function disputeWakes(meeting: Meeting): readonly (Instant | null)[] {
  return openDisputes(meeting).flatMap(({ dispute }) => [
    dispute.nudgeAt ?? null,
    dispute.overdueAt === undefined ? overAt(dispute) : null,
  ])
}

/** By when each is to be resolved. */
export function disputesDue(meeting: Meeting): readonly Instant[] {
  return openDisputes(meeting).flatMap(({ dispute: { dueAt } }) => (dueAt === null ? [] : [dueAt]))
}

/** Says of each dispute whose time has passed that it has, and reminds of those whose reminder is due. */
export function wakeDisputes(draft: Draft, context: Context): void {
  const { now } = context
  for (const { n: decision, dispute } of openDisputes(draft.meeting())) {
    const over = overAt(dispute)
    if (dispute.overdueAt === undefined && over !== null && over <= now)
      draft.add({ type: 'disputeOverdue', at: now, decision })
    const { nudgeAt, dueAt } = dispute
    if (dueAt !== null && nudgeAt && nudgeAt <= now)
      remind(draft, { decision, dispute, dueAt }, context)
  }
}

interface Overseen {
  readonly decision: number
  readonly dispute: Dispute
  readonly dueAt: Instant
}

function remind(draft: Draft, { decision, dispute, dueAt }: Overseen, context: Context): void {
  const { policy, now } = context
  const span = { startAt: dispute.at, dueAt }
  const ladder = ladderOf(context)
  const why = ladder ? nudgeNow(ladder, span, now, policy) : 'not resolved yet'
  const n = (dispute.nudges?.length ?? 0) + 1
  const nudge = { n, at: now, why, to: overseers(draft.meeting(), dispute, context) }
  draft.add({ type: 'disputeReminded', at: now, decision, nudge, nudgeAt: nextAt(span, context) })
}

/** Whoever resolves it, whoever chairs and whoever called the meeting, as far as they may still see it. */
function overseers(meeting: Meeting, { resolver }: Dispute, { directory }: Context): string[] {
  const { chair } = meeting
  const all = [resolver, chair?.person ?? null, ...convenersOf(meeting)].flatMap((one) => one ?? [])
  return [...new Set(all)].filter(
    (person) =>
      findPerson(directory, person) !== undefined &&
      mayBeTold(meeting, person) &&
      !hasConflict(meeting, person, directory),
  )
}

export function disputeSlot(decision: number, { n }: Pick<Reminded, 'n'>): Slot {
  return `nudge:dispute-${decision}:${n}`
}

/** Of which decision’s dispute a message reminds, and which reminder it is. */
export function remindedIn(meeting: Meeting, slot: string) {
  for (const ballot of ballotsOf(meeting)) {
    const nudge = ballot.dispute?.nudges?.find((one) => disputeSlot(ballot.n, one) === slot)
    if (nudge) return { ballot, nudge }
  }
  return undefined
}

/** The reminders of each dispute, the oldest first. */
export function remindersOfDisputes(meeting: Meeting): readonly (readonly Reminder[])[] {
  return ballotsOf(meeting).map((ballot) =>
    (ballot.dispute?.nudges ?? []).map((nudge) => ({
      slot: disputeSlot(ballot.n, nudge),
      names: isDisputed(ballot) ? nudge.to : [],
      places: whereReminded(meeting, ballot.n, nudge).map(({ place }) => place),
    })),
  )
}

/** The newest reminder of each dispute that is open. */
export function standingDisputes(meeting: Meeting): readonly Standing[] {
  return openDisputes(meeting).flatMap(({ n, dispute: { nudges = [] } }) =>
    nudges.slice(-1).flatMap((nudge) => whereReminded(meeting, n, nudge)),
  )
}

function whereReminded(meeting: Meeting, decision: number, nudge: Reminded): Standing[] {
  const slot = disputeSlot(decision, nudge)
  return toPeople(meeting, nudge.to, slot).flatMap((effect) =>
    effect.type === 'message' ? [{ place: effect.place, slot, urgent: effect.urgent }] : [],
  )
}

export function openDisputes(
  meeting: Meeting,
): readonly (Ballot & { readonly dispute: Dispute })[] {
  return ballotsOf(meeting).flatMap((ballot) => {
    const { dispute } = ballot
    return dispute && isDisputed(ballot) ? [{ ...ballot, dispute }] : []
  })
}

/** At its due time it is still in time. */
function overAt({ dueAt }: Dispute): Instant | null {
  return dueAt === null ? null : plusSeconds(dueAt, 1)
}

function nextAt(span: { readonly startAt: Instant; readonly dueAt: Instant }, context: Context) {
  const { policy, now } = context
  const ladder = ladderOf(context)
  return (ladder && nextNudge(ladder, span, now, policy)?.at) ?? null
}

function ladderOf({ policy }: Pick<Context, 'policy'>): Ladder | undefined {
  return policy.ladders.find(({ id }) => id === policy.voting?.dispute.ladder)
}
