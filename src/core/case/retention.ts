import { accept, type Decision, type Refused, refuse } from '../decision.ts'
import { holding, type Kept, keptFrom, removing, saysNoReason } from '../keeping.ts'
import type { Context } from '../kind.ts'
import type { Policy } from '../policy/policy.ts'
import type { RetentionRule } from '../policy/retention.ts'
import { referenceOf } from '../record-id.ts'
import { type Case, UNTOUCHED } from './case.ts'
import type { CaseEvent } from './event.ts'
import type { CaseIntentOf } from './intent.ts'

/** Null while it is open, and where the pack has no rule for it. */
export function keptUntil(kase: Case, { retention = [], zone }: Policy): Kept | null {
  if (!kase.closed) return null
  const rule = retention.find((one) => one.of === sortOf(kase))
  if (!rule) return null
  const from = rule.from === 'closed' ? kase.closed.at : (kase.occurredAt ?? kase.raisedAt)
  return keptFrom(rule, from, zone)
}

function sortOf({ type, closed }: Case): RetentionRule['of'] {
  if (type !== 'incident') return 'concern'
  return closed?.how === 'downgrade' || closed?.how === 'delete' ? 'downgraded' : 'incident'
}

/** An administrator's decision on how long a case is kept. */
export function keeping(
  kase: Case,
  intent: CaseIntentOf<'hold' | 'release' | 'remove'>,
  context: Context,
): Decision<CaseEvent> {
  const unsaid = saysNoReason(intent)
  if (unsaid) return unsaid
  if (intent.type === 'remove') return remove(kase, intent, context)
  const decided = holding(kase, { ...intent, type: intent.type }, context)
  if ('ok' in decided) return decided
  const type = intent.type === 'hold' ? 'held' : 'released'
  return accept({ type, at: context.now, ...decided })
}

/** Removes all that was written of a case, once nothing keeps it any more. */
function remove(kase: Case, intent: CaseIntentOf<'remove'>, context: Context): Decision<CaseEvent> {
  const refused = stillOpen(kase)
  if (refused) return refused
  const removal = removing(kase, keptUntil(kase, context.policy), intent, context)
  if ('ok' in removal) return removal
  const meetings = kase.meetings.map(({ meeting }) => meeting)
  return accept({ type: 'removed', at: context.now, ...removal, meetings })
}

function stillOpen(kase: Case): Refused | null {
  const reference = referenceOf(kase.id)
  if (!kase.closed)
    return refuse('notOpen', `${reference} is open; only what is closed can be removed.`)
  const open = kase.meetings.filter(({ closedAt }) => closedAt === null)
  if (open.length === 0) return null
  return refuse(
    'missing',
    `${reference} has a meeting without a record: ${open.map(({ meeting }) => referenceOf(meeting)).join(', ')}. Record it first.`,
  )
}

/** What is left of a case: that it was, which rules it began under, and the decision that removed it. */
export function tombstone(kase: Case, removed: NonNullable<Case['removed']>): Case {
  const { id, timeline, policy, type, provider, raisedAt } = kase
  return {
    kind: 'case',
    status: 'closed',
    id,
    timeline,
    policy,
    type,
    // What a person wrote for a provider that is not listed is theirs.
    provider: { ...provider, name: provider.slug === null ? '' : provider.name },
    places: [],
    raiser: { how: 'named', doer: { type: 'clock' }, place: null },
    raisedAt,
    what: '',
    where: null,
    occurredAt: null,
    identifiedAt: null,
    danger: false,
    done: null,
    safeguarding: '',
    answers: {},
    ...UNTOUCHED,
    removed,
  }
}
