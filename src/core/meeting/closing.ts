import type { Effect } from '../effect.ts'
import { inRooms, itself, toPeople } from './addressing.ts'
import type { Meeting } from './meeting.ts'
import { toldOfTime } from './time/announce.ts'

/** Every prompt says that it is over, so that nobody presses a button in vain. */
export function closing(meeting: Meeting): Effect[] {
  return [
    ...itself(meeting),
    ...inRooms(meeting, `notice:${meeting.notices.length}`),
    ...(meeting.chair ? inRooms(meeting, 'prompt:chair') : []),
    ...meeting.prompts.flatMap(({ id, asked }) => toPeople(meeting, asked, `prompt:${id}`)),
    ...toldOfTime(meeting, [...new Set(meeting.prompts.flatMap(({ asked }) => asked))]),
  ]
}
