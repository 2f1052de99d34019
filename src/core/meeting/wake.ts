import { accept, type Decision } from '../decision.ts'
import type { Context } from '../kind.ts'
import type { Prompt } from '../prompt.ts'
import { wakeActions } from './action/decide.ts'
import { tellOfRefusals } from './action/told.ts'
import { askNextChair, callNext } from './calling.ts'
import { wakeDisputes } from './decision/dispute-clock.ts'
import { passDisputesOn } from './decision/resolver.ts'
import { type Draft, draftOf } from './draft.ts'
import type { MeetingEvent } from './event.ts'
import { noteLeavers } from './leavers.ts'
import type { Meeting } from './meeting.ts'
import { sealedBy } from './minutes/decide.ts'
import { isOverdue } from './minutes/over.ts'
import { wakeNudges } from './nudge/clock.ts'
import { shutRooms } from './room/decide.ts'
import { isFilled, lastCall, seatsCalledFor } from './seats.ts'

/** Reminds of every call that nobody has answered, and calls the next in line. */
export function wake(meeting: Meeting, context: Context): Decision<MeetingEvent> {
  const draft = draftOf(meeting)
  noteLeavers(draft, context)
  passDisputesOn(draft, context)
  tellOfRefusals(draft, context)
  const overdue = draft
    .meeting()
    .prompts.filter(
      ({ state, climbAt }) => state === 'open' && climbAt !== null && climbAt <= context.now,
    )
  // Whoever is asked now is not reminded in the same breath.
  wakeNudges(draft, context)
  for (const prompt of overdue) climb(draft, prompt, context)
  if (isOverdue(meeting, context.now)) {
    draft.add(sealedBy(meeting, { type: 'clock' }, context))
    for (const shut of shutRooms(draft.meeting(), context)) draft.add(shut)
  }
  wakeActions(draft, context)
  wakeDisputes(draft, context)
  return accept(...draft.events)
}

/** Asks or calls whoever is next, now. */
export function climb(draft: Draft, prompt: Prompt, context: Context): void {
  draft.add({ type: 'climbed', at: context.now, prompt: prompt.id })
  if (prompt.id === 'chair') {
    askNextChair(draft, context)
    return
  }
  for (const person of prompt.asked) {
    for (const seat of seatsCalledFor(draft.meeting(), person)) {
      const last = lastCall(seat)
      if (!isFilled(seat) && last?.person === person && last.state === 'asked')
        callNext(draft, seat.id, context)
    }
  }
}
