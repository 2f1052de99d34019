import type { Effect, Slot } from '../../effect.ts'
import { message, onChannels } from '../addressing.ts'
import { closing } from '../closing.ts'
import { withoutPlace } from '../guarded.ts'
import type { Meeting } from '../meeting.ts'

/** All that stands of it says so; and a message of its own to each, since one that is edited calls nobody. By letter the call itself says it. */
export function announceOff(meeting: Meeting): readonly Effect[] {
  return [...closing(meeting), ...toldOff(meeting)]
}

/** What each was told of it in private. */
export function toldOff(meeting: Meeting): readonly Effect[] {
  const channels = [...meeting.places.map(({ channel }) => channel), ...withoutPlace(meeting)]
  return meeting.people.flatMap((person) =>
    offSlots(meeting, person).flatMap((slot) =>
      onChannels(meeting, person, channels).map((place) => message(meeting, place, slot)),
    ),
  )
}

/** What somebody was told of it in private; whoever called it off knows. */
export function offSlots({ notices, calledOff }: Meeting, person: string): Slot[] {
  const { by } = calledOff ?? {}
  if (by?.type === 'person' && by.person === person) return []
  const said = notices.findLast((one) => one.said.say === 'calledOff')
  return said ? [`notice:${said.n}`] : []
}
