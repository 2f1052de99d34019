import { describe, expect, test } from 'vitest'
import type { ProviderIntentOf } from '../../../src/core/provider/intent.ts'
import { RecordId } from '../../../src/core/record-id.ts'
import { sent } from '../../fixtures/life.ts'
import { change, listedProvider, person } from './provider.ts'

const MAY = '2027-05-10T09:00:00Z'
const CALLED = '2027-05-10T09:30:00Z'
const SOON = '2027-05-10T10:00:00Z'
const HEAD = 'icb-head-of-quality'

function record(
  over: Partial<ProviderIntentOf<'recordTold'>> = {},
): ProviderIntentOf<'recordTold'> {
  const said = {
    telling: 1,
    line: HEAD,
    name: 'Hester Vane',
    how: 'phone',
    toldAt: CALLED,
  } as const
  return { kind: 'provider', type: 'recordTold', by: person('quinn'), ...said, ...over }
}

function enhanced() {
  const life = listedProvider()
  life.ask(MAY, change('G2'))
  return life
}

describe('that somebody who must know was told outside Muster', () => {
  test('stands in the list beside the others, with how, when and by whom', () => {
    const life = enhanced()
    expect(life.says('notice:2')).toContain('In private: 0 told, 4 not yet, 4 not told.')

    const happened = life.ask(SOON, record())

    expect(sent(happened)).toEqual(['web/room/willow root', 'web/room/willow notice:2'])
    const proof = life.says('notice:2')
    expect(proof).toContain('In private: 1 told, 4 not yet, 3 not told.')
    expect(proof).toContain(
      'ICB: head of quality and safety – Hester Vane: told Mon 10 May 2027 10:30 BST by phone, by Quinn Adeyemi',
    )
    expect(proof).not.toContain('recorded')
    expect(life.says('root')).toContain('1 told, 4 not yet, 3 not told')
  })

  test('is shown with when it was recorded, where that was more than a day later', () => {
    const life = enhanced()
    life.ask('2027-05-12T09:00:00Z', record({ how: 'inPerson' }))

    expect(life.says('notice:2')).toContain(
      'told Mon 10 May 2027 10:30 BST in person, by Quinn Adeyemi (quality lead, Harbour NHS Foundation Trust); recorded Wed 12 May 2027 10:00 BST',
    )
  })

  test('stands beside why a service did not reach them', () => {
    const life = enhanced()
    const lost = { kind: 'provider', type: 'noteUndelivered', slot: 'notice:tell.1' } as const
    life.ask(SOON, { ...lost, place: 'web/person/ada', reason: 'no account' })

    life.ask(SOON, record({ line: 'chief-nurse', name: 'Ada Fofanah' }))

    expect(life.says('notice:2')).toContain(
      'Ada Fofanah: was not reached on Web: no account; Ada Fofanah: told Mon 10 May 2027 10:30 BST by phone',
    )
    expect(life.says('notice:2')).toContain('In private: 1 told, 3 not yet, 4 not told.')
  })

  test.each([
    ['by somebody who may not', { by: person('ivan') }, 'notYours', /Only .+ may/],
    ['of a list that is not there', { telling: 7 }, 'unknown', /Open the provider’s card again/],
    ['of a post that is not in it', { line: 'mayor' }, 'unknown', /not in this list/],
    ['of nobody', { name: ' ' }, 'missing', /Write who was told/],
    ['before it was', { toldAt: '2027-05-11T09:00:00Z' }, 'tooEarly', /once they are told/],
  ])('is not recorded %s', (_what, over, code, message) => {
    const { refusal, events } = enhanced().ask(SOON, record(over))

    expect(refusal).toMatchObject({ code, message: expect.stringMatching(message) })
    expect(events).toEqual([])
  })

  test('is not recorded of whoever was in the post before, once somebody else is in it', () => {
    const life = enhanced()

    const { refusal, events } = life.ask(SOON, record({ line: 'chief-nurse', inPost: null }))

    expect(refusal).toMatchObject({
      code: 'stale',
      message: expect.stringMatching(
        /: Ada Fofanah is in that post by now\. Nothing was changed\./,
      ),
    })
    expect(events).toEqual([])
    const known = record({ line: 'chief-nurse', inPost: 'ada', name: 'Ada Fofanah' })
    expect(life.ask(SOON, known).refusal).toBeUndefined()
  })

  test('is not recorded twice, nor of somebody whom Muster has told', () => {
    const life = enhanced()
    life.ask(SOON, record())
    expect(life.ask(SOON, record({ name: 'Somebody else' })).refusal?.message).toContain(
      'that Hester Vane was told is on record already',
    )
    const place = 'web/person/ada'
    life.ask(SOON, { kind: 'provider', type: 'noteTold', slot: 'notice:tell.1', place })
    expect(life.ask(SOON, record({ line: 'chief-nurse' })).refusal?.message).toContain(
      'told by now',
    )
  })

  test('is offered to whoever may, while somebody is not told, and of what is confidential to nobody', () => {
    const life = enhanced()
    expect(life.says('notice:2')).toContain('[Record who was told otherwise…]')
    expect(life.says('root')).toContain('[Record who was told otherwise…]')

    const kase = RecordId.parse('case-7k2m9q4x')
    const words = 'Staffing on the unit fell below what was agreed.'
    const tell = { kind: 'provider', type: 'tell', telling: 'M7', words, case: kase } as const
    life.ask(SOON, { ...tell, by: person('quinn') })
    expect(life.says('notice:3')).toContain('[Record who was told otherwise…]')
    life.ask(SOON, { kind: 'provider', type: 'noteConfidential', record: kase })
    expect(life.says('notice:3')).not.toContain('[Record')
    const { refusal } = life.ask(SOON, record({ telling: 2, line: 'healthwatch' }))
    expect(refusal?.message).toContain('not in this list')
  })

  test('goes to the case that they were told about, too', () => {
    const life = enhanced()
    const kase = RecordId.parse('case-7k2m9q4x')
    const words = 'Staffing on the unit fell below what was agreed.'
    const tell = { kind: 'provider', type: 'tell', telling: 'M7', words, case: kase } as const
    life.ask(SOON, { ...tell, by: person('quinn') })

    const { followUps } = life.ask(SOON, record({ telling: 2, line: 'healthwatch' }))

    const lines = [expect.objectContaining({ id: 'healthwatch', outside: expect.anything() })]
    const telling = expect.objectContaining({ n: 2, lines: expect.arrayContaining(lines) })
    expect(followUps).toEqual([
      { to: kase, intent: { kind: 'case', type: 'noteTelling', telling } },
    ])
  })
})
