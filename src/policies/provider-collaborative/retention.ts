import type { PolicySource } from '../../core/policy/policy.ts'

/** How long closed cases, and meetings about a provider, are kept before an administrator may remove them. */
export const retention: NonNullable<PolicySource['retention']> = [
  {
    id: 'E7',
    label: 'Serious incidents are kept for 20 years',
    of: 'incident',
    years: 20,
    from: 'occurred',
    citation: {
      document: 'KMPT SI policy',
      section: '10',
      note: 'Records of serious incidents are kept for 20 years from the date of the incident. One trust’s policy: your organisation’s retention schedule decides.',
      kind: 'source',
      basis: 'policy',
    },
  },
  {
    id: 'E7-other',
    label: 'Other incidents are kept for 10 years',
    of: 'downgraded',
    years: 10,
    from: 'occurred',
    citation: {
      document: 'KMPT SI policy',
      section: '10',
      note: 'Records of other incidents are kept for 10 years from the date of the incident. That an incident which the panel downgraded or deleted is such a one is our reading.',
      kind: 'part',
      basis: 'policy',
    },
  },
  {
    id: 'E7-concern',
    label: 'Concerns are kept for 10 years after they are closed',
    of: 'concern',
    years: 10,
    from: 'closed',
    citation: {
      document: 'Muster',
      section: 'retention',
      note: 'No source names concerns. We take the time of other incidents, counted from when the concern was closed, since it often has no date of its own.',
      kind: 'choice',
    },
  },
  {
    id: 'E7-meeting',
    label: 'Meetings about a provider are kept for 20 years',
    of: 'meeting',
    years: 20,
    from: 'occurred',
    citation: {
      document: 'Muster',
      section: 'retention',
      note: 'No source names them. We take the time of serious incidents, which they may rest on, counted from when the meeting was held. A meeting of a case goes with its case.',
      kind: 'choice',
    },
  },
]

/** Of somebody who has left the directory: what identifies them besides their name. */
export const leaversKept: NonNullable<PolicySource['leaversKept']> = {
  id: 'E7-leaver',
  label: 'The address and the accounts of somebody who left are kept for 31 days',
  days: 31,
  citation: {
    document: 'Muster',
    section: 'retention',
    note: 'No source names a time. They are needed to take somebody out of rooms and to mark what they were told; a month leaves time for a service that is away. Their name stays in the records, and the history keeps what the directory said.',
    kind: 'choice',
  },
}
