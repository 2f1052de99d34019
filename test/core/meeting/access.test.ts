import { describe, expect, test } from 'vitest'
import type { MeetingIntent } from '../../../src/core/meeting/intent.ts'
import { Meeting } from '../../../src/core/meeting/meeting.ts'
import { providerId } from '../../../src/core/record-id.ts'
import { sent } from '../../fixtures/life.ts'
import {
  answer,
  calledAt,
  meetingId,
  newMeeting,
  openSummit,
  person,
  roomOn,
  summit,
  wake,
} from './meeting.ts'

const later = '2027-08-14T08:30:00Z'
const gone = (who: string): MeetingIntent => ({
  kind: 'meeting',
  type: 'noteAccess',
  person: who,
  listed: false,
})
const noteConfidential: MeetingIntent = {
  kind: 'meeting',
  type: 'noteConfidential',
  list: ['quinn'],
}
const chief = ({ lines }: Meeting) =>
  lines
    .flatMap(({ seats }) => seats)
    .find(({ id }) => id === 'provider-chief-executive')
    ?.calls.map((call) => `${call.person} ${call.state}`)

describe('somebody who is let go', () => {
  const confidential = { confidential: true } as const

  test('is taken out of a room that is made after that, and is told nothing there', () => {
    const life = newMeeting()
    life.ask(calledAt, { ...summit, ...confidential, places: summit.places.slice(0, 1) })
    life.ask(calledAt, gone('wanda'))

    const made = life.ask(calledAt, roomOn('web'))

    const place = { channel: 'web', to: { type: 'room', room: 'web-room' } }
    expect(made.effects).toContainEqual({ type: 'remove', place, people: ['wanda'] })
    expect(sent(made)).not.toContain('web/person/wanda prompt:seat-wanda')
    expect(Meeting.parse(JSON.parse(JSON.stringify(life.record())))).toEqual(life.record())
  })

  test('leaves the seat to the next in line also while somebody before them has not answered', () => {
    const life = openSummit({ seats: ['regional-director', 'provider-chief-executive'] })
    life.ask(later, wake)
    expect(chief(life.record())).toEqual(['wanda asked', 'bao asked'])

    life.ask(later, gone('wanda'))

    expect(chief(life.record())).toEqual(['wanda gone', 'bao asked'])
  })

  test('leaves the seat as it is where somebody else comes to it', () => {
    const life = openSummit({ seats: ['provider-chief-executive'] })
    life.ask(later, wake)
    life.ask(later, answer('wanda', 'seat-wanda', 'coming'))

    const { events } = life.ask(later, gone('bao'))

    expect(events.map(({ type }) => type)).toEqual(['letGo'])
    expect(chief(life.record())).toEqual(['wanda coming', 'bao gone'])
  })

  test('is let go once: hearing of it again changes nothing', () => {
    const life = openSummit()
    life.ask(later, gone('wanda'))

    expect(life.ask(later, gone('wanda')).events).toEqual([])
    expect(life.ask(later, answer('wanda', 'seat-wanda', 'coming')).refusal?.code).toBe('notFound')
  })

  test('is not awaited any more, and owes no record of what they called', () => {
    const life = openSummit()

    life.ask(later, gone('quinn'))

    const note = { kind: 'meeting', type: 'note', by: person('quinn'), text: 'Seen.' } as const
    expect(life.ask(later, note).refusal?.code).toBe('notFound')
    expect(life.record().prompts.find(({ id }) => id === 'seat-quinn')?.state).toBe('withdrawn')
  })
})

describe('a meeting whose case becomes confidential', () => {
  test('says so to the provider whose level it moved, and shows why to those on the list', () => {
    const life = openSummit()

    const { followUps } = life.ask(later, noteConfidential)

    expect(followUps).toEqual([
      {
        to: providerId('willow'),
        intent: { kind: 'provider', type: 'noteConfidential', record: meetingId },
      },
    ])
    const viewer = (who: string) => ({ type: 'actor', actor: person(who) }) as const
    expect(life.says('root', viewer('quinn'))).toContain(summit.why)
    expect(life.says('root', viewer('wanda'))).not.toContain(summit.why)
    expect(life.says('root', viewer('wanda'))).toContain('The reason is confidential.')
    expect(Meeting.parse(JSON.parse(JSON.stringify(life.record())))).toEqual(life.record())
  })

  test('that was called of a confidential one shows why to all whom it calls', () => {
    const life = openSummit({ confidential: true })

    expect(life.ask(later, noteConfidential).events).toEqual([])
    const place = { channel: 'web', to: { type: 'person', person: 'wanda' } } as const
    expect(life.says('prompt:seat-wanda', { type: 'place', place })).toContain(summit.why)
  })
})
