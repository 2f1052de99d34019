import { describe, expect, test } from 'vitest'
import { guardedMeeting } from '../../../src/core/meeting/index.ts'
import type { Meeting } from '../../../src/core/meeting/meeting.ts'
import { seatsOf } from '../../../src/core/meeting/seats.ts'
import { maySee } from '../../../src/core/people/access.ts'
import { directory, directoryWith } from '../../fixtures/directory.ts'
import { sent } from '../../fixtures/life.ts'
import {
  answer,
  calledAt,
  caseId,
  newMeeting,
  openSummit,
  person,
  roomOn,
  summit,
  teleconference,
} from './meeting.ts'

const _seatOf = (meeting: Meeting, id: string) => seatsOf(meeting).find((seat) => seat.id === id)

/** The directory with these people on Slack, and everybody else on the first service. */
const onSlack = (...people: string[]) => ({
  organisations: directory.organisations.map((one) => ({
    ...one,
    people: one.people.map(({ channel: _, ...who }) =>
      people.includes(who.id) ? { ...who, channel: 'slack' } : who,
    ),
  })),
})

describe('the room of a risk summit', () => {
  test('is asked for on every channel of the case, named by reference and not by provider, with the people called', () => {
    const { effects } = newMeeting().ask(calledAt, summit)

    expect(effects).toMatchObject([
      { type: 'room', channel: 'web', name: 'risk-summit-m-7k2m-9q4x' },
      { type: 'room', channel: 'slack', name: 'risk-summit-m-7k2m-9q4x' },
    ])
    expect(effects.map((one) => (one.type === 'room' ? [...one.people].sort() : []))).toEqual([
      ['ada', 'bao', 'lena', 'mick', 'nell', 'quinn', 'rhea', 'sven', 'wanda'],
      ['cleo'],
    ])
  })

  test('is made on a channel only when somebody is called there', () => {
    const life = newMeeting()
    const wanda = { ...summit, seats: ['provider-chief-executive'] }
    const called = life.ask(calledAt, wanda, { directory: onSlack('bao') })
    expect(called.effects).toMatchObject([{ type: 'room', channel: 'web' }])
    life.ask(calledAt, roomOn('web'))

    const declined = life.ask(calledAt, answer('wanda', 'seat-wanda', 'apologies'))
    expect(declined.effects).toContainEqual(
      expect.objectContaining({ type: 'room', channel: 'slack', people: ['bao'] }),
    )
    expect(sent(life.ask(calledAt, roomOn('slack')))).toContain('slack/person/bao prompt:seat-bao')
  })

  test('has one order of the services, whatever the order of the case’s rooms: nobody is told on another than named on', () => {
    const life = newMeeting()

    life.ask(calledAt, { ...summit, places: [...summit.places].reverse() })

    expect(life.record().reach).toMatchObject({ quinn: ['web'], rhea: ['web'], cleo: ['slack'] })
    life.ask(calledAt, answer('wanda', 'seat-wanda', 'apologies'))
    expect(life.record().reach).toMatchObject({ bao: ['web'] })
  })

  test('gets the brief with its roll and the question who chairs; each person gets their own call in private', () => {
    const life = newMeeting()
    life.ask(calledAt, { ...summit, seats: ['cqc-inspector', 'provider-chief-executive'] })

    const made = life.ask(calledAt, roomOn('web'))

    expect(sent(made)).toEqual([
      'web/room/web-room root',
      'web/room/web-room prompt:chair',
      'web/person/rhea prompt:chair',
      'web/person/wanda prompt:seat-wanda',
    ])
    expect(life.ask(calledAt, roomOn('web')).events).toEqual([])
    expect(sent(life.ask(calledAt, roomOn('slack'))).slice(2)).toEqual([
      'slack/person/cleo prompt:seat-cleo',
    ])
  })

  test('opens with what, how urgent and how to dial in, and says that the chair is not confirmed', () => {
    const brief = openSummit().says('root')?.split('\n')

    expect(brief?.slice(0, 4)).toEqual([
      'Risk summit: Willow House (M-7K2M-9Q4X)',
      'Risk summit about Willow House. Urgent; it starts Sat 14 Aug 2027 15:00 BST.',
      'Dial in: https://bridge.example.test/harbour or phone 01632 960111, code 4411',
      'Chair not confirmed. Asked: Rhea Dutta. Nothing waits for it.',
    ])
    expect(brief).toContain('Two patients were found without observation.')
    expect(brief).toContain('Called at: Sat 14 Aug 2027 08:55 BST')
    expect(brief?.some((line) => line.startsWith('Rule M1'))).toBe(true)
  })

  test('lists who is called and which seats are empty, and why', () => {
    const roll = openSummit().says('root')

    expect(roll).toContain('Seats: 1 coming, 9 not answered, 4 empty.')
    expect(roll).toContain('NHSE/I regional team: director – Rhea Dutta: called, no answer yet')
    expect(roll).toContain(
      'General Medical Council – empty – required: the organisation is not in the directory',
    )
    expect(roll).toContain('ICB: nominated director – empty – required: nobody holds this role')
    expect(roll).toContain('They do not hold the meeting up.')
  })

  test('is replaced by the case’s thread on a channel where it cannot be made', () => {
    const life = newMeeting()
    life.ask(calledAt, { ...summit, seats: ['cqc-inspector'] })

    const failed = life.ask(calledAt, {
      kind: 'meeting',
      type: 'noteUndelivered',
      slot: 'root',
      place: 'slack/new/risk-summit-m-7k2m-9q4x',
      reason: 'the app may not make rooms',
    })

    expect(sent(failed)).toContain('slack/room/C0WILLOW root')
    expect(sent(failed)).toContain('slack/person/cleo prompt:seat-cleo')
    expect(life.record().places).toEqual([
      { channel: 'slack', to: { type: 'room', room: 'C0WILLOW' }, under: caseId },
    ])
    expect(life.says('root')).toContain('the app may not make rooms')
  })

  test('which too few could be in is done without: those called there are told in private, and the case’s thread is not', () => {
    const life = newMeeting()
    life.ask(calledAt, { ...summit, seats: ['cqc-inspector'] })
    const failed = life.ask(calledAt, {
      kind: 'meeting',
      type: 'noteUndelivered',
      slot: 'room',
      place: 'slack/new/risk-summit-m-7k2m-9q4x',
      reason: 'A group chat needs two people.',
      tooFew: true,
    })

    expect(sent(failed)).toEqual(['slack/person/cleo prompt:seat-cleo'])
    expect(life.record().places).toEqual([])
    const answered = life.ask(calledAt, answer('cleo', 'seat-cleo', 'coming'))
    expect(sent(answered)).toEqual(['slack/person/cleo prompt:seat-cleo'])
    expect(life.says('root')).toContain('A group chat needs two people. Each is told in private.')
  })

  test('which too few could be in is asked for again when somebody else is called there', () => {
    const life = newMeeting()
    const seats = ['cqc-inspector', 'provider-chief-executive']
    life.ask(calledAt, { ...summit, seats }, { directory: onSlack('cleo', 'bao') })
    const failed = { kind: 'meeting', type: 'noteUndelivered', slot: 'room' } as const
    const place = 'slack/new/risk-summit-m-7k2m-9q4x'
    life.ask(calledAt, { ...failed, place, reason: 'Too few.', tooFew: true })

    const declined = life.ask(calledAt, answer('wanda', 'seat-wanda', 'apologies'))

    expect(declined.effects).toContainEqual(
      expect.objectContaining({ type: 'room', channel: 'slack', people: ['cleo', 'bao'] }),
    )
    life.ask(calledAt, roomOn('slack'))
    expect(life.record().places).toMatchObject([{ to: { room: 'slack-room' } }])
    expect(life.says('root')).not.toContain('Too few.')
  })

  test('is told of a message that an administrator gave up', () => {
    const life = openSummit()
    life.ask(calledAt, {
      kind: 'meeting',
      type: 'noteDropped',
      slot: 'root',
      place: 'slack/new/risk-summit-m-7k2m-9q4x',
      reason: 'There is another room.',
    })

    expect(life.says('notice:1')).toContain(
      'An administrator gave up a message to a new room on Slack, which could not be delivered: There is another room.',
    )
  })

  test('is read by those who were called, and not by the provider’s other readers', () => {
    const guarded = guardedMeeting(openSummit().record())
    const sees = (id: string) => maySee({ type: 'actor', actor: person(id) }, guarded, directory)

    expect(['quinn', 'cleo', 'rhea', 'lena'].map(sees)).toEqual([true, true, true, true])
    expect(['nia', 'mara', 'dora', 'remy'].map(sees)).toEqual([false, false, false, false])
  })
})

describe('a teleconference', () => {
  test('stands in the case’s thread, with the bridge, and calls each person once, in private', () => {
    const life = newMeeting()

    const called = life.ask(calledAt, teleconference)

    expect(sent(called)).toEqual([
      'web/room/willow roll',
      'slack/room/C0WILLOW roll',
      'web/person/quinn prompt:seat-quinn',
      'web/person/mara prompt:seat-mara',
    ])
    expect(life.record().places.map(({ under }) => under)).toEqual([caseId, caseId])
    expect(life.says('roll')).toContain('Dial in: https://bridge.example.test/harbour')
    expect(life.says('root')).toBeUndefined()
    expect(called.followUps.map(({ intent }) => `${intent.kind} ${intent.type}`)).toEqual([
      'case noteMeeting',
      'provider noteMeeting',
    ])
  })

  test('says how a bridge is set when there is none', () => {
    const life = newMeeting()

    life.ask(calledAt, teleconference, { directory: directoryWith('harbour', { bridge: null }) })

    expect(life.says('roll')).toContain(
      'an administrator can add a bridge to Harbour NHS Foundation Trust',
    )
  })
})
