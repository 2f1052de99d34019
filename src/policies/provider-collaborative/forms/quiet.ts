import type { PolicySource } from '../../../core/policy/policy.ts'
import { ours } from './ours.ts'

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
  citation: ours,
}

export const stillOpen: Form = {
  id: 'stillOpen',
  number: null,
  label: 'It is still open',
  title: 'It is still open',
  fields: [{ id: 'reason', kind: 'text', label: 'Why is it still open?', required: true }],
  submit: 'Record reason',
  citation: ours,
}
