import { describe, expect, test } from 'vitest'
import { directoryWith, directory as everybody } from '../../fixtures/directory.ts'
import { sent } from '../../fixtures/life.ts'
import { byManager, pendingProvider, providerOnHold } from './levels.ts'
import { change, recorded } from './provider.ts'

const SOON = '2027-05-10T10:00:00Z'
const REVIEWED = '2027-05-19T09:00:00Z'

/** Harbour once its head of quality has left the post. */
function withoutHugo() {
  const holdings = everybody.organisations.find(({ slug }) => slug === 'harbour')?.holdings ?? []
  return directoryWith('harbour', {
    holdings: holdings.filter(({ role }) => role !== 'head-of-quality'),
  })
}

describe('people who were told that a provider came to enhanced', () => {
  test('are told that it left it after its review, each once and in private', () => {
    const life = pendingProvider()
    recorded(life, 'M6', REVIEWED, '7k2m9q4x', { leadsTo: 'G4' })

    const happened = life.ask(REVIEWED, change('G4'))

    expect(sent(happened).filter((one) => one.endsWith('notice:tell.2'))).toEqual([
      'web/person/wanda notice:tell.2',
      'web/person/ada notice:tell.2',
      'web/person/hugo notice:tell.2',
      'web/person/mara notice:tell.2',
    ])
    const place = { channel: 'web', to: { type: 'person', person: 'wanda' } } as const
    const words = life.says('notice:tell.2', { type: 'place', place })
    expect(words).toContain(
      'Willow House has gone from “Enhanced, review pending” to “Routine” on Wed 19 May 2027 10:00 BST.',
    )
    expect(words).toContain('This tells your organisation formally')
    const proof = life.record().notices.findLast(({ said }) => said.say === 'telling')
    expect(life.says(`notice:${proof?.n}`)).toContain(
      'Willow House: Must know that it has left enhanced',
    )
  })

  test('are told of the way down by the three-month hold', () => {
    const life = providerOnHold()
    recorded(life, 'M2', '2028-02-29T09:00:00Z', '9k2m9q4x', { leadsTo: 'G10' })

    const { events, refusal } = life.ask('2028-02-29T10:00:00Z', byManager('G10'))

    expect(refusal).toBeUndefined()
    expect(events).toContainEqual(
      expect.objectContaining({
        type: 'tellingBegun',
        telling: expect.objectContaining({ rule: 'M11D' }),
      }),
    )
  })

  test('are told also where they have left the post since', () => {
    const life = pendingProvider()
    recorded(life, 'M6', REVIEWED, '7k2m9q4x', { leadsTo: 'G4' })

    const happened = life.ask(REVIEWED, change('G4'), { directory: withoutHugo() })

    expect(sent(happened)).toContain('web/person/hugo notice:tell.2')
    const proof = life.record().notices.findLast(({ said }) => said.say === 'telling')
    expect(life.says(`notice:${proof?.n}`)).toContain(
      'Lead Provider: head of quality and safety, told when it came to enhanced – Hugo Lindqvist',
    )
  })

  describe('and hold the post no more', () => {
    const place = { channel: 'web', to: { type: 'person', person: 'wanda' } } as const
    const willow = everybody.organisations.find(({ slug }) => slug === 'willow')
    const holdings = (willow?.holdings ?? []).map((one) =>
      one.role === 'chief-executive' ? { ...one, holder: 'otto' } : one,
    )
    const directory = directoryWith('willow', { holdings })

    function succeeded(isReached = true) {
      const life = pendingProvider()
      const failed = { type: 'noteUndelivered', reason: 'no account' } as const
      const told = isReached ? ({ type: 'noteTold' } as const) : failed
      const slot = 'notice:tell.1'
      life.ask(SOON, { kind: 'provider', ...told, slot, place: 'web/person/wanda' })
      recorded(life, 'M6', REVIEWED, '7k2m9q4x', { leadsTo: 'G4' })
      life.ask(REVIEWED, change('G4'), { directory })
      return life
    }

    test('have a line of their own beside whoever holds it now: one is told outside, and not the other', () => {
      const life = succeeded()
      const of = () => life.record().tellings?.at(-1)?.lines ?? []
      const ids = of().map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      expect(of().map(({ id, person }) => [id, person])).toEqual(
        expect.arrayContaining([
          ['provider', 'otto'],
          ['told.provider', 'wanda'],
        ]),
      )

      const said = {
        telling: 2,
        line: 'told.provider',
        name: 'Wanda Mensah',
        how: 'phone',
      } as const
      const by = { type: 'person', person: 'quinn' } as const
      const record = {
        kind: 'provider',
        type: 'recordTold',
        by,
        ...said,
        toldAt: REVIEWED,
      } as const
      expect(life.ask(REVIEWED, record).refusal).toBeUndefined()

      expect(of().flatMap(({ id, outside }) => (outside ? [id] : []))).toEqual(['told.provider'])
    })

    test('read that it has left it, and not the formal words to whoever holds it now', () => {
      const life = succeeded()

      const words = life.says('notice:tell.2', { type: 'place', place })
      expect(words).toContain('Willow House has gone from')
      expect(words).toContain('Provider: chief executive, told when it came to enhanced')
      expect(words).not.toContain('This tells your organisation formally')
      const now = { channel: 'web', to: { type: 'person', person: 'otto' } } as const
      expect(life.says('notice:tell.2', { type: 'place', place: now })).toContain(
        'This tells your organisation formally',
      )
    })

    test('are not told where nobody reached them then', () => {
      const people = (succeeded(false).record().tellings?.at(-1)?.told ?? []).map(
        ({ person }) => person,
      )
      expect(people).toContain('otto')
      expect(people).not.toContain('wanda')
    })
  })

  test('are told also where the latest they were told of was taken back since', () => {
    const life = pendingProvider()
    const june = '2027-06-01T09:00:00Z'
    life.ask(june, change('G13'))
    life.ask(june, change('G0P', { evidence: null }))
    recorded(life, 'M6', june, '7k2m9q4x', { leadsTo: 'G4' })

    life.ask('2027-06-01T10:00:00Z', change('G4'), { directory: withoutHugo() })

    const then = life.record().tellings?.at(-1)
    expect(then).toMatchObject({ rule: 'M11D' })
    expect(then?.told.map(({ person }) => person)).toContain('hugo')
  })
})
