import type { MeetingIntent, MeetingIntentOf } from '../../../src/core/meeting/intent.ts'
import type { Meeting } from '../../../src/core/meeting/meeting.ts'
import { RecordId } from '../../../src/core/record-id.ts'
import { lifeOf } from '../../fixtures/life.ts'

export const meetingId = RecordId.parse('meeting-7k2m9q4x')
export const caseId = RecordId.parse('case-7k2m9q4x')
/** S11: Sat 14 Aug 2027 08:55 BST. */
export const calledAt = '2027-08-14T07:55:00Z'

export const person = (id: string) => ({ type: 'person', person: id }) as const

export const summit: MeetingIntentOf<'call'> = {
  kind: 'meeting',
  type: 'call',
  by: person('quinn'),
  rule: 'M1',
  case: caseId,
  provider: { slug: 'willow', leadProvider: 'harbour', name: 'Willow House' },
  seats: null,
  startsAt: '2027-08-14T14:00:00Z',
  why: 'Two patients were found without observation.',
  urgent: true,
  places: [
    { channel: 'web', to: { type: 'room', room: 'willow' } },
    { channel: 'slack', to: { type: 'room', room: 'C0WILLOW' } },
  ],
}

export const teleconference: MeetingIntentOf<'call'> = {
  ...summit,
  rule: 'M3',
  startsAt: null,
  urgent: false,
}

export function answer(
  who: string,
  prompt: string,
  value: string,
  rest: Partial<MeetingIntentOf<'answer'>> = {},
): MeetingIntent {
  return {
    kind: 'meeting',
    type: 'answer',
    by: person(who),
    prompt,
    answer: value,
    revision: null,
    reason: null,
    person: null,
    ...rest,
  }
}

export const roomOn = (channel: string): MeetingIntent => ({
  kind: 'meeting',
  type: 'noteRoom',
  channel,
  room: `${channel}-room`,
})

export const wake: MeetingIntent = { kind: 'meeting', type: 'wake' }

export function newMeeting() {
  return lifeOf<Meeting>({ kind: 'meeting', status: 'none', id: meetingId })
}

/** A risk summit that was called, and whose room on the web is made. */
export function openSummit(change: Partial<MeetingIntentOf<'call'>> = {}) {
  const life = newMeeting()
  life.ask(calledAt, { ...summit, places: summit.places.slice(0, 1), ...change })
  life.ask(calledAt, roomOn('web'))
  return life
}
