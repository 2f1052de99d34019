import { z } from 'zod'
import { accept, type Decision } from '../../decision.ts'
import type { Effect } from '../../effect.ts'
import type { Context } from '../../kind.ts'
import { Doer } from '../../people/actor.ts'
import type { Policy } from '../../policy/policy.ts'
import type { Held } from '../../provider/held.ts'
import { Instant } from '../../time/instant.ts'
import type { MeetingEvent } from '../event.ts'
import type { Meeting } from '../meeting.ts'
import { leadsTo } from '../outcome.ts'
import { said } from '../room/announce.ts'

/** A decision that took the provider out of enhanced, though this confidential meeting did not decide so. */
const LevelLeft = z.object({
  from: z.string(),
  to: z.string(),
  transition: z.string(),
  decidedBy: Doer,
  decidedAt: Instant,
})

export type LevelEvent = { readonly type: 'levelLeft' } & z.infer<typeof LevelLeft>

/** Put to those who were in it. */
export const LevelNotice = z.object({ say: z.literal('levelLeft'), ...LevelLeft.shape })
export type LevelNotice = z.infer<typeof LevelNotice>

export function levelIntent(kind: z.ZodLiteral<'meeting'>) {
  return z.object({ kind, type: z.literal('noteLevel'), ...LevelLeft.shape })
}

/** Whoever asks knows nothing of what becomes of it. */
export function noteLevel(
  { confidential, record, removed }: Meeting,
  { from, to, transition, decidedBy, decidedAt }: z.infer<typeof LevelLeft>,
  { now: at }: Pick<Context, 'now'>,
): Decision<MeetingEvent> {
  if (!confidential || !record || removed) return accept()
  return accept({ type: 'levelLeft', at, from, to, transition, decidedBy, decidedAt })
}

export function announceLevelLeft(meeting: Meeting): Effect[] {
  return said(meeting, `notice:${meeting.notices.length}`)
}

/** What a confidential meeting found, for whoever may read it; undefined for any other. */
export function confidedBy(meeting: Meeting, policy: Policy): Held | undefined {
  const { id, rule, confidential, record, removed } = meeting
  if (!confidential || !record || removed) return undefined
  const found = leadsTo(meeting, record.answers, policy).leadsTo ?? null
  return { meeting: id, rule, at: record.heldAt, leadsTo: found }
}
