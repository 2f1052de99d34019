import { expect, test } from 'vitest'
import { type Fault, faultsOf, find } from '../seeded.ts'

const faults: Fault[] = [
  [
    'a pack that knows NHS numbers alone',
    (pack) => {
      pack.identifiers = []
    },
    [
      'the pack finds nothing that identifies a patient but NHS numbers; add rules, or extend a pack that has them',
    ],
  ],
  [
    'a pattern that would stop everything of its shape',
    (pack) => {
      find(pack.identifiers, 'phone').cues = []
    },
    ['identifier "phone" would stop every phone; give it "cues", the words that stand by it'],
  ],
  [
    'a pattern that leaves no way out',
    (pack) => {
      find(pack.identifiers, 'postcode').certainty = 'certain'
    },
    [
      'identifier "postcode" refuses every postcode with no way out; give it "cues" or make it "doubtful"',
    ],
  ],
  [
    'an age that nobody has',
    (pack) => {
      find(pack.identifiers, 'old-date').shape = { kind: 'date', aged: { from: 100, to: 8 } }
    },
    ['identifier "old-date" finds no date: "aged" goes from 100 to 8 years'],
  ],
  [
    'two patterns under one id',
    (pack) => {
      find(pack.identifiers, 'email').id = 'phone'
    },
    ['"identifiers" holds "phone" more than once; give each a name of its own'],
  ],
]

test.each(faults)('reports %s', (_kind, seed, complaints) => {
  expect(faultsOf(seed)).toEqual(complaints)
})
