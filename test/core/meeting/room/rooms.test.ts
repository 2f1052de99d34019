import { describe, expect, test } from 'vitest'
import { guardedMeeting } from '../../../../src/core/meeting/index.ts'
import type { MeetingIntent } from '../../../../src/core/meeting/intent.ts'
import { directoryWith } from '../../../fixtures/directory.ts'
import { sent } from '../../../fixtures/life.ts'
import {
  answer,
  calledAt,
  newMeeting,
  openSummit,
  person,
  roomOn,
  summit,
  wake,
} from '../meeting.ts'

const NOW = '2027-08-14T08:30:00Z'
const HELD = '2027-08-14T14:05:00Z'
const RECORDED = '2027-08-14T15:00:00Z'
const ROOM = 'web/room/web-room'
const place = { channel: 'web', to: { type: 'room', room: 'web-room' } } as const
const slackRoom = { channel: 'slack', to: { type: 'room', room: 'slack-room' } } as const

const record: MeetingIntent = {
  kind: 'meeting',
  type: 'record',
  by: person('quinn'),
  heldAt: HELD,
  form: 'riskSummitRecord',
  answers: { judgement: 'Safe tonight.' },
}
const seal: MeetingIntent = { kind: 'meeting', type: 'seal', by: person('quinn') }
const addendum: MeetingIntent = {
  kind: 'meeting',
  type: 'addendum',
  by: person('quinn'),
  text: 'The region has a copy.',
}
const lost = (slot: string, more: { shut?: true } = { shut: true }): MeetingIntent => ({
  kind: 'meeting',
  type: 'noteUndelivered',
  slot,
  place: ROOM,
  reason: 'This room is archived.',
  ...more,
})
const bringIn = (whom: string): MeetingIntent => ({
  kind: 'meeting',
  type: 'bringIn',
  by: person('quinn'),
  person: whom,
  why: 'She knows the ward.',
})
const asked = (refused: string | null): MeetingIntent => ({
  kind: 'meeting',
  type: 'noteShared',
  channel: 'slack',
  person: 'safia',
  refused,
})

function recorded(change: Parameters<typeof openSummit>[0] = {}) {
  const seats = ['regional-director', 'provider-chief-executive']
  const life = openSummit({ seats, ...change })
  life.ask(calledAt, answer('rhea', 'chair', 'confirm'))
  life.ask(RECORDED, record)
  return life
}

describe('the room of a meeting whose record is sealed', () => {
  test('is closed behind all that is said in it, by hand or by the clock', () => {
    const byHand = recorded().ask(RECORDED, seal)
    const byClock = recorded().ask('2027-08-17T22:59:59Z', wake)

    for (const { events, effects } of [byHand, byClock]) {
      expect(events.map(({ type }) => type)).toEqual(['sealed', 'roomsShut'])
      expect(effects.at(-1)).toEqual({ type: 'archive', place })
    }
    expect(sent(byHand)).toContain(`${ROOM} root`)
  })

  test('says that it is closed and where what comes after is told', () => {
    const life = recorded()
    life.ask(RECORDED, seal)

    expect(life.says('root')).toContain('Its room is closed: it can be read')
  })

  test('is read still by what was on its way to it', () => {
    const life = recorded()
    life.ask(RECORDED, seal)

    expect(life.record().places).toEqual([])
    expect(guardedMeeting(life.record()).places).toContainEqual(place)
  })

  test('has nothing added to it: each who was called is told in private, and nothing is repaired there', () => {
    const life = recorded()
    life.ask(RECORDED, seal)

    const added = life.ask(RECORDED, addendum)
    const noted = life.ask(RECORDED, {
      kind: 'meeting',
      type: 'note',
      by: person('quinn'),
      text: 'A note.',
    })

    const people = life.record().people
    expect(sent(added)).toEqual(people.map((one) => `web/person/${one} notice:3`))
    expect(sent(noted)).toEqual(people.map((one) => `web/person/${one} notice:4`))
  })

  test('of a confidential meeting stays: whoever is taken off the list is taken out of it', () => {
    const life = recorded({ confidential: true })

    const sealed = life.ask(RECORDED, seal)

    expect(sealed.effects.filter(({ type }) => type === 'archive')).toEqual([])
    const gone = life.ask(RECORDED, {
      kind: 'meeting',
      type: 'noteAccess',
      person: 'wanda',
      listed: false,
    })
    expect(gone.effects).toContainEqual({ type: 'remove', place, people: ['wanda'] })
  })

  test('is made no second time by an answer that comes late', () => {
    const life = recorded()
    life.ask(RECORDED, seal)

    expect(life.ask(RECORDED, roomOn('web')).events).toEqual([])
  })
})

