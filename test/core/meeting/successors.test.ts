import { describe, expect, test } from 'vitest'
import type { MeetingIntent } from '../../../src/core/meeting/intent.ts'
import { byMailOf } from '../../../src/core/meeting/invitation/entry.ts'
import { directoryWithout } from '../../fixtures/directory.ts'
import {
  calledAt,
  newMeeting,
  openSummit,
  person,
  summit,
  teleconference,
  wake,
} from './meeting.ts'

const AT = '2027-08-14T09:05:00Z'
const LATER = '2027-08-14T09:06:00Z'
const SEATS = ['regional-director', 'provider-chief-executive']
const WITHOUT_QUINN = { directory: directoryWithout('quinn') }

const off = (by: string): MeetingIntent => ({
  kind: 'meeting',
  type: 'callOff',
  by: person(by),
  reason: 'It was called for the wrong provider.',
})

/** Quinn called it and has left the directory. */
function leftByQuinn() {
  const life = openSummit({ seats: SEATS })
  life.ask(AT, wake, WITHOUT_QUINN)
  return life
}

function teleconferenceLeftByQuinn() {
  const life = newMeeting()
  life.ask(calledAt, { ...teleconference, places: summit.places.slice(0, 1) })
  life.ask(AT, wake, WITHOUT_QUINN)
  return life
}

describe('whoever follows the one who called a meeting and left the directory', () => {
  test('may call it off and bring somebody in', () => {
    const bringIn = { kind: 'meeting', type: 'bringIn', by: person('dora') } as const
    const brought = leftByQuinn().ask(LATER, { ...bringIn, person: 'safia', why: 'She knows.' })

    expect(brought.refusal).toBeUndefined()
    expect(leftByQuinn().ask(LATER, off('dora')).refusal).toBeUndefined()
  })

  test('is whom a call by mail names to reply to', () => {
    const life = leftByQuinn()
    const meeting = life.record()
    const [prompt] = meeting.prompts
    if (!prompt) throw new Error('Nobody is called')

    expect(byMailOf(meeting, prompt, 'wanda', life.context()).contact).toBe('dora')
  })

  test('is named to whoever may not, and not the one who has left', () => {
    const { refusal } = leftByQuinn().ask(LATER, off('wanda'))

    expect(refusal?.message).toMatch(/or Dora \w+ may call off the risk summit/)
    expect(refusal?.message).not.toContain('left the directory')
  })

  test('is somebody who was called already, where one of them may call such a meeting', () => {
    const life = teleconferenceLeftByQuinn()

    expect(life.record().successors).toEqual(['dora'])
    expect(life.ask(LATER, wake).events).toEqual([])
    expect(life.ask(LATER, off('dora')).refusal).toBeUndefined()
    expect(life.record().status).toBe('closed')
  })
})
