import type { MeetingIntent, MeetingIntentOf } from '../../../../src/core/meeting/intent.ts'
import type { Instant } from '../../../../src/core/time/instant.ts'
import { openSummit, person } from '../meeting.ts'

/** The end of Fri 3 Sep 2027 in London. */
export const DUE: Instant = '2027-09-03T22:59:59Z'
/** Sat 14 Aug 2027 17:00 BST, after the summit. */
export const ASKED_AT: Instant = '2027-08-14T16:00:00Z'

export function askFor(
  who = 'rhea',
  over: Partial<MeetingIntentOf<'askAction'>> = {},
): MeetingIntentOf<'askAction'> {
  return {
    kind: 'meeting',
    type: 'askAction',
    by: person(who),
    again: null,
    what: 'Put a second nurse on each night shift.',
    of: 'willow',
    owner: 'ivan',
    dueAt: DUE,
    evidence: 'The rota of four weeks.',
    risk: 'Patients were found without observation.',
    ...over,
  }
}

export function answerTo(
  who: string,
  value: 'accept' | 'decline',
  over: Partial<MeetingIntentOf<'answerAction'>> = {},
): MeetingIntent {
  return {
    kind: 'meeting',
    type: 'answerAction',
    by: person(who),
    action: 1,
    revision: null,
    answer: value,
    reason: value === 'decline' ? 'Nobody can be hired by then.' : null,
    dueAt: null,
    owner: null,
    ...over,
  }
}

export const done = (who: string, evidence = 'https://rota.example.org/august'): MeetingIntent => ({
  kind: 'meeting',
  type: 'completeAction',
  by: person(who),
  action: 1,
  evidence,
})

export const have = (who: string): MeetingIntent => ({
  kind: 'meeting',
  type: 'takeAction',
  by: person(who),
  action: 1,
  revision: null,
})

export const signOff = (who: string, reason: string | null = null): MeetingIntent => ({
  kind: 'meeting',
  type: 'signOffAction',
  by: person(who),
  action: 1,
  revision: null,
  enough: reason === null,
  reason,
})

export const withdraw = (who: string, reason = 'It is done elsewhere.'): MeetingIntent => ({
  kind: 'meeting',
  type: 'withdrawAction',
  by: person(who),
  action: 1,
  reason,
})

/** A risk summit that has asked Willow House for one action. */
export function askedSummit(over: Partial<MeetingIntentOf<'askAction'>> = {}) {
  const life = openSummit()
  life.ask(ASKED_AT, askFor('rhea', over))
  return life
}
