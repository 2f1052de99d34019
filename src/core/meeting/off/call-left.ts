import { ended } from '../../case/words.ts'
import type { Effect } from '../../effect.ts'
import type { Context } from '../../kind.ts'
import { type Heard, serviceName } from '../../late.ts'
import type { Message } from '../../message/message.ts'
import { message } from '../addressing.ts'
import type { Draft } from '../draft.ts'
import { personPlaces } from '../guarded.ts'
import type { Meeting } from '../meeting.ts'
import { convenersOf } from '../seats.ts'
import { meetingTitle } from '../words.ts'
import type { CallLeftNotice } from './off.ts'

export function tellOfCallLeft(
  draft: Draft,
  { slot, place, reason }: Pick<Heard, 'slot' | 'place' | 'reason'>,
  { now: at }: Pick<Context, 'now'>,
): void {
  const [channel = ''] = place.split('/')
  if (slot === 'endCall' && draft.meeting().calledOff)
    draft.add({ type: 'callLeft', at, channel, reason })
}

/** In private to whoever called it off, or once they have left to whoever follows the convener: its rooms are closed. */
export function announceCallLeft(meeting: Meeting): Effect[] {
  const { calledOff, people, reach, notices } = meeting
  const by = calledOff?.by.type === 'person' ? [calledOff.by.person] : []
  const [person] = [...by, ...convenersOf(meeting)].filter((one) => people.includes(one))
  if (person === undefined) return []
  const slot = `notice:${notices.length}` as const
  return personPlaces(person, reach[person] ?? []).map((place) => message(meeting, place, slot))
}

/** What they can do about it, and why they have to. */
export function composeCallLeft(meeting: Meeting, { channel, reason }: CallLeftNotice): Message {
  const service = serviceName(channel)
  const url = meeting.call?.url
  const link = url ? ` Its link still works: ${url}` : ''
  return {
    title: `${meetingTitle(meeting)}: its call is still there`,
    parts: [
      {
        kind: 'alert',
        text: `It was called off, but its call on ${service} could not be deleted: somebody may still join it. Delete it on ${service} by hand, or ask whoever looks after ${service} to.`,
      },
      { kind: 'text', text: `Why: ${ended(reason)}${link}` },
    ],
  }
}
