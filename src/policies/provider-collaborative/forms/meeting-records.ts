import type { PolicySource } from '../../../core/policy/policy.ts'
import {
  actions,
  assurance,
  attendance,
  conclusion,
  heldAt,
  information,
  NO_DIRECTION,
  NO_PATIENTS,
  present,
} from './meeting-fields.ts'

type Form = PolicySource['forms'][number]

const heading = [`${NO_PATIENTS} ${NO_DIRECTION}`]

/** No form is given for these: agendas, papers, minutes and actions are to be kept. */
const minutes = {
  document: 'QSIF 2020',
  section: '5.2.3 a',
  note: 'Records of papers, minutes and actions are kept for audit. Which questions are asked is our choice.',
  kind: 'part',
} as const

export const intelligenceRecord: Form = {
  id: 'intelligenceRecord',
  number: null,
  label: 'Intelligence-sharing call note',
  title: 'Intelligence call note',
  heading,
  fields: [heldAt, present, attendance, information, conclusion, assurance, actions],
  submit: 'Save call note',
  citation: minutes,
}

export const singleItemRecord: Form = {
  id: 'singleItemRecord',
  number: null,
  label: 'Single-item group record',
  title: 'Single-item record',
  heading,
  fields: [heldAt, present, attendance, information, conclusion, assurance, actions],
  submit: 'Save group record',
  citation: minutes,
}

export const surveillanceGroupRecord: Form = {
  id: 'surveillanceGroupRecord',
  number: null,
  label: 'Quality surveillance group record',
  title: 'Group record',
  heading,
  fields: [
    heldAt,
    present,
    attendance,
    information,
    conclusion,
    {
      id: 'outcome',
      kind: 'choice',
      label: 'What follows for the provider’s level?',
      options: [
        { value: 'none', label: 'Nothing' },
        { value: 'hold', label: 'Assurance at the risk profile: three-month hold' },
        { value: 'sustained', label: 'The three months are over and it has lasted' },
        { value: 'embedded', label: 'The improvement plan is embedded: routine' },
      ],
      initial: 'none',
    },
    actions,
  ],
  submit: 'Save group record',
  citation: {
    ...minutes,
    section: 'Appendix 1, QRP',
    note: 'The group agrees the risk profile, and the three months on enhanced go through it. The other questions are our choice.',
    kind: 'part',
  },
}

export const qualityReviewRecord: Form = {
  id: 'qualityReviewRecord',
  number: null,
  label: 'Quality review record',
  title: 'Quality review record',
  heading,
  fields: [
    heldAt,
    present,
    attendance,
    information,
    conclusion,
    {
      id: 'outcome',
      kind: 'choice',
      label: 'Where does the provider stand after it?',
      required: true,
      options: [
        { value: 'acceptable', label: 'The risk is acceptable: routine' },
        { value: 'continue', label: 'It continues in enhanced' },
        { value: 'embedded', label: 'The improvement plan is embedded: routine' },
        { value: 'open', label: 'Not decided yet' },
      ],
    },
    actions,
  ],
  submit: 'Save review record',
  citation: {
    ...minutes,
    section: 'Appendix 1, Enhanced',
    note: 'The meeting lets the provider remain in routine or keeps it in enhanced. The other questions are our choice.',
    kind: 'part',
  },
}

export const rapidResponseRecord: Form = {
  id: 'rapidResponseRecord',
  number: null,
  label: 'Rapid response review record',
  title: 'Rapid response record',
  heading,
  fields: [
    heldAt,
    { id: 'risk', kind: 'text', label: 'Which risk needs urgent action?' },
    present,
    attendance,
    information,
    conclusion,
    actions,
  ],
  submit: 'Save review record',
  citation: {
    ...minutes,
    section: 'Appendix 2',
    note: 'The review is named and not described: these are the questions of the risk summit.',
    kind: 'choice',
  },
}
