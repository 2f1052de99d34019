import { accept, type Decision, type Refused, refuse } from '../../decision.ts'
import { doerOf } from '../../people/doer.ts'
import type { Allowed } from '../../permission/permitted.ts'
import type { Prompt } from '../../prompt.ts'
import { showLocal } from '../../time/local.ts'
import { climbTime } from '../climb-time.ts'
import { hasConflict } from '../conflict/conflict.ts'
import type { MeetingEvent } from '../event.ts'
import type { Meeting } from '../meeting.ts'
import { firstNudge } from '../nudge/clock.ts'
import { lastCall, seatsCalledFor } from '../seats.ts'
import type { TimeIntent } from './intent.ts'
import { movedMeanwhile } from './seen.ts'

/** Gives a meeting another start. What somebody answered for the old one says nothing of the new one. */
export function changeTime(
  meeting: Meeting,
  intent: TimeIntent,
  context: Allowed,
): Decision<MeetingEvent> {
  const { by, startsAt, reason } = intent
  const fault =
    movedMeanwhile(meeting, intent, context) ?? faultOf(meeting, { startsAt, reason }, context)
  if (fault) return fault
  const { directory, acting, now: at } = context
  const mover = by.type === 'person' ? by.person : null
  const moved = { ...meeting, startsAt }
  const prompts = meeting.prompts.flatMap((prompt) => askedAnew(prompt, moved, mover, context))
  const isChairAsked = prompts.some(({ id }) => id === 'chair')
  const declined = (meeting.chair?.declined ?? []).filter((person) =>
    hasConflict(meeting, person, directory),
  )
  return accept({
    type: 'timeChanged',
    at,
    by: doerOf(directory, by, acting),
    from: meeting.startsAt,
    to: startsAt,
    reason: reason.trim(),
    prompts,
    told: toTell(meeting).filter((person) => person !== mover),
    declined: isChairAsked ? declined : null,
  })
}

/** Whoever is called, and whoever else is in it: who called it, chairs it without a seat, or finishes it for somebody. */
function toTell({ prompts, people }: Meeting): readonly string[] {
  const called = prompts.filter(({ state }) => state !== 'withdrawn')
  return [...new Set([...called.flatMap(({ asked }) => asked), ...people])]
}

function faultOf(
  meeting: Meeting,
  { startsAt, reason }: Pick<TimeIntent, 'startsAt' | 'reason'>,
  { now, policy }: Allowed,
): Refused | null {
  const shown = showLocal(startsAt, policy.zone)
  if (startsAt <= now)
    return refuse('invalid', `${shown} has passed. Choose a time that is still to come.`, {
      startsAt: 'This time has passed.',
    })
  if (startsAt === meeting.startsAt)
    return refuse('invalid', `It starts ${shown} already; nothing was changed.`, {
      startsAt: 'It starts then already.',
    })
  if (reason.trim() === '')
    return refuse('missing', 'Say why: everybody who was called reads it.', {
      reason: 'Say why it starts at another time.',
    })
  return null
}

/** Whoever changes the time comes, and chairs, as they have said before. */
function askedAnew(
  prompt: Prompt,
  moved: Meeting,
  mover: string | null,
  context: Allowed,
): Prompt[] {
  if (prompt.state === 'withdrawn' || !isForSeatOrChair(prompt)) return []
  const isOwn = mover !== null && prompt.answeredBy === mover && isYes(prompt)
  if (isOwn) return []
  const climbAt = isNextInLine(prompt, moved) ? climbTime(moved, context) : null
  const nudgeAt = firstNudge(prompt.id, moved, context)
  if (prompt.state === 'open' && !hasDeclined(prompt, moved))
    return [{ ...prompt, climbAt, nudgeAt }]
  const blank = { answer: null, answeredBy: null, answeredAt: null, state: 'open' } as const
  const asked = stillAsked(prompt, moved)
  return [{ ...prompt, ...blank, asked, revision: prompt.revision + 1, climbAt, nudgeAt }]
}

/** Whoever chaired it is asked whether they still do, also where nobody had asked them. */
function stillAsked({ id, asked }: Prompt, { chair }: Meeting): string[] {
  const chaired = id === 'chair' ? (chair?.person ?? null) : null
  return chaired === null || asked.includes(chaired) ? asked : [...asked, chaired]
}

function isForSeatOrChair({ asks }: Prompt): boolean {
  return asks === 'seat' || asks === 'chair'
}

function isYes({ answer }: Prompt): boolean {
  return answer === 'coming' || answer === 'confirm'
}

function hasDeclined({ id }: Prompt, { chair }: Meeting): boolean {
  return id === 'chair' && (chair?.declined.length ?? 0) > 0
}

/** Whether somebody would be called, or asked, after those who are. */
function isNextInLine({ id, asked }: Prompt, moved: Meeting): boolean {
  if (id === 'chair') return (moved.chair?.next.length ?? 0) > 0
  return asked.some((person) =>
    seatsCalledFor(moved, person).some(
      (seat) => lastCall(seat)?.person === person && seat.next.length > 0,
    ),
  )
}
