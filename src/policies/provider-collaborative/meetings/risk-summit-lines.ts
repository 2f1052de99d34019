import type { PolicySource } from '../../../core/policy/policy.ts'

type Line = PolicySource['meetings'][number]['lines'][number]

const listed = {
  document: 'QSIF 2020',
  section: 'Appendix 1, Risk Summit',
  note: 'One of the nine lines of the membership.',
  kind: 'source',
} as const

/** The nine lines of the framework’s list, in its order, with the posts inside each. */
export const riskSummitLines: Line[] = [
  {
    id: 'nhse-region',
    label: 'NHSE/I regional team',
    seats: [
      {
        id: 'regional-director',
        label: 'NHSE/I regional team: director',
        post: { role: 'regional-director', of: 'lead-quality-team' },
        required: true,
      },
      {
        id: 'regional-medical-director',
        label: 'NHSE/I regional team: medical director',
        post: { role: 'medical-director', of: 'lead-quality-team' },
        required: true,
      },
      {
        id: 'regional-nurse-director',
        label: 'NHSE/I regional team: nurse director',
        post: { role: 'nurse-director', of: 'lead-quality-team' },
        required: true,
      },
    ],
    citation: {
      ...listed,
      note: 'The regional or local team with its director, medical director and nurse director.',
    },
  },
  {
    id: 'cqc',
    label: 'Care Quality Commission',
    seats: [
      {
        id: 'cqc-inspector',
        label: 'Care Quality Commission',
        post: { role: 'inspector', of: 'cqc' },
        required: true,
      },
    ],
    citation: {
      ...listed,
      note: 'Named without a post: the inspector is our choice.',
      kind: 'part',
    },
  },
  {
    id: 'icb',
    label: 'Integrated care board (the framework’s list says CCG)',
    seats: [
      {
        id: 'icb-accountable-officer',
        label: 'ICB: accountable officer or chief nurse',
        post: { role: 'accountable-officer', of: 'icb' },
        required: true,
      },
      {
        id: 'icb-nominated-director',
        label: 'ICB: nominated director',
        post: { role: 'nominated-director', of: 'icb' },
        required: true,
      },
    ],
    citation: {
      ...listed,
      note: 'The relevant CCG, now the ICB: its accountable officer or chief nurse, and a nominated director.',
    },
  },
  {
    id: 'local-authority',
    label: 'Local authority',
    condition: 'jointlyCommissioned',
    seats: [
      {
        id: 'local-authority-safeguarding',
        label: 'Local authority: adult safeguarding lead',
        post: { role: 'safeguarding-adult-lead', of: 'local-authority' },
        required: true,
      },
    ],
    citation: {
      ...listed,
      note: 'For jointly commissioned services. Named without a post: the adult safeguarding lead is our choice.',
      kind: 'part',
    },
  },
  {
    id: 'provider',
    label: 'Provider of concern',
    seats: [
      {
        id: 'provider-chief-executive',
        label: 'Provider: chief executive',
        post: { role: 'chief-executive', of: 'provider' },
        required: true,
      },
      {
        id: 'provider-board-representative',
        label: 'Provider: board representative',
        post: { role: 'board-representative', of: 'provider' },
        required: true,
        many: 3,
      },
    ],
    citation: {
      ...listed,
      note: 'The chief executive and any representatives of the board: how many is left open, up to three is our choice.',
      kind: 'part',
    },
  },
  {
    id: 'gmc',
    label: 'General Medical Council',
    seats: [
      {
        id: 'gmc-adviser',
        label: 'General Medical Council',
        post: { role: 'adviser', of: 'gmc' },
        required: true,
      },
    ],
    citation: { ...listed, note: 'Named without a post: the adviser is our choice.', kind: 'part' },
  },
  {
    id: 'nmc',
    label: 'Nursing and Midwifery Council',
    seats: [
      {
        id: 'nmc-adviser',
        label: 'Nursing and Midwifery Council',
        post: { role: 'adviser', of: 'nmc' },
        required: true,
      },
    ],
    citation: { ...listed, note: 'Named without a post: the adviser is our choice.', kind: 'part' },
  },
  {
    id: 'hee',
    label: 'Health Education England',
    seats: [
      {
        id: 'hee-adviser',
        label: 'Health Education England',
        post: { role: 'adviser', of: 'hee' },
        required: true,
      },
    ],
    citation: {
      ...listed,
      note: 'Named without a post: the adviser is our choice. This body has since become part of NHS England.',
      kind: 'part',
    },
  },
  {
    id: 'secretariat',
    label: 'Secretariat',
    seats: [
      {
        id: 'secretariat',
        label: 'Secretariat: senior manager of the chair’s organisation',
        post: { role: 'secretariat', of: 'lead-quality-team' },
        required: true,
      },
    ],
    citation: { ...listed, note: 'A senior manager of the organisation that chairs.' },
  },
]
