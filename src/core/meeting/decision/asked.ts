import type { Meant } from '../../permission/asked.ts'
import type { MeetingIntentOf } from '../intent.ts'
import type { Meeting } from '../meeting.ts'
import { ballotOf } from './ballot.ts'
import { membersOf, takingPart } from './party.ts'

type Numbered = 'vote' | 'disputeDecision' | 'resolveDispute'

export type DecisionAsking =
  | Pick<MeetingIntentOf<'proposeDecision'>, 'type' | 'by'>
  | Pick<MeetingIntentOf<Numbered>, 'type' | 'by' | 'decision'>
  | Pick<MeetingIntentOf<'closeVote' | 'withdrawVote' | 'nameResolver'>, 'type' | 'by'>

interface Own {
  readonly about: string
  readonly meant: Meant
  readonly instead?: string
}

/** Whose it is to ask: those who take part vote, those who were called dispute, and whoever resolves it does. */
export function ownDecision(
  meeting: Meeting,
  { type, decision }: Pick<MeetingIntentOf<Numbered>, 'type' | 'decision'>,
): Own {
  const about = `decision ${decision}`
  switch (type) {
    case 'vote': {
      const instead = 'If you were called and are there after all, answer “coming” first.'
      return { about, meant: { people: takingPart(meeting) }, instead }
    }
    case 'disputeDecision':
      return { about, meant: { people: membersOf(meeting) } }
    case 'resolveDispute': {
      const resolver = ballotOf(meeting, decision)?.dispute?.resolver ?? null
      return { about, meant: { people: resolver === null ? [] : [resolver] } }
    }
  }
}
