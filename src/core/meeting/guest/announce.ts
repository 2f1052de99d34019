import type { Effect } from '../../effect.ts'
import { itself } from '../addressing.ts'
import type { Meeting } from '../meeting.ts'
import { allRooms } from '../room/rooms.ts'
import { seatPromptId } from '../seats.ts'
import type { GuestEvent } from './event.ts'

/** Out of its rooms; what they were told says so, and the roll why. */
export function announceGuest(meeting: Meeting, event: GuestEvent): readonly Effect[] {
  if (event.type === 'seatAdded') return []
  const { person } = event
  const own = (meeting.left ?? []).filter(({ to }) => to.type === 'person' && to.person === person)
  const rooms = allRooms(meeting).filter(({ under }) => under === undefined)
  return [
    ...rooms.map((place): Effect => ({ type: 'remove', place, people: [person] })),
    ...own.map(
      (place): Effect => ({
        type: 'message',
        place,
        slot: `prompt:${seatPromptId(person)}`,
        urgent: false,
      }),
    ),
    ...itself(meeting),
  ]
}
