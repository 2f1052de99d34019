import type { PolicySource } from '../../../core/policy/policy.ts'

type Step = NonNullable<PolicySource['matters']>[number]['steps'][number]

/** What was entered by mistake: it stays in the history, and counts for nothing. */
export function withdrawn(
  matter: string,
  may: Step['may'],
  after: string[],
  rest: Partial<Step> = {},
): Step {
  return {
    id: `${matter}.withdrawn`,
    label: 'Withdraw it: entered by mistake',
    form: 'fileWithdrawn',
    may,
    after,
    stands: 'withdrawn, entered by mistake',
    closes: true,
    voids: true,
    citation: {
      document: 'Muster',
      section: 'on file',
      note: 'Silent. What was entered by mistake is withdrawn with a reason; it stays in the history and counts for nothing: our choice.',
      kind: 'choice',
    },
    ...rest,
  }
}
