import type { PolicySource } from '../../../core/policy/policy.ts'

type Form = PolicySource['forms'][number]

export const lookAgain: Form = {
  id: 'lookAgain',
  number: null,
  label: 'When somebody looks again',
  title: 'Look again',
  heading: ['Until that day nobody is asked why nothing is recorded about this provider.'],
  fields: [
    {
      id: 'on',
      kind: 'moment',
      label: 'On which day do you look again?',
      required: true,
      dayOnly: true,
      notFuture: false,
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
