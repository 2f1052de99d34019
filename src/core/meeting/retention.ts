import { accept, type Decision, refuse } from '../decision.ts'
import type { Context } from '../kind.ts'
import { referenceOf } from '../record-id.ts'
import type { MeetingEvent } from './event.ts'
import type { MeetingIntentOf } from './intent.ts'
import type { Meeting } from './meeting.ts'

/** A meeting is removed with its case, and not by itself: whether it may be was decided there. */
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
