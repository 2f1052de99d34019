import type { PolicySource } from '../../../core/policy/policy.ts'
import {
  adultSafeguarding,
  chiefNurse,
  inspector,
  qualityLead,
  qualityManager,
  regionalDirector,
  workforce,
} from './seats.ts'

type Line = PolicySource['meetings'][number]['lines'][number]

const named = {
  document: 'QSIF 2020',
  section: 'Appendix 1, QRP',
  note: 'Named where the quality risk profile is agreed. Which of its people is our choice.',
  kind: 'part',
} as const

/** The bodies that the framework names of a quality surveillance group; it has no full list. */
export const surveillanceGroupLines: Line[] = [
  {
    id: 'nhse-region',
    label: 'NHSE/I regional team',
    seats: [regionalDirector, qualityManager],
    citation: named,
  },
  {
    id: 'icb',
    label: 'Integrated care board (the framework’s list says CCG)',
    seats: [chiefNurse],
    citation: named,
  },
  { id: 'cqc', label: 'Care Quality Commission', seats: [inspector], citation: named },
  { id: 'local-authority', label: 'Local authority', seats: [adultSafeguarding], citation: named },
  { id: 'hee', label: 'Health Education England', seats: [workforce], citation: named },
  {
    id: 'lead-provider',
    label: 'Provider collaborative',
    seats: [qualityLead],
    citation: {
      document: 'N&Q 2021',
      section: 'Lead Provider duty 9',
      note: 'Collaboratives have a seat at quality surveillance groups. That the Lead Provider’s quality lead takes it is our choice.',
      kind: 'part',
      basis: 'policy',
    },
  },
]
