import type { Intent } from '../intent.ts'
import type { Index, Kind } from '../kind.ts'
import { earliest } from '../time/instant.ts'
import { announceMeeting, standingMeeting } from './announce.ts'
import { composeMeeting } from './compose.ts'
import { decideMeeting } from './decide.ts'
import type { MeetingEvent } from './event.ts'
import { evolveMeeting } from './evolve.ts'
import { followMeeting } from './follow.ts'
import type { MeetingIntent } from './intent.ts'
import type { Meeting } from './meeting.ts'
import { sealsAt } from './minutes/over.ts'
import { recordersOf } from './seats.ts'

export { guardedMeeting } from './guarded.ts'

export const meetingKind: Kind<Meeting, MeetingIntent, MeetingEvent, Intent> = {
  decide: decideMeeting,
  evolve: evolveMeeting,
  announce: announceMeeting,
  compose: composeMeeting,
  follow: followMeeting,
  index,
  standing: standingMeeting,
}

function index(meeting: Meeting): Index {
  const { kind, timeline, provider, case: kase, rule, prompts } = meeting
  const status = meeting.removed ? 'removed' : meeting.status
  const open = prompts.filter(({ state }) => state === 'open')
  return {
    timeline,
    wakeAt: earliest([...open.map(({ climbAt }) => climbAt), sealsAt(meeting)]),
    // No source gives a meeting a deadline.
    dueAt: null,
    facets: {
      kind: [kind],
      status: [status],
      provider: provider.slug === null ? [] : [provider.slug],
      case: kase === null ? [] : [kase],
      rule: [rule],
      person: [...new Set([...open.flatMap(({ asked }) => asked), ...recordersOf(meeting)])],
    },
  }
}
