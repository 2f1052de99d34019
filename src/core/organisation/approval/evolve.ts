import type { OrganisationEvent } from '../event.ts'
import { NO_RULES_KEPT, type RulesKept } from './approval.ts'

const MOST_NOTICES = 20

type Noted = Extract<OrganisationEvent, { type: 'rulesNoted' }>
type Approved = Extract<OrganisationEvent, { type: 'rulesApproved' }>

/** The latest record of a pack holds. */
export function withApproval(
  { approvals, notices }: RulesKept = NO_RULES_KEPT,
  { approval }: Approved,
): RulesKept {
  const others = approvals.filter(({ pack }) => pack.hash !== approval.pack.hash)
  return { approvals: [...others, approval], notices }
}

/** What nobody is told only moves the reminder on. */
export function withNotice(
  { approvals, notices }: RulesKept = NO_RULES_KEPT,
  { about, pack, reviewOn, places, remindAt }: Noted,
): RulesKept {
  const n = (notices.at(-1)?.n ?? 0) + 1
  const told = places.length === 0 ? [] : [{ n, about, pack, reviewOn, places: [...places] }]
  const moved = approvals.map((one) =>
    remindAt !== undefined && one.pack.hash === pack.hash ? { ...one, remindAt } : one,
  )
  return { approvals: moved, notices: [...notices, ...told].slice(-MOST_NOTICES) }
}
