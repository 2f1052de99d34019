import { accept, type Decision, type Refused, refuse } from '../decision.ts'
import type { Intent } from '../intent.ts'
import { holding, type Kept, keptFrom, removing, saysNoReason } from '../keeping.ts'
import type { Context, FollowUp } from '../kind.ts'
import type { Doer } from '../people/actor.ts'
import type { Policy } from '../policy/policy.ts'
import { providerId, referenceOf } from '../record-id.ts'
import type { Instant } from '../time/instant.ts'
import { isOver } from './action/action.ts'
import type { MeetingEvent, MeetingEventOf } from './event.ts'
import type { MeetingIntentOf } from './intent.ts'
import type { Meeting } from './meeting.ts'

export interface KeepingEvent {
  readonly type: 'keptLonger' | 'keptNoLonger'
  readonly by: Doer
  readonly because: string
}

/** Of a meeting about a provider; null while it is not over, and where the pack has no rule for it. */
export function keptUntilOf(
  { case: kase, record, calledOff }: Meeting,
  { retention = [], zone }: Pick<Policy, 'retention' | 'zone'>,
): Kept | null {
  const rule = retention.find(({ of }) => of === 'meeting')
  const closedAt = (record ?? calledOff)?.at
  if (kase !== null || closedAt === undefined || !rule) return null
  return keptFrom(rule, rule.from === 'closed' ? closedAt : (record?.heldAt ?? closedAt), zone)
}

/** An administrator's decision on how long a meeting about a provider is kept. */
export function keeping(
  meeting: Meeting,
  intent: MeetingIntentOf<'hold' | 'release' | 'remove'>,
  context: Context,
): Decision<MeetingEvent> {
  const refused = saysNoReason(intent) ?? goesWithCase(meeting)
  if (refused) return refused
  const { now: at, policy } = context
  if (intent.type === 'remove') {
    const open = stillOpen(meeting)
    if (open) return open
    const removal = removing(meeting, keptUntilOf(meeting, policy), intent, context)
    return 'ok' in removal ? removal : accept({ type: 'removed', at, ...removal })
  }
  const decided = holding(meeting, { ...intent, type: intent.type }, context)
  if ('ok' in decided) return decided
  return accept({ type: intent.type === 'hold' ? 'keptLonger' : 'keptNoLonger', at, ...decided })
}

function goesWithCase({ id, case: kase }: Meeting): Refused | null {
  if (kase === null) return null
  const [meeting, of] = [referenceOf(id), referenceOf(kase)]
  return refuse(
    'invalid',
    `${meeting} is a meeting of ${of}: it is kept, held and removed with it.`,
  )
}

function stillOpen({ id, status, actions = [] }: Meeting): Refused | null {
  const reference = referenceOf(id)
  if (status === 'open')
    return refuse('notOpen', `${reference} is not recorded; only what is recorded can be removed.`)
  if (actions.every(isOver)) return null
  return refuse(
    'missing',
    `${reference} has actions that are not over. Sign off or withdraw them first.`,
  )
}

/** The provider keeps words of it: why its level is what it is. Of a meeting of a case, its case says so. */
export function forgetting(
  { id, case: kase, provider }: Meeting,
  { type: _, ...removal }: MeetingEventOf<'removed'>,
): FollowUp<Intent>[] {
  if (kase !== null || provider.slug === null) return []
  const intent = { kind: 'provider' as const, type: 'noteRemoval' as const, records: [id], removal }
  return [{ to: providerId(provider.slug), intent }]
}

/** A meeting of a case is removed with that, and not by itself: whether it may be was decided there. */
export function noteRemoval(
  meeting: Meeting,
  { case: from, removal }: MeetingIntentOf<'noteRemoval'>,
  { now: at }: Context,
): Decision<MeetingEvent> {
  if (meeting.removed) return accept()
  if (meeting.case !== from)
    return refuse('invalid', `${referenceOf(meeting.id)} is not a meeting of that case.`)
  return accept({ ...removal, type: 'removed', at })
}

export function held(
  meeting: Meeting,
  { type, at, by, because }: KeepingEvent & { readonly at: Instant },
): Meeting {
  if (type === 'keptLonger') return { ...meeting, hold: { at, by, because } }
  const { hold: _, ...rest } = meeting
  return rest
}

/** What is left of a meeting: that it was, and the decision that removed it. */
export function tombstone(meeting: Meeting, removed: NonNullable<Meeting['removed']>): Meeting {
  const { id, timeline, policy, rule, label, case: kase, provider, form, calledAt } = meeting
  return {
    kind: 'meeting',
    status: 'closed',
    id,
    timeline,
    policy,
    rule,
    label,
    room: 'room',
    case: kase,
    provider: { ...provider, name: provider.slug === null ? '' : provider.name },
    by: { type: 'clock' },
    calledAt,
    startsAt: null,
    call: null,
    why: '',
    urgent: false,
    casePlaces: [],
    places: [],
    people: [],
    reach: {},
    lines: [],
    chair: null,
    prompts: [],
    undelivered: [],
    late: [],
    notices: [],
    form,
    meets: null,
    transition: null,
    record: null,
    removed,
  }
}
