import { expect, test } from 'vitest'
import { type Fault, faultsOf, find } from '../seeded.ts'

const faults: Fault[] = [
  [
    'a step that tells a list of another kind',
    (pack) => {
      find(find(pack.matters ?? [], 'visit').steps, 'visit.announced').tells = 'M11'
    },
    ['step "visit.announced" names the unknown telling "M11"; the nearest known is "N1"'],
  ],
  [
    'somebody who owes a step that they may not put on file',
    (pack) => {
      find(find(pack.matters ?? [], 'visit').steps, 'visit.acted').may = [
        { role: 'quality-lead', of: 'lead-provider' },
      ]
    },
    [
      expect.stringContaining(
        'step "visit.report" of matter "visit" has "chief-executive" of "provider" owe “what was done about it”, who may put nothing on file that follows it',
      ),
    ],
  ],
  [
    'a form that offers to tell somebody who is not on the list',
    (pack) => {
      const [first] = find(pack.tellings ?? [], 'OPS').whom
      if (first) first.id = 'manager'
    },
    [
      'step "operational.raised" names the unknown person to tell "quality-manager"; the nearest known is "manager"',
      'step "operational.asked" names the unknown person to tell "quality-manager"; the nearest known is "manager"',
    ],
  ],
  [
    'a step that has a way considered that is none',
    (pack) => {
      find(find(pack.matters ?? [], 'exception').steps, 'exception.governing').considers = 'G33'
    },
    [
      'step "exception.governing" of matter "exception" names the unknown way "G33"; the nearest known is "G3"',
    ],
  ],
  [
    'a matter that a trigger asks for that is none',
    (pack) => {
      find(pack.matters ?? [], 'communications').promptedBy = ['T88']
    },
    ['matter "communications" names the unknown trigger "T88"; the nearest known is "T8"'],
  ],
  [
    'a day to wait for that no earlier step asks for',
    (pack) => {
      find(find(pack.matters ?? [], 'plan').steps, 'plan.sustained').notBefore = {
        step: 'plan.signed',
        day: 'sustainOn',
      }
    },
    [
      'step "plan.sustained" names the unknown question "sustainOn"; the nearest known is "sustainedOn"',
    ],
  ],
  [
    'a day that no question of its form asks for',
    (pack) => {
      find(find(pack.matters ?? [], 'visit').steps, 'visit.held').sinceOpened = 'held'
    },
    [
      'step "visit.held" of matter "visit" names the unknown question "held"; the nearest known is "heldAt"',
    ],
  ],
  [
    'a true day that no question of its form asks for',
    (pack) => {
      find(find(pack.matters ?? [], 'notice').steps, 'notice.given').on = 'doneAt'
    },
    [
      'step "notice.given" of matter "notice" names the unknown question "doneAt"; the nearest known is "doneOn"',
    ],
  ],
  [
    'a step that is owed and is none of the matter',
    (pack) => {
      const { due } = find(find(pack.matters ?? [], 'profile').steps, 'profile.moderated')
      if (due) due.step = 'profile.report'
    },
    [
      'step "profile.moderated" of matter "profile" names the unknown step "profile.report"; the nearest known is "profile.reported"',
    ],
  ],
  [
    'evidence that no form of the matter asks for',
    (pack) => {
      const [output] = find(pack.stages ?? [], 'E-b').outputs
      if (output?.by === 'matter') output.shows = ['source']
    },
    ['stage "E-b" names the unknown question "source"; the nearest known is "sources"'],
  ],
  [
    'a banner, a lesson and answers that no question of the form gives',
    (pack) => {
      find(find(pack.matters ?? [], 'suspension').steps, 'suspension.part').banner = {
        words: 'SUSPENDED',
        names: 'scopes',
      }
    },
    [
      'step "suspension.part" of matter "suspension" names the unknown question "scopes"; the nearest known is "scope"',
    ],
  ],
]

test.each(faults)('reports %s', (_kind, seed, complaints) => {
  expect(faultsOf(seed)).toEqual(complaints)
})
