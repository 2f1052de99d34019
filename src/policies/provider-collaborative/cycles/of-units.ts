import type { PolicySource } from '../../../core/policy/policy.ts'

const ofUnits = {
  startsOn: { on: 'asked', about: 'provider' },
  owes: { role: 'commissioner', of: 'host-commissioner' },
  each: 'placing-commissioner',
  evidence: 'cycleDone',
} as const

const guidance = {
  document: 'Host commissioner guidance',
  section: 'on-site visits',
  kind: 'practice',
} as const

const ours =
  'Each placing commissioner that the directory names for the unit has a clock of its own. That the host, who knows who is placed there, is reminded and records it, is our choice.'

/** E5: visits to a unit for learning disability or autism. Off until somebody begins it. */
export const visitsToUnits: PolicySource['cycles'] = [
  {
    ...ofUnits,
    id: 'E5a',
    label: 'Placing commissioner’s visit: child',
    every: { unit: 'days', amount: 42 },
    citation: {
      ...guidance,
      note: `A child placed out of their area is visited on site every six weeks by the placing commissioner. ${ours}`,
    },
  },
  {
    ...ofUnits,
    id: 'E5b',
    label: 'Placing commissioner’s visit: adult',
    every: { unit: 'days', amount: 56 },
    citation: {
      ...guidance,
      note: `An adult placed out of their area is visited on site every eight weeks by the placing commissioner. ${ours}`,
    },
  },
]
