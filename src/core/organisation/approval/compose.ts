import { type Effect, placeKey, type Slot } from '../../effect.ts'
import type { Composing } from '../../kind.ts'
import type { Button, Message, Part } from '../../message/message.ts'
import type { Directory } from '../../people/directory.ts'
import { showDate } from '../../time/day.ts'
import type { Instant } from '../../time/instant.ts'
import type { OrganisationEvent } from '../event.ts'
import type { Organisation } from '../organisation.ts'
import { type Approval, type ApprovalNotice, approvalOf, approvalOfOther } from './approval.ts'
import { isOverdue } from './review.ts'

/** The line under every message that rests on rules which nobody has approved. */
export const NOT_APPROVED = 'Rules not yet approved by your organisation.'

/** The same of a record that goes on under rules of before, where today’s are approved: what it rests on stays as it was. */
export function earlierNotApproved({ approvedOn }: Approval, what = 'It'): string {
  return `${what} began under earlier rules, which your organisation never approved. Today’s are approved since ${showDate(approvedOn)}.`
}

/** A reminder is a message of its own; once the rules are approved all that was said of them says so. */
export function announceRules(
  { rules }: Organisation,
  event: Extract<OrganisationEvent, { type: 'rulesNoted' | 'rulesApproved' }>,
): Effect[] {
  const notices = rules?.notices ?? []
  if (event.type === 'rulesNoted')
    return event.places.length === 0 ? [] : notices.slice(-1).flatMap(effectsOf)
  return notices.filter(({ pack }) => pack.hash === event.approval.pack.hash).flatMap(effectsOf)
}

function effectsOf(notice: ApprovalNotice): Effect[] {
  const slot = slotOf(notice)
  return notice.places.map((place) => ({ type: 'message', place, slot, urgent: false }))
}

function slotOf({ n }: ApprovalNotice): Slot {
  return `notice:rules.${n}`
}

/** Undefined for another slot, and for a place that was not told. */
export function composeRules(
  { id: record, rules }: Organisation,
  slot: Slot,
  { viewer, policy, directory, now }: Composing,
): Message | undefined {
  const notice = rules?.notices.find((one) => slotOf(one) === slot)
  if (!notice) return undefined
  const isTold =
    viewer.type === 'operator' ||
    (viewer.type === 'place' &&
      notice.places.some((place) => placeKey(place) === placeKey(viewer.place)))
  if (!isTold) return undefined
  const { pack } = notice
  const approval = approvalOf(directory, pack.hash)
  const isWanted = !approval || approval.reviewOn === notice.reviewOn
  const wanted: Button = {
    label: approval ? 'Record review…' : 'Record approval…',
    press: { do: 'open', form: 'approveRules', record, with: { pack: pack.hash } },
  }
  const show: Button = { label: 'Show the rules', press: { do: 'command', words: 'rules' } }
  const rule = policy.approval
  return {
    title: titleOf(notice, approval, policy.zone, now),
    parts: [
      ...(approval ? approvedParts(approval) : unapprovedParts(notice, directory)),
      { kind: 'buttons', buttons: isWanted ? [wanted, show] : [show] },
      ...(rule ? [{ kind: 'rule', id: rule.id, citation: rule.citation } as const] : []),
    ],
  }
}

function titleOf(
  { about, reviewOn }: ApprovalNotice,
  approval: Approval | undefined,
  zone: string,
  now: Instant,
): string {
  if (!approval) return 'The rules are not yet approved by your organisation'
  if (about === 'asked') return 'The rules are approved by your organisation'
  if (reviewOn !== approval.reviewOn) return 'The rules have been reviewed'
  const day = showDate(reviewOn)
  return isOverdue(reviewOn, now, zone)
    ? `OVERDUE: the rules were due for review by ${day}`
    : `The rules are due for review by ${day}`
}

/** Who approved the rules, when, and until when. */
export function approvedWords({ approvedBy, approvedOn, reviewOn }: Approval): string {
  return `Approved by ${approvedBy} on ${showDate(approvedOn)}; to be reviewed by ${showDate(reviewOn)}.`
}

function approvedParts(approval: Approval): Part[] {
  return [{ kind: 'text', text: `${packWords(approval.pack)}: ${approvedWords(approval)}` }]
}

function unapprovedParts({ pack }: ApprovalNotice, directory: Directory): Part[] {
  const other = approvalOfOther(directory, pack.hash)
  return [
    { kind: 'text', text: `In force: ${packWords(pack)}.` },
    ...(other ? [{ kind: 'text', text: changedWords(other) } as const] : []),
    {
      kind: 'text',
      text: `Nothing that is raised is refused for it, and every message ends with “${NOT_APPROVED}”`,
    },
    {
      kind: 'text',
      text: 'Wanted of an administrator: have the rules approved, then record who approved them and on which day.',
    },
  ]
}

function packWords({ id, version, hash }: Approval['pack']): string {
  return `the pack ${id}, version ${version} (${hash.slice(0, 8)})`
}

/** A changed pack is another pack. */
export function changedWords(other: Approval): string {
  return `The rules have been changed and need approval anew. Before: ${packWords(other.pack)}. ${approvedWords(other)}`
}
