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
import { yesNo } from './options.ts'
import { ours } from './ours.ts'

type Form = PolicySource['forms'][number]

export const convene: Form = {
  id: 'convene',
  number: null,
  label: 'Call a meeting',
  title: 'Call a meeting',
  fields: [
    {
      id: 'meeting',
      kind: 'choice',
      label: 'Which meeting?',
      required: true,
      from: 'meetings',
    },
    { id: 'seats', kind: 'many', label: 'Who is called?', from: 'seats' },
    {
      id: 'startsAt',
      kind: 'moment',
      label: 'When does it start?',
      hint: 'Leave it empty to start now.',
      notFuture: false,
    },
    { id: 'why', kind: 'text', label: 'Why is it called?', required: true },
    {
      id: 'urgent',
      kind: 'choice',
      label: 'Is it urgent?',
      options: yesNo,
      initial: 'no',
    },
    {
      id: 'agenda',
      kind: 'text',
      label: 'Agenda',
      hint: 'One line each.',
      max: 2000,
    },
    {
      id: 'papers',
      kind: 'text',
      label: 'Papers (links)',
      hint: 'One line each, with a link that begins with https://.',
      max: 2000,
    },
  ],
  submit: 'See who is called',
  citation: ours,
}

export const apologies: Form = {
  id: 'apologies',
  number: null,
  label: 'Cannot come',
  title: 'Cannot come',
  fields: [{ id: 'reason', kind: 'line', label: 'Reason, if you wish to give one' }],
  submit: 'Send apologies',
  citation: ours,
}

export const deputy: Form = {
  id: 'deputy',
  number: null,
  label: 'Send a deputy',
  title: 'Send a deputy',
  fields: [
    { id: 'person', kind: 'choice', label: 'Who goes for you?', required: true, from: 'people' },
  ],
  submit: 'Send deputy',
  citation: ours,
}

export const bringIn: Form = {
  id: 'bringIn',
  number: null,
  label: 'Bring somebody in',
  title: 'Bring somebody in',
  heading: ['They get the room and the brief, and are called like everybody else.'],
  fields: [
    { id: 'person', kind: 'choice', label: 'Who?', required: true, from: 'outsiders' },
    {
      id: 'why',
      kind: 'line',
      label: 'Why?',
      hint: 'They and everybody in the meeting read it.',
      required: true,
    },
  ],
  submit: 'Bring them in',
  citation: ours,
}

export const callOff: Form = {
  id: 'callOff',
  number: null,
  label: 'Call it off',
  title: 'Call the meeting off',
  heading: [
    'It is over without a record, and counts as held for nothing. Everybody who was called is told. No patient identifiers.',
  ],
  fields: [
    {
      id: 'reason',
      kind: 'line',
      label: 'Why?',
      hint: 'Everybody who was called reads it.',
      required: true,
    },
  ],
  submit: 'Call it off',
  citation: ours,
}

export const takeOut: Form = {
  id: 'takeOut',
  number: null,
  label: 'Withdraw somebody',
  title: 'Withdraw somebody',
  fields: [
    { id: 'person', kind: 'choice', label: 'Who?', required: true, from: 'insiders' },
    { id: 'reason', kind: 'line', label: 'Why?', required: true },
  ],
  submit: 'Take them out',
  citation: ours,
}

export const standIn: Form = {
  id: 'standIn',
  number: null,
  label: 'Stand in for a seat',
  title: 'Stand in',
  fields: [
    { id: 'seat', kind: 'choice', label: 'For which seat?', required: true, from: 'seats' },
    { id: 'person', kind: 'choice', label: 'Who stands in?', required: true, from: 'standIns' },
  ],
  submit: 'Stand in',
  citation: ours,
}

export const tell: Form = {
  id: 'tell',
  number: null,
  label: 'Have people told',
  title: 'Have people told',
  heading: ['Each of them reads it in private. No patient identifiers, and no names.'],
  fields: [
    { id: 'telling', kind: 'choice', label: 'Who is told?', required: true, from: 'tellings' },
    { id: 'words', kind: 'text', label: 'What are they told?', required: true },
  ],
  submit: 'Tell them',
  citation: ours,
}

export const recordTold: Form = {
  id: 'recordTold',
  number: null,
  label: 'Record that somebody was told',
  title: 'Told otherwise',
  heading: ['That you told somebody outside Muster. It is kept as proof, with your name.'],
  fields: [
    { id: 'post', kind: 'choice', label: 'For which post?', required: true, from: 'toldPosts' },
    { id: 'name', kind: 'line', label: 'Who was told?', required: true, max: 100, ofStaff: true },
    {
      id: 'how',
      kind: 'choice',
      label: 'How?',
      required: true,
      options: [
        { value: 'phone', label: 'By phone' },
        { value: 'inPerson', label: 'In person' },
        { value: 'letter', label: 'By letter or other mail' },
      ],
    },
    { id: 'at', kind: 'moment', label: 'When?', required: true },
  ],
  submit: 'Record it',
  citation: ours,
}

export const teleconference: Form = {
  id: 'teleconference',
  number: 11,
  label: 'Teleconference note',
  title: 'Teleconference note',
  heading: [NO_PATIENTS],
  fields: [
    heldAt,
    present,
    { ...attendance, id: 'attendees' },
    { id: 'mitigation', kind: 'text', label: 'Mitigation' },
    { id: 'remediation', kind: 'text', label: 'Remediation' },
    { id: 'learning', kind: 'text', label: 'First learning' },
    { id: 'actions', kind: 'text', label: 'Actions, and who does them' },
    { id: 'nextUpdate', kind: 'moment', label: 'When is the next update?', notFuture: false },
  ],
  submit: 'Save call note',
  citation: {
    document: 'N&Q 2021',
    section: 'Lead Provider duty 4',
    note: 'Mitigation, remediation, first learning, and updates afterwards. No rhythm of updates is given, so the next one is asked.',
    kind: 'source',
    basis: 'policy',
  },
}

export const riskSummitRecord: Form = {
  id: 'riskSummitRecord',
  number: 8,
  label: 'Risk summit record',
  title: 'Risk summit record',
  heading: [`${NO_PATIENTS} ${NO_DIRECTION}`],
  fields: [
    heldAt,
    { id: 'risk', kind: 'text', label: 'Which specific risk?' },
    present,
    attendance,
    information,
    { ...conclusion, label: 'What did the summit conclude?' },
    assurance,
    actions,
  ],
  submit: 'Save summit record',
  citation: {
    document: 'QSIF 2020',
    section: 'Appendix 1, Risk Summit',
    note: 'The chair provides a record of the discussion and the agreed actions.',
    kind: 'source',
  },
}
