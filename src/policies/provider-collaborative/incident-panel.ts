import type { PolicySource } from '../../core/policy/policy.ts'

const duty = {
  document: 'N&Q 2021',
  section: 'Lead Provider duty 6',
  kind: 'source',
  basis: 'policy',
} as const

/** When the Lead Provider is asked about the panel, and what is recorded after it. */
export const incidentPanel: NonNullable<PolicySource['incidentPanel']> = {
  id: 'D6',
  label: 'Serious-incident panel',
  after: 'D3',
  asks: { role: 'quality-lead', of: 'lead-provider' },
  meeting: 'M4',
  recorded: {
    id: 'D7',
    label: 'StEIS updated',
    field: 'steisAt',
    citation: {
      ...duty,
      note: 'The Lead Provider closes the incident on StEIS once the panel has agreed. No time is given and we make none up.',
    },
  },
  citation: {
    ...duty,
    note: 'The Lead Provider organises and leads panels on incidents that are to be downgraded, deleted or closed. Silent on when: its quality lead is asked once the 72-hour report is there or overdue, and nobody is pressed for an answer: our choice.',
    kind: 'part',
  },
}

/** Incidents of before these rules. */
export const historical: NonNullable<PolicySource['historical']> = {
  id: 'D8',
  label: 'NHSE/I Nursing & Quality stays responsible for it',
  before: '2020-04-01',
  raisedFrom: '2021-04-01',
  citation: {
    document: 'N&Q 2021',
    section: 'Lead Provider duty 6',
    note: 'Incidents of before April 2020 that are still open after 1 April 2021 stay with NHSE/I. The text leaves April 2020 to March 2021 to nobody, probably by a slip: those run their clocks here, so that nothing is lost. That no clock runs on older ones is our choice.',
    kind: 'part',
    basis: 'policy',
  },
}
