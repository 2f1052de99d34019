import { describe, expect, test } from 'vitest'
import type { Effect } from '../../../src/core/effect.ts'
import type { MeetingIntent, MeetingIntentOf } from '../../../src/core/meeting/intent.ts'
import { sent } from '../../fixtures/life.ts'
import { calledAt, newMeeting, person, roomOn, summit, teleconference } from './meeting.ts'

const onTeams = { callChannels: ['teams'] }
const URL = 'https://teams.example/join/1'

const made: MeetingIntent = { kind: 'meeting', type: 'noteCall', channel: 'teams', url: URL }
const refused: MeetingIntent = {
  kind: 'meeting',
  type: 'noteUndelivered',
  slot: 'call',
  place: 'teams/call/m-7k2m-9q4x',
  reason: 'A right is missing.',
}

const later: MeetingIntentOf<'changeTime'> = {
  kind: 'meeting',
  type: 'changeTime',
  by: person('quinn'),
  startsAt: '2027-08-15T14:00:00Z',
  reason: 'The chair is away.',
}
const off: MeetingIntent = {
  kind: 'meeting',
  type: 'callOff',
  by: person('quinn'),
  reason: 'It was called for the wrong provider.',
}

function calls({ effects }: { readonly effects: readonly Effect[] }) {
  return effects.filter(({ type }) => type === 'call' || type === 'endCall')
}

function calledOnTeams() {
  const life = newMeeting()
  const seats = { ...summit, places: summit.places.slice(0, 1), seats: ['cqc-inspector'] }
  const called = life.ask(calledAt, seats, onTeams)
  return { life, called }
}

describe('a call of the meeting’s own', () => {
  test('is asked for once, where a channel can make one, without a word of whom it is about', () => {
    const { called } = calledOnTeams()

    expect(called.effects.filter(({ type }) => type === 'call')).toEqual([
      {
        type: 'call',
        channel: 'teams',
        name: 'm-7k2m-9q4x',
        subject: 'Risk summit M-7K2M-9Q4X',
      },
    ])
  })

  test('is not asked for where no channel makes any: the bridge is used', () => {
    const life = newMeeting()
    const { effects } = life.ask(calledAt, teleconference)

    expect(effects.filter(({ type }) => type === 'call')).toEqual([])
    expect(life.says('roll')).toContain('Dial in: https://bridge.example.test/harbour')
  })

  test('takes the bridge’s place everywhere as soon as it is made', () => {
    const { life } = calledOnTeams()
    life.ask(calledAt, roomOn('web'))
    expect(life.says('root')).toContain(
      'The call is being set up; its link will stand here. Should it not come: Dial in: https://bridge',
    )

    const noted = life.ask(calledAt, made)

    expect(sent(noted)).toEqual([
      'web/room/web-room root',
      'web/person/rhea prompt:chair',
      'web/person/cleo prompt:seat-cleo',
    ])
    for (const slot of ['root', 'prompt:chair', 'prompt:seat-cleo'] as const)
      expect(life.says(slot)).toContain(`Join the call: ${URL}`)
    expect(life.says('root')).not.toContain('bridge.example')
    expect(life.ask(calledAt, made).events).toEqual([])
  })

  test('that is made before the room stands in the brief from the start', () => {
    const { life } = calledOnTeams()

    expect(sent(life.ask(calledAt, made))).toEqual([])
    life.ask(calledAt, roomOn('web'))

    expect(life.says('root')).toContain(`Join the call: ${URL}`)
  })

  test('that cannot be made leaves the bridge, and the roll says why', () => {
    const { life } = calledOnTeams()
    life.ask(calledAt, roomOn('web'))

    const noted = life.ask(calledAt, refused)

    expect(sent(noted)).toContain('web/room/web-room root')
    expect(life.says('root')).toContain('Dial in: https://bridge.example.test/harbour')
    expect(life.says('root')).toContain('No call could be made on Teams: A right is missing.')
  })

  test('that an administrator had tried again is used after all', () => {
    const { life } = calledOnTeams()
    life.ask(calledAt, roomOn('web'))
    life.ask(calledAt, refused)

    life.ask(calledAt, made)

    expect(life.says('root')).toContain(`Join the call: ${URL}`)
    expect(life.says('root')).not.toContain('No call could be made')
  })
})

describe('a call of a meeting that gets another time', () => {
  test('is asked for again under the same name, also while it is being made', () => {
    const { life, called } = calledOnTeams()

    const moved = life.ask(calledAt, later)

    expect(calls(moved)).toEqual(calls(called))
    life.ask(calledAt, made)
    expect(calls(life.ask(calledAt, { ...later, startsAt: '2027-08-16T14:00:00Z' }))).toHaveLength(
      1,
    )
  })

  test('is not asked for where none could be made', () => {
    const { life } = calledOnTeams()
    life.ask(calledAt, refused)

    expect(calls(life.ask(calledAt, later))).toEqual([])
  })

  test('keeps its link where its service refuses: the roll says so until it is mended', () => {
    const { life } = calledOnTeams()
    life.ask(calledAt, roomOn('web'))
    life.ask(calledAt, made)
    life.ask(calledAt, later)

    life.ask(calledAt, refused)

    expect(life.says('root')).toContain(`Join the call: ${URL}`)
    expect(life.says('root')).toContain(
      'The call on Teams still shows its old time. Its link works at the new one. A right is missing.',
    )
    life.ask(calledAt, made)
    expect(life.says('root')).not.toContain('A right is missing.')
    expect(life.ask(calledAt, made).events).toEqual([])
  })
})

describe('a call of a meeting that is called off', () => {
  test('is taken away, also while it is being made', () => {
    const { life } = calledOnTeams()

    expect(calls(life.ask(calledAt, off))).toEqual([
      { type: 'endCall', channel: 'teams', name: 'm-7k2m-9q4x' },
    ])
  })

  test('is not taken away where none could be made', () => {
    const { life } = calledOnTeams()
    life.ask(calledAt, refused)

    expect(calls(life.ask(calledAt, off))).toEqual([])
  })

  test('is said to be still there where its service refuses', () => {
    const { life } = calledOnTeams()
    life.ask(calledAt, made)
    life.ask(calledAt, off)

    life.ask(calledAt, { ...refused, slot: 'endCall' })

    expect(life.says('root')).toContain(
      'The call on Teams could not be taken away; nobody needs to join it. A right is missing.',
    )
  })

  test('whoever called it off is told so in private, once, and what to do', () => {
    const { life } = calledOnTeams()
    life.ask(calledAt, roomOn('web'))
    life.ask(calledAt, made)
    life.ask(calledAt, off)

    const happened = life.ask(calledAt, { ...refused, slot: 'endCall' })

    const slot = `notice:${life.record().notices.length}`
    expect(sent(happened).filter((one) => one.endsWith(` ${slot}`))).toEqual([
      `web/person/quinn ${slot}`,
    ])
    const says = life.says(slot)
    expect(says).toContain('its call is still there')
    expect(says).toContain('Delete it on Teams by hand, or ask whoever looks after Teams to.')
    expect(says).toContain(`Why: A right is missing. Its link still works: ${URL}`)
    expect(life.ask(calledAt, { ...refused, slot: 'endCall' }).events).toEqual([])
  })
})
