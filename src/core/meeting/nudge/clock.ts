import type { Context } from '../../kind.ts'
import { findPerson } from '../../people/find.ts'
import type { Prompt } from '../../prompt.ts'
import { type Instant, plusMinutes } from '../../time/instant.ts'
import { nextNudge } from '../../time/ladder.ts'
import { localDay } from '../../time/local.ts'
import { mayBeTold } from '../action/addressed.ts'
import { climbTime } from '../climb-time.ts'
import { hasConflict } from '../conflict/conflict.ts'
import type { Draft } from '../draft.ts'
import type { Meeting } from '../meeting.ts'
import { type CallNudge, type NudgeEvent, nudgesFor } from './nudge.ts'

/** When a meeting starts; one at once started when it was called. */
type Timing = Pick<Meeting, 'urgent' | 'startsAt'> & Partial<Pick<Meeting, 'calledAt'>>

/** When a question that is put now is reminded of for the first time; null where the rules remind of none. */
export function firstNudge(id: string, timing: Timing, context: Context): Instant | null {
  if (!context.policy.calls) return null
  const soon = climbTime(timing, context)
  const later = laterNudge(id, timing, context)
  return later !== null && later < soon ? later : soon
}

/** When a meeting must wake to remind of what nobody has answered. */
export function nudgeWakes({ status, prompts }: Meeting): readonly (Instant | null)[] {
  if (status === 'closed') return []
  return prompts.flatMap(({ state, nudgeAt = null }) => (state === 'open' ? [nudgeAt] : []))
}

/** Reminds of every question whose reminder is due: once, however late it is. */
export function wakeNudges(draft: Draft, context: Context): void {
  const { status, prompts } = draft.meeting()
  if (status === 'closed') return
  for (const prompt of prompts) {
    const { state, nudgeAt = null } = prompt
    if (state === 'open' && nudgeAt !== null && nudgeAt <= context.now)
      remind(draft, prompt, whyNow(draft.meeting(), context), context)
  }
}

/** A reminder of one question, now. */
export function remind(draft: Draft, prompt: Prompt, why: string, context: Context): void {
  tell(draft, prompt, { why }, context)
}

/** What has changed for whoever was called, in a message of its own: one that is edited tells nobody. */
export function tellCalled(draft: Draft, prompt: Prompt, why: string, context: Context): void {
  tell(draft, prompt, { why, isNews: true }, context)
}

function tell(
  draft: Draft,
  { id, asked }: Prompt,
  said: Pick<CallNudge, 'why' | 'isNews'>,
  context: Context,
): void {
  const meeting = draft.meeting()
  const to = asked.filter((person) => isWaitedFor(meeting, id, person, context))
  const n = nudgesFor(meeting, id).length + 1
  // Where everybody has declined to chair it goes on when somebody else is asked.
  const isDone = id === 'chair' && to.length === 0
  const nudgeAt = isDone ? null : laterNudge(id, meeting, context)
  const nudge = { prompt: id, n, at: context.now, to, ...said }
  draft.add({ type: 'callReminded', at: context.now, nudge, nudgeAt } satisfies NudgeEvent & {
    at: Instant
  })
}

/** Not whoever has declined to chair, was let go, has left or has a conflict of interest. */
function isWaitedFor(
  meeting: Meeting,
  id: string,
  person: string,
  { directory }: Pick<Context, 'directory'>,
): boolean {
  const hasDeclined = id === 'chair' && meeting.chair?.declined.includes(person)
  return (
    !hasDeclined &&
    findPerson(directory, person) !== undefined &&
    mayBeTold(meeting, person) &&
    !hasConflict(meeting, person, directory)
  )
}

/** By the ladder up to its start; who chairs is asked on, often at first, until somebody says so. */
function laterNudge(id: string, timing: Timing, { policy, now }: Context): Instant | null {
  const { calls } = policy
  const ladder = policy.ladders.find((one) => one.id === calls?.ladder)
  if (!calls || !ladder) return null
  const start = timing.startsAt ?? timing.calledAt ?? now
  const span = { startAt: now < start ? now : start, dueAt: start }
  const next = nextNudge(ladder, span, now, policy)?.at ?? null
  if (now < start && next !== null && next <= start) return next
  if (id !== 'chair') return null
  if (now < start) return start
  const often = plusMinutes(now, calls.chair.everyMinutes)
  return often <= plusMinutes(start, calls.chair.forHours * 60) ? often : next
}

function whyNow({ startsAt }: Meeting, { policy, now }: Context): string {
  const { zone } = policy
  if (startsAt === null || startsAt < now) return 'not answered yet, and it has started'
  if (startsAt === now) return 'not answered yet, and it starts now'
  const isToday = localDay(startsAt, zone) === localDay(now, zone)
  return isToday ? 'not answered yet, and it starts today' : 'not answered yet'
}
