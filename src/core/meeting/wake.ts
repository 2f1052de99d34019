import { accept, type Decision } from '../decision.ts'
import type { Context } from '../kind.ts'
import type { Prompt } from '../prompt.ts'
import { askNextChair, callNext } from './calling.ts'
import { type Draft, draftOf } from './draft.ts'
import type { MeetingEvent } from './event.ts'
import type { MeetingIntentOf } from './intent.ts'
import type { Meeting } from './meeting.ts'
import { isFilled, lastCall, seatsCalledFor } from './seats.ts'

/** Calls the next in line for every call that nobody has answered in time. */
export function wake(meeting: Meeting, context: Context): Decision<MeetingEvent> {
  const draft = draftOf(meeting)
  const overdue = meeting.prompts.filter(
    ({ state, climbAt }) => state === 'open' && climbAt !== null && climbAt <= context.now,
  )
  for (const prompt of overdue) climb(draft, prompt, context)
  return accept(...draft.events)
}

/** A call that does not arrive goes to the next in line at once; a room that cannot be made is done without. */
export function undelivered(
  meeting: Meeting,
  { slot, place, reason }: MeetingIntentOf<'noteUndelivered'>,
  context: Context,
): Decision<MeetingEvent> {
  const { now } = context
  const [channel = '', to = '', name = ''] = place.split('/')
  if (to === 'new') {
    const stands = meeting.places.some((one) => one.channel === channel)
    return stands ? accept() : accept({ type: 'roomFailed', at: now, channel, reason })
  }
  if (meeting.undelivered.some((one) => one.slot === slot && one.place === place)) return accept()
  const draft = draftOf(meeting)
  draft.add({ type: 'undelivered', at: now, slot, place, reason })
  const prompt = meeting.prompts.find(
    ({ id, state }) => slot === `prompt:${id}` && state === 'open',
  )
  const waits = prompt?.asked.at(-1) === name && prompt.climbAt !== null
  if (to === 'person' && prompt && waits && unreachable(draft.meeting(), slot, name))
    climb(draft, prompt, context)
  return accept(...draft.events)
}

function climb(draft: Draft, prompt: Prompt, context: Context): void {
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

function unreachable(
  { reach, undelivered: failed }: Meeting,
  slot: string,
  person: string,
): boolean {
  const channels = reach[person] ?? []
  return channels.every((channel) =>
    failed.some((one) => one.slot === slot && one.place === `${channel}/person/${person}`),
  )
}
