import type { PolicySource } from '../../../core/policy/policy.ts'
import { incidentTypes } from './options.ts'
import { ours } from './ours.ts'

type Form = PolicySource['forms'][number]

const duty = {
  document: 'N&Q 2021',
  section: 'Lead Provider duty 4',
  kind: 'source',
  basis: 'policy',
} as const

export const sitrep: Form = {
  id: 'sitrep',
  number: 3,
  label: 'SitRep',
  title: 'SitRep',
  heading: ['Send the SitRep itself by your own route. No patient identifiers here.'],
  fields: [
    { id: 'sent', kind: 'moment', label: 'When was it sent?', required: true },
    { id: 'issues', kind: 'text', label: 'Key issues' },
    { id: 'actionsLead', kind: 'text', label: 'What the Lead Provider has done' },
    { id: 'actionsProvider', kind: 'text', label: 'What the sub-contractor has done' },
  ],
  submit: 'Record SitRep',
  citation: {
    ...duty,
    note: 'Key issues and the actions of both, in writing and short. The time it was sent is our choice.',
    kind: 'part',
  },
}

export const report72: Form = {
  id: 'report72',
  number: 4,
  label: '72-hour report shared',
  title: '72-hour report',
  heading: [
    'Give a link or a reference; the report itself is not copied here. No patient identifiers.',
  ],
  fields: [
    { id: 'received', kind: 'moment', label: 'When did the Lead Provider receive it?' },
    {
      id: 'shared',
      kind: 'moment',
      label: 'When was it shared with the Quality Manager?',
      required: true,
    },
    {
      id: 'reference',
      kind: 'line',
      label: 'Where is the report kept?',
      hint: 'A link or a file reference.',
      required: true,
    },
    { id: 'type', kind: 'choice', label: 'What kind of incident?', options: incidentTypes },
    { id: 'summary', kind: 'text', label: 'In brief' },
  ],
  submit: 'Record sharing',
  citation: {
    ...duty,
    note: 'A copy is shared with the Quality Manager. Older forms also ask for initials, sex and date of birth: left out.',
  },
}

export const notified: Form = {
  id: 'notified',
  number: null,
  label: 'When it was done',
  title: 'When was it done?',
  fields: [
    { id: 'at', kind: 'moment', label: 'When was it done?', required: true },
    { id: 'reference', kind: 'line', label: 'Reference' },
  ],
  submit: 'Record',
  citation: ours,
}

export const lateReason: Form = {
  id: 'lateReason',
  number: null,
  label: 'Why it is late',
  title: 'Why is it late?',
  fields: [{ id: 'reason', kind: 'text', label: 'Why is it late?', required: true }],
  submit: 'Record reason',
  citation: ours,
}

export const snooze: Form = {
  id: 'snooze',
  number: null,
  label: 'Snooze reminders',
  title: 'Snooze reminders',
  heading: ['This delays reminders only. The clock goes on running.'],
  fields: [
    {
      id: 'hours',
      kind: 'number',
      label: 'For how many hours?',
      required: true,
      min: 1,
      max: 24,
    },
    { id: 'reason', kind: 'line', label: 'Why?', required: true },
  ],
  submit: 'Snooze',
  citation: ours,
}

export const when: Form = {
  id: 'when',
  number: null,
  label: 'When is it due?',
  title: 'When is it due?',
  fields: [
    { id: 'rule', kind: 'choice', label: 'Which rule?', required: true, from: 'clocks' },
    {
      id: 'start',
      kind: 'moment',
      label: 'When does it start?',
      required: true,
      notFuture: false,
    },
  ],
  submit: 'Work it out',
  citation: ours,
}

export const feedback: Form = {
  id: 'feedback',
  number: 14,
  label: 'Enhanced feedback',
  title: 'Enhanced feedback',
  fields: [
    { id: 'given', kind: 'moment', label: 'When was it given?', required: true },
    {
      id: 'to',
      kind: 'choice',
      label: 'To whom?',
      required: true,
      options: [
        { value: 'both', label: 'The quality meeting and the Quality Committee' },
        { value: 'meeting', label: 'The quality meeting alone' },
        { value: 'committee', label: 'The Quality Committee alone' },
      ],
    },
    {
      id: 'whyNot',
      kind: 'line',
      label: 'Why not to the other?',
      required: true,
      says: true,
      when: { field: 'to', is: ['meeting', 'committee'] },
    },
    {
      id: 'which',
      kind: 'line',
      label: 'Which of them, and who else?',
      hint: 'Their names, where there are several.',
    },
    { id: 'summary', kind: 'text', label: 'In brief', required: true },
  ],
  submit: 'Record feedback',
  citation: {
    document: 'QSIF 2020',
    section: '5.1.2',
    note: 'Feedback goes to the relevant quality meeting and to the quality committees. That a reason is asked where one of the two had none is our choice.',
    kind: 'part',
  },
}
