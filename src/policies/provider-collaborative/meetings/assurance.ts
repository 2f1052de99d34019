import type { PolicySource } from '../../../core/policy/policy.ts'

/** Where assurance was gained without a quality risk profile the provider steps down at once, or is held anyway. */
export const assuranceLeadsTo: NonNullable<PolicySource['meetings'][number]['leadsTo']> = [
  { field: 'assurance', is: 'yes', transition: 'G8' },
  { field: 'assurance', is: 'hold', transition: 'G8H' },
]
