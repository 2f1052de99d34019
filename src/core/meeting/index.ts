import type { Intent } from '../intent.ts'
import type { Index, Kind } from '../kind.ts'
import { earliest } from '../time/instant.ts'
import { owersOfActions } from './action/owed.ts'
import { announceMeeting, standingMeeting } from './announce.ts'
import { composeMeeting } from './compose.ts'
import { decideMeeting } from './decide.ts'
import { resolversOf } from './decision/ballot.ts'
import { disputesDue, disputeWakes } from './decision/dispute-clock.ts'
import type { MeetingEvent } from './event.ts'
import { evolveMeeting } from './evolve.ts'
import { followMeeting } from './follow.ts'
import type { MeetingIntent } from './intent.ts'
import type { Meeting } from './meeting.ts'
import { sealsAt } from './minutes/over.ts'
import { withNudges } from './nudge/announce.ts'
import { nudgeWakes } from './nudge/clock.ts'
import { recordersOf } from './seats.ts'
import { isActing, isDraft } from './unfinished.ts'

export { guardedMeeting, hasLeft as hasLeftMeeting } from './guarded.ts'

export { namesLeavers } from './leavers.ts'

export const meetingKind: Kind<Meeting, MeetingIntent, MeetingEvent, Intent> = {
  decide: decideMeeting,
  evolve: evolveMeeting,
  announce: (meeting, event) => withNudges(meeting, event, announceMeeting(meeting, event)),
  compose: composeMeeting,
  follow: followMeeting,
  index,
  standing: standingMeeting,
}

function index(meeting: Meeting): Index {
  const { kind, timeline, provider, case: kase, rule, prompts, actions = [] } = meeting
  const status = meeting.removed ? 'removed' : meeting.status
  const open = prompts.filter(({ state }) => state === 'open')
  return {
    timeline,
    wakeAt: earliest([
      ...open.map(({ climbAt }) => climbAt),
      ...actions.map(({ nudgeAt }) => nudgeAt),
      ...nudgeWakes(meeting),
      ...disputeWakes(meeting),
      sealsAt(meeting),
    ]),
    // No source gives a meeting a deadline; what it asks for has one.
    dueAt: earliest([
      ...actions.flatMap((one) => (one.state === 'accepted' ? [one.dueAt] : [])),
      ...disputesDue(meeting),
    ]),
    facets: {
      kind: [kind],
      status: [
        status,
        ...(isActing(meeting) && !meeting.removed ? ['acting'] : []),
        ...(isDraft(meeting) && !meeting.removed ? ['draft'] : []),
      ],
      provider: provider.slug === null ? [] : [provider.slug],
      case: kase === null ? [] : [kase],
      rule: [rule],
      person: [
        ...new Set([
          ...open.flatMap(({ asked }) => asked),
          ...recordersOf(meeting),
          ...owersOfActions(meeting),
          ...resolversOf(meeting),
        ]),
      ],
    },
  }
}
