import { describe, expect, test } from 'vitest'
import { meetingKind } from '../../../src/core/meeting/index.ts'
import { sent } from '../../fixtures/life.ts'
import {
  answer,
  calledAt,
  newMeeting,
  openSummit,
  person,
  roomOn,
  summit,
  teleconference,
  wake,
} from './meeting.ts'

const director = { seats: ['regional-director'] }
/** Two minutes, and fifteen minutes, after the call. */
const soon = '2027-08-14T07:57:00Z'
const climb = '2027-08-14T08:10:00Z'

describe('an answer to a call', () => {
  test('coming is shown on the roll, and the button to say so is gone', () => {
    const life = openSummit(director)

    const happened = life.ask(soon, answer('rhea', 'seat-rhea', 'coming', { revision: 1 }))

    expect(sent(happened)).toEqual(['web/person/rhea prompt:seat-rhea', 'web/room/web-room root'])
    expect(life.says('root')).toContain('director – Rhea Dutta: coming')
    expect(life.says('prompt:seat-rhea')).toContain(
      'You answered at Sat 14 Aug 2027 08:57 BST: coming.',
    )
    expect(life.says('prompt:seat-rhea')).not.toContain('[Coming]')
  })

  test('says in the question who is called next, and when', () => {
    expect(openSummit(director).says('prompt:seat-rhea')).toContain(
      'Without an answer by Sat 14 Aug 2027 09:10 BST the next in line is called too: Remy Clarke.',
    )
  })

  test('apologies call the deputy at once, into the room and in private; after the on-call contact nobody is left', () => {
    const life = openSummit(director)

    const first = life.ask(
      soon,
      answer('rhea', 'seat-rhea', 'apologies', { reason: 'on a flight' }),
    )
    expect(first.effects).toContainEqual({
      type: 'invite',
      place: { channel: 'web', to: { type: 'room', room: 'web-room' } },
      people: ['remy'],
    })
    expect(sent(first)).toContain('web/person/remy prompt:seat-remy')
    expect(life.says('prompt:seat-remy')).toContain('NHSE/I regional team: director (deputy)')

    life.ask(soon, answer('remy', 'seat-remy', 'apologies'))
    const last = life.ask(soon, answer('ruth', 'seat-ruth', 'apologies'))

    expect(last.effects.filter(({ type }) => type === 'invite')).toEqual([])
    expect(life.says('root')).toContain(
      'Rhea Dutta: apologies (on a flight); Remy Clarke, deputy: apologies; Ruth Amadi, on call: apologies. Empty – required: nobody in line is coming',
    )
  })

  test('“cannot come” is told who was called instead, and later who came after them', () => {
    const life = openSummit(director)

    life.ask(soon, answer('rhea', 'seat-rhea', 'apologies'))
    expect(life.says('prompt:seat-rhea')).toContain(
      'you cannot come. Called in your place: Remy Clarke (deputy). You can change it',
    )

    const second = life.ask(soon, answer('remy', 'seat-remy', 'apologies'))
    expect(sent(second)).toContain('web/person/rhea prompt:seat-rhea')
    expect(life.says('prompt:seat-rhea')).toContain('Called in your place: Ruth Amadi (on call).')

    life.ask(soon, answer('ruth', 'seat-ruth', 'apologies'))
    expect(life.says('prompt:seat-ruth')).toContain('Nobody else is in line')
  })

  test('a deputy whom somebody sends is called and answers for themselves', () => {
    const life = openSummit(director)

    const happened = life.ask(soon, answer('rhea', 'seat-rhea', 'deputy', { person: 'sven' }))
    life.ask(soon, answer('sven', 'seat-sven', 'coming'))

    expect(sent(happened)).toContain('web/person/sven prompt:seat-sven')
    expect(life.says('root')).toContain(
      'Rhea Dutta: sends a deputy; Sven Boateng, sent as deputy: coming',
    )
  })

  test('one answer covers both seats of a person, and a decline calls both deputies once', () => {
    const life = openSummit({ seats: ['regional-medical-director', 'regional-nurse-director'] })

    life.ask(soon, answer('mick', 'seat-mick', 'apologies'))
    const second = life.ask(soon, answer('nell', 'seat-nell', 'apologies'))
    life.ask(soon, answer('ruth', 'seat-ruth', 'coming'))

    expect(second.effects.filter(({ type }) => type === 'invite')).toEqual([])
    expect(life.says('root')).toContain('Seats: 2 coming (1 person), 0 not answered, 0 empty.')
  })

  test('for one seat fills or empties no other from which that person was stood down', () => {
    const life = openSummit({ seats: ['regional-director', 'regional-medical-director'] })
    life.ask(soon, answer('rhea', 'seat-rhea', 'apologies'))
    life.ask(soon, answer('remy', 'seat-remy', 'apologies'))
    life.ask(soon, answer('mick', 'seat-mick', 'apologies'))
    life.ask(soon, answer('mick', 'seat-mick', 'coming'))

    life.ask(soon, answer('ruth', 'seat-ruth', 'coming'))
    expect(life.says('root')).toMatch(/: director – .*Ruth Amadi, on call: coming/)
    expect(life.says('root')).toMatch(
      /medical director – Mick Farrell: coming; Ruth Amadi, on call: no longer needed/,
    )

    life.ask(soon, answer('ruth', 'seat-ruth', 'deputy', { person: 'sven' }))
    expect(life.says('root')).toMatch(/: director – .*Sven Boateng, sent as deputy/)
    expect(life.says('root')).not.toMatch(/medical director – .*Sven Boateng/)
  })

  test('somebody who is coming already fills a further seat without being asked again', () => {
    const life = openSummit({ seats: ['regional-medical-director', 'regional-nurse-director'] })
    life.ask(soon, answer('mick', 'seat-mick', 'apologies'))
    life.ask(soon, answer('ruth', 'seat-ruth', 'coming'))

    life.ask(soon, answer('nell', 'seat-nell', 'apologies'))

    expect(life.record().prompts.find(({ id }) => id === 'seat-ruth')?.state).toBe('answered')
    expect(life.says('root')).toContain('Seats: 2 coming (1 person), 0 not answered, 0 empty.')
  })

  test('can be changed; an out-of-date button cannot', () => {
    const life = openSummit(director)
    life.ask(soon, answer('rhea', 'seat-rhea', 'coming', { revision: 1 }))

    const stale = life.ask(soon, answer('rhea', 'seat-rhea', 'apologies', { revision: 1 }))
    const changed = life.ask(soon, answer('rhea', 'seat-rhea', 'apologies', { revision: 2 }))

    expect(stale.refusal?.code).toBe('stale')
    expect(sent(changed)).toContain('web/person/remy prompt:seat-remy')
  })

  test('twice the same changes nothing', () => {
    const life = openSummit(director)
    life.ask(soon, answer('rhea', 'seat-rhea', 'coming'))

    expect(life.ask(soon, answer('rhea', 'seat-rhea', 'coming'))).toMatchObject({
      events: [],
      refusal: undefined,
    })
  })

  test.each([
    ['somebody else’s call', answer('remy', 'seat-rhea', 'coming'), 'notYours', 'it is their call'],
    [
      'a question that was never asked',
      answer('remy', 'seat-remy', 'coming'),
      'unknown',
      'not asked',
    ],
    [
      'an answer that is not offered',
      answer('rhea', 'seat-rhea', 'perhaps'),
      'invalid',
      '“coming”',
    ],
    [
      'a deputy without a name',
      answer('rhea', 'seat-rhea', 'deputy'),
      'missing',
      'who comes instead',
    ],
    [
      'a deputy who is not listed',
      answer('rhea', 'seat-rhea', 'deputy', { person: 'zed' }),
      'unknown',
      'not in the directory',
    ],
    [
      'a deputy from another organisation',
      answer('rhea', 'seat-rhea', 'deputy', { person: 'wanda' }),
      'notYours',
      'A deputy must be from your own organisation',
    ],
    [
      'oneself as deputy',
      answer('rhea', 'seat-rhea', 'deputy', { person: 'rhea' }),
      'invalid',
      'your own deputy',
    ],
  ])('%s is refused', (_what, intent, code, words) => {
    expect(openSummit(director).ask(soon, intent).refusal).toMatchObject({
      code,
      message: expect.stringContaining(words),
    })
  })
})

