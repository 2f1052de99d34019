import type { PolicySource } from '../../../core/policy/policy.ts'
import { decidesWith } from './assurance.ts'
import { profileGates } from './gates.ts'
import { surveillanceGroupLines } from './surveillance-group-lines.ts'

/** M2: the group in its ordinary course. */
export const surveillanceGroup: PolicySource['meetings'][number] = {
  id: 'M2',
  label: 'Quality surveillance group',
  about: 'either',
  room: 'room',
  mayCall: [
    { role: 'quality-manager', of: 'lead-quality-team' },
    { role: 'regional-director', of: 'lead-quality-team' },
  ],
  chair: { role: 'regional-director', of: 'lead-quality-team' },
  lines: surveillanceGroupLines,
  record: 'surveillanceGroupRecord',
  gates: profileGates,
  leadsTo: [
    { field: 'outcome', is: 'hold', transition: 'G9' },
    { field: 'outcome', is: 'sustained', transition: 'G10' },
    { field: 'outcome', is: 'embedded', transition: 'G12' },
  ],
  decidesWith,
  citation: {
    document: 'QSIF 2020',
    section: 'Appendix 1, Quality Surveillance Group',
    note: 'Brings the parts of the system together to share information; after a quality risk profile it is here that the three-month hold begins and ends. Silent on who calls and chairs it and on a quorum: the region is our choice.',
    kind: 'part',
  },
}
