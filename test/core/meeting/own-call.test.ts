import { describe, expect, test } from 'vitest'
import type { MeetingIntent } from '../../../src/core/meeting/intent.ts'
import { sent } from '../../fixtures/life.ts'
import { calledAt, newMeeting, roomOn, summit, teleconference } from './meeting.ts'

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
        startsAt: summit.startsAt,
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
  })
})
