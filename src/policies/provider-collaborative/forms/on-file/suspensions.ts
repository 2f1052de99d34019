import { NO_PATIENTS } from '../meeting-fields.ts'
import { day, doneOn, type Field, type Form, reason, text } from './fields.ts'

const story = {
  document: 'Bucks 2023',
  section: 'Learning from reflection',
  kind: 'source',
} as const

const TOLD =
  'The provider, its placing commissioners and the Quality Manager are told in private, and it stands in the provider’s room.'

const scope: Field = {
  id: 'scope',
  kind: 'many',
  label: 'Which services?',
  from: 'services',
  required: true,
}

const exactly = text(
  'exactly',
  'What exactly is suspended there?',
  false,
  'For example new placements only, one ward, one site',
)

const reasons = text('reasons', 'Why?', true, 'Begin with the reason in a few words.')
const lifting = text('lifting', 'What must be true before it is lifted?')
const history = text('history', 'What came before, and how is that read now?')
const lookOn = day('lookOn', 'Looked at again on')

export const suspendInFull: Form = {
  id: 'suspendInFull',
  number: null,
  label: 'Suspension in full',
  title: 'Suspend in full',
  heading: [NO_PATIENTS, TOLD],
  fields: [reasons, lifting, doneOn, lookOn],
  submit: 'Suspend in full',
  citation: {
    ...story,
    note: 'Reasons are kept with it. The questions are our choice.',
    kind: 'part',
  },
}

export const suspendInPart: Form = {
  id: 'suspendInPart',
  number: null,
  label: 'Suspension in part',
  title: 'Suspend in part',
  heading: [NO_PATIENTS, TOLD],
  fields: [scope, exactly, reasons, lifting, doneOn, lookOn],
  submit: 'Suspend in part',
  citation: {
    ...story,
    note: 'In part where some services go on. By service, and what exactly in words, is our choice.',
    kind: 'part',
  },
}

export const suspensionKept: Form = {
  id: 'suspensionKept',
  number: null,
  label: 'Suspension: it stays as it is',
  title: 'It stays as it is',
  heading: [NO_PATIENTS],
  fields: [reason, lookOn],
  submit: 'It stays',
  citation: {
    document: 'Muster',
    section: 'on file',
    note: 'A suspension never ends by itself; somebody looks at it on the day that was agreed.',
    kind: 'choice',
  },
}

export const suspensionPartLifted: Form = {
  id: 'suspensionPartLifted',
  number: null,
  label: 'Suspension: lifted in part, or changed',
  title: 'Lift in part',
  heading: [NO_PATIENTS, 'Choose what stays suspended. What you do not choose is lifted.', TOLD],
  fields: [scope, exactly, reason, lifting, doneOn, lookOn],
  submit: 'Lift the rest',
  citation: { ...story, note: 'Partly lifted, on evidence of the improvement plan.' },
}

export const suspensionLifted: Form = {
  id: 'suspensionLifted',
  number: null,
  label: 'Suspension: lifted',
  title: 'Lift the suspension',
  heading: [NO_PATIENTS, TOLD],
  fields: [text('reason', 'What shows that it can be lifted?'), doneOn],
  submit: 'Lift it',
  citation: { ...story, note: 'On evidence; its history stays.' },
}

export const reinstatedInFull: Form = {
  id: 'reinstatedInFull',
  number: null,
  label: 'Suspension: reinstated in full',
  title: 'Reinstate in full',
  heading: [NO_PATIENTS, TOLD],
  fields: [reason, history, lifting, doneOn, lookOn],
  submit: 'Reinstate in full',
  citation: { ...story, note: 'Current concerns are read in the light of the history.' },
}

export const reinstatedInPart: Form = {
  id: 'reinstatedInPart',
  number: null,
  label: 'Suspension: reinstated in part',
  title: 'Reinstate in part',
  heading: [NO_PATIENTS, TOLD],
  fields: [scope, exactly, reason, history, lifting, doneOn, lookOn],
  submit: 'Reinstate in part',
  citation: { ...story, note: 'Current concerns are read in the light of the history.' },
}
