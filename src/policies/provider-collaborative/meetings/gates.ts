import type { PolicySource } from '../../../core/policy/policy.ts'

type Gates = NonNullable<PolicySource['meetings'][number]['gates']>

const stage = {
  document: 'Collaboratives 2023',
  section: 'Weightmans: governance',
  note: 'Locked gateways: different stages in the decision-making process. Which stages there are is our choice.',
  kind: 'choice',
} as const

/** The stages of a meeting that decides about a risk, each after the one before. */
export const gates: Gates = [
  { id: 'risk', label: 'Which risk is shared', citation: stage },
  { id: 'response', label: 'What is done about it', citation: stage },
  { id: 'ending', label: 'When it ends, and who says so', citation: stage },
]
