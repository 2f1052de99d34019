import { accept, type Decision } from '../../decision.ts'
import { placeKey } from '../../effect.ts'
import type { Context } from '../../kind.ts'
import type { MeetingEvent, MeetingEventOf } from '../event.ts'
import type { MeetingIntentOf } from '../intent.ts'
import type { Meeting } from '../meeting.ts'
import type { RoomIntent } from './intent.ts'
import { allRooms } from './rooms.ts'

/**
 * Closes its own rooms once all is said there: its record is sealed, or it was called off. A confidential
 * meeting keeps its own open: whoever is taken off the list must be taken out of it, and Slack takes
 * nobody out of a room that is archived, nor lets a bot open one again.
 */
export function shutRooms(
  { places, confidential }: Pick<Meeting, 'places' | 'confidential'>,
  { now }: Pick<Context, 'now'>,
): readonly MeetingEventOf<'roomsShut'>[] {
  const own = confidential ? [] : places.filter(({ under }) => under === undefined)
  return own.length === 0 ? [] : [{ type: 'roomsShut', at: now, places: own }]
}

/** Somebody closed one of its own rooms by hand; undefined where it is none of its own. */
export function foundShut(
  meeting: Meeting,
  { slot, place: name }: Pick<MeetingIntentOf<'noteUndelivered'>, 'slot' | 'place'>,
  at: string,
): MeetingEventOf<'roomFoundShut'> | undefined {
  const place = allRooms(meeting).find((one) => !one.under && placeKey(one) === name)
  return place && { type: 'roomFoundShut', at, place, slot }
}

/** What a service says of its rooms. */
export function noteOfRooms(
  { notLetIn = [] }: Pick<Meeting, 'notLetIn'>,
  intent: RoomIntent,
  { now: at }: Pick<Context, 'now'>,
): Decision<MeetingEvent> {
  if (intent.type === 'noteNotLetIn') {
    const { channel, left } = intent
    const letIn = (intent.letIn ?? []).filter((person) =>
      notLetIn.some((one) => one.channel === channel && one.person === person),
    )
    if (left.length === 0 && letIn.length === 0) return accept()
    return accept({ type: 'notLetIn', at, channel, left, ...(letIn.length > 0 && { letIn }) })
  }
  const { person, channel, refused } = intent
  return accept({ type: 'guestShared', at, person, channel, refused })
}
