import type { Effect, Place, Slot } from '../../effect.ts'
import { personPlaces, withoutPlace } from '../guarded.ts'
import { isForLetters } from '../invitation/letters.ts'
import type { Meeting } from '../meeting.ts'
import type { MinutesEvent } from './event.ts'

/** The record stands in the meeting’s places; whoever was called and is in none of them has it in private, or by letter. */
export function announceMinutes(meeting: Meeting, event: MinutesEvent): readonly Effect[] {
  const news: Slot = `notice:${meeting.notices.length}`
  const record = slotOfRecord(meeting)
  switch (event.type) {
    // In its places it is posted with the end of the meeting.
    case 'drafted':
      return toThoseApart(meeting, record)
    case 'corrected':
    case 'sealed':
      return [...everywhere(meeting, record), ...everywhere(meeting, [news])]
    case 'addendumAdded':
      return [...everywhere(meeting, record, closedOn(meeting)), ...everywhere(meeting, [news])]
  }
}

/** Which message the record is, if there is one. */
export function slotOfRecord({ notices }: Pick<Meeting, 'notices'>): Slot[] {
  const found = notices.findLast(({ said }) => said.say === 'recorded')
  return found ? [`notice:${found.n}`] : []
}

/** In a room that was closed with it the record is read as it was: nobody needs another. */
function closedOn({ shut = [] }: Meeting): readonly string[] {
  return shut.flatMap(({ place, found }) => (found ? [] : [place.channel]))
}

function everywhere(
  meeting: Meeting,
  slots: readonly Slot[],
  except: readonly string[] = [],
): Effect[] {
  const inPlaces = slots.flatMap((slot) => meeting.places.map((place) => message(place, slot)))
  return [...inPlaces, ...toThoseApart(meeting, slots, except)]
}

function toThoseApart(
  meeting: Meeting,
  slots: readonly Slot[],
  except: readonly string[] = [],
): Effect[] {
  const { people, reach, minutes } = meeting
  const without = withoutPlace(meeting).filter((one) => !except.includes(one))
  return people.flatMap((person) => {
    const isApart = minutes?.apart.includes(person) ?? false
    const channels = (reach[person] ?? []).filter(
      (one) => isApart || without.includes(one) || isForLetters(meeting, one),
    )
    return personPlaces(person, channels).flatMap((place) =>
      slots.map((slot) => message(place, slot)),
    )
  })
}

function message(place: Place, slot: Slot): Effect {
  return { type: 'message', place, slot, urgent: false }
}
