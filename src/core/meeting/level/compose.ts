import type { Composing } from '../../kind.ts'
import type { Message } from '../../message/message.ts'
import { composeLeftEnhanced } from '../../provider/compose-left-enhanced.ts'
import type { Meeting } from '../meeting.ts'
import type { LevelNotice } from './level.ts'

/** To those who were in it: whoever recorded it is called by name. */
export function composeLevelLeft(
  { id: record, provider, record: held }: Meeting,
  left: LevelNotice,
  composing: Composing,
): Message {
  const by = held?.by
  const people = by?.type === 'person' ? [by.person] : []
  const why = 'This meeting did not decide so.'
  return composeLeftEnhanced({ record, provider, people, why }, left, composing)
}
