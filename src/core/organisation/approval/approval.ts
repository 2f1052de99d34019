import { z } from 'zod'
import { Place } from '../../effect.ts'
import { Doer } from '../../people/actor.ts'
import type { Directory } from '../../people/directory.ts'
import { Instant } from '../../time/instant.ts'
import { Pack } from '../installation.ts'

const Day = z.iso.date()

/** That the organisation has approved a pack: who did, on which day, and until when it is reviewed. */
export const Approval = z.object({
  pack: Pack,
  approvedBy: z.string(),
  approvedOn: Day,
  reviewOn: Day,
  /** Who recorded it, and when. */
  by: Doer,
  at: Instant,
  /** When administrators are next reminded of the review. */
  remindAt: Instant.nullable(),
})
export type Approval = z.infer<typeof Approval>

/** What administrators are told of the rules: `asked`, that nobody has approved them; `review`, that it is due. */
export const ApprovalNotice = z.object({
  n: z.int().positive(),
  about: z.enum(['asked', 'review']),
  pack: Pack,
  /** The day of the review that was reminded of. */
  reviewOn: Day.nullable(),
  places: z.array(Place),
})
export type ApprovalNotice = z.infer<typeof ApprovalNotice>

/** `approvals`: the latest of each pack; the newest last, as the notices are. */
export const RulesKept = z.object({
  approvals: z.array(Approval),
  notices: z.array(ApprovalNotice),
})
export type RulesKept = z.infer<typeof RulesKept>

export const NO_RULES_KEPT: RulesKept = { approvals: [], notices: [] }

/** Every approval that stands, wherever it was recorded: the latest of each pack, the newest last. */
function approvalsIn({ organisations }: Directory): readonly Approval[] {
  return organisations
    .flatMap(({ rules }) => rules?.approvals ?? [])
    .sort((one, other) => (one.at < other.at ? -1 : 1))
}

/** The latest approval of the pack that has this content; undefined while nobody has approved it. */
export function approvalOf(directory: Directory, hash: string): Approval | undefined {
  return approvalsIn(directory).findLast(({ pack }) => pack.hash === hash)
}

/** The latest approval of another pack: what was approved before the rules were changed. */
export function approvalOfOther(directory: Directory, hash: string): Approval | undefined {
  return approvalsIn(directory).findLast(({ pack }) => pack.hash !== hash)
}
