import type { PolicySource } from '../../../core/policy/policy.ts'

type Form = PolicySource['forms'][number]

export const digest: Form = {
  id: 'digest',
  number: null,
  label: 'Digest of the tracker',
  title: 'Digest of the tracker',
  heading: [
    'What is new about the providers, what is overdue, what is due soon. Nothing of what is confidential.',
  ],
  fields: [
    { id: 'where', kind: 'choice', label: 'Where?', required: true, from: 'digestPlaces' },
    {
      id: 'every',
      kind: 'choice',
      label: 'How often?',
      required: true,
      options: [
        { value: 'daily', label: 'Each working day' },
        { value: 'weekly', label: 'Once a week' },
        { value: 'off', label: 'No more' },
      ],
    },
  ],
  submit: 'Save',
  citation: {
    document: 'Muster',
    section: 'forms',
    note: 'A question of our own: no source has a form for it.',
    kind: 'choice',
  },
}
