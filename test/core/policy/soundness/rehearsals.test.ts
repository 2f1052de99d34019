import { expect, test } from 'vitest'
import type { Policy } from '../../../../src/core/policy/policy.ts'
import { type Fault, faultsOf, find } from '../seeded.ts'

const goodFriday = (pack: Policy) => find(pack.rehearsals ?? [], 'good-friday')

const faults: Fault[] = [
  [
    'a rehearsal in which nobody of the cast is played',
    (pack) => {
      goodFriday(pack).plays = 'oswin-tarant'
    },
    [
      'rehearsal "good-friday" names the unknown person "oswin-tarant"; the nearest known is "oswin-tarrant"',
    ],
  ],
  [
    'a case raised by nobody of the cast, about no provider of it',
    (pack) => {
      goodFriday(pack).raised.by = 'tilda'
      goodFriday(pack).raised.provider = 'larkspurr'
    },
    [
      'rehearsal "good-friday" names the unknown person "tilda"; the nearest known is "fenella-dart"',
      'rehearsal "good-friday" names the unknown organisation "larkspurr"; the nearest known is "larkspur"',
    ],
  ],
  [
    'a cast with a role that the pack does not know',
    (pack) => {
      const [member] = goodFriday(pack).cast
      if (member)
        member.holdings = [{ role: 'quality-led', holder: null, deputy: null, onCall: null }]
    },
    [
      'rehearsal "good-friday" names the unknown role "quality-led"; the nearest known is "quality-lead"',
    ],
  ],
  [
    'a rehearsal that ends before its weekend does',
    (pack) => {
      goodFriday(pack).endsAt = '2027-03-29T08:00:00Z'
    },
    [
      'rehearsal "good-friday" must be raised, begin, have its stretch played and end in this order',
    ],
  ],
]

test.each(faults)('reports %s', (_kind, seed, complaints) => {
  expect(faultsOf(seed)).toEqual(complaints)
})
