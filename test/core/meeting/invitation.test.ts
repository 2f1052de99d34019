import { describe, expect, test } from 'vitest'
import { composeMeeting } from '../../../src/core/meeting/compose.ts'
import type { MeetingIntent, MeetingIntentOf } from '../../../src/core/meeting/intent.ts'
import type { Message } from '../../../src/core/message/message.ts'
import { plainMessage } from '../../../src/core/message/plain.ts'
import type { Directory } from '../../../src/core/people/directory.ts'
import { contextAt } from '../../fixtures/context.ts'
import { directory } from '../../fixtures/directory.ts'
import { alarmed, sent } from '../../fixtures/life.ts'
import { answer, calledAt, newMeeting, roomOn, summit } from './meeting.ts'

const LATER = '2027-08-14T08:05:00Z'
const MONDAY = '2027-08-16T13:00:00Z'
const withMail = { lastResort: ['mail'], administrators: ['hugo'] }
const seats = ['provider-chief-executive', 'cqc-inspector']

/** The made-up collaborative, where some want their calls by mail, and some have no account. */
function listed(change: (id: string) => object | null): Directory {
  return {
    organisations: directory.organisations.map((one) => ({
      ...one,
      people: one.people.map((person) => ({ ...person, ...change(person.id) })),
    })),
  }
}
const cleoByMail = listed((id) => (id === 'cleo' ? { channel: 'mail' } : null))
const cleoNowhere = listed((id) => (id === 'cleo' ? { accounts: {}, channel: undefined } : null))

function called(people: Directory, over: Partial<MeetingIntentOf<'call'>> = {}) {
  const life = newMeeting()
  const happened = life.ask(
    calledAt,
    { ...summit, seats, ...over },
    { ...withMail, directory: people },
  )
  life.ask(calledAt, roomOn('web'))
  life.ask(calledAt, roomOn('slack'))
  const letter = (who = 'cleo', slot = `prompt:seat-${who}`): Message | undefined => {
    const place = { channel: 'mail', to: { type: 'person', person: who } } as const
    const viewer = { type: 'place', place } as const
    const composing = { ...contextAt(LATER), directory: people, viewer }
    // A slot of a message is a word of ours.
    return composeMeeting(life.record(), slot as 'roll', composing)
  }
  return { life, happened, letter }
}

const never = (place: string, slot = 'prompt:seat-cleo'): MeetingIntent => ({
  kind: 'meeting',
  type: 'noteUndelivered',
  slot,
  place,
  reason: 'no account',
})
const mailed = (happened: Parameters<typeof sent>[0]) =>
  sent(happened).filter((one) => one.startsWith('mail/'))

