import type { PolicySource } from '../../../core/policy/policy.ts'

type Form = PolicySource['forms'][number]

export const levelStands: Form = {
  id: 'levelStands',
  number: null,
  label: 'The level stands',
  title: 'The level stands',
  heading: [
    'The record of the meeting that decided on it was corrected. Read it before you decide. No patient identifiers.',
  ],
  fields: [{ id: 'reason', kind: 'text', label: 'Why does it stand?', required: true }],
  submit: 'It stands',
  citation: {
    document: 'Muster',
    section: 'forms',
    note: 'A question of our own: no source says what becomes of a level when the record that led to it is corrected.',
    kind: 'choice',
  },
}
