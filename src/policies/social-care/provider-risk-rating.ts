import type { PolicySource } from '../../core/policy/policy.ts'
import { ratingBands } from './rating-bands.ts'
import { ratingRows } from './rating-rows.ts'

/** The council’s Provider Risk Rating: the sum of score × weight over the rows that are filled in. */
export const providerRiskRating: PolicySource['instruments'][number] = {
  id: 'prr',
  label: 'Provider Risk Rating',
  method: 'sum',
  items: ratingRows,
  bands: ratingBands,
  bandsCitation: {
    document: 'Bucks 2023',
    section: 'Risk based approach, key and action table',
    note: 'The key ends the fourth band at 39 and the action table at 44, where the fifth has begun at 40; 39.5 is in no band of the key. We let the fifth begin at 40: the severer band has the overlap, and 39.5 is in the fourth.',
    kind: 'choice',
  },
  disclaimer:
    'A council’s social-care tool; no source links it to provider collaboratives. The procedure’s stage and any suspension never change by themselves.',
  citation: {
    document: 'Bucks 2023',
    section: 'Risk based approach',
    note: 'Areas, steps and weights are the source’s, in our words. Its example adds up only if both complexity rows count, so we add whatever rows are filled in. The fifth step of complaints is blank and cannot be chosen.',
    kind: 'source',
  },
}
