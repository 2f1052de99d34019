import { alarmOf } from '../alarm.ts'
import { accept, type Decision } from '../decision.ts'
import { placeKey, Slot } from '../effect.ts'
import type { Context } from '../kind.ts'
import {
  byMail,
  channelOf,
  countsAsLate,
  type Heard,
  isKnown,
  isRepeated,
  serviceOf,
} from '../late.ts'
import { promptName } from '../prompt.ts'
import type { Case } from './case.ts'
import { nudge } from './clocks.ts'
import { nameOf } from './compose-late.ts'
import { onList } from './confidential.ts'
import type { CaseEvent } from './event.ts'
import type { CaseIntentOf } from './intent.ts'
import { newestMessage, promptClimb } from './prompts.ts'
import { clockRule, owed } from './rules.ts'
import { nextAsked } from './wake.ts'

/** Those who were to be told by a message, and how the next rung is told instead. */
interface Waiting {
  readonly people: readonly string[]
  readonly climb: { readonly slot: Slot; readonly event: CaseEvent } | null
}

/** A service has not accepted a message in time: the next rung is told, all by mail, and the administrators. */
export function noteLate(
  kase: Case,
  { slot, place, reason }: CaseIntentOf<'noteLate'>,
  context: Context,
): Decision<CaseEvent> {
  return accept(...notAccepted(kase, { slot, place, reason, refused: false }, context))
}

/** The same at once for a reminder that will never arrive; of all else the thread is told. */
export function noteUndelivered(
  kase: Case,
  { slot, place, reason }: CaseIntentOf<'noteUndelivered'>,
  context: Context,
): Decision<CaseEvent> {
  if (kase.confidential && (slot === 'room' || slot === 'remove'))
    return roomFailed(kase, { slot, place, reason }, context)
  const events = notAccepted(kase, { slot, place, reason, refused: true }, context)
  if (events.length > 0) return accept(...events)
  return accept({ type: 'undelivered', at: context.now, slot, place, reason })
}

/** A room that cannot be made, or that somebody stays in who may not, is done without. */
function roomFailed(
  kase: Case,
  { slot, place, reason }: Pick<CaseIntentOf<'noteUndelivered'>, 'slot' | 'place' | 'reason'>,
  { now }: Context,
): Decision<CaseEvent> {
  const channel = channelOf(place)
  const isThere = kase.places.some((one) => one.channel === channel && one.to.type === 'room')
  if (isThere === (slot === 'room')) return accept()
  return accept({ type: 'roomFailed', at: now, channel, reason })
}

/** Nothing where it was answered meanwhile, or where it is known already. */
function notAccepted(kase: Case, { slot: named, ...heard }: Heard, context: Context): CaseEvent[] {
  const slot = Slot.safeParse(named).data
  const { place } = heard
  const own = kase.places.some((one) => placeKey(one) === place)
  if (slot === undefined || !own || !countsAsLate(slot) || isKnown(kase.late, slot, place))
    return []
  const waiting = waitingFor(kase, slot, place, context)
  if (!waiting) return []
  const about = { slot, ...heard }
  const repeated = isRepeated(kase.late, slot)
  const climb = repeated ? null : waiting.climb
  const instead = climb?.slot ?? null
  const told = repeated ? [] : byMail(onList(kase, waiting.people), instead ?? slot, context)
  const name = nameOf(kase, slot, { ...context, viewer: { type: 'operator' } })
  // Administrators may not see a confidential case: those who may are told, and by mail.
  const alarm = kase.confidential ? {} : { alarm: alarmOf(place, name, context) }
  return [
    ...(climb ? [climb.event] : []),
    { type: 'notAccepted', at: context.now, ...about, instead, told, ...alarm },
  ]
}

function waitingFor(kase: Case, slot: Slot, place: string, context: Context): Waiting | null {
  const [kind, id = '', number = '1'] = slot.split(':')
  const n = Number(number)
  if (kind === 'prompt') return promptWaiting(kase, id, 1, slot, context)
  return id.startsWith('prompt.')
    ? promptWaiting(kase, id.slice('prompt.'.length), n, slot, context)
    : clockWaiting(kase, id, n, slot, place, context)
}

/** A nudge that another has followed leaves it to that one; one that somebody answered wants nothing more. */
function clockWaiting(
  kase: Case,
  id: string,
  n: number,
  slot: Slot,
  place: string,
  context: Context,
): Waiting | null {
  const run = owed(kase).find(({ rule }) => rule === id)
  const sent = run?.nudges.find((one) => one.n === n)
  if (!run || !sent) return null
  if (n < run.nudges.length && !isRepeated(kase.late, slot)) return null
  if (run.snoozedUntil !== null || (run.takenAt !== null && run.takenAt >= sent.at)) return null
  const why = `${serviceOf(place)} has not accepted the reminder before this one`
  const event = nudge(run, clockRule(context.policy, id), why, kase, context, true)
  if (event.next.reached.length === run.reached.length) return { people: sent.to, climb: null }
  const { haver } = run
  const to = haver === null ? event.nudge.to : [haver, ...event.next.reached.slice(-1)]
  const told: CaseEvent = {
    ...event,
    nudge: { ...event.nudge, to },
    next: { ...event.next, climbAt: haver === null ? event.next.climbAt : null },
  }
  return {
    people: [...sent.to, ...to],
    climb: { slot: `nudge:${id}:${event.nudge.n}`, event: told },
  }
}

function promptWaiting(
  kase: Case,
  name: string,
  n: number,
  slot: Slot,
  context: Context,
): Waiting | null {
  const prompt = kase.prompts.find((one) => promptName(one) === name)
  if (prompt?.state !== 'open') return null
  if (n < newestMessage(prompt, context) && !isRepeated(kase.late, slot)) return null
  const { person, climbed } = nextAsked(kase, prompt, context)
  if (person === null) return { people: prompt.asked, climb: null }
  const next = prompt.asked.length + 1
  const climbAt = promptClimb(prompt.urgent, kase.type, context)
  return {
    people: [...prompt.asked, person],
    climb: {
      slot: `nudge:prompt.${name}:${next}`,
      event: {
        type: 'promptClimbed',
        at: context.now,
        prompt: prompt.id,
        n: next,
        person,
        climbed,
        climbAt,
      },
    },
  }
}
