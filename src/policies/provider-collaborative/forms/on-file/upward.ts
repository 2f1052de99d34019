import { NO_PATIENTS } from '../meeting-fields.ts'
import { day, type Field, type Form, ours, text } from './fields.ts'

const routes = { document: 'QSIF 2020', section: '5.1.2–5.1.3', kind: 'source' } as const

const nextOn = day('nextOn', 'When does the next body have it?', false)

const received: readonly Field[] = [
  { id: 'receivedOn', kind: 'moment', label: 'When did it have it?', required: true },
  {
    id: 'receivedBy',
    kind: 'line',

    label: 'Who received it there?',
    required: true,
  },
  {
    id: 'decided',
    kind: 'choice',
    label: 'What did it decide?',
    options: [
      { value: 'assured', label: 'It is assured' },
      { value: 'noted', label: 'It took note' },
      { value: 'directed', label: 'It asks for something to be done' },
      { value: 'escalated', label: 'It escalates further' },
    ],
    required: true,
  },
  text('words', 'In its words, with the reason'),
]

export const exceptionRaised: Form = {
  id: 'exceptionRaised',
  number: 19,
  label: 'Exception report',
  title: 'Exception report',
  heading: [NO_PATIENTS, 'The provider reads it once you share it.'],
  fields: [
    text('what', 'What is the exception?', true, 'Begin with it in a few words.'),
    {
      id: 'from',
      kind: 'choice',
      label: 'Where does it come from?',
      options: [
        { value: 'cpqg', label: 'Quality meeting with the provider (CPQG)' },
        { value: 'cqrm', label: 'Clinical quality review meeting' },
        { value: 'safeguarding', label: 'Safeguarding' },
        { value: 'chc', label: 'Continuing healthcare governance' },
        { value: 'primaryCare', label: 'Primary Care Commissioning Committee' },
        { value: 'nq', label: 'NHSE/I Nursing and Quality' },
      ],
      required: true,
    },
    text('why', 'Why is it not settled there?'),
    text('done', 'What was done, and what is asked of the next body?'),
    nextOn,
  ],
  submit: 'Put on file',
  citation: {
    ...routes,
    section: '5.1.2–5.1.3; 5.3.2',
    note: 'The usual routes upward; from continuing healthcare to the Quality Committee, risks included. The questions are our choice.',
    kind: 'part',
  },
}

function hop(id: string, label: string, title: string, more: readonly Field[] = []): Form {
  return {
    id,
    number: 19,
    label: `Exception report: ${label}`,
    title,
    heading: [NO_PATIENTS],
    fields: [...received, ...more],
    submit: 'Put on file',
    citation: {
      ...routes,
      note: 'Who received it and what it decided: the questions are our choice.',
      kind: 'part',
    },
  }
}

export const exceptionBoard: Form = hop(
  'exceptionBoard',
  'the Contract Review Board',
  'Contract Review Board',
  [nextOn],
)
export const exceptionCommittee: Form = hop(
  'exceptionCommittee',
  'the Quality Committee',
  'Quality Committee',
  [nextOn],
)
export const exceptionMdt: Form = hop(
  'exceptionMdt',
  'the place-based multidisciplinary team',
  'Place-based team',
  [nextOn],
)
export const exceptionGoverning: Form = hop(
  'exceptionGoverning',
  'the Governing Body',
  'Governing Body',
)
export const exceptionGroup: Form = hop(
  'exceptionGroup',
  'the quality surveillance group',
  'Surveillance group',
  [nextOn],
)
export const exceptionQuality: Form = hop(
  'exceptionQuality',
  'the Quality Board',
  'Quality Board',
  [nextOn],
)

export const exceptionConsidered: Form = {
  id: 'exceptionConsidered',
  number: 19,
  label: 'Exception report: enhanced was considered',
  title: 'Enhanced considered',
  heading: [
    NO_PATIENTS,
    'This changes no level. If it goes to enhanced, decide on the level (G3).',
  ],
  fields: [
    {
      id: 'outcome',
      kind: 'choice',
      label: 'What came of it?',
      options: [
        { value: 'enhanced', label: 'It goes to enhanced; the level is decided on by itself' },
        { value: 'routine', label: 'It stays on routine' },
        { value: 'already', label: 'It is in enhanced already' },
      ],
      required: true,
    },
    text('reason', 'Why?'),
  ],
  submit: 'Record it',
  citation: { ...routes, note: 'Considered, never automatic (G3).' },
}

export const exceptionShared: Form = {
  id: 'exceptionShared',
  number: 19,
  label: 'Exception report: shared with the provider',
  title: 'Share with the provider',
  heading: [NO_PATIENTS, 'From now on the provider reads the whole report here.'],
  fields: [text('words', 'What is the provider told?')],
  submit: 'Share it',
  citation: { ...ours, note: 'When is for those who report.' },
}

export const exceptionClosed: Form = {
  id: 'exceptionClosed',
  number: 19,
  label: 'Exception report: closed',
  title: 'Close the report',
  heading: [NO_PATIENTS],
  fields: [text('back', 'What came back down, and who was told?')],
  submit: 'Close it',
  citation: { ...routes, note: 'Direction comes back by the same routes.' },
}
