import type { Effect } from '../../effect.ts'
import { inRooms, itself, message } from '../addressing.ts'
import { personPlaces } from '../guarded.ts'
import type { Meeting } from '../meeting.ts'
import type { UntoldEvent } from './untold.ts'

/** Whoever called it off, or moved it, in private: its room may be closed. The roll says it too. */
export function announceUntold(meeting: Meeting, { about }: UntoldEvent): Effect[] {
  const { calledOff, times, notices, reach } = meeting
  const by = about === 'calledOff' ? calledOff?.by : times?.at(-1)?.by
  const slot = `notice:${notices.length}` as const
  const own = by?.type === 'person' ? personPlaces(by.person, reach[by.person] ?? []) : []
  return [
    ...own.map((place) => message(meeting, place, slot)),
    ...inRooms(meeting, slot),
    ...itself(meeting),
  ]
}
