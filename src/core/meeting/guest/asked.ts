import type { Asked } from '../../permission/asked.ts'
import { MUSTER } from '../../permission/asked.ts'
import { type Surroundings, whoMay } from '../../permission/permitted.ts'
import { callerOf, chairOf } from '../action/asked.ts'
import { guardedRoom } from '../guarded.ts'
import type { Meeting } from '../meeting.ts'
import type { GuestIntent } from './intent.ts'

export type GuestAsking = Pick<GuestIntent, 'type' | 'by'>

/** Who may bring somebody in, or take them out: whoever chairs or called it. */
export function askedOfGuest(meeting: Meeting, { type, by }: GuestAsking): Asked {
  const { kind, provider } = meeting
  const meant = { chair: chairOf(meeting), caller: callerOf(meeting) }
  return { kind, intent: type, by, provider, guarded: () => guardedRoom(meeting), meant }
}

export function whoMayBringIn(meeting: Meeting, around: Surroundings): readonly string[] {
  return whoMay(askedOfGuest(meeting, { type: 'bringIn', by: MUSTER }), around)
}
