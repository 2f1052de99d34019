import { type DecidedGate, withGate } from '../../gate/gate.ts'
import type { Intent } from '../../intent.ts'
import type { FollowUp } from '../../kind.ts'
import { providerId } from '../../record-id.ts'
import type { Meeting } from '../meeting.ts'
import { type Ballot, ballotOf, isDisputed, isPassed } from './ballot.ts'
import type { DecidingEvent } from './event.ts'
import { gateOf } from './gates.ts'

/** Where a gate stands after this, for later meetings about the same case, or the same provider where it is about none. */
export function followDeciding(meeting: Meeting, event: DecidingEvent): FollowUp<Intent>[] {
  const { case: kase, provider } = meeting
  const changes =
    event.type === 'voteClosed' ||
    event.type === 'decisionDisputed' ||
    event.type === 'disputeResolved'
  const ballot = changes ? ballotOf(meeting, event.decision) : undefined
  const gate = ballot && decidedGate(meeting, ballot, event)
  if (!gate) return []
  if (kase !== null) return [{ to: kase, intent: { kind: 'case', type: 'noteGate', gate } }]
  if (provider.slug === null) return []
  return [{ to: providerId(provider.slug), intent: { kind: 'provider', type: 'noteGate', gate } }]
}

function decidedGate(
  meeting: Meeting,
  ballot: Ballot,
  { at }: Pick<DecidingEvent, 'at'>,
): DecidedGate | undefined {
  const { n: decision } = ballot
  const gate = gateOf(ballot)
  if (gate === null) return undefined
  const state = isPassed(ballot) ? 'passed' : isDisputed(ballot) ? 'disputed' : 'notPassed'
  const before = insteadOf(meeting, ballot)
  return { meeting: meeting.id, decision, gate, at, state, ...(before && { insteadOf: before }) }
}

/** What it has taken the place of, in another meeting or in this: only what has passed does so elsewhere. */
function insteadOf(meeting: Meeting, { n, result, supersedes, supersedesIn }: Ballot) {
  if (supersedesIn) return result?.passed ? supersedesIn : undefined
  if (supersedes === null || ballotOf(meeting, supersedes)?.supersededBy !== n) return undefined
  return { meeting: meeting.id, decision: supersedes }
}

/** A decision of this meeting that has been replaced in another says so; it is not changed otherwise. */
export function withGateNoted(meeting: Meeting, gate: DecidedGate): Meeting {
  const { meeting: other, decision, insteadOf: before } = gate
  const gates = withGate(meeting, gate)
  if (!meeting.decisions || before?.meeting !== meeting.id) return { ...meeting, gates }
  const decisions = meeting.decisions.map((one) =>
    one.n === before.decision ? { ...one, supersededIn: { meeting: other, decision } } : one,
  )
  return { ...meeting, gates, decisions }
}
