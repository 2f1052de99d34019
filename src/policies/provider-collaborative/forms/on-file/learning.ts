import { NO_PATIENTS } from '../meeting-fields.ts'
import { day, type Form, ours, text } from './fields.ts'

const story = {
  document: 'Bucks 2023',
  section: 'Learning from reflection',
  kind: 'source',
} as const
const shared = { document: 'N&Q 2021', section: 'Lead Provider duty 9', kind: 'source' } as const

export const handoverWritten: Form = {
  id: 'handoverWritten',
  number: 18,
  label: 'Handover note',
  title: 'Handover note',
  heading: [NO_PATIENTS, 'The provider does not read this.'],
  fields: [
    {
      id: 'change',
      kind: 'line',

      label: 'Who hands over to whom, and in which role?',
      required: true,
    },
    text('history', 'What must be known of the history?'),
    text('expect', 'What is to be expected, and what would be a sign?'),
    text('open', 'What is open besides what is listed here?', false),
    text('family', 'Concerns of families that were shared', false),
    day('takenOn', 'Taken over by'),
  ],
  submit: 'Put on file',
  citation: {
    ...story,
    note: 'History, what to expect and concerns of families. The questions are our choice.',
    kind: 'part',
  },
}

export const handoverTaken: Form = {
  id: 'handoverTaken',
  number: 18,
  label: 'Handover taken over',
  title: 'Take over',
  heading: [NO_PATIENTS],
  fields: [
    {
      id: 'read',
      kind: 'many',
      label: 'What have you read?',
      options: [
        { value: 'note', label: 'This note' },
        { value: 'open', label: 'What is open on file' },
        { value: 'history', label: 'The history of the provider', description: '/muster export' },
        { value: 'suspensions', label: 'Earlier suspensions and levels' },
      ],
      required: true,
    },
    text('first', 'What do you do first?'),
  ],
  submit: 'I take over',
  citation: { ...story, note: 'Current concerns are seen in the context of earlier ones.' },
}

export const reflectionHeld: Form = {
  id: 'reflectionHeld',
  number: 18,
  label: 'Reflective review',
  title: 'Reflective review',
  heading: [NO_PATIENTS, 'Openly, and to learn. The provider does not read this.'],
  fields: [
    text('event', 'What is looked back on?', true, 'Begin with it in a few words.'),
    { id: 'heldAt', kind: 'moment', label: 'When was it held?', required: true },
    { id: 'took', kind: 'line', label: 'Who took part?', required: true },
    text('good', 'What was good practice?'),
    text('learned', 'What was learned?'),
    {
      id: 'wider',
      kind: 'choice',
      label: 'Does it hold beyond this provider?',
      options: [
        { value: 'yes', label: 'Yes: put it on file as learning, too' },
        { value: 'no', label: 'No' },
      ],
      required: true,
    },
    text('actions', 'Which actions were agreed?', false),
    day('actionsOn', 'Actions done by', false),
  ],
  submit: 'Put on file',
  citation: {
    ...story,
    note: 'Whether the learning applies more widely, and actions agreed together.',
  },
}

export const learningNoted: Form = {
  id: 'learningNoted',
  number: null,
  label: 'Theme and learning',
  title: 'Learning',
  heading: [NO_PATIENTS, 'The provider reads it in its room.'],
  fields: [
    text('theme', 'What is the theme?', true, 'In a few words.'),
    text('from', 'What does it come from: incidents, audits, visits, families?'),
    text('learned', 'What was learned?'),
    text('changed', 'What was changed, or is to be?', false),
  ],
  submit: 'Put on file',
  citation: {
    document: 'N&Q 2021',
    section: 'Lead Provider duties 5 and 7',
    note: 'Learning is evidenced and themes analysed. The questions are our choice.',
    kind: 'part',
  },
}

export const learningShared: Form = {
  id: 'learningShared',
  number: null,
  label: 'Learning, shared across collaboratives',
  title: 'Share learning',
  heading: [
    NO_PATIENTS,
    'Name no provider, ward or person: everybody of the collaborative reads this, and whom you tick below is told.',
  ],
  fields: [
    text('learned', 'What was learned, so that others can use it?'),
    {
      id: 'with',
      kind: 'many',
      label: 'With whom is it shared?',
      options: [
        { value: 'quality-manager', label: 'NHSE/I Quality Manager, for the surveillance group' },
        { value: 'icb', label: 'ICB head of quality and safety' },
        { value: 'local-authority', label: 'Local authority: adult safeguarding lead' },
      ],
      required: true,
    },
  ],
  submit: 'Share it',
  citation: { ...shared, note: 'Shared learning across collaboratives.' },
}

export const learningDone: Form = {
  id: 'learningDone',
  number: null,
  label: 'Learning: done',
  title: 'It is done',
  heading: [NO_PATIENTS],
  fields: [text('shown', 'What shows it?')],
  submit: 'Done',
  citation: { ...ours, note: 'With what shows it.' },
}
