import { MARK } from '../core/drill/dress.ts'
import type { Inline, Message, Text } from '../core/message/message.ts'
import { approvalOf } from '../core/organisation/approval/approval.ts'
import { earlierNotApproved, NOT_APPROVED } from '../core/organisation/approval/compose.ts'
import { isOverdue } from '../core/organisation/approval/review.ts'
import { type AnyRecord, policyHashOf } from '../core/record.ts'
import { showDate } from '../core/time/day.ts'
import type { App } from './app.ts'
import { handle } from './handle.ts'
import { installationOwner } from './installation.ts'

type Approving = Pick<App, 'needsApproval' | 'packs' | 'directory'>

/**
 * A message under the rules in force, or the `own` ones that a record began under (by the hash of their
 * content), says so while nobody has approved them.
 */
export function withApproval(app: Approving, message: Message, own: string | null = null): Message {
  // A rehearsal says in every message that nothing in it is real.
  const isMadeUp = message.parts.some((part) => part.kind === 'text' && part.text === MARK)
  const text = isMadeUp ? null : notApproved(app, own)
  return text === null ? message : { ...message, parts: [...message.parts, { kind: 'text', text }] }
}

/** Null where the rules are approved: its own, or those in force where it has none. */
export function notApproved(
  { needsApproval, directory, packs: { current } }: Approving,
  own: string | null,
): string | null {
  if (!needsApproval) return null
  if (approvalOf(directory(), own ?? current.hash)) return null
  const today = approvalOf(directory(), current.hash)
  return today ? earlierNotApproved(today) : NOT_APPROVED
}

/** The same once for all that a list shows; it names those that it is true of, unless that is all. */
export function notApprovedAmong(app: Approving, records: readonly AnyRecord[]): Text | null {
  const listed = [...new Map(records.map((one) => [one.id, one])).values()]
  const those = listed.filter((one) => notApproved(app, policyHashOf(one)) !== null)
  const [first] = those
  if (!first) return null
  const today = approvalOf(app.directory(), app.packs.current.hash)
  if (those.length === listed.length)
    return today ? earlierNotApproved(today, listed.length > 1 ? 'All of it' : 'It') : NOT_APPROVED
  const names = those.flatMap((one, index): Inline[] => [
    ...(index > 0 ? [', '] : []),
    one.kind === 'provider' ? one.name : { record: one.id },
  ])
  const [isNow, began] = [
    NOT_APPROVED.replace(/[.]$/, ': '),
    today && earlierNotApproved(today, ''),
  ]
  return began ? [...names, began] : [isNow, ...names, '.']
}

/** For whoever runs Muster: that nobody has approved the rules in force, or that their review is overdue. */
export function rulesRemark(app: Approving & Pick<App, 'now'>): string | null {
  if (!app.needsApproval) return null
  const { policy, hash } = app.packs.current
  const approval = approvalOf(app.directory(), hash)
  return remarkOn(approval, app.now(), policy.zone)
}

/** The same of an approval that is known from elsewhere. */
export function remarkOn(
  approval: { readonly reviewOn: string } | undefined,
  now: string,
  zone: string,
): string | null {
  if (!approval)
    return 'Rules not yet approved by your organisation: an administrator records who approved them with “/muster rules”.'
  if (!isOverdue(approval.reviewOn, now, zone)) return null
  return `Rules due for review since ${showDate(approval.reviewOn)}: an administrator records the review with “/muster rules”.`
}

/** At a start: administrators are told once of each pack that nobody has approved. */
export async function askForApproval(app: App): Promise<void> {
  const remark = rulesRemark(app)
  if (remark !== null) app.log.info({}, remark)
  const owner = installationOwner(app)
  if (!app.needsApproval || !owner) return
  const intent = { kind: 'organisation', type: 'noteUnapproved' } as const
  const answer = await handle(app, { key: null, to: owner.id, intent })
  if (!answer.ok) throw new Error(answer.refusal.message)
}
