import { describe, expect, test } from 'vitest'
import { guardedProvider, providerKind } from '../../../src/core/provider/index.ts'
import { Provider } from '../../../src/core/provider/provider.ts'
import { RecordId } from '../../../src/core/record-id.ts'
import { directoryWith } from '../../fixtures/directory.ts'
import { lifeOf, sent } from '../../fixtures/life.ts'
import scenarios from '../../fixtures/scenarios.json' with { type: 'json' }
import {
  change,
  cycleOf,
  listedProvider,
  person,
  planLasted,
  profiled,
  recorded,
  register,
} from './provider.ts'

const may = '2027-05-10T09:00:00Z'
const meeting = RecordId.parse('meeting-7k2m9q4x')
const kase = RecordId.parse('case-7k2m9q4x')

describe('register', () => {
  test('lists a provider on the first level, in its own rooms, and says nothing yet', () => {
    const life = lifeOf<Provider>({
      kind: 'provider',
      status: 'none',
      id: RecordId.parse('provider-willow'),
    })

    const { effects } = life.ask(may, register)

    expect(life.record()).toMatchObject({
      level: 'ROUTINE',
      places: [
        { channel: 'web', to: { room: 'willow' } },
        { channel: 'slack', to: { room: 'C0WILLOW' } },
      ],
    })
    expect(effects).toEqual([])
    expect(Provider.parse(JSON.parse(JSON.stringify(life.record())))).toEqual(life.record())
  })

  test('again changes nothing but what is new', () => {
    const life = listedProvider()

    expect(life.ask(may, register).events).toEqual([])
    life.ask(may, { ...register, name: 'Willow Manor' })
    expect(life.record().name).toBe('Willow Manor')
  })

  test('uses the Lead Provider’s triage room where the provider has none', () => {
    const life = lifeOf<Provider>({
      kind: 'provider',
      status: 'none',
      id: RecordId.parse('provider-fern'),
    })

    life.ask(may, { ...register, slug: 'fern', name: 'Fern Lodge' }, { channels: ['web'] })

    expect(life.record().places).toEqual([
      { channel: 'web', to: { type: 'room', room: 'harbour-triage' } },
    ])
  })

  test('nothing else opens a provider', () => {
    const life = lifeOf<Provider>({
      kind: 'provider',
      status: 'none',
      id: RecordId.parse('provider-elm'),
    })

    expect(life.ask(may, change('G2')).refusal?.code).toBe('notFound')
  })
})

