import { expect, test } from 'vitest'
import { type Fault, faultsOf, find, first } from '../seeded.ts'

const LEFT =
  'leaves it to administrators, and the settings may name none, so that nobody could; name a post, or a word that stands for people of the record, as well'

function leftToAdministrators(id: string): Fault {
  return [
    `${id} left to administrators alone`,
    (pack) => {
      find(pack.permissions, id).may = ['administrator']
    },
    [`permission "${id}" ${LEFT}`],
  ]
}

const faults: Fault[] = [
  [
    'what nobody may, since its row was forgotten',
    (pack) => {
      pack.permissions = pack.permissions.filter(({ id }) => id !== 'case.close')
    },
    [
      '"permissions" has no row for "close" of a case, so that nobody may; add one that says who may',
    ],
  ],
  [
    'what nobody may, since its row lets nobody in',
    (pack) => {
      find(pack.permissions, 'case.close').may = []
    },
    ['permission "case.close" lets nobody close this case; name somebody in "may"'],
  ],
  [
    'a row for what cannot be asked',
    (pack) => {
      find(pack.permissions, 'case.note').intent = 'nota'
    },
    [
      'permission "case.note" names the unknown intent of a case "nota"; the nearest known is "note"',
      '"permissions" has no row for "note" of a case, so that nobody may; add one that says who may',
    ],
  ],
  [
    'a row for a role that is not there',
    (pack) => {
      const row = find(pack.permissions, 'case.panel')
      row.may = [...row.may, { role: 'quality-leader', of: 'lead-provider' }]
    },
    [
      '"case.panel" of "permissions" names the unknown role "quality-leader"; the nearest known is "quality-lead"',
    ],
  ],
  [
    'a word that names nobody there',
    (pack) => {
      const row = find(pack.permissions, 'case.panel')
      row.may = [...row.may, 'clock']
    },
    ['permission "case.panel" names "clock", which names nobody there; take it out'],
  ],
  [
    'two rows that say who may the same',
    (pack) => {
      first(pack.permissions, (row) => {
        pack.permissions = [...pack.permissions, { ...row, id: 'again' }]
      })
    },
    ['permission "again" says again who may "raise" a case; say it in one row'],
  ],
  [
    'a kind of case where there is no case',
    (pack) => {
      const row = find(pack.permissions, 'meeting.note')
      pack.permissions = [...pack.permissions, { ...row, id: 'more', when: 'incident' }]
    },
    ['permission "more" is for a kind of case, and is about a meeting; take "when" out'],
  ],
  [
    'somebody who is asked and may not',
    (pack) => {
      pack.prompting.triage.role = 'head-of-quality'
    },
    [
      'permission "case.triage" keeps whoever is asked to triage from triaging; add the role "head-of-quality" of "lead-provider", or ask another in "prompting"',
    ],
  ],
  [
    'a question that whoever is asked may not answer',
    (pack) => {
      find(pack.permissions, 'case.answer').may = ['readers']
    },
    ['permission "case.answer" keeps whoever is asked from answering; add "asked"'],
  ],
  [
    'somebody kept from raising',
    (pack) => {
      find(pack.permissions, 'case.raise').may = [{ role: 'quality-lead', of: 'lead-provider' }]
    },
    ['permission "case.raise" keeps somebody from raising; anyone may raise: write "anyone"'],
  ],
  [
    'Muster kept from its own records',
    (pack) => {
      find(pack.permissions, 'case.wake').may = ['readers']
    },
    ['permission "case.wake" keeps Muster itself from going on; add "muster"'],
  ],
  [
    'a row that lets in nobody but Muster, which never asks',
    (pack) => {
      find(pack.permissions, 'case.close').may = ['muster']
    },
    ['permission "case.close" lets nobody but Muster in, which never asks for it; name somebody'],
  ],
  ...(
    [
      ...['have', 'snooze', 'evidence', 'becomeIncident', 'convene', 'note'],
      ...['makeConfidential', 'giveAccess', 'askAccess', 'panel', 'close'],
    ] as const
  ).map((intent): Fault => leftToAdministrators(`case.${intent}`)),
  ...['call', 'record', 'note', 'answer'].map((one) => leftToAdministrators(`meeting.${one}`)),
  ...['changeLevel', 'rate', 'completeCycle', 'note'].map((one) =>
    leftToAdministrators(`provider.${one}`),
  ),
  [
    'triage and a concern’s closing that are left to administrators and Muster',
    (pack) => {
      find(pack.permissions, 'case.panel').may = ['administrator', 'muster']
      const close = find(pack.permissions, 'case.close')
      pack.permissions.push({ ...close, id: 'more', when: 'concern', may: ['administrator'] })
    },
    [`permission "case.panel" ${LEFT}`, `permission "more" ${LEFT}`],
  ],
]

test.each(faults)('reports %s', (_kind, seed, complaints) => {
  expect(faultsOf(seed)).toEqual(complaints)
})

test('finds nothing wrong with keeping, and with who is in the directory, left to administrators', () => {
  const ids = ['case.hold', 'case.release', 'case.remove']
  const people = ['setLeave', 'appoint', 'addPerson', 'removePerson']
  const all = [...ids, ...people.map((one) => `organisation.${one}`)]

  expect(
    faultsOf((pack) => {
      for (const id of all) find(pack.permissions, id).may = ['administrator']
    }),
  ).toEqual([])
})
