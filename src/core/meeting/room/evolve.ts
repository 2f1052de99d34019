import { type Place, placeKey } from '../../effect.ts'
import type { MeetingEventOf } from '../event.ts'
import type { Meeting } from '../meeting.ts'
import type { RoomEvent } from './event.ts'

export function evolveRooms(meeting: Meeting, event: MeetingEventOf<RoomEvent['type']>): Meeting {
  switch (event.type) {
    case 'roomsShut':
      return event.places.reduce((before, place) => shutting(before, place, false), meeting)
    case 'roomFoundShut':
      return shutting(meeting, event.place, true)
    case 'notLetIn': {
      const { channel, left, letIn = [] } = event
      const known = [...left.map(({ person }) => person), ...letIn]
      const others = (meeting.notLetIn ?? []).filter(
        (one) => one.channel !== channel || !known.includes(one.person),
      )
      return { ...meeting, notLetIn: [...others, ...left.map((one) => ({ ...one, channel }))] }
    }
    case 'guestShared': {
      const { person, channel, refused } = event
      const others = (meeting.shared ?? []).filter(
        (one) => one.person !== person || one.channel !== channel,
      )
      return { ...meeting, shared: [...others, { person, channel, refused }] }
    }
  }
}

function shutting(meeting: Meeting, place: Place, found: boolean): Meeting {
  const { places, shut = [] } = meeting
  const isSame = (one: Place) => placeKey(one) === placeKey(place)
  if (shut.some((one) => isSame(one.place))) return meeting
  return {
    ...meeting,
    places: places.filter((one) => !isSame(one)),
    shut: [...shut, { place, found }],
  }
}
