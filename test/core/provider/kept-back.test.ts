import { describe, expect, test } from 'vitest'
import { RecordId } from '../../../src/core/record-id.ts'
import { change, filing, listedProvider, person, profiled, recorded, wake } from './provider.ts'

const at = '2027-03-01T09:00:00Z'
const meeting = RecordId.parse('meeting-7k2m9q4x')
const RISK = { risk: 'Ligature points', reviewOn: '2027-03-15T23:59:59Z' }
const RATED = { consequence: '4', likelihood: '3', ...RISK }

/** In enhanced, with a risk on its register that it may not read yet. */
function withRisk() {
  const life = listedProvider()
  life.ask(at, change('G2'))
  life.ask(at, filing('quinn', 'risk.opened', null, RATED))
  return life
}

describe('what is kept back from a provider', () => {
  test('is in no notice that its rooms read after an outage; whoever owes it reads of it alone', () => {
    const life = withRisk()
    const outage = { from: '2027-03-14T09:00:00Z', until: '2027-04-05T09:00:00Z' }

    const { events } = life.ask(outage.until, { ...wake, outage })

    const notices = events
      .filter(({ type }) => type === 'caughtUp')
      .map((event) => JSON.stringify(event))
    expect(notices).toHaveLength(2)
    expect(notices[0]).toContain('"room":"willow"')
    expect(notices[0]).toContain('Enhanced feedback for Willow House')
    expect(notices[0]).not.toContain('Ligature')
    expect(notices[1]).toContain('Ligature points')
    expect(notices[1]).not.toContain('"room"')
  })

  test('gives no day of its own to the brief of a meeting', () => {
    const life = withRisk()

    const { followUps } = life.ask(at, { kind: 'provider', type: 'noteMeeting', meeting })

    expect(JSON.stringify(followUps)).not.toContain('matter-1')
    expect(JSON.stringify(followUps)).toContain('D16')
  })
})

describe('assurance that was gained through the risk profile', () => {
  test('closes the direct way down: the three-month hold comes first', () => {
    const life = listedProvider()
    life.ask('2027-05-10T09:00:00Z', change('G2'))
    recorded(life, 'M6', '2027-05-19T09:00:00Z')
    life.ask('2027-05-19T09:00:00Z', change('G5'))
    recorded(life, 'M9', '2027-06-01T09:00:00Z', '8k2m9q4x')
    profiled(life, '2027-06-02T09:00:00Z')

    const down = life.ask('2027-06-03T09:00:00Z', change('G8', { by: person('mara') }))

    expect(down.refusal?.message).toContain('G8 is closed for Willow House')
    expect(down.refusal?.message).toContain('The way on from that is G9.')
  })
})
