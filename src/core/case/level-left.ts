import { z } from 'zod'
import { accept, type Decision } from '../decision.ts'
import type { Composing, Context } from '../kind.ts'
import type { Message } from '../message/message.ts'
import { composeLeftEnhanced } from '../provider/compose-left-enhanced.ts'
import { LeftEnhanced } from '../provider/left-enhanced.ts'
import { RecordId } from '../record-id.ts'
import type { Case } from './case.ts'
import { decidersOf } from './confidential.ts'
import type { CaseEvent } from './event.ts'
import type { CaseIntentOf } from './intent.ts'

/** Its provider left enhanced, though a meeting of this confidential case had not decided so. */
const OfMeeting = { meeting: RecordId, ...LeftEnhanced.shape }

export type LevelLeft = { readonly type: 'levelLeft' } & Omit<LevelLeftSaid, 'say'>

export const LevelLeftSaid = z.object({ say: z.literal('levelLeft'), ...OfMeeting })
export type LevelLeftSaid = z.infer<typeof LevelLeftSaid>

export function levelLeftIntent(kind: z.ZodLiteral<'case'>) {
  return z.object({ kind, type: z.literal('noteLevelLeft'), ...OfMeeting })
}

export function noteLevelLeft(
  { confidential, removed }: Case,
  { kind, type, ...left }: CaseIntentOf<'noteLevelLeft'>,
  { now: at }: Pick<Context, 'now'>,
): Decision<CaseEvent> {
  if (!confidential || removed) return accept()
  return accept({ type: 'levelLeft', at, ...left })
}

const WHY = {
  otherwise: ', had not decided so.',
  corrected: ', on which that rests, says something else now: its record was corrected.',
  held: ', on which that rests, says another time of holding now, by which it was too early.',
} as const

/** To those on its list. What the meeting found is for those who were in it. */
export function levelLeftNotice(kase: Case, said: LevelLeftSaid, composing: Composing): Message {
  const { id: record, provider, confidential } = kase
  const people = confidential ? decidersOf(confidential, provider, composing) : []
  const why = ['A meeting of this case, ', { record: said.meeting }, WHY[said.how ?? 'otherwise']]
  return composeLeftEnhanced({ record, provider, people, why }, said, composing)
}
