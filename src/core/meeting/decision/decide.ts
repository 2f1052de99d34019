import type { Decision } from '../../decision.ts'
import { noteGate } from '../../gate/gate.ts'
import type { Allowed } from '../../permission/permitted.ts'
import { typeIn } from '../../type-in.ts'
import { declareConflict, returnFromConflict } from '../conflict/decide.ts'
import type { MeetingEvent } from '../event.ts'
import type { MeetingIntentOf } from '../intent.ts'
import type { Meeting } from '../meeting.ts'
import { disputeDecision, resolveDispute } from './dispute.ts'
import { propose } from './propose.ts'
import { nameResolver } from './resolver.ts'
import { closeVote, vote, withdrawVote } from './voting.ts'

/** What is asked about deciding: who has a conflict of interest, votes and disputes. */
const DECIDING = [
  'declareConflict',
  'returnFromConflict',
  'proposeDecision',
  'vote',
  'closeVote',
  'withdrawVote',
  'disputeDecision',
  'nameResolver',
  'resolveDispute',
  'noteGate',
] as const
export type AboutDeciding = MeetingIntentOf<(typeof DECIDING)[number]>

export const isAboutDeciding = typeIn(...DECIDING)

/**
 * A dispute takes longer than the meeting in which it arose, another meeting may decide anew, and whoever
 * was kept out may be let in to read the record.
 */
export function outlastsMeeting({ type }: AboutDeciding): boolean {
  const ofDisputes = ['disputeDecision', 'nameResolver', 'resolveDispute']
  return type === 'noteGate' || type === 'returnFromConflict' || ofDisputes.includes(type)
}

export function decideOnDecision(
  meeting: Meeting,
  intent: AboutDeciding,
  context: Allowed,
): Decision<MeetingEvent> {
  switch (intent.type) {
    case 'declareConflict':
      return declareConflict(meeting, intent, context)
    case 'returnFromConflict':
      return returnFromConflict(meeting, intent, context)
    case 'proposeDecision':
      return propose(meeting, intent, context)
    case 'vote':
      return vote(meeting, intent, context)
    case 'closeVote':
      return closeVote(meeting, intent, context)
    case 'withdrawVote':
      return withdrawVote(meeting, intent, context)
    case 'disputeDecision':
      return disputeDecision(meeting, intent, context)
    case 'nameResolver':
      return nameResolver(meeting, intent, context)
    case 'resolveDispute':
      return resolveDispute(meeting, intent, context)
    case 'noteGate':
      return noteGate(meeting, intent.gate, context)
  }
}
