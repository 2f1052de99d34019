import { describe, expect, test } from 'vitest'
import { policyOf } from '../../fixtures/context.ts'
import { enhancedProvider } from './levels.ts'
import { change, listedProvider, recorded } from './provider.ts'

const at = '2027-05-10T09:00:00Z'

describe('the ways that leave a provider in enhanced', () => {
  test('stand on its card, with a button for each meeting and for the profile', () => {
    const card = enhancedProvider().says('root')

    expect(card).toContain('G6 Concerns need a view of the whole system')
    expect(card).toContain('[Call the intelligence-sharing call…]')
    expect(card).toContain('[Call the single-item surveillance group…]')
    expect(card).toContain('[Call the risk summit…]')
    expect(card).toContain('G7 People may still be at risk')
    expect(card).toContain('[Quality risk profile…]')
  })

  test('stand on no other level', () => {
    const life = listedProvider()
    expect(life.says('root')).not.toContain('G6')
    life.ask(at, change('G2'))
    expect(life.says('root')).not.toContain('G6')
  })

  test.each(['G6', 'G7'])('%s decides on no level, and the refusal says what to do', (way) => {
    const pending = listedProvider()
    pending.ask(at, change('G2'))

    for (const life of [enhancedProvider(), pending]) {
      const { refusal } = life.ask('2027-05-20T09:00:00Z', change(way, { by: MARA }))
      expect(refusal?.message).toContain(`${way} changes no level; nothing was changed.`)
      expect(refusal?.message).toMatch(/“\/muster (convene|file) willow/)
      expect(life.record().decisions.at(-1)?.transition).not.toBe(way)
    }
  })

  test('a meeting that is called from enhanced says by which of them', () => {
    const life = enhancedProvider()
    recorded(life, 'M10', '2027-06-01T09:00:00Z', '8k2m9q4x')

    const notices = life
      .record()
      .notices.flatMap(({ n, said }) =>
        said.say === 'meetingCalled' ? [life.says(`notice:${n}`)] : [],
      )
    expect(notices.at(-1)).toContain('Rule G6')
    expect(notices[0]).not.toContain('G6')
  })

  test('name who decides, and lead nowhere', () => {
    const { transitions } = policyOf('provider-collaborative')

    for (const { from, to, decides } of transitions.filter(({ opens }) => opens)) {
      expect(from).toEqual([to])
      expect(decides.length).toBeGreaterThan(0)
    }
  })
})

const MARA = { type: 'person', person: 'mara' } as const
