import type { PolicySource } from '../../core/policy/policy.ts'

/** A slip in the year is no start, and nobody plans or makes up for more than a year of rounds. */
export const beginnings: NonNullable<PolicySource['beginnings']> = {
  id: 'duty-begins',
  label: 'A recurring duty begins at most 12 months before or after today',
  withinMonths: 12,
  citation: {
    document: 'Muster',
    section: 'recurring duties',
    note: 'No source says when a recurring duty begins: somebody says so. That a day of more than a year ago or ahead is taken for a slip is our choice.',
    kind: 'choice',
  },
}
