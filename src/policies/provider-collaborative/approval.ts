import type { PolicySource } from '../../core/policy/policy.ts'

/** The organisation that uses the rules approves them, and looks at them again. */
export const approval: NonNullable<PolicySource['approval']> = {
  id: 'D15',
  label: 'Review of the rules',
  months: 12,
  daysBefore: [28, 7],
  everyDays: 28,
  at: '09:00',
  citation: {
    document: 'N&Q 2021',
    section: 'Review',
    note: 'NHSE/I reviews the paper every year. That the organisation which uses this pack approves it, reviews it as often and is reminded 28 and 7 days before, on the day and every 28 days after it, is our choice.',
    kind: 'part',
  },
}
