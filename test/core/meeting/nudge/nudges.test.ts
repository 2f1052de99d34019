import { describe, expect, test } from 'vitest'
import { meetingKind } from '../../../../src/core/meeting/index.ts'
import type { MeetingIntentOf } from '../../../../src/core/meeting/intent.ts'
import { sent } from '../../../fixtures/life.ts'
import { answer, calledAt, type newMeeting, openSummit, person, wake } from '../meeting.ts'

/** Sat 14 Aug 2027 08:55 BST, for a Wednesday of the week after next. */
const ahead = { seats: ['regional-director'], urgent: false, startsAt: '2027-08-25T10:00:00Z' }

type Life = ReturnType<typeof newMeeting>

/** Wakes it whenever it wants to be woken, until then; every reminder on the way. */
function remindersUntil(life: Life, until: string, of: string): string[] {
  const { nudges: before = [] } = life.record()
  for (;;) {
    const at = meetingKind.index(life.record()).wakeAt
    if (at === null || at > until) break
    life.ask(at, wake)
  }
  const { nudges = [] } = life.record()
  return nudges
    .slice(before.length)
    .filter(({ prompt }) => prompt === of)
    .map(({ at, to, why }) => `${at} ${to.join()}: ${why}`)
}

describe('a call for later that nobody answers', () => {
  test('is reminded of after a working day, on the working day before the start and on its morning', () => {
    const life = openSummit(ahead)

    expect(remindersUntil(life, '2027-08-25T09:59:00Z', 'seat-rhea')).toEqual([
      '2027-08-16T08:00:00Z rhea: not answered yet',
      '2027-08-24T08:00:00Z rhea: not answered yet',
      '2027-08-25T08:00:00Z rhea: not answered yet, and it starts today',
    ])
    expect(remindersUntil(life, '2027-09-25T09:59:00Z', 'seat-rhea')).toEqual([])
    expect(life.says('nudge:seat-rhea:3')).toContain('Please answer: are you coming')
    expect(life.says('nudge:seat-rhea:2')).toBe(
      'Risk summit M-7K2M-9Q4X: not answered yet\nThe newest reminder says what is wanted.',
    )
  })

  test('is reminded of no more once it is answered, and the reminder says so', () => {
    const life = openSummit(ahead)
    life.ask('2027-08-16T08:00:00Z', wake)

    const answered = life.ask('2027-08-16T08:01:00Z', answer('rhea', 'seat-rhea', 'coming'))

    expect(sent(answered)).toContain('web/person/rhea nudge:seat-rhea:1')
    expect(life.says('nudge:seat-rhea:1')).toContain('You answered at')
    expect(remindersUntil(life, '2027-08-25T09:59:00Z', 'seat-rhea')).toEqual([])
  })

  test('is reminded of once after an outage that has swallowed several reminders', () => {
    const life = openSummit(ahead)

    const woken = life.ask('2027-08-25T08:30:00Z', wake)

    expect(sent(woken).filter((one) => one.includes('nudge:seat-rhea'))).toEqual([
      'web/person/rhea nudge:seat-rhea:1',
    ])
    expect(remindersUntil(life, '2027-08-25T09:59:00Z', 'seat-rhea')).toEqual([])
  })

  test('is not reminded of where a conflict of interest keeps out whoever was called', () => {
    const life = openSummit(ahead)
    life.ask(calledAt, {
      kind: 'meeting',
      type: 'declareConflict',
      by: person('quinn'),
      whose: { type: 'person', person: 'rhea' },
      what: 'She owns the building.',
    })

    const woken = life.ask('2027-08-16T08:00:00Z', wake)

    expect(sent(woken).filter((one) => one.includes('nudge:seat-rhea'))).toEqual([])
  })

  test('begins anew with another time', () => {
    const life = openSummit(ahead)
    life.ask('2027-08-16T08:00:00Z', wake)
    life.ask('2027-08-16T09:00:00Z', {
      kind: 'meeting',
      type: 'changeTime',
      by: person('quinn'),
      startsAt: '2027-08-31T10:00:00Z',
      reason: 'The room is taken.',
    })

    expect(remindersUntil(life, '2027-08-31T09:59:00Z', 'seat-rhea')).toEqual([
      '2027-08-17T08:00:00Z rhea: not answered yet',
      '2027-08-27T08:00:00Z rhea: not answered yet',
      '2027-08-31T08:00:00Z rhea: not answered yet, and it starts today',
    ])
  })
})

describe('who chairs', () => {
  const now: Partial<MeetingIntentOf<'call'>> = { seats: ['regional-director'], startsAt: null }

  test('is asked every hour for a day, then each working morning, until somebody confirms', () => {
    const life = openSummit(now)

    const first = remindersUntil(life, '2027-08-15T07:55:00Z', 'chair')
    expect(first.slice(0, 3)).toEqual([
      '2027-08-14T08:10:00Z rhea: not answered yet, and it has started',
      '2027-08-14T09:10:00Z rhea,remy,ruth: not answered yet, and it has started',
      '2027-08-14T10:10:00Z rhea,remy,ruth: not answered yet, and it has started',
    ])
    expect(first).toHaveLength(24)
    expect(
      remindersUntil(life, '2027-08-17T08:00:00Z', 'chair').map((one) => one.slice(0, 20)),
    ).toEqual(['2027-08-16T08:00:00Z', '2027-08-17T08:00:00Z'])

    life.ask('2027-08-17T09:00:00Z', answer('remy', 'chair', 'confirm'))
    expect(remindersUntil(life, '2027-08-30T08:00:00Z', 'chair')).toEqual([])
  })

  test('is not asked again of somebody who has declined', () => {
    const life = openSummit(now)
    life.ask(calledAt, answer('rhea', 'chair', 'cannot'))

    expect(remindersUntil(life, '2027-08-14T09:20:00Z', 'chair')).toEqual([
      '2027-08-14T08:10:00Z remy: not answered yet, and it has started',
      '2027-08-14T09:10:00Z remy,ruth: not answered yet, and it has started',
    ])
  })
})

test('somebody who is called again is told in a message of its own', () => {
  const life = openSummit({ seats: ['regional-director'] })
  life.ask('2027-08-14T08:10:00Z', wake)
  life.ask('2027-08-14T08:11:00Z', answer('rhea', 'seat-rhea', 'coming'))

  const called = life.ask('2027-08-14T08:12:00Z', answer('rhea', 'seat-rhea', 'apologies'))

  expect(sent(called)).toContain('web/person/remy nudge:seat-remy:1')
  expect(life.says('nudge:seat-remy:1')).toContain('you are called again')
  expect(life.says('nudge:seat-remy:1')).toContain('[Coming]')
})
