import { withNotice } from '../../with-notice.ts'
import { allWithdrawn } from '../evolve-seats.ts'
import type { Meeting } from '../meeting.ts'
import type { OffEvent } from './off.ts'

export function evolveOff(
  meeting: Meeting,
  { at, by, reason }: OffEvent & { readonly at: string },
): Meeting {
  return {
    ...withNotice(meeting, at, { say: 'calledOff' }),
    status: 'closed',
    calledOff: { at, by, reason },
    prompts: allWithdrawn(meeting.prompts),
  }
}
