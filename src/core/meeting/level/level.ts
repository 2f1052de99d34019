import { z } from 'zod'
import { accept, type Decision } from '../../decision.ts'
import type { Effect } from '../../effect.ts'
import type { Intent } from '../../intent.ts'
import type { Context, FollowUp } from '../../kind.ts'
import type { Policy } from '../../policy/policy.ts'
import type { Held } from '../../provider/held.ts'
import { LeftEnhanced } from '../../provider/left-enhanced.ts'
import type { MeetingEvent } from '../event.ts'
import type { Meeting } from '../meeting.ts'
import { leadsTo } from '../outcome.ts'
import { said } from '../room/announce.ts'

export type LevelEvent = { readonly type: 'levelLeft' } & LeftEnhanced

/** Put to those who were in it. */
export const LevelNotice = z.object({ say: z.literal('levelLeft'), ...LeftEnhanced.shape })
export type LevelNotice = z.infer<typeof LevelNotice>

export function levelIntent(kind: z.ZodLiteral<'meeting'>) {
  return z.object({ kind, type: z.literal('noteLevel'), ...LeftEnhanced.shape })
}

/** Whoever asks knows nothing of what becomes of it. */
export function noteLevel(
  { confidential, record, removed, notices }: Meeting,
  { from, to, transition, decidedBy, decidedAt, how }: LeftEnhanced,
  { now: at }: Pick<Context, 'now'>,
): Decision<MeetingEvent> {
  if (!confidential || !record || removed) return accept()
  // However often its record is corrected: nobody is asked the same twice.
  const isAsked = notices.some(
    ({ said }) => said.say === 'levelLeft' && said.decidedAt === decidedAt && said.how === how,
  )
  if (isAsked) return accept()
  const left = { from, to, transition, decidedBy, decidedAt, ...(how && { how }) }
  return accept({ type: 'levelLeft', at, ...left })
}

export function announceLevelLeft(meeting: Meeting): Effect[] {
  return said(meeting, `notice:${meeting.notices.length}`)
}

/** Its case is read by others who are on the list, and were not in it. */
export function askCaseOfLevel(
  { id: meeting, case: to }: Meeting,
  { from, to: level, transition, decidedBy, decidedAt, how }: LevelEvent,
): FollowUp<Intent>[] {
  if (to === null) return []
  const left = { from, to: level, transition, decidedBy, decidedAt, ...(how && { how }) }
  return [{ to, intent: { kind: 'case', type: 'noteLevelLeft', meeting, ...left } }]
}

/** What a confidential meeting found, for whoever may read it; undefined for any other. */
export function confidedBy(meeting: Meeting, policy: Policy): Held | undefined {
  const { id, rule, confidential, record, removed } = meeting
  if (!confidential || !record || removed) return undefined
  const found = leadsTo(meeting, record.answers, policy).leadsTo ?? null
  return { meeting: id, rule, at: record.heldAt, leadsTo: found }
}
