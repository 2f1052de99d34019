import type { PolicySource } from '../../../core/policy/policy.ts'
import { ours } from './ours.ts'

type Form = PolicySource['forms'][number]

export const sealRecord: Form = {
  id: 'sealRecord',
  number: null,
  label: 'Seal the record',
  title: 'Seal the record',
  fields: [
    {
      id: 'final',
      kind: 'statement',
      label:
        'From now on nobody can correct it, not even you. An addendum can still be added beside it.',
    },
  ],
  submit: 'Seal it now',
  citation: ours,
}

export const addendum: Form = {
  id: 'addendum',
  number: null,
  label: 'Addendum',
  title: 'Addendum',
  heading: [
    'It stands beside the sealed record, with your name and the time. No patient identifiers.',
  ],
  fields: [{ id: 'text', kind: 'text', label: 'What is to be added?', required: true }],
  submit: 'Add it',
  citation: ours,
}
