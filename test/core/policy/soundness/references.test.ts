import { expect, test } from 'vitest'
import { type Fault, faultsOf, find, first } from '../seeded.ts'

const faults: Fault[] = [
  [
    'actions on a ladder that is not there',
    (pack) => {
      if (pack.actions) pack.actions.ladder = 'action'
    },
    ['actions names the unknown ladder "action"; the nearest known is "actions"'],
  ],
  [
    'declined actions on a ladder that is not there',
    (pack) => {
      if (pack.actions) pack.actions.declined = 'action'
    },
    ['actions names the unknown ladder "action"; the nearest known is "actions"'],
  ],
  [
    'a clock on a ladder that is not there',
    (pack) => {
      find(pack.clocks, 'D1').ladder = 'hour'
    },
    ['clock "D1" names the unknown ladder "hour"; the nearest known is "hours"'],
  ],
  [
    'a clock whose evidence is no form',
    (pack) => {
      find(pack.clocks, 'D2').evidence.form = 'sitreps'
    },
    ['clock "D2" names the unknown form "sitreps"; the nearest known is "sitrep"'],
  ],
  [
    'a clock that waits for no clock',
    (pack) => {
      find(pack.clocks, 'D2').within = { unit: 'receiptOf', clock: 'D33' }
    },
    ['clock "D2" names the unknown clock "D33"; the nearest known is "D3"'],
  ],
  [
    'a clock that waits for a waiting clock',
    (pack) => {
      find(pack.clocks, 'D4').within = { unit: 'receiptOf', clock: 'D2' }
    },
    ['clock "D4" waits for clock "D2", which waits for another; name one with a time of its own'],
  ],
  [
    'people who are told of a way down that is not there',
    (pack) => {
      find(pack.tellings ?? [], 'M11D').ways = ['G44']
    },
    ['telling "M11D" names the unknown way "G44"; the nearest known is "G4"'],
  ],
  [
    'a transition between levels that are not there',
    (pack) => {
      Object.assign(find(pack.transitions, 'G5'), { from: ['ROUTIN'], to: 'ENHANCD' })
    },
    [
      'transition "G5" names the unknown level "ROUTIN"; the nearest known is "ROUTINE"',
      'transition "G5" names the unknown level "ENHANCD"; the nearest known is "ENHANCED"',
    ],
  ],
  [
    'a cycle on a level that is not there',
    (pack) => {
      find(pack.cycles, 'D16').startsOn = { on: 'level', levels: ['ENHANCE'] }
    },
    ['cycle "D16" names the unknown level "ENHANCE"; the nearest known is "ENHANCED"'],
  ],
  [
    'a cycle on a level without an interval',
    (pack) => {
      find(pack.cycles, 'D16').every = null
    },
    ['cycle "D16" starts on a level and has no interval; say how often in "every"'],
  ],
  [
    'a cycle whose evidence is no form',
    (pack) => {
      find(pack.cycles, 'D16').evidence = 'feedbak'
    },
    ['cycle "D16" names the unknown form "feedbak"; the nearest known is "feedback"'],
  ],
  [
    'a cycle on an instrument that is not there',
    (pack) => {
      for (const band of find(pack.instruments, 'prr').bands) band.cycles = []
      find(pack.cycles, 'contact').startsOn = { on: 'band', instrument: 'ppr' }
    },
    ['cycle "contact" names the unknown instrument "ppr"; the nearest known is "prr"'],
  ],
  [
    'a duty that somebody begins without an interval',
    (pack) => {
      find(pack.cycles, 'D10').every = null
    },
    ['cycle "D10" is begun by a person and has no interval; say how often in "every"'],
  ],
  [
    'an interval that nobody can choose',
    (pack) => {
      find(pack.cycles, 'D13').every = { unit: 'months', amount: 4 }
      find(pack.cycles, 'D16').chosen = { unit: 'months', from: 1, to: 3 }
      find(pack.cycles, 'D22').chosen = { unit: 'months', from: 3, to: 1 }
    },
    [
      'cycle "D16" lets an interval be chosen, and nobody begins it; take "chosen" out',
      'cycle "D13" offers an interval that cannot be chosen; let "every" be 1 to 3 months',
      'cycle "D22" goes from 3 to 1 months; the first must not be the larger',
    ],
  ],
  [
    'a duty that is stepped up on a level that is not there',
    (pack) => {
      find(pack.cycles, 'D22').steppedUpOn = ['ENHANCD']
    },
    ['cycle "D22" names the unknown level "ENHANCD"; the nearest known is "ENHANCED"'],
  ],
  [
    'a duty that comes before itself',
    (pack) => {
      find(pack.cycles, 'D10').ahead = { cycle: 'D10', months: 1 }
    },
    [expect.stringContaining('cycle "D10" names the unknown cycle "D10"')],
  ],
  [
    'a way that opens what is not there, or changes the level as well',
    (pack) => {
      find(pack.transitions, 'G6').opens = { of: 'meetings', meetings: ['M99'] }
      Reflect.deleteProperty(find(pack.transitions, 'G7'), 'opens')
      find(pack.transitions, 'G12').opens = { of: 'matter', matter: 'plan' }
    },
    [
      expect.stringContaining('transition "G6" names the unknown meeting "M99"'),
      'transition "G7" starts and ends on level "ENHANCED"; say in "opens" what it opens there',
      'transition "G12" opens something and changes the level; let it start on "ROUTINE" alone',
    ],
  ],
  [
    'a way that is closed after a level that is not there, for ways that are not',
    (pack) => {
      find(pack.transitions, 'G12').needs = [
        { need: 'notFrom', levels: ['HOLD'], instead: ['G99'] },
      ]
    },
    [
      expect.stringContaining('transition "G12" names the unknown level "HOLD"'),
      expect.stringContaining('transition "G12" names the unknown way "G99"'),
    ],
  ],
  [
    'a way that takes back what is not there, or after meetings that are not',
    (pack) => {
      find(pack.transitions, 'G0').needs = [
        { need: 'cameBy', ways: ['G99'] },
        { need: 'nothingSince', meetings: ['M99'] },
      ]
    },
    [
      expect.stringContaining('transition "G0" names the unknown way "G99"'),
      expect.stringContaining('transition "G0" names the unknown meeting "M99"'),
    ],
  ],
  [
    'ways that take a level back, of which nobody is told',
    (pack) => {
      pack.tellings = (pack.tellings ?? []).filter(({ when }) => when !== 'takenBack')
    },
    ['G0', 'G0P', 'G0H'].map(
      (way) =>
        `transition "${way}" takes a level back, and nobody is told so; add a telling with "when: takenBack"`,
    ),
  ],
  [
    'what is owed without a time, on a level or by a record that is not there',
    (pack) => {
      const untimed = pack.untimed ?? []
      find(untimed, 'D17').levels = ['ENHANCD']
      find(untimed, 'D17').wants = { of: 'meetings', meetings: ['M99'] }
      find(untimed, 'D20').wants = { of: 'matter', matter: 'plans' }
    },
    [
      expect.stringContaining('"D17" of "untimed" names the unknown level "ENHANCD"'),
      expect.stringContaining('"D17" of "untimed" names the unknown meeting "M99"'),
      expect.stringContaining('"D20" of "untimed" names the unknown matter "plans"'),
    ],
  ],
  [
    'a meeting that decides only with those who were there, whose record does not ask who was',
    (pack) => {
      const { fields } = find(pack.forms, 'qualityReviewRecord')
      pack.forms = pack.forms.map((form) =>
        form.id === 'qualityReviewRecord'
          ? { ...form, fields: fields.filter(({ id }) => id !== 'present') }
          : form,
      )
    },
    [
      expect.stringContaining(
        'meeting "M6" changes a level only with enough of those who decide, and form "qualityReviewRecord" does not ask who was there',
      ),
    ],
  ],
  [
    'collaboratives that are called by a field that is not there, or is a list',
    (pack) => {
      if (pack.collaboratives) pack.collaboratives.named = 'regions'
    },
    [expect.stringContaining('collaboratives names the unknown line "regions"')],
  ],
  [
    'a record that is not there, and would be the round of a duty',
    (pack) => {
      find(pack.cycles, 'D13').metBy = [{ meeting: 'M5' }]
      find(pack.cycles, 'D22').metBy = [
        { filed: 'visits', steps: ['visit.held'] },
        { filed: 'visit', steps: ['visit.hld'], on: 'heldAt' },
        { filed: 'visit', steps: ['visit.held'], when: { field: 'kinds', is: ['joint'] } },
      ]
    },
    [
      expect.stringContaining('cycle "D13" names the unknown meeting "M5"'),
      expect.stringContaining('cycle "D22" names the unknown matter "visits"'),
      expect.stringContaining('cycle "D22" names the unknown step "visit.hld"'),
      expect.stringContaining('cycle "D22" names the unknown question "heldAt"'),
      expect.stringContaining('cycle "D22" names the unknown question "kinds"'),
    ],
  ],
  [
    'a procedure that names what is not there',
    (pack) =>
      first(pack.procedures ?? [], (procedure) => {
        procedure.form = 'procedureStge'
        procedure.suggestedBy = [{ band: 'B9', stages: ['6'] }]
      }),
    [
      'procedure "concerns" names the unknown form "procedureStge"; the nearest known is "procedureStage"',
      'procedure "concerns" names the unknown band "B9"; the nearest known is "B1"',
      'procedure "concerns" names the unknown stage "6"; the nearest known is "1"',
    ],
  ],
  [
    'a band that sets a cycle of another instrument',
    (pack) =>
      first(find(pack.instruments, 'matrix').bands, (band) => {
        band.cycles = [{ cycle: 'contact', within: null }]
      }),
    [
      'band "low" of instrument "matrix" names the unknown cycle "contact"; there is none yet: add it',
    ],
  ],
  [
    'a band that sets a cycle that is not there',
    (pack) =>
      first(find(pack.instruments, 'prr').bands, (band) => {
        band.cycles = [{ cycle: 'pams', within: null }]
      }),
    ['band "B1" of instrument "prr" names the unknown cycle "pams"; the nearest known is "pamms"'],
  ],
  [
    'a risk matrix that is no instrument',
    (pack) => {
      pack.riskMatrix = 'matrx'
    },
    ['the pack names the unknown risk matrix "matrx"; the nearest known is "matrix"'],
  ],
  [
    'a risk matrix without a row that triage asks for',
    (pack) => {
      find(find(pack.instruments, 'matrix').items, 'likelihood').id = 'chance'
    },
    ['risk matrix "matrix" lacks the row "likelihood", which triage asks for; add it'],
  ],
  [
    'a clock that another sets going which is not there',
    (pack) => {
      find(pack.clocks, 'E1c').from = { met: 'D11' }
    },
    ['clock "E1c" names the unknown clock "D11"; the nearest known is "D1"'],
  ],
  [
    'a clock that hangs on a question that nobody is asked',
    (pack) => {
      find(pack.clocks, 'E4').when = [{ field: 'under81', is: ['yes'] }]
    },
    ['clock "E4" names the unknown question "under81"; the nearest known is "under18"'],
  ],
  [
    'a meeting with a record that is no form',
    (pack) => {
      find(pack.meetings, 'M1').record = 'riskSumitRecord'
    },
    [
      'meeting "M1" names the unknown form "riskSumitRecord"; the nearest known is "riskSummitRecord"',
    ],
  ],
  [
    'a meeting that meets no clock',
    (pack) => {
      find(pack.meetings, 'M3').meets = 'D44'
    },
    ['meeting "M3" names the unknown clock "D44"; the nearest known is "D4"'],
  ],
  [
    'a meeting that enters a level by a transition to another',
    (pack) => {
      find(pack.meetings, 'M1').entersLevel = { level: 'ROUTINE', transition: 'G13' }
    },
    [
      'meeting "M1" enters level "ROUTINE" by transition "G13", which leads to "ENHANCED"; make them agree',
    ],
  ],
  [
    'a meeting that enters what is not there',
    (pack) => {
      find(pack.meetings, 'M1').entersLevel = { level: 'HIGH', transition: 'G133' }
    },
    [
      'meeting "M1" names the unknown level "HIGH"; the nearest known is "ROUTINE"',
      'meeting "M1" names the unknown transition "G133"; the nearest known is "G13"',
    ],
  ],
  [
    'a moment after the panel that no form asks for, and an organisation that places people and is none',
    (pack) => {
      if (pack.incidentPanel) pack.incidentPanel.recorded.field = 'steisAtt'
      if (pack.hosting) pack.hosting.placedBy = 'icbs'
    },
    [
      'incidentPanel names the unknown moment "steisAtt"; the nearest known is "steisAt"',
      'hosting names the unknown organisation "icbs"; the nearest known is "icb"',
    ],
  ],
]

test.each(faults)('reports %s', (_kind, seed, complaints) => {
  expect(faultsOf(seed)).toEqual(complaints)
})
