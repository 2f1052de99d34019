import { describe, expect, test } from 'vitest'
import { composeMeeting } from '../../../src/core/meeting/compose.ts'
import { guardedMeeting } from '../../../src/core/meeting/index.ts'
import type { MeetingIntentOf } from '../../../src/core/meeting/intent.ts'
import { plainMessage } from '../../../src/core/message/plain.ts'
import { maySee } from '../../../src/core/people/access.ts'
import { contextAt } from '../../fixtures/context.ts'
import { directory } from '../../fixtures/directory.ts'
import { alarmed, sent } from '../../fixtures/life.ts'
import { answer, calledAt, newMeeting, roomOn, summit } from './meeting.ts'

const LATER = '2027-08-14T08:05:00Z'

const late = (slot: string, place: string): MeetingIntentOf<'noteLate'> => ({
  kind: 'meeting',
  type: 'noteLate',
  slot,
  place,
  reason: 'Slack is down.',
})

/** Nobody’s account is known, so everybody is looked for on both channels. */
const lookedFor = {
  organisations: directory.organisations.map((one) => ({
    ...one,
    people: one.people.map(({ channel: _, ...person }) => ({ ...person, accounts: {} })),
  })),
}

/** A risk summit with its rooms made, of which only some seats are called. */
function called() {
  const life = newMeeting()
  const context = { lastResort: ['mail'], administrators: ['hugo'], directory: lookedFor }
  life.ask(calledAt, { ...summit, seats: ['provider-chief-executive', 'cqc-inspector'] }, context)
  life.ask(calledAt, roomOn('web'))
  life.ask(calledAt, roomOn('slack'))
  return life
}

const mailed = (happened: Parameters<typeof sent>[0]) =>
  sent(happened).filter((one) => one.startsWith('mail/'))

describe('a call to a seat that Slack has not accepted in time', () => {
  test('goes to the next in line at once; both are called by mail, and administrators are told', () => {
    const life = called()

    const happened = life.ask(LATER, late('prompt:seat-wanda', 'slack/person/wanda'))

    expect(mailed(happened)).toEqual([
      'mail/person/wanda prompt:seat-wanda',
      'mail/person/bao prompt:seat-bao',
    ])
    expect(alarmed(happened)).toEqual(['web/person/hugo: slack', 'mail/person/hugo: slack'])
    expect(sent(happened)).toContain('web/person/bao prompt:seat-bao')
  })

  test('by mail says what, when and how to dial in; the alarm says nothing of it', () => {
    const life = called()
    const { followUps } = life.ask(LATER, late('prompt:seat-wanda', 'slack/person/wanda'))
    const reads = (person: string, slot: string) => {
      const viewer = {
        type: 'place',
        place: { channel: 'mail', to: { type: 'person', person } },
      } as const
      expect(maySee(viewer, guardedMeeting(life.record()), directory)).toBe(true)
      const message = composeMeeting(life.record(), slot, { ...contextAt(LATER), viewer })
      return message && plainMessage(message, directory)
    }

    expect(reads('wanda', 'prompt:seat-wanda')?.split('\n').slice(0, 4)).toEqual([
      'You are called: Risk summit (M-7K2M-9Q4X)',
      'Risk summit about Willow House. Urgent; it starts Sat 14 Aug 2027 15:00 BST.',
      'Dial in: https://bridge.example.test/harbour or phone 01632 960111, code 4411',
      expect.stringContaining('You are told by mail because Slack has not accepted the message.'),
    ])
    expect(followUps.at(-1)?.intent).toMatchObject({
      late: { about: 'a call to the risk summit M-7K2M-9Q4X', at: LATER },
    })
    expect(JSON.stringify(followUps)).not.toContain('Willow')
    expect(reads('wanda', 'root')).toBeUndefined()
    life.ask(LATER, answer('wanda', 'seat-wanda', 'coming'))
    expect(reads('wanda', 'prompt:seat-wanda')).not.toContain('Please answer')
  })

  test('calls nobody when it was answered, and is told once', () => {
    const life = called()
    life.ask(LATER, answer('cleo', 'seat-cleo', 'coming'))

    expect(life.ask(LATER, late('prompt:seat-cleo', 'slack/person/cleo')).events).toEqual([])
    life.ask(LATER, late('prompt:seat-wanda', 'slack/person/wanda'))
    expect(life.ask(LATER, late('prompt:seat-wanda', 'slack/person/wanda')).events).toEqual([])
    expect(life.ask(LATER, late('roll', 'slack/room/slack-room')).events).toEqual([])
    const elsewhere = life.ask(LATER, late('prompt:seat-wanda', 'web/person/wanda'))
    expect(mailed(elsewhere)).toEqual([])
    expect(alarmed(elsewhere)).toEqual(['slack/person/hugo: web', 'mail/person/hugo: web'])
  })
})

describe('the question who chairs', () => {
  test('goes on to the next of the post, in the room and in private', () => {
    const life = called()

    const happened = life.ask(LATER, late('prompt:chair', 'slack/room/slack-room'))

    expect(mailed(happened).slice(0, 2)).toEqual([
      'mail/person/rhea prompt:chair',
      'mail/person/remy prompt:chair',
    ])
    expect(sent(happened)).toContain('web/person/remy prompt:chair')
  })
})

test('a call that will never arrive on any service is mailed at once, and not while one may take it', () => {
  const life = called()
  const never = (place: string) =>
    life.ask(LATER, { ...late('prompt:seat-wanda', place), type: 'noteUndelivered' })

  expect(mailed(never('slack/person/wanda'))).toEqual([])
  expect(mailed(never('web/person/wanda'))).toEqual([
    'mail/person/wanda prompt:seat-wanda',
    'mail/person/bao prompt:seat-bao',
  ])
})
