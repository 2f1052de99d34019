import type { Context } from '../../../../src/core/kind.ts'
import type { MeetingIntentOf } from '../../../../src/core/meeting/intent.ts'
import type { Meeting } from '../../../../src/core/meeting/meeting.ts'
import { organisationOf } from '../../../fixtures/directory.ts'
import { lifeOf } from '../../../fixtures/life.ts'
import { sevenMembers } from '../../../fixtures/seven-members.ts'
import { answer, calledAt, meetingId, person, roomOn, summit } from '../meeting.ts'

const directory = { organisations: sevenMembers.map(organisationOf) }

/** Sat 14 Aug 2027: when the summit votes. */
export const now = '2027-08-14T14:30:00Z'
export const later = '2027-08-14T14:40:00Z'

/** A risk summit of seven organisations, chaired by Rhea, whose room on the web is made. */
export function openVoting(over: Partial<Context> = {}, change: Partial<typeof summit> = {}) {
  const life = lifeOf<Meeting>(
    { kind: 'meeting', status: 'none', id: meetingId },
    { directory, ...over },
  )
  life.ask(calledAt, { ...summit, places: summit.places.slice(0, 1), ...change })
  life.ask(calledAt, roomOn('web'))
  life.ask(calledAt, answer('rhea', 'chair', 'confirm'))
  return life
}

export function proposal(
  change: Partial<MeetingIntentOf<'proposeDecision'>> = {},
): MeetingIntentOf<'proposeDecision'> {
  return {
    kind: 'meeting',
    type: 'proposeDecision',
    by: person('rhea'),
    question: 'The unit takes no new patients until it is safe.',
    affects: null,
    form: 'joint',
    authority: 'decision',
    ratifiedBy: null,
    gate: null,
    topic: null,
    supersedes: null,
    because: null,
    ...change,
  }
}

export function vote(
  who: string,
  choice: MeetingIntentOf<'vote'>['choice'],
  decision = 1,
): MeetingIntentOf<'vote'> {
  return { kind: 'meeting', type: 'vote', by: person(who), decision, choice }
}

export function closing(
  change: Partial<MeetingIntentOf<'closeVote'>> = {},
): MeetingIntentOf<'closeVote'> {
  return {
    kind: 'meeting',
    type: 'closeVote',
    by: person('rhea'),
    decision: 1,
    reason: 'All that is known was weighed.',
    ...change,
  }
}

export function conflict(
  whose: MeetingIntentOf<'declareConflict'>['whose'] | string,
  by: string,
  what = 'A trustee owns the building.',
): MeetingIntentOf<'declareConflict'> {
  return {
    kind: 'meeting',
    type: 'declareConflict',
    by: person(by),
    whose: typeof whose === 'string' ? { type: 'person', person: whose } : whose,
    what,
  }
}

export function letBack(n: number, by = 'rhea'): MeetingIntentOf<'returnFromConflict'> {
  return {
    kind: 'meeting',
    type: 'returnFromConflict',
    by: person(by),
    conflict: n,
    reason: 'That item is over.',
  }
}

/** The directory once somebody has gone to work for another organisation. */
export function movedTo(slug: string, who: string) {
  const found = sevenMembers.flatMap(({ people }) => people).filter(({ id }) => id === who)
  return {
    organisations: sevenMembers.map(({ people, holdings, ...one }) =>
      organisationOf({
        ...one,
        people: [...people.filter(({ id }) => id !== who), ...(one.slug === slug ? found : [])],
        holdings: holdings.filter(({ holder }) => holder !== who),
      }),
    ),
  }
}
