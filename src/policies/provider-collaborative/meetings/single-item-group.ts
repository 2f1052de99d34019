import type { PolicySource } from '../../../core/policy/policy.ts'
import { assuranceLeadsTo, decidesWith } from './assurance.ts'
import { commissionersIfAsked, providerIfAsked } from './lines.ts'
import { surveillanceGroupLines } from './surveillance-group-lines.ts'

/** M10: the group about one matter alone. */
export const singleItemGroup: PolicySource['meetings'][number] = {
  id: 'M10',
  label: 'Single-item surveillance group',
  about: 'either',
  room: 'room',
  mayCall: [
    { role: 'quality-manager', of: 'lead-quality-team' },
    { role: 'regional-director', of: 'lead-quality-team' },
  ],
  chair: { role: 'regional-director', of: 'lead-quality-team' },
  lines: [...surveillanceGroupLines, providerIfAsked, commissionersIfAsked],
  record: 'singleItemRecord',
  leadsTo: assuranceLeadsTo,
  decidesWith,
  citation: {
    document: 'QSIF 2020',
    section: '5.2.3 a',
    note: 'One of the ways on from enhanced, led by NHSE/I. Where assurance is gained the provider steps down to routine. Silent on members and a quorum: those of the ordinary group are our choice.',
    kind: 'part',
  },
}
