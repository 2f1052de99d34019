import { doerText } from '../../case/words.ts'
import type { Composing } from '../../kind.ts'
import type { Inline, Part } from '../../message/message.ts'
import { plainText } from '../../message/plain.ts'
import type { Prompt } from '../../prompt.ts'
import type { Instant } from '../../time/instant.ts'
import { showLocal } from '../../time/local.ts'
import type { Meeting } from '../meeting.ts'
import { readsWhy } from '../words.ts'
import type { TimeChange } from './change.ts'

export const ASKED_AGAIN = 'Answers for the old time do not count for the new one: please answer.'

/** `It starts Sat 14 Aug 2027 16:00 BST, and not Sat 14 Aug 2027 15:00 BST. Changed 10:05 by Ada.` */
export function changeText(
  { at, by, from, to }: TimeChange,
  composing: Composing,
): readonly Inline[] {
  const time = (instant: Instant) => showLocal(instant, composing.policy.zone)
  const before = from === null ? 'as soon as it was called' : time(from)
  return [
    `It starts ${time(to)}, and not ${before}. Changed ${time(at)} by `,
    ...doerText(by, composing),
    '.',
  ]
}

/** On the card: the newest change, and that there were others. */
export function timePart(meeting: Meeting, composing: Composing): Part[] {
  const { times = [], status } = meeting
  const newest = times.at(-1)
  if (!newest || status === 'closed') return []
  const more = times.length === 1 ? [] : [` Its time was changed ${times.length} times.`]
  const why = readsWhy(meeting, composing.viewer) ? [` Why: ${newest.reason}`] : []
  return [{ kind: 'alert', text: [...changeText(newest, composing), ...why, ...more] }]
}

/** On the roll: who has answered since, and who has not. */
export function answeredSince(meeting: Meeting): Part[] {
  const { times = [], prompts, status } = meeting
  const newest = times.at(-1)
  if (!newest || status === 'closed') return []
  const seats = prompts.filter(({ asks, state }) => asks === 'seat' && state !== 'withdrawn')
  const isSince = ({ answeredAt }: Prompt) => answeredAt !== null && answeredAt >= newest.at
  const since = seats.filter((one) => one.state === 'answered' && isSince(one))
  const waiting = seats.filter(({ state }) => state === 'open')
  const text = [
    ...named('Answered for the new time: ', since, 'nobody yet'),
    ...named(' Not yet: ', waiting, 'nobody'),
  ]
  return [{ kind: 'text', text }]
}

function named(words: string, prompts: readonly Prompt[], none: string): Inline[] {
  const people = [...new Set(prompts.flatMap(({ asked }) => asked))]
  if (people.length === 0) return [`${words}${none}.`]
  return [
    words,
    ...people.flatMap((person, n): Inline[] => [...(n > 0 ? [', '] : []), { person }]),
    '.',
  ]
}

/** In their own call: that it is another time than the one that they answered for. */
export function newTimePart(meeting: Meeting, { state }: Prompt, composing: Composing): Part[] {
  const newest = meeting.times?.at(-1)
  if (!newest || state !== 'open') return []
  return [{ kind: 'alert', text: [...changeText(newest, composing), ` ${ASKED_AGAIN}`] }]
}

/** For the record: every change, the first first. */
export function timeFacts({ times = [] }: Meeting, composing: Composing): [string, string][] {
  const { directory } = composing
  return times.map((one): [string, string] => [
    'Start changed',
    `${plainText(changeText(one, composing), directory)} Why: ${one.reason}`,
  ])
}