describe('a call that nobody answers', () => {
  test('goes to the next in line when its time has come, and not before', () => {
    const life = openSummit({ seats: ['regional-director'], by: person('mara') })
    expect(meetingKind.index(life.record()).wakeAt).toBe(climb)

    expect(life.ask('2027-08-14T08:09:59Z', wake).events).toEqual([])
    const climbed = life.ask(climb, wake)

    expect(sent(climbed)).toContain('web/person/remy prompt:seat-remy')
    expect(sent(climbed)).toContain('web/person/remy prompt:chair')
    expect(life.ask(climb, wake).events).toEqual([])
    expect(meetingKind.index(life.record()).wakeAt).toBe('2027-08-14T08:25:00Z')
  })

  test('ends with the on-call contact: then it wakes for reminders alone', () => {
    const life = openSummit(director)
    for (const at of [climb, '2027-08-14T08:25:00Z', '2027-08-14T08:40:00Z']) life.ask(at, wake)

    expect(life.record().people).toEqual(['quinn', 'rhea', 'remy', 'ruth'])
    expect(life.record().prompts.every(({ climbAt }) => climbAt === null)).toBe(true)
    // Who chairs is asked again at the start.
    expect(meetingKind.index(life.record()).wakeAt).toBe(summit.startsAt)
  })

  test('lets the deputy go when the holder comes after all, and leaves the holder free to come when the deputy does', () => {
    const life = openSummit(director)
    life.ask(climb, wake)

    const released = life.ask(climb, answer('rhea', 'seat-rhea', 'coming'))
    expect(sent(released)).toContain('web/person/remy prompt:seat-remy')
    expect(life.says('prompt:seat-remy')).toContain(
      'You need not come. If that changes, you are called again here.',
    )

    const other = openSummit(director)
    other.ask(climb, wake)
    other.ask(climb, answer('remy', 'seat-remy', 'coming'))
    other.ask(climb, answer('rhea', 'seat-rhea', 'coming'))
    expect(other.says('root')).toContain('Rhea Dutta: coming; Remy Clarke, deputy: coming')
  })

  test('comes back to those who were let go, in their order, when the holder cannot come after all', () => {
    const life = openSummit(director)
    life.ask(climb, wake)
    life.ask('2027-08-14T08:25:00Z', wake)
    life.ask('2027-08-14T08:30:00Z', answer('rhea', 'seat-rhea', 'coming'))
    expect(life.says('root')).toContain('Remy Clarke, deputy: no longer needed')

    const called = life.ask('2027-08-14T08:31:00Z', answer('rhea', 'seat-rhea', 'apologies'))

    expect(sent(called)).toContain('web/person/remy prompt:seat-remy')
    expect(life.says('prompt:seat-rhea')).toContain('Called in your place: Remy Clarke (deputy).')
    expect(life.says('prompt:seat-remy')).toContain(
      'Without an answer by Sat 14 Aug 2027 09:46 BST the next in line is called too: Ruth Amadi.',
    )
    life.ask('2027-08-14T08:46:00Z', wake)
    expect(life.says('root')).toContain(
      'Rhea Dutta: apologies; Remy Clarke, deputy: called, no answer yet since 09:31 BST; Ruth Amadi, on call: called, no answer yet since 09:46 BST',
    )
    life.ask('2027-08-14T08:47:00Z', answer('rhea', 'seat-rhea', 'coming'))
    expect(life.says('prompt:seat-ruth')).toContain('You need not come.')
  })

  test('somebody who was let go can be sent as a deputy after all', () => {
    const life = openSummit(director)
    life.ask(climb, wake)
    life.ask(climb, answer('rhea', 'seat-rhea', 'coming'))

    life.ask(climb, answer('rhea', 'seat-rhea', 'deputy', { person: 'remy' }))

    expect(life.says('root')).toContain('Remy Clarke, sent as deputy: called, no answer yet')
  })

  test('waits for a working morning when it is not urgent and starts later than that', () => {
    const life = newMeeting()
    life.ask(calledAt, { ...teleconference, startsAt: '2027-08-17T10:00:00Z' })

    expect(meetingKind.index(life.record()).wakeAt).toBe('2027-08-16T08:00:00Z')
  })

  test('goes on at once when it cannot be delivered on any channel of that person', () => {
    const life = newMeeting()
    life.ask(calledAt, { ...summit, ...director })
    life.ask(calledAt, roomOn('web'))
    life.ask(calledAt, roomOn('slack'))
    const lost = (channel: string) =>
      life.ask(soon, {
        kind: 'meeting',
        type: 'noteUndelivered',
        slot: 'prompt:seat-rhea',
        place: `${channel}/person/rhea`,
        reason: 'no account',
      })

    expect(sent(lost('slack'))).not.toContain('web/person/remy prompt:seat-remy')
    expect(sent(lost('web'))).toContain('web/person/remy prompt:seat-remy')
    expect(lost('web').events).toEqual([])
    expect(life.says('root')).toContain('Rhea Dutta was not reached on Slack: no account')
  })

  test('somebody who was called before the room was made is invited into it', () => {
    const life = newMeeting()
    life.ask(calledAt, { ...summit, ...director })
    life.ask(climb, wake)

    const made = life.ask('2027-08-14T08:11:00Z', roomOn('web'))

    expect(made.effects).toContainEqual({
      type: 'invite',
      place: { channel: 'web', to: { type: 'room', room: 'web-room' } },
      people: ['remy'],
    })
  })
})
