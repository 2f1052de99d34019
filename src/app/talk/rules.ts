import type { Part } from '../../core/message/message.ts'
import { approvalOf, approvalOfOther } from '../../core/organisation/approval/approval.ts'
import { approvedWords, changedWords } from '../../core/organisation/approval/compose.ts'
import { isOverdue } from '../../core/organisation/approval/review.ts'
import { nameOf } from '../../core/people/find.ts'
import type { Citation } from '../../core/policy/citation.ts'
import type { Policy } from '../../core/policy/policy.ts'
import { showDate } from '../../core/time/day.ts'
import { showLocal } from '../../core/time/local.ts'
import type { Reply } from '../conversation.ts'
import { installationOwner } from '../installation.ts'
import { type Ask, contextOf, isKnown, NOT_LISTED } from './ask.ts'
import { barredFrom } from './barred.ts'
import { oneRule } from './one-rule.ts'
import { buttons, message, refused } from './say.ts'

/** `/muster rules`: which rules are in force, who approved them and until when, and what of them was superseded. */
export function rules(ask: Ask, words: string): Reply {
  const { actor } = ask.heard
  if (!isKnown(actor)) return refused(NOT_LISTED)
  if (words.trim() !== '') return oneRule(ask, words.trim())
  const owner = installationOwner(ask.app)
  if (!owner)
    return refused({ message: 'The directory is empty: nobody can approve the rules yet.' })
  const context = contextOf(ask, owner)
  const barred = barredFrom({ form: 'approveRules', nonce: '' }, owner, actor, context)
  if (barred) return refused(barred.refusal)
  const { policy, policyHash: hash, directory, now } = context
  const approval = approvalOf(directory, hash)
  const other = approval ? undefined : approvalOfOther(directory, hash)
  const isLate = approval && isOverdue(approval.reviewOn, now, policy.zone)
  const recorded =
    approval?.by.type === 'person'
      ? `${nameOf(directory, approval.by.person)}, ${showLocal(approval.at, policy.zone)}`
      : null
  const press = {
    do: 'open',
    form: 'approveRules',
    record: owner.id,
    with: { pack: hash },
  } as const
  return {
    type: 'say',
    message: message(
      'The rules in force',
      {
        kind: 'facts',
        facts: [
          ['Pack', `${policy.label} (${policy.id}), version ${policy.version}`],
          ['Content', hash],
          ['Approval', approval ? approvedWords(approval) : 'Nobody has approved these rules.'],
          ...(recorded === null ? [] : [['Recorded by', recorded] as const]),
        ],
      },
      ...(isLate
        ? [alert(`OVERDUE: rules due for review since ${showDate(approval.reviewOn)}.`)]
        : []),
      ...(other ? [alert(changedWords(other))] : []),
      ...supersededParts(policy),
      'One rule, and what of it is our choice: “/muster rules” with its id, such as D1.',
      buttons({ label: approval ? 'Record review…' : 'Record approval…', press }),
    ),
  }
}

function alert(text: string): Part {
  return { kind: 'alert', text }
}

interface Rule {
  readonly id: string
  readonly citation: Citation
}

/** Whoever approves the rules should know which of them others have given up. */
function supersededParts(policy: Policy): string[] {
  const { clocks, cycles, triggers, transitions, meetings } = policy
  const all: readonly Rule[] = [...clocks, ...cycles, ...triggers, ...transitions, ...meetings]
  const old = all.filter(({ citation }) => citation.standing?.state === 'superseded')
  return old.length === 0
    ? []
    : [`Rest on what was superseded, and say so: ${old.map(({ id }) => id).join(', ')}.`]
}
