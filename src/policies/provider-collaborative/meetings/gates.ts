import type { PolicySource } from '../../../core/policy/policy.ts'

type Gates = NonNullable<PolicySource['meetings'][number]['gates']>

const slides = 'Locked gateways: different stages in the decision-making process.'

const stage = {
  document: 'Collaboratives 2023',
  section: 'Weightmans: governance',
  note: `${slides} Which stages there are is our choice. A later meeting about the same case, or the same provider, goes on where the last one ended.`,
  kind: 'choice',
} as const

/** The stages of a meeting that decides about a risk, each after the one before. */
export const riskGates: Gates = [
  { id: 'risk', label: 'Which risk is shared', citation: stage },
  { id: 'response', label: 'What is done about it', citation: stage },
  { id: 'ending', label: 'When it ends, and who says so', citation: stage },
]

const steps = {
  document: 'QSIF 2020',
  section: '5.2.3 c and e',
  note: `The steps of enhanced monitoring in their order: key risks are agreed with partners, then one improvement plan with its measures; once that is embedded and monitored, routine is near. ${slides} That each of these is a gate is our choice.`,
  kind: 'choice',
} as const

/** The steps of enhanced monitoring on which partners agree. */
export const enhancedGates: Gates = [
  { id: 'keyRisks', label: 'Which key risks are agreed', citation: steps },
  { id: 'plan', label: 'The improvement plan is agreed', citation: steps },
  { id: 'embedded', label: 'The plan is embedded and monitored', citation: steps },
]

const profile = {
  document: 'QSIF 2020',
  section: 'Appendix 1, Quality Risk Profile',
  note: 'Once assurance is gained by the profile a provider stays on enhanced for three months; the group confirms that it is sustained. The one comes before the other, in two meetings of the group. That they are put to a vote is our choice.',
  kind: 'part',
} as const

/** What the group confirms one after the other, months apart. */
export const profileGates: Gates = [
  { id: 'assurance', label: 'Assurance is gained by the risk profile', citation: profile },
  { id: 'sustained', label: 'It is sustained after three months', citation: profile },
]
