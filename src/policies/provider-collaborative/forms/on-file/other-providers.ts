import { NO_PATIENTS } from '../meeting-fields.ts'
import { domains, sources, yesNo } from '../options.ts'
import { day, type Field, type Form, ours, reason, text } from './fields.ts'

const homes = { document: 'QSIF 2020', section: '5.3.1', kind: 'source' } as const
const premiumOf = { document: 'QSIF 2020', section: '4.2', kind: 'source' } as const

const nextOn = day('nextOn', 'When is the next local meeting?', false)

export const intelligenceNoted: Form = {
  id: 'intelligenceNoted',
  number: null,
  label: 'Intelligence',
  title: 'Intelligence',
  heading: [NO_PATIENTS, 'The provider does not read this. What needs somebody now is a concern.'],
  fields: [
    text('theme', 'What is it about?', true, 'In a few words.'),
    { id: 'domain', kind: 'choice', label: 'Which domain?', options: domains, required: true },
    { id: 'source', kind: 'choice', label: 'Where from?', options: sources, required: true },
    text('heard', 'What was heard or seen?'),
    nextOn,
  ],
  submit: 'Put on file',
  citation: { ...homes, note: 'By care home; soft intelligence counts.' },
}

export const intelligenceUpdated: Form = {
  id: 'intelligenceUpdated',
  number: null,
  label: 'Intelligence, updated',
  title: 'Update',
  heading: [NO_PATIENTS],
  fields: [text('heard', 'What did the meeting add?'), nextOn],
  submit: 'Put on file',
  citation: { ...homes, note: 'Updated after each local meeting.' },
}

export const intelligenceClosed: Form = {
  id: 'intelligenceClosed',
  number: null,
  label: 'Intelligence, closed',
  title: 'Nothing more to follow',
  heading: [NO_PATIENTS],
  fields: [reason],
  submit: 'Close it',
  citation: { ...ours, note: 'With a reason.' },
}

function asked(id: string, label: string): Field {
  return { id, kind: 'choice', label, options: yesNo, required: true }
}

export const premiumChecked: Form = {
  id: 'premiumChecked',
  number: null,
  label: 'Quality premium gateway',
  title: 'Quality premium gateway',
  heading: [
    NO_PATIENTS,
    'As printed for 2017–19. NHSE decides on payment; this keeps what you found. D27 reminds of the end of the year, once it is begun with “/muster duties”.',
  ],
  fields: [
    text('failure', 'What is the serious quality failure?', true, 'In a few words.'),
    asked('cqc', 'Is a local provider subject to enforcement by CQC?'),
    asked('flagged', 'Or flagged as a quality compliance risk, with licence requirements?'),
    asked('enforced', 'Or subject to enforcement because of a quality risk?'),
    asked('response', 'Is the commissioner judged not to respond rightly, with its partners?'),
    text('evidence', 'On what evidence?'),
  ],
  submit: 'Put on file',
  citation: { ...premiumOf, note: 'Two of NHSE’s three conditions; “or” and “and” as printed.' },
}

export const premiumYearEnd: Form = {
  id: 'premiumYearEnd',
  number: null,
  label: 'Quality premium: end of the year',
  title: 'End of the year',
  heading: [NO_PATIENTS, 'It is the round of D27: nobody need record that besides.'],
  fields: [asked('still', 'Is it still so?'), text('evidence', 'On what evidence?')],
  submit: 'Put on file',
  citation: { ...premiumOf, note: 'Still so at the end-of-year assessment (D27).' },
}
