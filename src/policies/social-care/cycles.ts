import type { PolicySource } from '../../core/policy/policy.ts'

const variantOf = 'D26'
const startsOn = { on: 'band', instrument: 'prr' } as const
const commissioner = { role: 'commissioner', of: 'local-authority' }
const manager = { role: 'registered-manager', of: 'provider' }

const citation = {
  document: 'Bucks 2023',
  section: 'Risk based approach, action table',
  kind: 'source',
} as const

/** The variants of D26: the band of the Provider Risk Rating sets each interval. */
export const bandCycles: PolicySource['cycles'] = [
  {
    id: 'contact',
    variantOf,
    label: 'Contact with the provider',
    startsOn,
    every: null,
    owes: commissioner,
    evidence: 'cycleDone',
    citation: {
      ...citation,
      note: 'At least monthly in B3, fortnightly in B4, weekly in B5; open lines of communication, without an interval, in B1 and B2.',
    },
  },
  {
    id: 'monitoringMeeting',
    variantOf,
    label: 'Monitoring meeting',
    startsOn,
    every: null,
    owes: commissioner,
    evidence: 'cycleDone',
    citation: {
      ...citation,
      note: 'Yearly in B1 and B2, twice yearly in B3, quarterly in B4 and B5. Silent on who holds it: the commissioner is our choice.',
      kind: 'part',
    },
  },
  {
    id: 'pamms',
    variantOf,
    label: 'Full PAMMS assessment',
    startsOn,
    every: null,
    owes: commissioner,
    evidence: 'cycleDone',
    citation: {
      ...citation,
      note: 'Every 3 years in B1 (the word full seems lost there), 2 years in B2, 12 months in B3. In B4 part of the concerns procedure, without an interval; not applicable in B5. Who does it is our choice.',
      kind: 'part',
    },
  },
  {
    id: 'selfAssessment',
    variantOf,
    label: 'PAMMS self-assessment',
    startsOn,
    every: null,
    ahead: { cycle: 'pamms', months: 1 },
    owes: manager,
    evidence: 'cycleDone',
    citation: {
      ...citation,
      note: 'One month before a full PAMMS assessment in B1 to B3: its day follows that of the assessment. One that was done since the last assessment is that of the next, by our choice. Not applicable in B4 and B5. Who in the provider does it is our choice.',
      kind: 'part',
    },
  },
  {
    id: 'providerReturn',
    variantOf,
    label: 'Provider return',
    startsOn,
    every: null,
    owes: manager,
    evidence: 'cycleDone',
    citation: {
      ...citation,
      note: 'Quarterly in every band. Who in the provider sends it is our choice.',
      kind: 'part',
    },
  },
  {
    id: 'audit',
    variantOf,
    label: 'Audit',
    startsOn,
    every: null,
    owes: commissioner,
    evidence: 'cycleDone',
    citation: {
      ...citation,
      note: 'A yearly schedule in every band; outcome and action are provided quarterly. Who does it is our choice.',
      kind: 'part',
    },
  },
]