describe('a way to another level', () => {
  test('is taken by a post that decides, shown with its reason and rule, and starts the monthly feedback', () => {
    const life = listedProvider()

    const happened = life.ask(may, change('G2', { evidence: 'T3, T4, T5', because: kase }))

    const feedback = cycleOf(life.record(), 'D16')
    expect(life.record()).toMatchObject({ level: 'ENHANCED_PENDING_REVIEW', levelSince: may })
    expect(feedback).toMatchObject({ state: 'running', dueAt: '2027-06-10T22:59:59Z' })
    expect(sent(happened)).toEqual(
      expect.arrayContaining(['web/room/willow root', 'web/room/willow notice:1']),
    )
    const notice = life.says('notice:1')
    expect(notice).toContain('Willow House: Routine → Enhanced, review pending')
    expect(notice).toContain(
      'Decided by: Quinn Adeyemi (quality lead, Harbour NHS Foundation Trust)',
    )
    expect(notice).toContain('Decided at: Mon 10 May 2027 10:00 BST')
    expect(notice).toContain('By: G2, a trigger')
    expect(notice).toContain('Safeguarding referrals have doubled.')
    expect(notice).toContain('Because of: C-7K2M-9Q4X')
    expect(notice).toContain('due Thu 10 Jun 2027 23:59 BST: 1 month from Mon 10 May')
    expect(notice).toContain('Rule G2 ·')
    expect(life.says('root')).toContain('Willow House: Enhanced, review pending')
  })

  test('between enhanced levels lets the feedback run on; back to routine cancels it', () => {
    const life = listedProvider()
    life.ask(may, change('G2'))
    recorded(life, 'M6', '2027-05-19T09:00:00Z')

    life.ask('2027-05-19T09:00:00Z', change('G5'))
    expect(cycleOf(life.record(), 'D16').dueAt).toBe('2027-06-10T22:59:59Z')

    planLasted(life, '2027-07-01T09:00:00Z')
    life.ask('2027-07-01T09:00:00Z', change('G12'))
    expect(life.record()).toMatchObject({ level: 'ROUTINE', cycles: [] })
    expect(providerKind.index(life.record())).toMatchObject({ wakeAt: null, dueAt: null })
  })

  test('leaves the last three decisions on the card, and the start of the enhanced period', () => {
    const life = listedProvider()
    life.ask(may, change('G2'))
    recorded(life, 'M6', '2027-05-19T09:00:00Z')
    life.ask('2027-05-19T09:00:00Z', change('G5', { reason: 'Seen at the meeting' }))
    recorded(life, 'M2', '2027-06-01T09:00:00Z', '8k2m9q4x')
    profiled(life, '2027-06-01T09:00:00Z')
    life.ask('2027-06-01T09:00:00Z', change('G9', { by: person('mara'), reason: 'x'.repeat(300) }))
    life.ask('2027-06-20T09:00:00Z', change('G11', { reason: 'A new concern.' }))

    const card = life.says('root')

    expect(card).toContain('On this level since: Mon 10 May 2027 10:00 BST')
    expect(
      card?.split('\n').filter((line) => line.startsWith('- ') && line.includes('By G')),
    ).toEqual([
      expect.stringMatching(
        /^- Sun 20 Jun 2027 10:00 BST: .* → Enhanced\. By G11, new or worse .* Reason: A new concern\.$/,
      ),
      expect.stringMatching(/^- Tue 1 Jun 2027 .* By G9, .* Reason: x{199}…$/),
      expect.stringMatching(
        /^- Wed 19 May 2027 10:00 BST: Enhanced, review pending → Enhanced\. By G5, quality .* Decided by Quinn Adeyemi \(quality lead, .*\)\. Reason: Seen at the meeting\.$/,
      ),
    ])
  })

  test('G13 needs no level before it: called by a risk summit, the feedback is due as in S11', () => {
    const life = listedProvider()
    const s11 = scenarios.scenarios.find(({ id }) => id === 'S11')?.expected

    life.ask('2027-08-14T07:55:00Z', change('G13', { by: person('mara'), because: meeting }))

    expect(life.record().level).toBe('ENHANCED')
    const { words, dueAt } = cycleOf(life.record(), 'D16')
    expect(dueAt).toBe('2027-09-14T22:59:59Z')
    expect(words).toContain('due Tue 14 Sep 2027 23:59 BST')
    expect(s11).toMatchObject({ feedback_due: { day: 'Tue 14 Sep 2027' } })
  })

  test('a meeting’s call counts though its caller could not decide alone; a further one confirms the level', () => {
    const life = listedProvider()

    life.ask(may, change('G13', { by: person('carl'), because: meeting }), { from: meeting })
    const again = life.ask('2027-05-20T09:00:00Z', change('G13', { because: meeting }))

    expect(again.refusal).toBeUndefined()
    expect(life.record()).toMatchObject({ level: 'ENHANCED', levelSince: may })
    expect(cycleOf(life.record(), 'D16').startAt).toBe(may)
    expect(life.says('notice:3')).toContain('Willow House stays on Enhanced')
  })

  test('a case that leads to enhanced finds the provider there already and is kept as a further reason', () => {
    const life = listedProvider()
    life.ask(may, change('G13'))

    const { refusal } = life.ask(may, change('G2', { because: kase }))

    expect(refusal).toBeUndefined()
    expect(life.record().decisions.map(({ from, to }) => [from, to])).toEqual([
      ['ROUTINE', 'ENHANCED'],
      ['ENHANCED', 'ENHANCED'],
    ])
  })

  test.each([
    ['that the rules do not know', change('G99'), 'unknown', 'From here: G1'],
    [
      'from another level',
      change('G5'),
      'invalid',
      'is on “Routine”; G5 leads on from “Enhanced, review pending” only',
    ],
    ['without a reason', change('G2', { reason: ' ' }), 'missing', 'Give the reason'],
    ['for a full stop', change('G2', { reason: ' . ' }), 'missing', 'in words'],
    ['on blank evidence', change('G2', { evidence: '   ' }), 'missing', 'evidence says nothing'],
    ['on a dash as evidence', change('G2', { evidence: '–' }), 'missing', 'Name the record'],
    [
      'by somebody who may not decide',
      change('G2', { by: person('ivan') }),
      'notYours',
      'quality lead of Harbour NHS Foundation Trust',
    ],
    [
      'by somebody who only says that a meeting led to it',
      change('G13', { by: person('ivan'), because: meeting }),
      'notYours',
      'Only',
    ],
    [
      'by somebody who only says that a case led to it',
      change('G2', { by: person('ivan'), because: kase }),
      'notYours',
      'Only',
    ],
  ])('%s is refused', (_what, intent, code, words) => {
    expect(listedProvider().ask(may, intent).refusal).toMatchObject({
      code,
      message: expect.stringContaining(words),
    })
  })

  test('to the level that it is on is refused', () => {
    const life = listedProvider()
    life.ask(may, change('G13'))

    expect(life.ask(may, change('G13')).refusal?.message).toContain('is on “Enhanced” already')
  })
})

