import { allWithdrawn } from '../evolve-seats.ts'
import type { Meeting } from '../meeting.ts'
import type { OffEvent } from './off.ts'

export function evolveOff(
  meeting: Meeting,
  { at, by, reason }: OffEvent & { readonly at: string },
): Meeting {
  const { notices, prompts } = meeting
  return {
    ...meeting,
    status: 'closed',
    calledOff: { at, by, reason },
    prompts: allWithdrawn(prompts),
    notices: [...notices, { n: notices.length + 1, at, said: { say: 'calledOff' } }],
  }
}
