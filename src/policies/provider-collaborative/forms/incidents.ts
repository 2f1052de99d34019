import type { PolicySource } from '../../../core/policy/policy.ts'
import { ours } from './ours.ts'

type Form = PolicySource['forms'][number]

const duty = { document: 'N&Q 2021', kind: 'source', basis: 'policy' } as const

const cadence: Form = {
  id: 'cadence',
  number: null,
  label: 'How often updates are given',
  title: 'How often?',
  heading: ['For this incident alone. You can change it whenever you want.'],
  fields: [
    {
      id: 'every',
      kind: 'choice',
      label: 'How often are updates given?',
      required: true,
      options: [
        { value: '1 workingDays', label: 'Every working day' },
        { value: '2 workingDays', label: 'Every two working days' },
        { value: '7 days', label: 'Every week' },
        { value: '14 days', label: 'Every two weeks' },
        { value: 'none', label: 'As they come', description: 'Nobody is reminded.' },
      ],
    },
  ],
  submit: 'Choose',
  citation: {
    ...ours,
    note: 'The source asks for updates after the teleconference and does not say how often.',
  },
}

const update: Form = {
  id: 'update',
  number: null,
  label: 'Update given',
  title: 'Update given',
  heading: ['Give the update itself by your own route. No patient identifiers here.'],
  fields: [
    { id: 'given', kind: 'moment', label: 'When was it given?', required: true },
    { id: 'what', kind: 'text', label: 'What was told?', required: true },
    {
      id: 'to',
      kind: 'line',
      label: 'To whom?',
      hint: 'The Quality Manager, and who else.',
      required: true,
    },
  ],
  submit: 'Record update',
  citation: {
    ...duty,
    section: 'Lead Provider duty 4',
    note: 'Updates go to the Quality Manager and relevant others. What is asked of each is our choice.',
    kind: 'part',
  },
}

const lapse: Form = {
  id: 'lapse',
  number: null,
  label: 'It is not needed',
  title: 'Not needed',
  heading: ['The reminder says what makes it unneeded. Nothing more is owed then.'],
  fields: [{ id: 'reason', kind: 'text', label: 'Why is it not needed?', required: true }],
  submit: 'Record reason',
  citation: ours,
}

const panelNotYet: Form = {
  id: 'panelNotYet',
  number: null,
  label: 'Not for the panel yet',
  title: 'Not yet',
  fields: [{ id: 'reason', kind: 'text', label: 'Why not yet?', required: true }],
  submit: 'Record reason',
  citation: ours,
}

const recordUpdated: Form = {
  id: 'recordUpdated',
  number: null,
  label: 'StEIS updated',
  title: 'StEIS updated',
  fields: [{ id: 'steisAt', kind: 'moment', label: 'When was StEIS updated?', required: true }],
  submit: 'Record',
  citation: {
    ...duty,
    section: 'Lead Provider duty 6',
    note: 'The incident is closed on StEIS once the panel has agreed. No time is given.',
  },
}

const share: Form = {
  id: 'share',
  number: null,
  label: 'Share with the quality team',
  title: 'Share it',
  heading: [
    'NHSE/I’s quality team is told in private; the thread of the case shows who was reached. No patient identifiers.',
  ],
  fields: [
    {
      id: 'why',
      kind: 'choice',
      label: 'Why is it shared?',
      required: true,
      options: [
        { value: 'Soft intelligence', label: 'Soft intelligence of wider relevance' },
        { value: 'A safeguarding concern', label: 'A safeguarding concern' },
        { value: 'A significant staff shortage', label: 'A significant staff shortage' },
        { value: 'A serious incident', label: 'It may become a serious incident' },
        { value: 'Another adverse incident', label: 'Another adverse incident' },
      ],
    },
    { id: 'words', kind: 'text', label: 'What are they told?', required: true },
  ],
  submit: 'Share',
  citation: {
    ...duty,
    section: 'Footnote 1',
    note: 'Exceptional issues are serious incidents, safeguarding concerns and other adverse incidents such as significant staff shortages; the list is not exhaustive. No time is given.',
  },
}

/** Of serious incidents beyond their clocks. */
export const ofIncidents: PolicySource['forms'] = [
  cadence,
  update,
  lapse,
  panelNotYet,
  recordUpdated,
  share,
]
