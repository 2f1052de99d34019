import type { PolicySource } from '../../../core/policy/policy.ts'
import { decidesWith } from './assurance.ts'
import { enhancedGates } from './gates.ts'
import { commissioners, cqc, icb, leadProvider, localAuthority, provider, region } from './lines.ts'

/** M6: whether a provider that was placed in enhanced stays there. */
export const qualityReview: PolicySource['meetings'][number] = {
  id: 'M6',
  label: 'Quality review meeting',
  about: 'either',
  room: 'room',
  mayCall: [
    { role: 'quality-lead', of: 'lead-provider' },
    { role: 'quality-manager', of: 'lead-quality-team' },
    { role: 'commissioner', of: 'host-commissioner' },
  ],
  chair: { role: 'quality-manager', of: 'lead-quality-team' },
  lines: [region, leadProvider, icb, cqc, localAuthority, provider, commissioners],
  record: 'qualityReviewRecord',
  gates: enhancedGates,
  leadsTo: [
    { field: 'outcome', is: 'acceptable', transition: 'G4' },
    { field: 'outcome', is: 'continue', transition: 'G5' },
    { field: 'outcome', is: 'embedded', transition: 'G12' },
  ],
  decidesWith,
  citation: {
    document: 'QSIF 2020',
    section: 'Appendix 1, Enhanced',
    note: 'After it the provider remains within routine or goes on in enhanced. For care homes the local authority may set it up and chair it. Silent on its members, its time and a quorum: they are our choice, and so is the chair, and that the host of a unit may call it.',
    kind: 'part',
  },
}
