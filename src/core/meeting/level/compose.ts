import type { Composing } from '../../kind.ts'
import type { Message } from '../../message/message.ts'
import { composeLeftEnhanced } from '../../provider/compose-left-enhanced.ts'
import type { Meeting } from '../meeting.ts'
import type { LevelNotice } from './level.ts'

const WHY = {
  otherwise: 'This meeting did not decide so.',
  corrected: 'That rests on this meeting, whose record says something else now.',
  held: 'That rests on this meeting, whose record says another time of holding now, by which it was too early.',
} as const

/** To those who were in it: whoever recorded it is called by name. */
export function composeLevelLeft(
  { id: record, provider, record: held }: Meeting,
  left: LevelNotice,
  composing: Composing,
): Message {
  const by = held?.by
  const people = by?.type === 'person' ? [by.person] : []
  const why = WHY[left.how ?? 'otherwise']
  return composeLeftEnhanced({ record, provider, people, why }, left, composing)
}
