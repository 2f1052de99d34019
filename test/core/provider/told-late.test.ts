import { describe, expect, test } from 'vitest'
import type { Listing } from '../../../src/core/organisation/organisation.ts'
import { toldLate } from '../../../src/core/provider/told-late.ts'
import { listings, organisationOf } from '../../fixtures/directory.ts'
import { sent } from '../../fixtures/life.ts'
import { change, listedProvider, person, wake } from './provider.ts'

const MAY = '2027-05-10T09:00:00Z'
const SOON = '2027-05-10T09:01:00Z'
const LATER = '2027-05-11T09:00:00Z'
const SLOT = 'notice:tell.1'

/** The collaborative with one holder changed. */
function holding(slug: string, role: string, holder: string | null, over: Partial<Listing> = {}) {
  const all = listings.map((one): Listing => {
    if (one.slug !== slug) return one
    const others = one.holdings.filter((held) => held.role !== role)
    const held = { role, holder, deputy: null, onCall: null }
    return { ...one, ...over, holdings: holder === null ? others : [...others, held] }
  })
  return { directory: { organisations: all.map(organisationOf) } }
}

const appointed = holding('downs-icb', 'head-of-quality', 'hester', {
  people: [
    ...(listings.find(({ slug }) => slug === 'downs-icb')?.people ?? []),
    {
      id: 'hester',
      name: 'Hester Vane',
      email: 'hester@icb.example.test',
      accounts: { web: 'hester' },
    },
  ],
})

const toldIn = (happened: Parameters<typeof sent>[0]) =>
  sent(happened).filter((one) => one.endsWith(SLOT))

function told(life: ReturnType<typeof listedProvider>, place: string, now = SOON) {
  return life.ask(now, { kind: 'provider', type: 'noteTold', slot: SLOT, place })
}

describe('whoever comes into a post that was empty when a provider came to enhanced (M11)', () => {
  test('is told then, once, with proof', () => {
    const life = listedProvider()
    life.ask(MAY, change('G2'))
    expect(life.says('notice:2')).toContain('ICB: head of quality and safety – not told')

    expect(toldIn(life.ask(LATER, wake, appointed))).toEqual(['web/person/hester notice:tell.1'])

    expect(life.says('notice:2')).toContain(
      'ICB: head of quality and safety – Hester Vane: sent Tue 11 May 2027 10:00 BST; Web has not accepted it yet',
    )
    told(life, 'web/person/hester', LATER)
    expect(life.says('notice:2')).toContain('Hester Vane: told Tue 11 May 2027 10:00 BST on Web')
    expect(life.says('root')).toContain('1 told, 4 not yet')
    expect(life.ask(LATER, wake).events).toEqual([])
  })

  test('reads when it was, and why they are told now', () => {
    const life = listedProvider()
    life.ask(MAY, change('G2'))
    life.ask(LATER, wake, appointed)
    const place = { channel: 'web', to: { type: 'person', person: 'hester' } } as const

    const words = life.says(SLOT, { type: 'place', place })

    expect(words).toContain('“Enhanced, review pending” on Mon 10 May 2027 10:00 BST.')
    expect(words).toContain('Your post was empty then, or nobody in it was reached')
    expect(words).toContain('So that people who are cared for there now are kept safe.')
    expect(words).not.toContain('It is on')
  })

  test('reads where the provider is by now, where that is another level', () => {
    const life = listedProvider()
    life.ask(MAY, change('G2'))
    life.ask(SOON, change('G13'))
    life.ask(LATER, wake, appointed)
    const place = { channel: 'web', to: { type: 'person', person: 'hester' } } as const

    const label = life.context().policy.levels.find(({ id }) => id === life.record().level)?.label
    expect(life.says(SLOT, { type: 'place', place })).toContain(
      `to “Enhanced, review pending” on Mon 10 May 2027 10:00 BST.\nIt is on “${label}” now.`,
    )
    const ada = { channel: 'web', to: { type: 'person', person: 'ada' } } as const
    expect(life.says(SLOT, { type: 'place', place: ada })).not.toContain('It is on')
  })

  test('is told also once it goes on in enhanced, and not once it has left it', () => {
    const [on, left] = [listedProvider(), listedProvider()]
    for (const life of [on, left]) life.ask(MAY, change('G2'))
    on.ask(SOON, change('G13'))
    const record = left.record()
    const level = { from: record.level, to: 'ROUTINE', transition: 'G4' }

    expect(toldIn(on.ask(LATER, wake, appointed))).toHaveLength(1)
    const away = { ...record, level: level.to, levelSince: SOON }
    expect(toldLate(away, { ...left.context(), ...appointed })).toEqual([])
  })

  test('follows whoever was never reached, and is not told after one who was', () => {
    const life = listedProvider()
    life.ask(MAY, change('G2'))
    told(life, 'web/person/wanda')
    const lost = { kind: 'provider', type: 'noteUndelivered', slot: SLOT } as const
    life.ask(SOON, { ...lost, place: 'web/person/mara', reason: 'no account' })

    const chief = holding('willow', 'chief-executive', 'bao')
    expect(toldIn(life.ask(LATER, wake, chief))).toEqual([])
    const manager = holding('south-east-team', 'quality-manager', 'milo')
    expect(toldIn(life.ask(LATER, wake, manager))).toEqual(['web/person/milo notice:tell.1'])
  })

  test('is not told where somebody has recorded that the post was told outside Muster', () => {
    const life = listedProvider()
    life.ask(MAY, change('G2'))
    const said = {
      telling: 1,
      line: 'icb-head-of-quality',
      name: 'Hester Vane',
      how: 'phone',
    } as const
    const by = person('quinn')
    life.ask(SOON, { kind: 'provider', type: 'recordTold', by, ...said, toldAt: SOON })

    expect(toldIn(life.ask(LATER, wake, appointed))).toEqual([])
    expect(life.says('notice:2')).toContain('Hester Vane: told Mon 10 May 2027 10:01 BST by phone')
  })

  test('who was told in another post reads nothing twice, and the proof says who it is', () => {
    const life = listedProvider()
    life.ask(MAY, change('G2'))
    told(life, 'web/person/hugo')

    const both = holding('downs-icb', 'head-of-quality', 'hugo')
    const happened = life.ask(LATER, wake, both)

    expect(toldIn(happened)).toEqual([])
    expect(life.says('notice:2')).toContain(
      'ICB: head of quality and safety – Hugo Lindqvist: told Mon 10 May 2027 10:01 BST on Web',
    )
  })
})
