import { describe, expect, test } from 'vitest'
import { directoryWith, directory as everybody } from '../../fixtures/directory.ts'
import { sent } from '../../fixtures/life.ts'
import { byManager, pendingProvider, providerOnHold } from './levels.ts'
import { change, recorded } from './provider.ts'

const REVIEWED = '2027-05-19T09:00:00Z'

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
    const holdings = everybody.organisations.find(({ slug }) => slug === 'harbour')?.holdings ?? []
    const left = holdings.filter(({ role }) => role !== 'head-of-quality')
    const directory = directoryWith('harbour', { holdings: left })

    const happened = life.ask(REVIEWED, change('G4'), { directory })

    expect(sent(happened)).toContain('web/person/hugo notice:tell.2')
    const proof = life.record().notices.findLast(({ said }) => said.say === 'telling')
    expect(life.says(`notice:${proof?.n}`)).toContain(
      'Lead Provider: head of quality and safety, told when it came to enhanced – Hugo Lindqvist',
    )
  })
})
