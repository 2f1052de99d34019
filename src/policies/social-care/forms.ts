import type { PolicySource } from '../../core/policy/policy.ts'
import { ratingRows } from './rating-rows.ts'

type Form = PolicySource['forms'][number]

/** The instrument’s own rows are its questions; a step that is blank in the source is not offered. */
export const prr: Form = {
  id: 'prr',
  number: 13,
  label: 'Provider Risk Rating',
  title: 'Provider Risk Rating',
  heading: [
    'The provider reads the scores in its own room, and nothing of the last box. Leave a row empty where it does not apply. No patient identifiers.',
  ],
  fields: [
    ...ratingRows.map(({ id, label, steps }) => ({
      id,
      kind: 'choice' as const,
      label,
      options: steps.flatMap(({ score, label, description }) =>
        description === null
          ? []
          : [{ value: `${score}`, label: `${score}: ${label}`, description }],
      ),
    })),
    {
      id: 'note',
      kind: 'text',
      label: 'Other soft intelligence that has affected the scores',
    },
  ],
  submit: 'Rate',
  citation: {
    document: 'Bucks 2023',
    section: 'Risk based approach',
    note: 'One choice for each area, and the free-text box of the source. That the provider does not read that box is our choice.',
    kind: 'part',
  },
}