test('nothing goes to a room that is the provider’s no more', () => {
  const life = listedProvider()
  const rooms = [{ channel: 'web', room: 'willow-new', use: 'cases' as const }]

  const happened = life.ask(may, change('G2'), { directory: directoryWith('willow', { rooms }) })

  const told = new Set(sent(happened).flatMap((one) => /^web\/room\/\S+/.exec(one) ?? []))
  expect([...told]).toEqual(['web/room/willow-new'])
})

test('a note is taken from those who may read the provider', () => {
  const life = listedProvider()
  const note = { kind: 'provider', type: 'note', text: 'New manager from June.' } as const

  expect(life.ask(may, { ...note, by: person('nia') }).refusal).toBeUndefined()
  expect(life.says('notice:1')).toContain('New manager from June.')
  expect(life.ask(may, { ...note, by: person('anya') }).refusal?.code).toBe('notYours')
  expect(guardedProvider(life.record()).provider).toEqual({
    slug: 'willow',
    leadProvider: 'harbour',
  })
})

describe('what led to a level and is confidential', () => {
  const noteConfidential = { kind: 'provider', type: 'noteConfidential', record: kase } as const

  test('is not told, whichever of the two arrives first', () => {
    const reason = 'The deputy took the keys home.'
    const led = change('G2', { because: kase, reason, evidence: 'T3' })
    for (const order of [
      [led, noteConfidential],
      [noteConfidential, led],
    ]) {
      const life = listedProvider()
      for (const intent of order) life.ask(may, intent)

      expect(life.record().level).toBe('ENHANCED_PENDING_REVIEW')
      for (const slot of ['root', 'notice:1']) {
        expect(life.says(slot)).toContain('The reason is confidential.')
        expect(life.says(slot)).not.toContain(reason)
        expect(life.says(slot)).not.toContain('C-7K2M')
      }
      expect(Provider.parse(JSON.parse(JSON.stringify(life.record())))).toEqual(life.record())
    }
  })

  test('is brought up to date where it stands, and nothing else', () => {
    const life = listedProvider()
    life.ask(may, change('G2', { because: kase }))
    life.ask(may, change('G13', { because: meeting }))

    expect(sent(life.ask(may, noteConfidential))).toEqual([
      'web/room/willow root',
      'web/room/willow notice:1',
    ])
    expect(life.ask(may, noteConfidential).events).toEqual([])
  })
})
