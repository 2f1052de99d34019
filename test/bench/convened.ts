import { Listing } from '../../src/core/organisation/organisation.ts'
import type { Policy } from '../../src/core/policy/policy.ts'
import { policies } from '../../src/policies/index.ts'
import { BARE_LISTING } from '../fixtures/bare-listing.ts'

const ROLES = (seats: number) => Array.from({ length: seats }, (_, n) => `seat-${n}`)

/** The pack, whose risk summit has so many seats, each a post at the Lead Provider. */
export function summitPack(seats: number): Policy {
  const [policy] = policies
  if (!policy) throw new Error('There is no policy')
  const meetings = policy.meetings.map((rule) => {
    const [line] = rule.lines
    if (rule.id !== 'M1' || !line) return rule
    const own = ROLES(seats).map((role, n) => ({
      id: role,
      label: `Member ${n + 1}`,
      post: { role, of: 'lead-provider' },
      required: true,
      offered: false,
    }))
    return { ...rule, lines: [{ ...line, seats: own }] }
  })
  return { ...policy, meetings }
}

/** Whoever holds those posts, all known to Slack by their account, and the unit that it is about. */
export function summitPeople(seats: number): readonly Listing[] {
  const roles = ROLES(seats)
  const lead = { id: 'lead', name: 'Quinn Adeyemi', accounts: { slack: 'U0LEAD' } }
  const trust = Listing.parse({
    ...BARE_LISTING,
    slug: 'trust',
    name: 'A made-up trust',
    type: 'lead-provider',
    region: 'south-east',
    bridge: { url: 'https://bridge.example.test/trust', dialIn: null },
    head: 'lead',
    people: [
      lead,
      ...roles.map((role, n) => ({
        id: role,
        name: `Robin Member ${n + 1}`,
        accounts: { slack: `U0SEAT${n}` },
      })),
    ],
    holdings: [
      { role: 'quality-lead', holder: 'lead' },
      ...roles.map((role) => ({ role, holder: role })),
    ],
  })
  const unit = Listing.parse({
    ...BARE_LISTING,
    slug: 'unit',
    name: 'A made-up unit',
    type: 'sub-contractor',
    region: 'south-east',
    leadProvider: 'trust',
    rooms: [{ channel: 'slack', room: 'C0UNIT', use: 'cases' }],
    people: [{ id: 'nurse', name: 'Nia Roberts', accounts: { slack: 'U0NURSE' } }],
    holdings: [{ role: 'incident-lead', holder: 'nurse' }],
  })
  return [trust, unit]
}
