import type { PolicySource } from '../../core/policy/policy.ts'

/** How long closed cases are kept before an administrator may remove them. */
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
      kind: 'source',
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
]
