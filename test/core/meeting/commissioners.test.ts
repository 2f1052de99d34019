import { describe, expect, test } from 'vitest'
import { previewCall, seatIds } from '../../../src/core/meeting/line-up.ts'
import type { Listing } from '../../../src/core/organisation/organisation.ts'
import { policyOf } from '../../fixtures/context.ts'
import { organisationOf } from '../../fixtures/directory.ts'
import { hosted } from '../../fixtures/hosted.ts'

const now = '2027-03-01T09:00:00Z'
const policy = policyOf('provider-collaborative')
const ASPEN = { slug: 'aspen', leadProvider: 'harbour' }
const WILLOW = { slug: 'willow', leadProvider: 'harbour' }

/** `id: who` of the seats of commissioners, who are called where nobody ticks a seat. */
function commissioners(
  rule: string,
  provider: typeof ASPEN,
  listings: readonly Listing[] = hosted,
) {
  const directory = { organisations: listings.map(organisationOf) }
  const lines = previewCall({ rule, provider, seats: null }, { policy, directory, now })
  return lines
    .flatMap(({ seats }) => seats)
    .filter(({ post }) => post.role === 'commissioner')
    .map(({ id, called, empty }) => `${id}: ${called?.person ?? empty}`)
}

describe('of a unit whose commissioners the directory names', () => {
  test.each(['M1', 'M6', 'RRR'])(
    '%s seats the host, and offers each other who has people there a seat',
    (rule) => {
      expect(commissioners(rule, ASPEN)).toEqual([
        'host-commissioner: carl',
        'placing-commissioner.fen-icb: notChosen',
        'placing-commissioner.march-icb: notChosen',
        ...(rule === 'M1' ? ['icb-commissioner: notChosen'] : []),
      ])
    },
  )

  test.each(['M9', 'M10', 'M12'])('%s offers the host a seat, too', (rule) => {
    expect(commissioners(rule, ASPEN)[0]).toBe('host-commissioner: notChosen')
    expect(commissioners(rule, ASPEN)).toHaveLength(3)
  })

  test('whoever calls it may tick those who are offered, by the organisation', () => {
    const directory = { organisations: hosted.map(organisationOf) }
    const rule = policy.meetings.find(({ id }) => id === 'M1') ?? expect.fail()
    const seats = seatIds(rule, ASPEN, directory)
    expect(seats).toContain('placing-commissioner.fen-icb')
    const lines = previewCall({ rule: 'M1', provider: ASPEN, seats }, { policy, directory, now })

    const fen = lines.flatMap((line) => line.seats).find(({ id }) => id.endsWith('fen-icb'))
    expect(fen).toMatchObject({
      label: 'Placing commissioner: Fen Integrated Care Board',
      called: { person: 'fay' },
    })
  })

  test('a host that has people placed elsewhere than in its own region still has its seat', () => {
    const away = hosted.map((one) => (one.slug === 'aspen' ? { ...one, host: 'fen-icb' } : one))

    expect(commissioners('M1', ASPEN, away).slice(0, 2)).toEqual([
      'host-commissioner: fay',
      'placing-commissioner.downs-icb: notChosen',
    ])
  })
})

describe('of a provider for which it names none', () => {
  test('a risk summit offers the commissioner of its ICB a seat, as before', () => {
    expect(commissioners('M1', WILLOW)).toEqual(['icb-commissioner: notChosen'])
  })

  test.each(['M6', 'RRR', 'M9', 'M10', 'M12'])('%s has no seat and no line for them', (rule) => {
    const directory = { organisations: hosted.map(organisationOf) }
    const lines = previewCall({ rule, provider: WILLOW, seats: null }, { policy, directory, now })

    expect(commissioners(rule, WILLOW)).toEqual([])
    expect(lines.every(({ seats }) => seats.length > 0)).toBe(true)
  })
})
