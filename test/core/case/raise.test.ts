import { describe, expect, test } from 'vitest'
import type { CaseIntentOf } from '../../../src/core/case/intent.ts'
import { directory, directoryWith } from '../../fixtures/directory.ts'
import { sent } from '../../fixtures/life.ts'
import { blankCase, concern, incident, openCase, person, raisedAt, stranger } from './cases.ts'

const later = '2027-03-26T20:20:01Z'

function refused(intent: CaseIntentOf<'raise'>, over = {}) {
  return blankCase(over).ask(raisedAt, intent).refusal
}

describe('an incident', () => {
  test('stands in its provider’s private rooms and starts D1 to D4 and the soft D3a', () => {
    const life = openCase()

    expect(life.record()).toMatchObject({
      status: 'open',
      type: 'incident',
      provider: { slug: 'willow', leadProvider: 'harbour', name: 'Willow House' },
      places: [
        { channel: 'web', to: { room: 'willow' } },
        { channel: 'slack', to: { room: 'C0WILLOW' } },
      ],
      raisedAt,
    })
    const due = life.record().clocks.map(({ rule, state, dueAt }) => [rule, state, dueAt])
    expect(due).toEqual([
      ['D1', 'running', '2027-03-28T20:15:00Z'],
      ['D2', 'running', '2027-04-01T22:59:59Z'],
      ['D3', 'running', '2027-04-01T22:59:59Z'],
      ['D3a', 'running', '2027-03-29T20:15:00Z'],
      ['D4', 'running', null],
    ])
    expect(
      life
        .record()
        .clocks.filter(({ soft }) => soft)
        .map(({ rule }) => rule),
    ).toEqual(['D3a'])
  })

  test('says where it stands, whom it asks and whom it nudges, and thanks the raiser in private', () => {
    expect(sent(blankCase().ask(raisedAt, incident()))).toEqual([
      'web/room/willow root',
      'slack/room/C0WILLOW root',
      'web/person/nia receipt',
      'web/room/willow nudge:D1:1',
      'slack/room/C0WILLOW nudge:D1:1',
      'web/room/willow prompt:triage',
      'slack/room/C0WILLOW prompt:triage',
    ])
  })

  test('asks the Lead Provider’s quality lead to triage it', () => {
    expect(openCase().prompt('triage')).toMatchObject({
      asked: ['quinn'],
      state: 'open',
      urgent: false,
    })
  })

  test('with immediate danger opens the urgent path at once, to be answered in 15 minutes', () => {
    const life = openCase(incident({ danger: true }))

    expect(life.prompt('urgent')).toMatchObject({ urgent: true, climbAt: '2027-03-26T20:35:00Z' })
    expect(life.prompt('triage')).toMatchObject({ urgent: true, climbAt: '2027-03-26T20:35:00Z' })
    expect(life.says('receipt')).toContain(
      'phone now. Emergency 999. Willow House on call 01632 960200. Harbour NHS Foundation Trust on call 01632 960100. Do not wait for Muster.',
    )
    expect(life.says('root')).toContain('Someone was in immediate danger')
  })

  test('is refused without both of its times', () => {
    expect(refused(incident({ occurredAt: null, identifiedAt: null }))).toMatchObject({
      code: 'missing',
      fields: { occurred: expect.any(String), identified: expect.any(String) },
    })
    expect(Object.keys(refused(incident({ identifiedAt: null }))?.fields ?? {})).toEqual([
      'identified',
    ])
  })

  test('is refused when it occurred in the future, with the time it is now', () => {
    expect(refused(incident({ occurredAt: later, identifiedAt: later }))).toMatchObject({
      code: 'invalid',
      message: 'The incident cannot have occurred in the future: it is Fri 26 Mar 2027 20:20 GMT.',
      fields: { occurred: expect.stringContaining('future') },
    })
  })

  test('is refused when it was identified in the future', () => {
    expect(refused(incident({ identifiedAt: later }))).toMatchObject({
      code: 'invalid',
      fields: { identified: expect.stringContaining('future') },
    })
  })

  test('may have occurred and been identified this very second', () => {
    expect(refused(incident({ occurredAt: raisedAt, identifiedAt: raisedAt }))).toBeUndefined()
  })

  test('is refused when it was identified before it occurred', () => {
    expect(refused(incident({ identifiedAt: '2027-03-26T20:14:59Z' }))).toMatchObject({
      code: 'invalid',
      message: 'It cannot have been identified before it occurred. Check both times.',
    })
  })
})

