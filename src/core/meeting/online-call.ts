import type { Effect } from '../effect.ts'
import { referenceOf } from '../record-id.ts'
import { itself, toPeople } from './addressing.ts'
import type { Meeting } from './meeting.ts'
import { pins } from './room/announce.ts'

/** The call that is made for it, or starts at another time; none where nobody makes one. */
export function ownCall({ id, label, call }: Meeting): Effect[] {
  if (call === null) return []
  const { channel } = call
  const subject = `${label} ${referenceOf(id)}`
  return [{ type: 'call', channel, name: nameOf(id), subject }]
}

/** Also one that was only asked for: the answer may have been lost. */
export function endOfCall({ id, call }: Meeting): Effect[] {
  return call === null ? [] : [{ type: 'endCall', channel: call.channel, name: nameOf(id) }]
}

function nameOf(id: Meeting['id']): string {
  return referenceOf(id).toLowerCase()
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
