import type { PolicySource } from '../../../core/policy/policy.ts'
import { yesNo } from './options.ts'
import { ours } from './ours.ts'

type Form = PolicySource['forms'][number]

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
    kind: 'part',
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

export const levelOtherwise: Form = {
  id: 'levelOtherwise',
  number: null,
  label: 'Otherwise than recommended',
  title: 'Decide otherwise',
  heading: ['The provider is in enhanced already. Say why you decide otherwise than the tool.'],
  fields: [{ id: 'reason', kind: 'text', label: 'Why?', required: true }],
  submit: 'Decide',
  citation: ours,
}

export const leaveLevel: Form = {
  id: 'leaveLevel',
  number: null,
  label: 'Leave the provider’s level',
  title: 'Leave its level',
  heading: ['Only those on the list of this case read why.'],
  fields: [{ id: 'reason', kind: 'text', label: 'Why does it stay?', required: true }],
  submit: 'Leave it',
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
  heading: [
    'The provider reads all of this in its own room, and whoever is told of the level reads the reason. No patient identifiers.',
  ],
  fields: [
    {
      id: 'transition',
      kind: 'choice',
      label: 'What was decided?',
      hint: 'Only the ways that lead on from its level now.',
      required: true,
      from: 'ways',
    },
    {
      id: 'rests',
      kind: 'choice',
      label: 'What on record does it rest on?',
      hint: 'A case, a meeting or a rating. Name anything else below.',
      from: 'grounds',
    },
    {
      id: 'evidence',
      kind: 'text',
      label: 'What is the evidence?',
      hint: 'A report, figures or a visit, with the date. The list above says which ways need some.',
    },
    { id: 'reason', kind: 'text', label: 'Why?', required: true },
    { id: 'conflicts', kind: 'text', label: 'Conflicts of interest declared' },
  ],
  submit: 'Record decision',
  citation: {
    document: 'QSIF 2020',
    section: '3.0; 5.2',
    note: 'A trail of actions and of the reasons for decisions is an aim of the framework; the fields are our choice.',
    kind: 'part',
  },
}
