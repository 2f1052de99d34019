import type { PolicySource } from '../../../core/policy/policy.ts'
import { serviceRegion } from './service-region.ts'

type Telling = NonNullable<PolicySource['tellings']>[number]

const duties = {
  document: 'N&Q 2021',
  section: 'Lead Provider duties 3 and 4',
  kind: 'source',
  basis: 'policy',
} as const

/** D9: soft intelligence, and exceptional issues that are no serious incidents. */
export const softIntelligence: Telling = {
  id: 'D9',
  label: 'Shared with the quality team',
  when: 'asked',
  mayTell: [{ role: 'quality-lead', of: 'lead-provider' }],
  whom: [
    {
      id: 'region',
      label: 'NHSE/I Quality Manager',
      post: { role: 'quality-manager', of: 'lead-quality-team' },
      citation: {
        ...duties,
        note: 'NHSE/I Nursing & Quality is informed; the Quality Manager is our choice.',
        kind: 'part',
      },
    },
    serviceRegion,
  ],
  citation: {
    ...duties,
    note: 'Soft intelligence of wider relevance is shared proactively, and NHSE/I is informed of exceptional issues. No time is given and we make none up. Who may share it is our choice.',
    kind: 'part',
  },
}
