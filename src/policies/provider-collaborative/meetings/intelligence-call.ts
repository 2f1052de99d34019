import type { PolicySource } from '../../../core/policy/policy.ts'
import { assuranceLeadsTo, decidesWith } from './assurance.ts'
import { commissionersIfAsked, icb, leadProvider, providerIfAsked } from './lines.ts'
import { adultSafeguarding, inspector, offered, qualityManager } from './seats.ts'

const calls = {
  document: 'N&Q 2021',
  section: 'Nursing & Quality duty 2',
  kind: 'source',
  basis: 'policy',
} as const

/** M9: what is known is shared before more is decided. */
export const intelligenceCall: PolicySource['meetings'][number] = {
  id: 'M9',
  label: 'Intelligence-sharing call',
  about: 'either',
  room: 'room',
  mayCall: [
    { role: 'quality-manager', of: 'lead-quality-team' },
    { role: 'regional-director', of: 'lead-quality-team' },
  ],
  chair: { role: 'quality-manager', of: 'lead-quality-team' },
  lines: [
    {
      id: 'nhse-region',
      label: 'NHSE/I regional team',
      seats: [qualityManager],
      citation: {
        ...calls,
        note: 'Nursing & Quality leads it: the Quality Manager is our choice.',
        kind: 'part',
      },
    },
    {
      id: 'cqc',
      label: 'Care Quality Commission',
      seats: [inspector],
      citation: { ...calls, note: 'Named; the inspector is our choice.', kind: 'part' },
    },
    leadProvider,
    icb,
    {
      id: 'relevant-others',
      label: 'Relevant others',
      seats: [offered(adultSafeguarding)],
      citation: {
        document: 'Muster',
        section: 'meetings',
        note: 'The source says relevant others and does not say who: the local authority is offered.',
        kind: 'choice',
      },
    },
    providerIfAsked,
    commissionersIfAsked,
  ],
  record: 'intelligenceRecord',
  leadsTo: assuranceLeadsTo,
  decidesWith,
  citation: {
    document: 'QSIF 2020',
    section: '5.2.3 a',
    note: 'The first way on from enhanced, led by NHSE/I; another paper has such calls monthly. Where assurance is gained the provider steps down to routine. Silent on a quorum.',
    kind: 'source',
  },
}