describe('somebody whom the directory wants told by mail', () => {
  test('is called by mail alone, at once and without a room of theirs', () => {
    const { life, happened } = called(cleoByMail)

    expect(mailed(happened)).toEqual(['mail/person/cleo prompt:seat-cleo'])
    expect(sent(happened).filter((one) => one.includes('person/cleo'))).toHaveLength(1)
    expect(life.record().reach.cleo).toEqual(['mail'])
    const rooms = happened.effects.flatMap((one) => (one.type === 'room' ? [one] : []))
    expect(rooms.map(({ channel }) => channel)).toEqual(['web'])
    expect(rooms.flatMap(({ people }) => people)).not.toContain('cleo')
  })

  test('is told as everybody else where mail is off', () => {
    const life = newMeeting()
    life.ask(calledAt, { ...summit, seats }, { directory: cleoByMail })

    expect(life.record().reach.cleo).toEqual(['web'])
  })

  test('reads who calls, why, what, when and how to dial in; their calendar holds neither why nor whom', () => {
    const { letter } = called(cleoByMail)
    const { title, parts } = letter() ?? { title: '', parts: [] }
    const words = plainMessage({ title, parts }, directory)
    const entry = letter()?.byMail?.entry

    for (const part of ['Quinn Adeyemi', summit.why, 'Sat 14 Aug 2027 15:00 BST', 'bridge.example'])
      expect(words).toContain(part)
    expect(entry).toEqual({
      does: 'stand',
      uid: 'meeting-7k2m9q4x/cleo',
      sequence: 0,
      summary: 'Risk summit M-7K2M-9Q4X',
      description: expect.stringContaining('Called by Quinn Adeyemi.'),
      start: summit.startsAt,
      end: '2027-08-14T15:00:00Z',
      location: 'https://bridge.example.test/harbour or phone 01632 960111, code 4411',
      url: 'https://bridge.example.test/harbour',
    })
    expect(JSON.stringify(entry)).not.toMatch(/Willow|observation/)
  })

  test('is awaited until they answer, and their calendar keeps it only while they may come', () => {
    const { life, letter } = called(cleoByMail)
    expect(letter()?.byMail).toMatchObject({ isAsked: true, answerUntil: '2027-08-15T14:00:00Z' })

    life.ask(LATER, answer('cleo', 'seat-cleo', 'coming'))
    expect(letter()?.byMail).toMatchObject({ isAsked: false, entry: { does: 'stand' } })
    life.ask(LATER, answer('cleo', 'seat-cleo', 'apologies'))
    expect(letter()?.byMail).toMatchObject({ isAsked: false, entry: null })
  })

  test('is called for nothing else: no brief, no roll', () => {
    const { letter } = called(cleoByMail)

    expect(letter('cleo', 'root')).toBeUndefined()
    expect(letter('cleo', 'roll')).toBeUndefined()
  })

  test('hears of the call that is made for it, and of the end of it before its start', () => {
    const { life, letter } = called(cleoByMail)
    const withCall = life.ask(LATER, {
      kind: 'meeting',
      type: 'noteCall',
      channel: 'teams',
      url: 'https://teams.example/join/1',
    })
    expect(mailed(withCall)).toEqual(['mail/person/cleo prompt:seat-cleo'])
    expect(letter()?.byMail?.entry?.url).toBe('https://teams.example/join/1')

    const { by, form, answers } = recorded
    life.ask(LATER, { kind: 'meeting', type: 'record', by, heldAt: calledAt, form, answers })
    expect(letter()?.byMail?.entry?.does).toBe('go')
  })

  test('whose meeting was held keeps it in their calendar', () => {
    const { life, letter } = called(cleoByMail, { startsAt: null })
    const { by, form, answers } = recorded
    life.ask(LATER, { kind: 'meeting', type: 'record', by, heldAt: calledAt, form, answers })

    expect(letter()?.byMail).toMatchObject({ isAsked: false, answerUntil: null, entry: null })
  })

  test('who may see its case no more has it taken out of their calendar, and reads no more of it', () => {
    const { life, letter } = called(cleoByMail)
    life.ask(LATER, { kind: 'meeting', type: 'noteConfidential', list: ['quinn', 'cleo'] })
    const gone = life.ask(LATER, {
      kind: 'meeting',
      type: 'noteAccess',
      person: 'cleo',
      listed: false,
    })

    expect(mailed(gone)).toContain('mail/person/cleo prompt:seat-cleo')
    expect(letter()?.title).toBe('You are no longer called')
    expect(letter()?.byMail).toMatchObject({ isAsked: false, answerUntil: null })
    expect(letter()?.byMail?.entry?.does).toBe('go')
  })
})

test('whoever is told by mail gets the record once it is sealed, and what is added to it', () => {
  const { life, letter } = called(cleoByMail, { startsAt: null })
  const by = recorded.by
  const { form, answers } = recorded
  life.ask(LATER, { kind: 'meeting', type: 'record', by, heldAt: calledAt, form, answers })
  expect(letter('cleo', 'notice:1')).toBeUndefined()

  const sealed = life.ask(LATER, { kind: 'meeting', type: 'seal', by })
  expect(mailed(sealed)).toContain('mail/person/cleo notice:1')
  expect(letter('cleo', 'notice:1')?.title).toContain('SEALED')
  expect(letter('cleo', 'notice:2')).toBeUndefined()

  const added = life.ask(LATER, {
    kind: 'meeting',
    type: 'addendum',
    by,
    text: 'The date was wrong.',
  })
  expect(mailed(added)).toContain('mail/person/cleo notice:3')
  expect(letter('cleo', 'notice:3')?.title).toContain('addendum 1')
})

describe('somebody who is asked by mail to chair', () => {
  const rheaByMail = listed((id) => (id === 'rhea' ? { channel: 'mail' } : null))

  test('has the entry with that question, and keeps it once they take their own seat', () => {
    const { life, happened, letter } = called(rheaByMail, { seats: ['regional-director'] })
    const asked = () => [letter('rhea', 'prompt:chair')?.byMail, letter('rhea')?.byMail]

    expect(mailed(happened)).toEqual([
      'mail/person/rhea prompt:chair',
      'mail/person/rhea prompt:seat-rhea',
    ])
    expect(asked()).toMatchObject([{ entry: null }, { entry: { does: 'stand' } }])

    const alone = called(rheaByMail)
    expect(mailed(alone.happened)).toEqual(['mail/person/rhea prompt:chair'])
    expect(alone.letter('rhea', 'prompt:chair')?.byMail).toMatchObject({
      isAsked: true,
      entry: { does: 'stand' },
    })
    life.ask(LATER, answer('rhea', 'chair', 'cannot'))
    expect(letter('rhea', 'prompt:chair')?.byMail?.isAsked).toBe(false)
    alone.life.ask(LATER, answer('rhea', 'chair', 'cannot'))
    expect(alone.letter('rhea', 'prompt:chair')?.byMail).toMatchObject({ entry: null })
  })
})

