import { describe, expect, test } from 'vitest'
import { pendingProvider } from '../levels.ts'
import { change, listedProvider, person, recorded } from '../provider.ts'

const ENTERED = '2027-05-10T09:00:00Z'
const ASKS =
  'D22 Quality assurance visit: stepped up on this level where possible, and does not run yet. Agree how often, then begin it; owed by quality lead, Harbour'

describe('visits that are stepped up in enhanced, where none run', () => {
  test('are asked for when the provider comes there, with the way to begin them', () => {
    const life = pendingProvider()

    for (const slot of ['root', 'notice:1'] as const) {
      expect(life.says(slot)).toContain(ASKS)
      expect(life.says(slot)).toContain('[Begin D22, quality assurance visit…]')
    }

    // In enhanced already, its card alone goes on saying so.
    recorded(life, 'M6', '2027-05-19T09:00:00Z')
    life.ask('2027-05-19T09:00:00Z', change('G5'))
    expect(life.says('root')).toContain(ASKS)
    expect(life.says(`notice:${life.record().notices.length}`)).not.toContain('D22')
  })

  test('are asked for no more once they are begun, nor on routine', () => {
    const life = listedProvider()
    expect(life.says('root')).not.toContain('D22')
    life.ask(ENTERED, change('G2'))

    const begin = {
      kind: 'provider',
      type: 'beginDuty',
      by: person('quinn'),
      cycle: 'D22',
    } as const
    life.ask(ENTERED, { ...begin, startAt: ENTERED, amount: 3 })

    expect(life.says('root')).toContain('D22 Quality assurance visit: due Tue 10 Aug 2027')
    expect(life.says('root')).not.toContain('does not run yet')
  })
})
