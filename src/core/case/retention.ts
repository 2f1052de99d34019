import { accept, type Decision, type Refused, refuse } from '../decision.ts'
import type { Context } from '../kind.ts'
import { doerOf } from '../people/doer.ts'
import { nameOf } from '../people/find.ts'
import type { Policy } from '../policy/policy.ts'
import type { RetentionRule } from '../policy/retention.ts'
import { referenceOf } from '../record-id.ts'
import { type Day, plusMonths, showDate } from '../time/day.ts'
import { localDay, showLocal } from '../time/local.ts'
import { type Case, UNTOUCHED } from './case.ts'
import type { CaseEvent } from './event.ts'
import type { CaseIntentOf } from './intent.ts'

/** How long a closed case is kept, and the last day of it. */
interface Kept {
  readonly rule: RetentionRule
  readonly until: Day
}

/** Null while it is open, and where the pack has no rule for it. */
export function keptUntil(kase: Case, { retention = [], zone }: Policy): Kept | null {
  if (!kase.closed) return null
  const rule = retention.find((one) => one.of === sortOf(kase))
  if (!rule) return null
  const from = rule.from === 'closed' ? kase.closed.at : (kase.occurredAt ?? kase.raisedAt)
  return { rule, until: plusMonths(localDay(from, zone), rule.years * 12) }
}

function sortOf({ type, closed }: Case): RetentionRule['of'] {
  if (type === 'concern') return 'concern'
  return closed?.how === 'downgrade' || closed?.how === 'delete' ? 'downgraded' : 'incident'
}

/** An administrator's decision on how long a case is kept. */
export function keeping(
  kase: Case,
  intent: CaseIntentOf<'hold' | 'release' | 'remove'>,
  context: Context,
): Decision<CaseEvent> {
  if (intent.because.trim() === '') return refuse('missing', 'Say why: --because "…"')
  switch (intent.type) {
    case 'hold':
      return hold(kase, intent, context)
    case 'release':
      return release(kase, intent, context)
    case 'remove':
      return remove(kase, intent, context)
  }
}

/** Removes all that was written of a case, once nothing keeps it any more. */
function remove(kase: Case, intent: CaseIntentOf<'remove'>, context: Context): Decision<CaseEvent> {
  const refused = stillKept(kase, context)
  if (refused) return refused
  const kept = keptUntil(kase, context.policy)
  if (!kept)
    return refuse(
      'unknown',
      'The rules say nothing of how long this is kept: add “retention” to your pack.',
    )
  const { directory, now: at, policy } = context
  if (localDay(at, policy.zone) <= kept.until)
    return refuse(
      'tooEarly',
      `${referenceOf(kase.id)} is kept until ${showDate(kept.until)}: ${kept.rule.label} (${kept.rule.id}). Nothing was changed.`,
    )
  return accept({
    type: 'removed',
    at,
    by: doerOf(directory, intent.by),
    because: intent.because.trim(),
    rule: kept.rule.id,
    keptUntil: kept.until,
    meetings: kase.meetings.map(({ meeting }) => meeting),
  })
}

function stillKept(kase: Case, { directory, policy }: Context): Refused | null {
  const reference = referenceOf(kase.id)
  if (!kase.closed)
    return refuse('notOpen', `${reference} is open; only what is closed can be removed.`)
  const open = kase.meetings.filter(({ closedAt }) => closedAt === null)
  if (open.length > 0)
    return refuse(
      'missing',
      `${reference} has a meeting without a record: ${open.map(({ meeting }) => referenceOf(meeting)).join(', ')}. Record it first.`,
    )
  if (!kase.hold) return null
  const { at, by, because } = kase.hold
  const who = by.type === 'person' ? nameOf(directory, by.person) : 'somebody'
  return refuse(
    'invalid',
    `${reference} is held since ${showLocal(at, policy.zone)} by ${who}: ${because} Release it first.`,
  )
}

/** Keeps a case beyond its time: for an inquest, an inquiry, a claim. */
function hold(kase: Case, intent: CaseIntentOf<'hold'>, context: Context): Decision<CaseEvent> {
  if (kase.hold) return refuse('stale', `${referenceOf(kase.id)} is held already.`)
  const by = doerOf(context.directory, intent.by)
  return accept({ type: 'held', at: context.now, by, because: intent.because.trim() })
}

function release(
  kase: Case,
  intent: CaseIntentOf<'release'>,
  context: Context,
): Decision<CaseEvent> {
  if (!kase.hold) return refuse('stale', `${referenceOf(kase.id)} is not held.`)
  const by = doerOf(context.directory, intent.by)
  return accept({ type: 'released', at: context.now, by, because: intent.because.trim() })
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
