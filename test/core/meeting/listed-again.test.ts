import { describe, expect, test } from 'vitest'
import { guardedMeeting } from '../../../src/core/meeting/index.ts'
import type { MeetingIntent, MeetingIntentOf } from '../../../src/core/meeting/intent.ts'
import { namesLeavers } from '../../../src/core/meeting/leavers.ts'
import { maySee } from '../../../src/core/people/access.ts'
import { directory, directoryWithout } from '../../fixtures/directory.ts'
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

const DROPPED = '2027-08-14T16:05:00Z'
const BACK = '2027-08-14T16:06:00Z'
const LATER = '2027-08-14T16:07:00Z'
const SEATS = ['regional-director', 'provider-chief-executive']

const move: MeetingIntent = {
  kind: 'meeting',
  type: 'changeTime',
  by: person('quinn'),
  startsAt: '2027-08-15T15:00:00Z',
  reason: 'Two of us are away.',
}
const off: MeetingIntent = { kind: 'meeting', type: 'callOff', by: person('quinn'), reason: 'No.' }

function record(form = 'riskSummitRecord'): MeetingIntent {
  const heldAt = '2027-08-14T14:00:00Z'
  return { kind: 'meeting', type: 'record', by: person('quinn'), heldAt, form, answers: {} }
}
const seal: MeetingIntent = { kind: 'meeting', type: 'seal', by: person('quinn') }

type Life = ReturnType<typeof openSummit>

/** The directory file comes without them, and once more with them. */
function droppedAndBack(life: Life, who: string) {
  const dropped = life.ask(DROPPED, wake, { directory: directoryWithout(who) })
  expect(dropped.events.length).toBeGreaterThan(0)
  expect(namesLeavers(life.record(), directory)).toBe(true)
  const back = life.ask(BACK, wake, { directory })
  expect(life.ask(BACK, wake).events).toEqual([])
  return back
}

function teleconferenceOf(change: Partial<MeetingIntentOf<'call'>>) {
  const life = newMeeting()
  life.ask(calledAt, { ...teleconference, places: summit.places.slice(0, 1), ...change })
  life.ask(calledAt, roomOn('web'))
  return life
}

const callsOf = (life: Life, seat: string) =>
  life
    .record()
    .lines.flatMap(({ seats }) => seats)
    .filter(({ id }) => id === seat)
    .flatMap(({ calls }) => calls.map((call) => `${call.person} ${call.state}`))

describe('whoever called a meeting, was dropped from the directory by mistake and is listed again', () => {
  test('is let in again without a seat, and may move, record and call off', () => {
    for (const intent of [move, record(), off]) {
      const life = openSummit({ seats: SEATS })
      const back = droppedAndBack(life, 'quinn')

      expect(back.effects).toContainEqual({
        type: 'invite',
        place: { channel: 'web', to: { type: 'room', room: 'web-room' } },
        people: ['quinn'],
      })
      expect(life.record().people).toContain('quinn')
      expect(life.ask(LATER, intent).refusal).toBeUndefined()
    }
  })

  test('is let in again to a confidential one that they called, and not to one whose list they are off', () => {
    const life = teleconferenceOf({ confidential: true })
    droppedAndBack(life, 'quinn')
    expect(life.ask(LATER, record(life.record().form)).refusal).toBeUndefined()

    const other = openSummit({ seats: SEATS })
    other.ask(calledAt, { kind: 'meeting', type: 'noteConfidential', list: ['rhea', 'wanda'] })
    other.ask(DROPPED, wake, { directory: directoryWithout('quinn') })
    expect(other.ask(BACK, wake, { directory }).events).toEqual([])
    expect(other.record().people).not.toContain('quinn')
  })

  test('is not let in where they were taken off the list meanwhile, or have a conflict of interest', () => {
    const life = teleconferenceOf({ confidential: true })
    life.ask(DROPPED, wake, { directory: directoryWithout('quinn') })
    const access = { kind: 'meeting', type: 'noteAccess', person: 'quinn', listed: false } as const
    life.ask(DROPPED, access)
    life.ask(BACK, wake, { directory })
    expect(life.record().people).not.toContain('quinn')

    const other = openSummit({ seats: SEATS })
    const conflict = { kind: 'meeting', type: 'declareConflict', by: person('rhea') } as const
    const whose = { type: 'person', person: 'quinn' } as const
    other.ask(calledAt, { ...conflict, what: 'They own shares.', whose })
    other.ask(DROPPED, wake, { directory: directoryWithout('quinn') })
    other.ask(BACK, wake, { directory })
    expect(other.record().people).not.toContain('quinn')
  })
})

describe('whoever chairs, was dropped from the directory by mistake and is listed again', () => {
  test('has their call and is asked to chair again while nobody in their place has answered', () => {
    const life = openSummit({ seats: SEATS })
    life.ask(calledAt, answer('rhea', 'chair', 'confirm'))

    droppedAndBack(life, 'rhea')

    expect(life.record().prompts.find(({ id }) => id === 'chair')?.asked).toEqual(['remy', 'rhea'])
    expect(callsOf(life, 'regional-director')).toEqual(['rhea asked', 'remy asked'])
    life.ask(LATER, answer('rhea', 'chair', 'confirm'))
    expect(life.record().chair).toMatchObject({ person: 'rhea' })
    expect(callsOf(life, 'regional-director')).toEqual(['rhea coming', 'remy stoodDown'])
  })

  test('is asked for nothing where somebody has confirmed in their place', () => {
    const life = openSummit({ seats: SEATS })
    life.ask(calledAt, answer('rhea', 'chair', 'confirm'))
    life.ask(DROPPED, wake, { directory: directoryWithout('rhea') })
    life.ask(DROPPED, answer('remy', 'chair', 'confirm'))

    expect(life.ask(BACK, wake, { directory }).events).toEqual([])
    expect(life.record().chair?.person).toBe('remy')
  })
})

describe('whoever was dropped between the record and its seal, and is listed again', () => {
  test('is in it again, as they answered, and gets the sealed record', () => {
    const life = openSummit({ seats: SEATS })
    life.ask(calledAt, answer('wanda', 'seat-wanda', 'coming'))
    life.ask('2027-08-14T16:00:00Z', record())

    const back = droppedAndBack(life, 'wanda')

    expect(sent(back)).toContain('web/person/wanda prompt:seat-wanda')
    expect(back.effects.some(({ type }) => type === 'room')).toBe(false)
    expect(life.record().people).toContain('wanda')
    expect(callsOf(life, 'provider-chief-executive')).toEqual(['wanda coming'])
    const own = { channel: 'web', to: { type: 'person', person: 'wanda' } } as const
    life.ask(LATER, seal)
    expect(life.says('notice:1', { type: 'place', place: own })).toContain('Record')
    const viewer = { type: 'actor', actor: person('wanda') } as const
    expect(maySee(viewer, guardedMeeting(life.record()), directory)).toBe(true)
  })

  test('is not put back into a confidential one', () => {
    const life = openSummit({ seats: SEATS, confidential: true })
    life.ask('2027-08-14T16:00:00Z', record())
    life.ask(DROPPED, wake, { directory: directoryWithout('wanda') })
    life.ask(BACK, wake, { directory })
    expect(life.record().people).not.toContain('wanda')
  })
})
