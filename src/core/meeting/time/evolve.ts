import { withNotice } from '../../with-notice.ts'
import type { Call, Meeting } from '../meeting.ts'
import { seatPromptId } from '../seats.ts'
import type { TimeEvent } from './event.ts'

type Fact = TimeEvent & { readonly at: string }

/** The old start stays on record; whoever is asked again has not answered. */
export function evolveTime(meeting: Meeting, event: Fact): Meeting {
  const { at, by, from, to, reason, prompts, told, declined } = event
  const { times = [], chair } = meeting
  const fresh = new Map(prompts.map((prompt) => [prompt.id, prompt]))
  return {
    ...withNotice(meeting, at, { say: 'time', change: times.length + 1 }),
    startsAt: to,
    times: [...times, { at, by, from, to, reason, told: [...told] }],
    prompts: meeting.prompts.map((prompt) => fresh.get(prompt.id) ?? prompt),
    lines: meeting.lines.map((line) => ({
      ...line,
      seats: line.seats.map((seat) => ({
        ...seat,
        calls: seat.calls.map((call) =>
          fresh.has(seatPromptId(call.person)) ? askedAgain(call, at) : call,
        ),
      })),
    })),
    ...(chair && declined && { chair: { ...chair, person: null, declined: [...declined] } }),
  }
}

/** Of those who were called and are still in line. */
function askedAgain(call: Call, at: string): Call {
  const { state } = call
  if (state === 'asked' || state === 'stoodDown' || state === 'gone') return call
  return { ...call, at, state: 'asked', reason: null }
}
