import { describe, expect, test } from 'vitest'
import { standingProvider } from '../../../src/core/provider/announce.ts'
import type { ProviderIntentOf } from '../../../src/core/provider/intent.ts'
import { RecordId } from '../../../src/core/record-id.ts'
import { organisationOf } from '../../fixtures/directory.ts'
import { hosted } from '../../fixtures/hosted.ts'
import { sent } from '../../fixtures/life.ts'
import { change, listedProvider, person } from './provider.ts'

const may = '2027-05-10T09:00:00Z'
const soon = '2027-05-10T09:01:00Z'

function tell(over: Partial<ProviderIntentOf<'tell'>> = {}): ProviderIntentOf<'tell'> {
  const words = 'Staffing on the unit fell below what was agreed.'
  return { kind: 'provider', type: 'tell', by: person('quinn'), telling: 'M7', words, ...over }
}

const told = (place: string) =>
  ({ kind: 'provider', type: 'noteTold', slot: 'notice:tell.1', place }) as const

describe('people who must know that a provider is in enhanced (M11)', () => {
  test('are told by the change of level, each once and in private', () => {
    const happened = listedProvider().ask(may, change('G2'))

    const people = sent(happened).filter((one) => one.endsWith('notice:tell.1'))
    expect(people).toEqual([
      'web/person/wanda notice:tell.1',
      'web/person/ada notice:tell.1',
      'web/person/hugo notice:tell.1',
      'web/person/mara notice:tell.1',
    ])
  })

  test('read what changed and whom to ask, and not why: that is for those who see the provider', () => {
    const life = listedProvider()
    life.ask(may, change('G2'))
    const place = { channel: 'web', to: { type: 'person', person: 'wanda' } } as const

    const words = life.says('notice:tell.1', { type: 'place', place })

    expect(words).toContain(
      'Willow House has gone from “Routine” to “Enhanced, review pending” on Mon 10 May 2027 10:00 BST.',
    )
    expect(words).toContain('This is the formal notice to your organisation.')
    expect(words).toContain('For more, ask Quinn Adeyemi.')
    expect(words).not.toContain('referrals have doubled')
  })

  test('stand in the thread with proof: told when and where, or why not', () => {
    const life = listedProvider()
    life.ask(may, change('G2'))
    life.ask(soon, told('web/person/wanda'))
    const lost = { kind: 'provider', type: 'noteUndelivered', slot: 'notice:tell.1' } as const
    life.ask(soon, { ...lost, place: 'web/person/ada', reason: 'no account' })

    const proof = life.says('notice:2')
    expect(proof).toContain('Willow House: Must know that it is in enhanced')
    expect(proof).toContain('In private: 1 told, 2 not yet, 5 not told.')
    expect(proof).toContain(
      'Provider: chief executive – Wanda Mensah: told Mon 10 May 2027 10:01 BST on Web',
    )
    expect(proof).toContain('Ada Fofanah: was not reached on Web: no account')
    expect(proof).toContain('ICB: head of quality and safety – not told: nobody holds this role')
    expect(proof).toContain('has not accepted it yet')
    expect(life.says('root')).toContain('1 told, 2 not yet')
  })

  test('go by mail to whoever no chat service reaches', () => {
    const life = listedProvider()
    life.ask(may, change('G2'), { lastResort: ['mail'] })
    const lost = { kind: 'provider', type: 'noteUndelivered', slot: 'notice:tell.1' } as const

    const happened = life.ask(soon, { ...lost, place: 'web/person/ada', reason: 'no account' })

    expect(sent(happened)).toContain('mail/person/ada notice:tell.1')
    life.ask(soon, told('mail/person/ada'))
    expect(life.says('notice:2')).toContain('told Mon 10 May 2027 10:01 BST on Mail')
    expect(life.ask(soon, { ...lost, place: 'web/person/ada', reason: 'again' }).events).toEqual([])
  })

  test('are not told again while the provider moves within enhanced', () => {
    const life = listedProvider()
    life.ask(may, change('G2'))

    const { events } = life.ask(soon, change('G5'))

    expect(events.map(({ type }) => type)).not.toContain('tellingBegun')
  })
})

describe('the host commissioner’s links (M7)', () => {
  test('are told by hand, in the words of whoever asks', () => {
    const life = listedProvider()

    const happened = life.ask(may, tell())

    expect(sent(happened)).toContain('web/person/cleo notice:tell.1')
    const place = { channel: 'web', to: { type: 'person', person: 'carl' } } as const
    const words = life.says('notice:tell.1', { type: 'place', place })
    expect(words).toContain('has you told on Mon 10 May 2027 10:00 BST:')
    expect(words).toContain('Staffing on the unit fell below what was agreed.')
    expect(words).toContain('without names')
    expect(life.says('notice:1')).toContain('Healthwatch – not told')
  })

  test.each([
    ['the host commissioner, where one is named', 'fen-icb', 'fay'],
    ['the ICB’s commissioner, where none is', undefined, 'carl'],
  ])('go first to %s', (_whom, host, first) => {
    const organisations = hosted
      .map(organisationOf)
      .map((one) => (one.slug === 'willow' && host ? { ...one, host } : one))
    const life = listedProvider()

    life.ask(may, tell(), { directory: { organisations } })

    const [line] = life.record().tellings?.[0]?.lines ?? []
    expect(line).toMatchObject({ id: 'host-commissioner', person: first, empty: null })
  })

  test.each([
    ['by somebody who may not', { by: person('ivan') }, 'notYours', 'may have these people told'],
    ['of a list that is not there', { telling: 'M77' }, 'unknown', 'Choose one of: M7'],
    ['of a list that nobody asks for', { telling: 'M11' }, 'unknown', 'Choose one of: M7'],
    ['without a word', { words: ' ' }, 'missing', 'Write what they are told'],
  ])('are not told %s', (_what, over, code, words) => {
    const { refusal, events } = listedProvider().ask(may, tell(over))

    expect(refusal).toMatchObject({ code, message: expect.stringContaining(words) })
    expect(events).toEqual([])
  })
})

describe('people who are told of a case that becomes confidential before their service has accepted it', () => {
  const kase = RecordId.parse('case-7k2m9q4x')
  const place = (id: string) => ({ channel: 'web', to: { type: 'person', person: id } }) as const

  function toldOfCase() {
    const life = listedProvider()
    life.ask(may, tell({ case: kase }))
    life.ask(soon, told('web/person/carl'))
    return life
  }

  test('are sent nothing any more, and the proof says why', () => {
    const life = toldOfCase()

    const happened = life.ask(soon, { kind: 'provider', type: 'noteConfidential', record: kase })

    expect(sent(happened)).toContain('web/person/carl notice:tell.1')
    expect(sent(happened)).not.toContain('web/person/cleo notice:tell.1')
    const words = (id: string) => life.says('notice:tell.1', { type: 'place', place: place(id) })
    expect(words('cleo')).toBeUndefined()
    expect(words('carl')).toContain('These words are confidential now.')
    expect(words('carl')).not.toContain('Staffing on the unit')
    expect(life.says('notice:1')).toContain('was not reached on Web: it became confidential first')
  })

  test('are not told by the audit either', () => {
    const standing = (life: ReturnType<typeof toldOfCase>) =>
      standingProvider(life.record()).filter(({ slot }) => slot === 'notice:tell.1')
    const life = toldOfCase()
    expect(standing(life)).not.toEqual([])

    life.ask(soon, { kind: 'provider', type: 'noteConfidential', record: kase })

    expect(standing(life)).toEqual([])
  })
})
