import type { PolicySource } from '../../../core/policy/policy.ts'
import { riskGates } from './gates.ts'
import { commissioners, cqc, icb, leadProvider, localAuthority, provider, region } from './lines.ts'

/** Named in one sentence beside the risk summit, and nowhere described. */
export const rapidResponse: PolicySource['meetings'][number] = {
  id: 'RRR',
  label: 'Rapid response review',
  about: 'either',
  room: 'room',
  mayCall: [
    { role: 'quality-lead', of: 'lead-provider' },
    { role: 'quality-manager', of: 'lead-quality-team' },
    { role: 'commissioner', of: 'host-commissioner' },
  ],
  chair: { role: 'nurse-director', of: 'lead-quality-team' },
  lines: [region, leadProvider, provider, icb, cqc, localAuthority, commissioners],
  record: 'rapidResponseRecord',
  gates: riskGates,
  entersLevel: { level: 'ENHANCED', transition: 'G13' },
  citation: {
    document: 'QSIF 2020',
    section: 'Appendix 2',
    note: 'May be called at any point if patient safety concerns require urgent action. Nothing more is said of it: who calls, chairs and comes, and that the provider is in enhanced from the call, are our choice. No time and no quorum are made up.',
    kind: 'part',
  },
}
