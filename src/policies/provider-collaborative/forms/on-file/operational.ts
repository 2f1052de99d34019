import { NO_DIRECTION, NO_PATIENTS } from '../meeting-fields.ts'
import { brief, type Field, type Form, ours, reason, text } from './fields.ts'

const duty = { document: 'N&Q 2021', section: 'Lead Provider duty 2', kind: 'source' } as const

const partners = [
  { value: 'quality-manager', label: 'NHSE/I Quality Manager' },
  { value: 'service-region', label: 'NHSE/I Quality Manager of the service’s region' },
  { value: 'lead-provider', label: 'Lead Provider: quality lead' },
  { value: 'provider', label: 'The provider’s chief executive' },
  { value: 'icb', label: 'ICB: commissioner' },
  { value: 'placing', label: 'Placing commissioners' },
  { value: 'local-authority', label: 'Local authority: commissioner' },
  { value: 'cqc', label: 'CQC inspector' },
]

const asked: readonly Field[] = [
  {
    id: 'partners',
    kind: 'many',
    label: 'Who is asked?',
    hint: 'Each is told in private what is written here',
    options: partners,
    required: true,
  },
  text('asked', 'What is asked of them?'),
  {
    id: 'answerBy',
    kind: 'moment',
    label: 'Answer wanted by',
    notFuture: false,
    toCome: true,
    atMost: 366,
    required: true,
  },
]

export const operationalRaised: Form = {
  id: 'operationalRaised',
  number: 17,
  label: 'Operational issue, escalated',
  title: 'Operational issue',
  heading: [
    NO_PATIENTS,
    'For what needs the support of the system. Is anybody in danger, or is it a serious incident? Then raise that first.',
    NO_DIRECTION,
  ],
  fields: [
    {
      id: 'type',
      kind: 'choice',
      label: 'What kind of issue is it?',
      options: [
        { value: 'staffing', label: 'Significant staff shortage' },
        { value: 'capacity', label: 'Beds, admissions or discharges' },
        { value: 'building', label: 'Building, equipment or utilities' },
        { value: 'adverse', label: 'Another adverse event' },
        { value: 'pathway', label: 'Pathway between services' },
        { value: 'other', label: 'Something else exceptional' },
      ],
      required: true,
    },
    text('what', 'What is it?', true, 'Begin with it in a few words.'),
    { id: 'since', kind: 'moment', label: 'Since when?', required: true },
    brief('capacity', 'What is affected: beds, wards, staff on a shift?'),
    text('tried', 'What has been tried?'),
    ...asked,
  ],
  submit: 'Escalate',
  citation: {
    ...duty,
    note: 'What, since when, what has been tried, what is asked of whom. No time is given to answer: it is asked for each time.',
  },
}

export const operationalAsked: Form = {
  id: 'operationalAsked',
  number: 17,
  label: 'Operational issue: asked again',
  title: 'Ask again, or others',
  heading: [NO_PATIENTS, NO_DIRECTION],
  fields: [...asked],
  submit: 'Ask them',
  citation: { ...ours, note: 'Each is told again in private.' },
}

export const operationalAnswered: Form = {
  id: 'operationalAnswered',
  number: 17,
  label: 'Operational issue: a partner’s answer',
  title: 'Answer of a partner',
  heading: [
    NO_PATIENTS,
    'Your own, or the answer of a partner who does not see this. Say then how you have it.',
  ],
  fields: [
    {
      id: 'partner',
      kind: 'choice',
      label: 'Whose answer is it?',
      options: partners,
      required: true,
    },
    {
      id: 'help',
      kind: 'choice',
      label: 'Can they help?',
      options: [
        { value: 'yes', label: 'Yes' },
        { value: 'partly', label: 'In part' },
        { value: 'no', label: 'No' },
      ],
      required: true,
    },
    text('words', 'What do they say they do, and by when?'),
    { id: 'how', kind: 'line', label: 'If it is not your own: how and when did you have it?' },
  ],
  submit: 'Put on file',
  citation: { ...ours, note: 'Who answered for whom is kept.' },
}

export const operationalChanged: Form = {
  id: 'operationalChanged',
  number: 17,
  label: 'Operational issue: what has changed',
  title: 'What has changed',
  heading: [NO_PATIENTS],
  fields: [text('changed', 'What has changed?'), brief('capacity', 'What is affected now?')],
  submit: 'Put on file',
  citation: { ...ours, note: 'Better or worse.' },
}

export const operationalResolved: Form = {
  id: 'operationalResolved',
  number: 17,
  label: 'Operational issue: resolved',
  title: 'It is resolved',
  heading: [NO_PATIENTS],
  fields: [
    text('resolved', 'What resolved it?'),
    text('learned', 'What was learned from it?', false),
  ],
  submit: 'It is resolved',
  citation: { ...ours, note: 'With what resolved it.' },
}

export const operationalStoodDown: Form = {
  id: 'operationalStoodDown',
  number: 17,
  label: 'Operational issue: stood down',
  title: 'Stand it down',
  heading: [NO_PATIENTS],
  fields: [reason],
  submit: 'Stand it down',
  citation: { ...ours, note: 'With a reason.' },
}
