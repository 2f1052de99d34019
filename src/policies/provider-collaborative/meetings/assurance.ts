import type { PolicySource } from '../../../core/policy/policy.ts'

/** Where assurance was gained without a quality risk profile the provider steps down at once, or is held anyway. */
export const assuranceLeadsTo: NonNullable<PolicySource['meetings'][number]['leadsTo']> = [
  { field: 'assurance', is: 'yes', transition: 'G8' },
  { field: 'assurance', is: 'hold', transition: 'G8H' },
]

/** Of every meeting that decides on a level: nobody moves it by a record of their own. */
export const decidesWith: NonNullable<PolicySource['meetings'][number]['decidesWith']> = {
  organisations: 2,
  citation: {
    document: 'Muster',
    section: 'meetings',
    note: 'The framework says that the meeting decides, and gives no quorum. That a record changes the level only where whoever chairs was there, and a second organisation besides the provider’s own, is our choice. Otherwise whoever decides on the way does so, or it is held again.',
    kind: 'choice',
  },
}
