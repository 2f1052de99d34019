import { expect, test } from 'vitest'
import { type Fault, faultsOf, find, first } from '../seeded.ts'

const faults: Fault[] = [
  [
    'a clock that nobody can owe',
    (pack) => {
      find(pack.clocks, 'D1').owes.role = 'incident-leed'
    },
    [
      '"D1" of "clocks" names the unknown role "incident-leed"; the nearest known is "incident-lead"',
    ],
  ],
  [
    'a clock owed at an organisation of no known type',
    (pack) => {
      find(pack.clocks, 'D1').to.of = 'lead-qualty-team'
    },
    [
      '"D1" of "clocks" names the unknown organisation "lead-qualty-team"; the nearest known is "lead-quality-team"',
    ],
  ],
  [
    'a climb over a role that is not there',
    (pack) => {
      first(find(pack.clocks, 'D3').climb, (rung) => {
        rung.role = 'quality-leader'
      })
    },
    [
      '"D3" of "clocks" names the unknown role "quality-leader"; the nearest known is "quality-lead"',
    ],
  ],
  [
    'a transition that nobody can decide',
    (pack) => {
      first(find(pack.transitions, 'G4').decides, (post) => {
        post.role = 'quality-manger'
      })
    },
    [
      '"G4" of "transitions" names the unknown role "quality-manger"; the nearest known is "quality-manager"',
    ],
  ],
  [
    'a meeting with a seat for a role that is not there',
    (pack) =>
      first(find(pack.meetings, 'M3').lines, (line) =>
        first(line.seats, (seat) => {
          seat.post.role = 'quality'
        }),
      ),
    [
      '"lead-provider-quality-lead" of "lead-provider" of "M3" of "meetings" names the unknown role "quality"; the nearest known is "quality-lead"',
    ],
  ],
  [
    'a prompt for a role that is not there',
    (pack) => {
      pack.prompting.triage.role = 'qualitylead'
    },
    ['"prompting" names the unknown role "qualitylead"; the nearest known is "quality-lead"'],
  ],
  [
    'an urgent path to a meeting that is not there',
    (pack) => {
      pack.prompting.urgentMeeting = 'M11'
    },
    ['"prompting" names the unknown meeting "M11"; the nearest known is "M1"'],
  ],
  [
    'a decision for enhanced by a transition that is not there',
    (pack) => {
      pack.prompting.enhanced = 'G22'
    },
    ['"prompting" names the unknown transition "G22"; the nearest known is "G2"'],
  ],
  [
    'a rule that cites a document that is not listed',
    (pack) => {
      find(pack.triggers, 'T1').citation.document = 'QSIF 2002'
    },
    ['"T1" of "triggers" names the unknown document "QSIF 2002"; the nearest known is "QSIF 2020"'],
  ],
]

test.each(faults)('reports %s', (_kind, seed, complaints) => {
  expect(faultsOf(seed)).toEqual(complaints)
})
