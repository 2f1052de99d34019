import type { PolicySource } from '../../core/policy/policy.ts'

type Matter = NonNullable<PolicySource['matters']>[number]
type Form = PolicySource['forms'][number]

const source = { document: 'Bucks 2023', section: 'Learning from audits', kind: 'source' } as const
const may = [
  { role: 'quality-lead', of: 'lead-provider' },
  { role: 'head-of-quality', of: 'lead-provider' },
]

/** One provider of the sample: whether its rating is made and used as it should be. */
export const audit: Matter = {
  id: 'audit',
  label: 'Rating audit',
  several: 'Audits of ratings',
  named: 'team',
  group: 'Learning and handover',
  keptBack: true,
  single: true,
  citation: {
    ...source,
    note: 'Each team chose one of its providers and answered questions on how it uses the rating: a sample of seven. That the provider does not read it is our choice.',
    kind: 'part',
  },
  steps: [
    {
      id: 'audit.sampled',
      label: 'Take it into the audit of ratings',
      form: 'auditSampled',
      may,
      stands: 'in the sample',
      due: {
        by: { of: 'answer', field: 'auditedOn' },
        owes: { role: 'quality-lead', of: 'lead-provider' },
        wants: 'the audit of its rating',
      },
      citation: { ...source, note: 'Terms of reference agreed through the quality group.' },
    },
    {
      id: 'audit.found',
      label: 'Record the audit',
      form: 'auditFound',
      may,
      after: ['audit.sampled'],
      notBy: ['audit.sampled'],
      stands: 'audited',
      lesson: 'learned',
      closes: true,
      citation: {
        ...source,
        note: 'Is the matrix used the same way everywhere, and what is needed? That somebody else than whoever chose it looks is our choice.',
        kind: 'part',
      },
    },
  ],
}

export const auditForms: Form[] = [
  {
    id: 'auditSampled',
    number: 18,
    label: 'Audit of ratings: in the sample',
    title: 'Audit of ratings',
    heading: ['No patient identifiers.'],
    fields: [
      { id: 'team', kind: 'line', label: 'Which team chose it, and why?', required: true },
      {
        id: 'terms',
        kind: 'text',
        label: 'Terms of reference, or the link to them',
        required: true,
      },
      { id: 'kind', kind: 'line', label: 'Kind of service, size and contract value' },
      {
        id: 'auditedOn',
        kind: 'moment',
        dayOnly: true,
        notFuture: false,
        label: 'Audited by',
        required: true,
      },
    ],
    submit: 'Take it in',
    citation: { ...source, note: 'The sample was spread by kind, size, value and rating.' },
  },
  {
    id: 'auditFound',
    number: 18,
    label: 'Audit of ratings: found',
    title: 'Audit: found',
    heading: ['No patient identifiers.'],
    fields: [
      {
        id: 'rated',
        kind: 'choice',
        label: 'Is the rating right by the descriptors?',
        options: [
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
          { value: 'none', label: 'It was never rated' },
        ],
        required: true,
      },
      { id: 'blank', kind: 'line', label: 'Which rows were left blank, and was that right?' },
      {
        id: 'followed',
        kind: 'text',
        label: 'Was what its band asks for done, and did it change as concerns did?',
        required: true,
      },
      { id: 'learned', kind: 'text', label: 'What was learned?', required: true },
      { id: 'actions', kind: 'text', label: 'Which actions follow?' },
    ],
    submit: 'Put on file',
    citation: {
      ...source,
      note: 'Whether the matrix is embedded, and what supports its use. The questions are our choice.',
      kind: 'part',
    },
  },
]
