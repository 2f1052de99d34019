import { expect, test } from 'vitest'
import { type Fault, faultsOf, find } from '../seeded.ts'

const citation = { document: 'Muster', section: 'test', note: 'Made up.', kind: 'choice' } as const

const faults: Fault[] = [
  [
    'a meeting whose record does not ask when it was held',
    (pack) => {
      find(pack.meetings, 'M12').record = 'note'
    },
    [
      'meeting "M12" is recorded with form "note", which does not ask when it was held; add a required moment "heldAt"',
    ],
  ],
  [
    'a meeting in a case’s thread that is about a provider',
    (pack) => {
      find(pack.meetings, 'M3').about = 'either'
    },
    [
      'meeting "M3" is held in a case\'s thread and is about a provider as well; give it a room, or make it about a case',
    ],
  ],
  [
    'a meeting about a provider that meets a clock of cases',
    (pack) => {
      Object.assign(find(pack.meetings, 'M12'), { about: 'provider', meets: 'D4' })
    },
    ['meeting "M12" meets clock "D4" of a case and is about a provider; take "meets" out'],
  ],
  [
    'a meeting whose record leads to no way, by no answer of its form',
    (pack) => {
      find(pack.meetings, 'M6').leadsTo = [
        { field: 'outcome', is: 'acceptble', transition: 'G44' },
        { field: 'outcomes', is: 'continue', transition: 'G5' },
      ]
    },
    [
      'transition "G4" asks that meeting "M6" decides on G4, to which its record never leads; add that to its "leadsTo", or take the meeting out',
      'transition "G12" asks that meeting "M6" decides on G12, to which its record never leads; add that to its "leadsTo", or take the meeting out',
      'meeting "M6" names the unknown transition "G44"; the nearest known is "G4"',
      'meeting "M6" names the unknown answer to "outcome" "acceptble"; the nearest known is "acceptable"',
      'meeting "M6" names the unknown choice "outcomes"; the nearest known is "outcome"',
    ],
  ],
  [
    'a quorum of more people than there are seats, and of a line that is not there',
    (pack) => {
      find(pack.meetings, 'M5a').quorum = { people: 3, lines: ['icbs'], citation }
    },
    [
      'meeting "M5a" names the unknown line "icbs"; the nearest known is "nhse-region"',
      'meeting "M5a" needs 3 people for its quorum and has 2 seats; ask for fewer',
    ],
  ],
  [
    'an urgent meeting for cases that is about a provider',
    (pack) => {
      pack.prompting.urgentMeeting = 'RRR'
      find(pack.meetings, 'RRR').about = 'provider'
    },
    ['"prompting" offers meeting "RRR" on cases, which is about a provider; offer another'],
  ],
  [
    'a list of people to tell that nobody may ask for',
    (pack) => {
      const [m7] = pack.tellings ?? []
      if (m7) m7.mayTell = []
    },
    ['telling "M7" is asked for, and nobody may ask; name a post in "mayTell"'],
  ],
  [
    'the same list of people to tell twice',
    (pack) => {
      const [m7] = pack.tellings ?? []
      if (m7) pack.tellings?.push(m7)
    },
    ['"tellings" holds "M7" more than once; give each a name of its own'],
  ],
]

test.each(faults)('%s is named with its cure', (_kind, seed, complaints) => {
  expect(faultsOf(seed)).toEqual(complaints)
})
