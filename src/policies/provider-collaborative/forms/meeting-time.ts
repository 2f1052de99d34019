import type { PolicySource } from '../../../core/policy/policy.ts'

type Form = PolicySource['forms'][number]

export const changeTime: Form = {
  id: 'changeTime',
  number: null,
  label: 'Another time',
  title: 'Another time',
  heading: [
    'Everybody who was called is told, and asked again whether they come. London time. No patient identifiers.',
  ],
  fields: [
    {
      id: 'startsAt',
      kind: 'moment',
      label: 'When does it start now?',
      required: true,
      notFuture: false,
    },
    {
      id: 'reason',
      kind: 'line',
      label: 'Why?',
      hint: 'Everybody who was called reads it, and it stands in the record.',
      required: true,
    },
  ],
  submit: 'Change the time',
  citation: {
    document: 'QSIF 2020',
    section: 'Appendix 1, Risk summit',
    note: 'The chair decides time and place. Silent on changing them: that everybody is told, with a reason, and asked again is our choice.',
    kind: 'choice',
  },
}
