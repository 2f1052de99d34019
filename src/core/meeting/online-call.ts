import type { Effect } from '../effect.ts'
import { referenceOf } from '../record-id.ts'
import { itself, toPeople } from './addressing.ts'
import type { Meeting } from './meeting.ts'
import { pins } from './room/announce.ts'

/** The call that is made for it; none where nobody makes one. */
export function newCall({ id, label, call, startsAt }: Meeting): Effect[] {
  if (call === null) return []
  const reference = referenceOf(id)
  const [name, subject] = [reference.toLowerCase(), `${label} ${reference}`]
  return [{ type: 'call', channel: call.channel, name, subject, startsAt }]
}

/** All that says how to dial in. */
export function withDialIn(meeting: Meeting): Effect[] {
  return [
    ...pins(meeting, meeting.places),
    ...itself(meeting),
    ...meeting.prompts.flatMap(({ id, asked, state }) =>
      state === 'withdrawn' ? [] : toPeople(meeting, asked, `prompt:${id}`),
    ),
  ]
}