describe('a concern', () => {
  test('starts no clock, and waits for its triage until a working morning', () => {
    const life = openCase(concern())

    expect(life.record()).toMatchObject({ type: 'concern', clocks: [] })
    // Good Friday evening: the weekend and Easter Monday do not work.
    expect(life.prompt('triage').climbAt).toBe('2027-03-30T08:00:00Z')
  })

  test('about a provider that is not listed goes to the Lead Provider’s triage rooms', () => {
    const life = openCase(concern({ provider: null }))

    expect(life.record().provider).toMatchObject({ slug: null, leadProvider: 'harbour' })
    expect(life.record().places.map(({ to }) => to)).toEqual([
      { type: 'room', room: 'harbour-triage' },
      { type: 'room', room: 'C0HARBOUR' },
    ])
    expect(life.says('root')).toContain('a provider that is not listed')
  })

  test('about a provider without a room of its own goes to the triage rooms', () => {
    expect(openCase(concern({ provider: 'fern' })).record()).toMatchObject({
      provider: { slug: 'fern' },
      places: [{ to: { room: 'harbour-triage' } }, { to: { room: 'C0HARBOUR' } }],
    })
  })

  test('about the Lead Provider itself goes to its triage rooms', () => {
    expect(openCase(concern({ provider: 'harbour' })).record()).toMatchObject({
      provider: { slug: 'harbour', leadProvider: 'harbour' },
      places: [{ to: { room: 'harbour-triage' } }, { to: { room: 'C0HARBOUR' } }],
    })
  })

  test('uses only the rooms of the channels that are on', () => {
    const { places } = openCase(concern(), raisedAt, { channels: ['slack'] }).record()

    expect(places.map(({ channel }) => channel)).toEqual(['slack'])
  })
})

describe('what is refused when it is raised', () => {
  test('an id that the directory does not know', () => {
    expect(refused(concern({ provider: 'oak' }))).toMatchObject({
      code: 'unknown',
      message: '“oak” is not a provider in the directory. Choose from the list, or “Not listed”.',
      fields: { provider: expect.any(String) },
    })
  })

  test.each(['cqc', 'south-east-team', 'downs-icb'])('%s, which is no provider', (provider) => {
    expect(refused(concern({ provider }))).toMatchObject({
      code: 'unknown',
      message: expect.stringContaining('Choose from the list, or “Not listed”.'),
      fields: { provider: expect.any(String) },
    })
  })

  test('an empty description', () => {
    expect(refused(concern({ what: '  \n ' }))).toMatchObject({
      code: 'missing',
      fields: { what: 'Say what happened.' },
    })
  })

  test('a case for which no room is set up: it says to phone', () => {
    const bare = { directory: directoryWith('harbour', { rooms: [] }) }

    expect(refused(concern({ provider: 'fern' }), bare)).toMatchObject({
      code: 'missing',
      message: expect.stringMatching(/No room is set up for Fern Lodge\. .*phone now/),
    })
    expect(refused(concern(), bare)).toBeUndefined()
  })

  test('a case where the directory names no Lead Provider', () => {
    const nobody = {
      directory: {
        organisations: directory.organisations.filter(({ slug }) => slug === 'downs-icb'),
      },
    }

    expect(refused(concern({ provider: null, by: stranger }), nobody)).toMatchObject({
      code: 'missing',
      message: expect.stringContaining('names no Lead Provider'),
    })
  })

  test('a second raising of the same record', () => {
    expect(openCase().ask(later, incident()).refusal).toMatchObject({
      code: 'alreadyOpen',
      message: 'C-7K2M-9Q4X is already open.',
    })
  })

  test('anything but raising, while there is no case', () => {
    expect(blankCase().ask(raisedAt, { kind: 'case', type: 'wake' }).refusal).toMatchObject({
      code: 'notFound',
      message: 'There is no case C-7K2M-9Q4X. Check the reference.',
    })
  })
})

describe('who raises', () => {
  test('somebody who is not in the directory may raise, and is told at their account', () => {
    const life = blankCase()
    const happened = life.ask(raisedAt, concern({ by: stranger, via: 'slack' }))

    expect(happened.refusal).toBeUndefined()
    expect(sent(happened)).toContain('slack/account/U0STRANGER receipt')
    expect(life.says('root')).toContain('by Sam Osborne (not in the directory)')
  })

  test('the name of somebody who raises in confidence is not in the room', () => {
    const life = openCase(concern({ how: 'inConfidence' }))
    const room = { channel: 'web', to: { type: 'room' as const, room: 'willow' } }

    expect(life.says('root', { type: 'place', place: room })).toContain(
      'by someone in confidence (name known to: quality lead, Harbour NHS Foundation Trust)',
    )
    expect(life.says('root', { type: 'place', place: room })).not.toContain('Nia')
    expect(life.says('receipt')).toContain('shown to that quality lead only')
  })

  test.each([
    ['quinn', true],
    ['dora', true],
    ['omar', true],
    ['halima', false],
    ['hugo', false],
    ['ivan', false],
    ['mara', false],
    ['nia', false],
  ])('%s may learn the name of somebody who raised in confidence: %s', (id, knows) => {
    const life = openCase(concern({ how: 'inConfidence' }))
    const says = life.says('root', { type: 'actor', actor: person(id) }) ?? ''

    expect(says.includes('Nia Roberts')).toBe(knows)
  })
})
