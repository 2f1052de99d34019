import { type Refused, refuse } from '../decision.ts'
import { referenceOf } from '../record-id.ts'
import type { Case } from './case.ts'

/** What is asked of a case that is over. */
export function closedAlready({ id }: Pick<Case, 'id'>): Refused {
  return refuse(
    'closed',
    `${referenceOf(id)} is closed; nothing was changed. Raise a new concern if something is wrong.`,
  )
}
