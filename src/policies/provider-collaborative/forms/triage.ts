import type { PolicySource } from '../../../core/policy/policy.ts'
import { yesNo } from './options.ts'

type Form = PolicySource['forms'][number]

const ours = {
  document: 'Muster',
  section: 'forms',
  note: 'A question of our own: no source has a form for it.',
  kind: 'choice',
} as const

export const triage: Form = {
  id: 'triage',
  number: 15,
  label: 'Triage',
  title: 'Triage',
  heading: ['Tick what you have evidence of. The checklist recommends; you decide.'],
  fields: [
    {
      id: 'triggers',
      kind: 'many',
      label: 'Which of these are present?',
      from: 'triggers',
      each: ['evidence', 'direction'],
    },
    {
      id: 'consequence',
      kind: 'choice',
      label: 'How bad would it be?',
      required: true,
      from: 'consequence',
    },
    {
      id: 'likelihood',
      kind: 'choice',
      label: 'How likely is it?',
      required: true,
      from: 'likelihood',
    },
    {
      id: 'urgent',
      kind: 'choice',
      label: 'Does anything need action today?',
      options: yesNo,
      required: true,
    },
    {
      id: 'safeguardingRoute',
      kind: 'choice',
      label: 'Does it need the safeguarding route?',
      options: yesNo,
    },
  ],
  submit: 'See recommendation',
  citation: {
    document: 'QSIF 2020',
    section: '5.2.1; 5.3.4',
    note: 'The framework’s thirteen examples and the host commissioner’s seven. Evidence, direction and the risk score are our choice.',
    kind: 'source',
  },
}

export const otherwise: Form = {
  id: 'otherwise',
  number: null,
  label: 'Choose otherwise',
  title: 'Choose otherwise',
  fields: [
    {
      id: 'level',
      kind: 'choice',
      label: 'What do you decide?',
      required: true,
      options: [
        { value: 'routine', label: 'Stay on routine' },
        { value: 'enhanced', label: 'Enhanced, review pending' },
      ],
    },
    { id: 'reason', kind: 'text', label: 'Why?', required: true },
  ],
  submit: 'Decide',
  citation: ours,
}

export const notUrgent: Form = {
  id: 'notUrgent',
  number: null,
  label: 'No risk summit now',
  title: 'No risk summit now',
  fields: [{ id: 'reason', kind: 'text', label: 'Why is none needed now?', required: true }],
  submit: 'No risk summit now',
  citation: ours,
}

export const surveillance: Form = {
  id: 'surveillance',
  number: 12,
  label: 'Surveillance decision',
  title: 'Surveillance decision',
  fields: [
    {
      id: 'to',
      kind: 'choice',
      label: 'Which level from now on?',
      required: true,
      options: [
        { value: 'ROUTINE', label: 'Routine' },
        { value: 'ENHANCED_PENDING_REVIEW', label: 'Enhanced, review pending' },
        { value: 'ENHANCED', label: 'Enhanced' },
        { value: 'ENHANCED_ASSURANCE_HOLD', label: 'Enhanced, three-month hold' },
      ],
    },
    {
      id: 'transition',
      kind: 'choice',
      label: 'On what ground?',
      options: [
        { value: 'G1', label: 'Persistent or growing concerns' },
        { value: 'G2', label: 'A trigger' },
        { value: 'G3', label: 'Escalated to the governing body' },
        { value: 'G4', label: 'Quality review meeting: the risk is acceptable' },
        { value: 'G5', label: 'Quality review meeting: continue in enhanced' },
        { value: 'G8', label: 'Assurance at a call, single-item group or risk summit' },
        { value: 'G9', label: 'Assurance at the quality risk profile: three-month hold' },
        { value: 'G10', label: 'Three months over, the improvement has lasted' },
        { value: 'G11', label: 'New or worse concern during the hold' },
        { value: 'G12', label: 'Improvement plan embedded' },
        { value: 'G13', label: 'Urgent action for patient safety' },
      ],
    },
    { id: 'evidence', kind: 'text', label: 'What is the evidence?' },
    { id: 'forum', kind: 'line', label: 'Which meeting decided?' },
    { id: 'reason', kind: 'text', label: 'Why?', required: true },
    { id: 'conflicts', kind: 'text', label: 'Conflicts of interest declared' },
  ],
  submit: 'Record decision',
  citation: {
    document: 'QSIF 2020',
    section: '3.0; 5.2',
    note: 'A trail of actions and of the reasons for decisions is an aim of the framework; the fields are our choice.',
    kind: 'source',
  },
}
