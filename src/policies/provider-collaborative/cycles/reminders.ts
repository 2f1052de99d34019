import type { PolicySource } from '../../../core/policy/policy.ts'

const startsOn = { on: 'asked', about: 'provider' } as const

/** Plain reminders about a provider, once somebody begins them. */
export const reminders: PolicySource['cycles'] = [
  {
    id: 'D23',
    label: 'Nursing-home professionals meeting',
    startsOn,
    every: { unit: 'months', amount: 3 },
    owes: { role: 'commissioner', of: 'local-authority' },
    evidence: 'cycleDone',
    citation: {
      document: 'QSIF 2020',
      section: '5.3.1',
      note: 'Meetings of the professionals around nursing homes, “for example quarterly”. A reminder and no more; that the commissioner is reminded is our choice.',
      kind: 'part',
    },
  },
  {
    id: 'D23a',
    label: 'Continuing-healthcare report to the Quality Committee',
    startsOn,
    every: null,
    chosen: { unit: 'months', from: 1, to: 12 },
    owes: { role: 'quality-lead', of: 'lead-provider' },
    evidence: 'cycleDone',
    citation: {
      document: 'QSIF 2020',
      section: '5.3.2',
      note: 'Continuing healthcare and funded nursing care: the local governance reports to the Quality Committee as scheduled, and escalates the risks that it finds (with an exception report). No interval is given: between one month and a year is our choice, and so is that the quality lead is reminded.',
      kind: 'part',
    },
  },
  {
    id: 'D25',
    label: 'Complex-case team meeting',
    startsOn,
    every: null,
    chosen: { unit: 'days', from: 1, to: 92 },
    owes: { role: 'case-manager', of: 'lead-provider' },
    evidence: 'cycleDone',
    citation: {
      document: 'NHSE event 2023',
      section: 'West Yorkshire, complex case',
      note: '“Frequency varies”; the hub coordinates and chairs it. A reminder and no more, of the team and never of a patient: between one day and three months is our choice, and so is that the case manager is reminded.',
      kind: 'practice',
    },
  },
]