const recorded = {
  by: { type: 'person', person: 'quinn' },
  form: 'riskSummitRecord',
  answers: {},
} as const

describe('somebody whom no service reaches', () => {
  test('is called by mail, and no administrator is told that a service failed', () => {
    const { life, letter } = called(cleoNowhere)

    const first = life.ask(LATER, never('web/person/cleo'))
    expect(mailed(first)).toEqual([])
    const last = life.ask(LATER, never('slack/person/cleo'))

    expect(mailed(last)).toEqual(['mail/person/cleo prompt:seat-cleo'])
    expect([...alarmed(first), ...alarmed(last)]).toEqual([])
    expect(letter()?.byMail?.isAsked).toBe(true)
    expect(life.says('root')).toContain(
      'Cleo Marchetti was not reached on Slack: no account. They are told by mail.',
    )
  })

  test('whose mail is refused is shown on the roll with what to do, once, and is mailed no more', () => {
    const { life } = called(cleoNowhere)
    life.ask(LATER, never('web/person/cleo'))
    life.ask(LATER, never('slack/person/cleo'))

    const refused = life.ask(LATER, never('mail/person/cleo'))

    expect(mailed(refused)).toEqual([])
    expect(life.says('root')).toContain(
      'Cleo Marchetti was not reached by mail: no account. Nothing else reaches them: whoever called the meeting phones.',
    )
    expect(life.ask(LATER, never('mail/person/cleo')).events).toEqual([])
    life.ask(LATER, answer('cleo', 'seat-cleo', 'coming'))
    expect(life.says('root')).not.toContain('Cleo Marchetti was not reached')
  })

  test('may have lost it after the mail server took it: the roll says who is to be phoned, until they answer', () => {
    const { life } = called(cleoByMail)
    const words = 'Called by mail, no answer yet: Cleo Marchetti. A mail that bounces later'
    expect(life.says('root')).toContain(words)
    life.ask(LATER, answer('cleo', 'seat-cleo', 'coming'))
    expect(life.says('root')).not.toContain('Called by mail')
  })

  test('is waited for as on chat where the meeting can wait; their deputy is called once mail fails too', () => {
    const lost = listed((id) => (id === 'wanda' ? { accounts: {} } : null))
    const { life } = called(lost, { urgent: false, startsAt: MONDAY })
    const wanda = (channel: string) =>
      life.ask(LATER, never(`${channel}/person/wanda`, 'prompt:seat-wanda'))

    wanda('web')
    const byMail = wanda('slack')
    expect(mailed(byMail)).toEqual(['mail/person/wanda prompt:seat-wanda'])
    expect(sent(byMail)).not.toContain('web/person/bao prompt:seat-bao')
    expect(sent(wanda('mail'))).toContain('web/person/bao prompt:seat-bao')
  })

  test('is to be phoned where mail is off, as the roll says', () => {
    const life = newMeeting()
    life.ask(calledAt, { ...summit, seats }, { directory: cleoNowhere })
    life.ask(calledAt, roomOn('web'))
    life.ask(LATER, never('web/person/cleo'))
    life.ask(LATER, never('slack/person/cleo'))

    expect(life.record().reach.cleo).not.toContain('mail')
    expect(life.says('root')).toContain('Nothing else reaches them: whoever called')
  })
})

test('a call that a service has not accepted in time stands on the roll until it is answered', () => {
  const { life } = called(directory)
  const late: MeetingIntent = {
    kind: 'meeting',
    type: 'noteLate',
    slot: 'prompt:seat-wanda',
    place: 'web/person/wanda',
    reason: 'down',
  }
  life.ask(LATER, late)
  const words =
    'Web had not accepted the call to Wanda Mensah by Sat 14 Aug 2027 09:05 BST; it is tried on. They are told by mail as well.'

  expect(life.says('root')).toContain(words)
  life.ask(LATER, answer('wanda', 'seat-wanda', 'coming'))
  expect(life.says('root')).not.toContain(words)
})

test('a deputy who is no longer needed has the entry taken out of their calendar', () => {
  const people = listed((id) => (id === 'bao' ? { channel: 'mail' } : null))
  const { life, letter } = called(people)
  const sentFor = life.ask(LATER, answer('wanda', 'seat-wanda', 'deputy', { person: 'bao' }))
  expect(mailed(sentFor)).toContain('mail/person/bao prompt:seat-bao')

  const back = life.ask(LATER, answer('wanda', 'seat-wanda', 'coming'))

  expect(mailed(back)).toContain('mail/person/bao prompt:seat-bao')
  expect(letter('bao')?.byMail).toMatchObject({ isAsked: false, entry: { does: 'go' } })
})
