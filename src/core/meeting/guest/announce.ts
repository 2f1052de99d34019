import type { Effect, Place } from '../../effect.ts'
import { actionsIn } from '../action/announce.ts'
import { inRooms, itself, message } from '../addressing.ts'
import type { Meeting } from '../meeting.ts'
import { allRooms } from '../room/rooms.ts'
import { seatPromptId } from '../seats.ts'
import type { GuestEvent } from './event.ts'

/** Out of its rooms; what they were told says so, and the roll why. */
export function announceGuest(meeting: Meeting, event: GuestEvent): readonly Effect[] {
  if (event.type === 'seatAdded') return []
  const { person, chaired } = event
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
    ...actionsIn(meeting, own),
    ...(chaired ? aboutChair(meeting, own) : []),
    ...itself(meeting),
  ]
}

/** Who chairs is open again, in its rooms and where they were asked. */
function aboutChair(meeting: Meeting, own: readonly Place[]): Effect[] {
  const there = own.map((place) => message(meeting, place, 'prompt:chair'))
  return [...inRooms(meeting, 'prompt:chair'), ...there]
}
