import type { PolicySource } from '../../../core/policy/policy.ts'
import { ours } from './ours.ts'

type Form = PolicySource['forms'][number]

const reason = { id: 'reason', kind: 'text', required: true } as const

const beginDuty: Form = {
  id: 'beginDuty',
  number: null,
  label: 'Begin a recurring duty',
  title: 'Begin a duty',
  heading: ['Nothing of it runs until somebody begins it. It can be stopped again.'],
  fields: [
    { id: 'duty', kind: 'choice', label: 'Which duty?', required: true, from: 'duties' },
    {
      id: 'from',
      kind: 'moment',
      label: 'From when is the first one counted?',
      hint: 'When it was done last, or when it was agreed. The first is due one interval later.',
      required: true,
      notFuture: false,
    },
    {
      id: 'months',
      kind: 'number',
      label: 'Every how many months?',
      hint: 'As agreed, or as the contract says.',
      when: { field: 'duty', is: ['D13', 'D13b', 'D21', 'D22', 'D23a'] },
      // What is accepted the duty says, with its rule.
      min: 0,
      max: 999,
    },
    {
      id: 'days',
      kind: 'number',
      label: 'Every how many days?',
      hint: 'As agreed in the team.',
      when: { field: 'duty', is: ['D25'] },
      min: 0,
      max: 999,
    },
  ],
  submit: 'Begin it',
  citation: ours,
}

const stopDuty: Form = {
  id: 'stopDuty',
  number: null,
  label: 'Stop a recurring duty',
  title: 'Stop the duty',
  heading: ['Nobody is reminded of it any more. What was done, and why it stops, stays on record.'],
  fields: [{ ...reason, label: 'Why does it stop?' }],
  submit: 'Stop it',
  citation: ours,
}

const dutyInterval: Form = {
  id: 'dutyInterval',
  number: null,
  label: 'Change how often',
  title: 'Change how often',
  heading: ['What you choose is kept until somebody changes it again.'],
  fields: [
    { id: 'amount', kind: 'number', label: 'Every how many?', required: true, min: 0, max: 999 },
    {
      id: 'unit',
      kind: 'choice',
      label: 'Of what?',
      required: true,
      options: [
        { value: 'months', label: 'Months' },
        { value: 'weeks', label: 'Weeks' },
        { value: 'days', label: 'Days' },
      ],
      initial: 'months',
    },
    { ...reason, label: 'Why?' },
  ],
  submit: 'Change it',
  citation: ours,
}

const dutyStays: Form = {
  id: 'dutyStays',
  number: null,
  label: 'It stays as it is',
  title: 'It stays as it is',
  fields: [{ ...reason, label: 'Why is it not stepped up?' }],
  submit: 'It stays',
  citation: ours,
}

const dutyMissed: Form = {
  id: 'dutyMissed',
  number: null,
  label: 'Why it was not held',
  title: 'Why it was not held',
  heading: ['It is kept and counted. The next round begins. No patient identifiers.'],
  fields: [{ ...reason, label: 'Why was it not held?' }],
  submit: 'Record why',
  citation: {
    document: 'QSIF 2020',
    section: '5.1.2',
    note: 'A meeting that is not held in time must be formally documented.',
    kind: 'source',
  },
}

const cycleDone: Form = {
  id: 'cycleDone',
  number: null,
  label: 'Done this time',
  title: 'Done this time',
  fields: [
    { id: 'given', kind: 'moment', label: 'When was it done?', required: true },
    { id: 'to', kind: 'line', label: 'With whom, or for whom?' },
    { id: 'summary', kind: 'text', label: 'In brief', required: true },
  ],
  submit: 'Record',
  citation: ours,
}

const boardReport: Form = {
  id: 'boardReport',
  number: null,
  label: 'Board report given',
  title: 'Board report given',
  heading: [
    'Minutes and reports of clinical governance groups are not sufficient: it must be a report to the Board on quality and safeguarding.',
  ],
  fields: [
    { id: 'given', kind: 'moment', label: 'When was it given?', required: true },
    {
      id: 'to',
      kind: 'line',
      label: 'Where is the report kept?',
      hint: 'A link or a file reference.',
      required: true,
    },
    { id: 'summary', kind: 'text', label: 'In brief' },
  ],
  submit: 'Record report',
  citation: {
    document: 'N&Q 2021',
    section: 'Nursing & Quality 1, footnote 4',
    note: 'Minutes or reports of clinical governance groups are not sufficient. What else is asked is our choice.',
    kind: 'part',
  },
}

const meetingHeld: Form = {
  id: 'meetingHeld',
  number: null,
  label: 'Meeting held',
  title: 'Meeting held',
  fields: [
    { id: 'given', kind: 'moment', label: 'When was it held?', required: true },
    {
      id: 'to',
      kind: 'line',
      label: 'Where are its minutes, or its log of actions?',
      hint: 'A link or a file reference.',
      required: true,
    },
    { id: 'summary', kind: 'text', label: 'In brief' },
    {
      id: 'late',
      kind: 'text',
      label: 'If it was held after its time: why?',
    },
  ],
  submit: 'Record meeting',
  citation: {
    document: 'QSIF 2020',
    section: '5.1.2',
    note: 'Minutes or a log of actions are required, and a meeting that is not held in time must be documented.',
    kind: 'source',
  },
}

/** To begin, change and stop recurring duties, and to say what became of a round. */
export const dutyForms: readonly Form[] = [
  beginDuty,
  stopDuty,
  dutyInterval,
  dutyStays,
  dutyMissed,
  cycleDone,
  boardReport,
  meetingHeld,
]
