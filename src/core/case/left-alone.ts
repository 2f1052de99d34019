import type { Context } from '../kind.ts'
import { firstList, isListed } from './access-list.ts'
import type { Case } from './case.ts'
import type { CaseEventOf } from './event.ts'

/**
 * Where nobody on the list of a confidential case is in the directory any more, whoever the rule names
 * now takes their place: somebody must be reminded, and able to decide who else may see it.
 */
export function takenOver(kase: Case, context: Context): readonly CaseEventOf<'accessGiven'>[] {
  const { confidential } = kase
  if (!confidential || confidential.access.some(({ person }) => isListed(context, person)))
    return []
  const named = { by: { type: 'clock' }, others: [] } as const
  return firstList(kase, named, context).map((access) => ({
    type: 'accessGiven',
    at: context.now,
    access: { ...access, why: `${access.why}; nobody else on the list is left` },
  }))
}
