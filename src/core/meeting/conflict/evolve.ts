import { withNotice } from '../../with-notice.ts'
import type { MeetingEventOf } from '../event.ts'
import type { Meeting } from '../meeting.ts'
import type { ConflictEvent } from './event.ts'

/** Who has a conflict of interest, after one fact; what was declared stays. */
export function evolveConflict(
  meeting: Meeting,
  event: MeetingEventOf<ConflictEvent['type']>,
): Meeting {
  const { conflicts = [] } = meeting
  switch (event.type) {
    case 'conflictDeclared': {
      const { type, ...facts } = event
      const n = conflicts.length + 1
      const after = { ...meeting, conflicts: [...conflicts, { n, ...facts, returned: null }] }
      return noticed(after, event, n, 'declared')
    }
    case 'conflictReturned': {
      const { at, by, reason, conflict } = event
      const after = conflicts.map((one) =>
        one.n === conflict ? { ...one, returned: { at, by, reason } } : one,
      )
      return noticed({ ...meeting, conflicts: after }, event, conflict, 'returned')
    }
  }
}

function noticed(
  meeting: Meeting,
  { at }: MeetingEventOf<ConflictEvent['type']>,
  conflict: number,
  what: 'declared' | 'returned',
): Meeting {
  return withNotice(meeting, at, { say: 'conflict', what, conflict })
}
