import { expect, test } from 'vitest'
import type { Policy } from '../../../../src/core/policy/policy.ts'
import { type Fault, faultsOf, find, first } from '../seeded.ts'

function voting({ voting: rule }: Policy) {
  if (!rule) throw new Error('the pack has no voting')
  return rule
}

const faults: Fault[] = [
  [
    'a share of votes that nobody can have',
    (pack) => {
      voting(pack).moreThan = { votes: 2, of: 2 }
    },
    ['"voting" passes with more than 2 of 2 votes, which can never be; make "votes" the smaller'],
  ],
  [
    'a dispute without a time to resolve it',
    (pack) => {
      voting(pack).dispute.within = { unit: 'asRequired' }
    },
    [
      '"voting" gives whoever resolves a dispute no time; say how long in hours, days, working days or months',
    ],
  ],
  [
    'a dispute that is reminded of by no ladder of the pack',
    (pack) => {
      voting(pack).dispute.ladder = 'working-day'
    },
    ['"voting" names the unknown ladder "working-day"; the nearest known is "working-days"'],
  ],
  [
    'organisations without a vote that nobody is',
    (pack) =>
      first(find(voting(pack).forms, 'joint').without, (one) => {
        one.type = 'local-autority'
      }),
    [
      'form "joint" of "voting" names the unknown type of organisation "local-autority"; the nearest known is "local-authority"',
    ],
  ],
  [
    'two ways of deciding, topics and gates of one name',
    (pack) => {
      const { forms, topics } = voting(pack)
      forms.push(structuredClone(find(forms, 'joint')))
      topics.push(structuredClone(find(topics, 'governance')))
      const { gates = [] } = find(pack.meetings, 'M1')
      gates.push(structuredClone(find(gates, 'risk')))
    },
    [
      '"voting" holds "joint" more than once; give each a name of its own',
      '"voting" holds "governance" more than once; give each a name of its own',
      'meeting "M1" holds "risk" more than once; give each a name of its own',
    ],
  ],
]

test.each(faults)('reports %s', (_kind, seed, complaints) => {
  expect(faultsOf(seed)).toEqual(complaints)
})
