import { type Asked, MUSTER } from '../../permission/asked.ts'
import { type Surroundings, whoMay } from '../../permission/permitted.ts'
import { callerOf, chairOf } from '../action/asked.ts'
import { guardedRoom } from '../guarded.ts'
import type { Meeting } from '../meeting.ts'

/** Whoever chairs or called it. */
export function askedToCallOff(meeting: Meeting, by: Asked['by']): Asked {
  const { kind, provider, label } = meeting
  const meant = { chair: chairOf(meeting), caller: callerOf(meeting) }
  const about = `the ${label.toLowerCase()}`
  return {
    kind,
    intent: 'callOff',
    by,
    provider,
    about,
    guarded: () => guardedRoom(meeting),
    meant,
  }
}

export function whoMayCallOff(meeting: Meeting, around: Surroundings): readonly string[] {
  return whoMay(askedToCallOff(meeting, MUSTER), around)
}
