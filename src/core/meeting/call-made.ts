import type { MeetingEventOf } from './event.ts'
import type { Meeting } from './meeting.ts'

type Failed = Meeting['undelivered'][number]

/** Whether its call could not be made, or keeps the time that was given up. */
export function hasCallFailed({ undelivered }: Meeting): boolean {
  return undelivered.some(isOfCall)
}

/** What failed before is mended by it. */
export function withCall(
  meeting: Meeting,
  { channel, url }: Pick<MeetingEventOf<'callMade'>, 'channel' | 'url'>,
): Meeting {
  const undelivered = meeting.undelivered.filter((one) => !isOfCall(one))
  return { ...meeting, call: { channel, url }, undelivered }
}

/** Where it was made it stands, whatever else is refused of it. */
export function withFailure(meeting: Meeting, { slot, place, reason, mark }: Failed): Meeting {
  const isUnmade = slot === 'call' && !meeting.call?.url
  const failed = { slot, place, reason, ...(mark !== undefined && { mark }) }
  const undelivered = [...meeting.undelivered, failed]
  return { ...meeting, ...(isUnmade && { call: null }), undelivered }
}

function isOfCall({ slot }: Failed): boolean {
  return slot === 'call'
}