describe('a room that somebody archived by hand', () => {
  test('is left: what it did not take is told to each in private, and what comes after too', () => {
    const life = openSummit({ seats: ['regional-director', 'provider-chief-executive'] })
    life.ask(NOW, { kind: 'meeting', type: 'note', by: person('quinn'), text: 'Join early.' })

    const found = life.ask(NOW, lost('notice:1'))

    const people = life.record().people
    expect(sent(found)).toEqual(people.map((one) => `web/person/${one} notice:1`))
    const next = life.ask(NOW, { kind: 'meeting', type: 'note', by: person('quinn'), text: 'Now.' })
    expect(sent(next)).toEqual(people.map((one) => `web/person/${one} notice:2`))
    expect(life.says('root')).toContain('Somebody archived the room on Web')
  })

  test('leaves the record to be told in private, once it is made', () => {
    const life = openSummit({ seats: ['regional-director'] })
    life.ask(calledAt, answer('rhea', 'chair', 'confirm'))
    life.ask(NOW, lost('roll'))

    expect(sent(life.ask(RECORDED, record))).toContain('web/person/rhea notice:1')
    expect(life.ask(RECORDED, seal).effects.map(({ type }) => type)).not.toContain('archive')
  })

  test('is not asked for anew when somebody else is called', () => {
    const life = openSummit({ seats: ['provider-chief-executive'] })
    life.ask(NOW, lost('roll'))

    const declined = life.ask(NOW, answer('wanda', 'seat-wanda', 'apologies'))

    expect(declined.effects.filter(({ type }) => type === 'room')).toEqual([])
    expect(sent(declined)).toContain('web/person/bao prompt:seat-bao')
  })

  test('is not taken for closed where a message was refused for another reason', () => {
    const life = openSummit()

    life.ask(NOW, lost('roll', {}))

    expect(life.record().places).toEqual([place])
  })
})

describe('a new room', () => {
  test('has its head pinned, with the call as a link, behind its messages', () => {
    const life = newMeeting()
    life.ask(calledAt, summit)

    const made = life.ask(calledAt, roomOn('web'))

    expect(made.effects.filter(({ type }) => type === 'pin')).toEqual([{ type: 'pin', place }])
  })

  test('has the link of the meeting’s own call as soon as there is one', () => {
    const life = newMeeting()
    life.ask(calledAt, summit, { callChannels: ['slack'] })
    life.ask(calledAt, roomOn('web'))

    const url = 'https://teams.example/call'
    const called = life.ask(calledAt, { kind: 'meeting', type: 'noteCall', channel: 'slack', url })

    expect(called.effects).toContainEqual({ type: 'pin', place })
  })
})

describe('whoever a service would not let into its room', () => {
  test('stands on the roll with the reason and what to do, for as long as they are called', () => {
    const life = openSummit()
    const left = [{ person: 'wanda', reason: 'they have a guest account there.' }]

    const noted = life.ask(NOW, { kind: 'meeting', type: 'noteNotLetIn', channel: 'slack', left })

    expect(sent(noted)).toContain(`${ROOM} root`)
    expect(life.says('root')).toContain(
      'Wanda Mensah is not in the room on Slack: they have a guest account there. They have their call in private. Let them in there by hand, or phone them.',
    )
  })

  test('goes from the roll once the service lets them in', () => {
    const life = openSummit()
    const told = { kind: 'meeting', type: 'noteNotLetIn', channel: 'slack' } as const
    life.ask(NOW, { ...told, left: [{ person: 'wanda', reason: 'they have a guest account.' }] })

    expect(life.ask(NOW, { ...told, left: [], letIn: ['rhea'] }).events).toEqual([])
    life.ask(NOW, { ...told, left: [], letIn: ['wanda'] })

    expect(life.says('root')).not.toContain('is not in the room on Slack')
    expect(life.ask(NOW, { ...told, left: [], letIn: ['wanda'] }).events).toEqual([])
  })
})

describe('somebody from outside who is brought in', () => {
  const mailed = directoryWith('willow', {
    people: directoryWith('willow', {})
      .organisations.filter(({ slug }) => slug === 'willow')
      .flatMap(({ people }) => people)
      .map((one) => (one.id === 'safia' ? { ...one, accounts: {}, channel: 'mail' } : one)),
  })
  const outside = { directory: mailed, lastResort: ['mail'] }

  test('is called by mail, and asked into the room', () => {
    const life = openSummit()

    const brought = life.ask(NOW, bringIn('safia'), outside)

    expect(sent(brought)).toContain('mail/person/safia prompt:seat-safia')
    expect(brought.effects).toContainEqual({ type: 'share', place, person: 'safia' })
  })

  test('before there is a room is asked in when it is made', () => {
    const life = newMeeting()
    life.ask(calledAt, summit, outside)
    life.ask(NOW, bringIn('safia'))

    expect(life.ask(NOW, roomOn('slack')).effects).toContainEqual({
      type: 'share',
      place: slackRoom,
      person: 'safia',
    })
  })

  test('is never asked into a confidential one', () => {
    const life = openSummit({ confidential: true })

    const { effects } = life.ask(NOW, bringIn('safia'), outside)

    expect(effects.filter(({ type }) => type === 'share')).toEqual([])
  })

  test('nor is anybody who has an account there', () => {
    const { effects } = openSummit().ask(NOW, bringIn('safia'))

    expect(effects.filter(({ type }) => type === 'share')).toEqual([])
  })

  test('is on the roll with what came of it', () => {
    const life = openSummit()
    life.ask(NOW, bringIn('safia'), outside)

    life.ask(NOW, asked('Slack Connect is not part of this workspace’s plan'))
    expect(life.says('root')).toContain(
      'Safia Khan could not be asked into the room on Slack from outside: Slack Connect is not part of this workspace’s plan. They are told by mail.',
    )
    life.ask(NOW, asked(null))
    expect(life.says('root')).toContain('Safia Khan was asked into the room on Slack from outside')
    expect(life.says('root')).not.toContain('could not be asked')
  })

  test('who is taken out again must be taken out of the room by hand, and the roll says so', () => {
    const life = openSummit()
    life.ask(NOW, bringIn('safia'), outside)
    life.ask(NOW, asked(null))

    life.ask(NOW, {
      kind: 'meeting',
      type: 'takeOut',
      by: person('quinn'),
      person: 'safia',
      reason: 'Settled.',
    })

    expect(life.says('root')).toContain('take them out there by hand, Muster cannot')
  })
})
