import type { PolicySource } from '../../../core/policy/policy.ts'

export const rehearse: PolicySource['forms'][number] = {
  id: 'rehearse',
  number: null,
  label: 'Rehearsal',
  title: 'Rehearse',
  heading: [
    'A made-up case in a private room for those whom you choose here. Nothing in it is real, and nobody else is told.',
  ],
  fields: [
    {
      id: 'script',
      kind: 'choice',
      label: 'What do you want to rehearse?',
      required: true,
      from: 'rehearsals',
    },
    { id: 'people', kind: 'many', label: 'Who takes part with you?', from: 'people' },
  ],
  submit: 'Begin',
  citation: {
    document: 'Muster',
    section: 'rehearsals',
    note: 'Our own: no source asks for rehearsals. Any of your organisation may take part, whatever their role.',
    kind: 'choice',
  },
}
