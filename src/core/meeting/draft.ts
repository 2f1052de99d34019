import type { MeetingEvent } from './event.ts'
import { evolveMeeting } from './evolve.ts'
import type { Meeting } from './meeting.ts'

/** A decision in the making: each event is applied, so that the next step sees it. */
export interface Draft {
  readonly meeting: () => Meeting
  readonly events: readonly MeetingEvent[]
  readonly add: (event: MeetingEvent) => void
}

export function draftOf(meeting: Meeting): Draft {
  let state = meeting
  const events: MeetingEvent[] = []
  return {
    meeting: () => state,
    events,
    add: (event) => {
      state = evolveMeeting(state, event)
      events.push(event)
    },
  }
}
