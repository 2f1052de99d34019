import type { Effect } from '../../effect.ts'
import type { Reminder } from '../../overtaken.ts'
import type { Standing } from '../../standing.ts'
import { toPeople } from '../addressing.ts'
import type { MeetingEvent } from '../event.ts'
import type { Meeting } from '../meeting.ts'
import { type CallNudge, callNudgeSlot, type NudgeEvent, nudgesFor } from './nudge.ts'

/** The one before says that there is a newer one. */
export function announceNudge(meeting: Meeting, { nudge }: NudgeEvent): readonly Effect[] {
  if (nudge.to.length === 0) return []
  return nudgesFor(meeting, nudge.prompt)
    .slice(-2)
    .toReversed()
    .flatMap((one) => toPeople(meeting, one.to, callNudgeSlot(one)))
}

/** These bring a call to where it has not been: no reminder stands there. */
const NEW: readonly MeetingEvent['type'][] = [
  'called',
  'roomMade',
  'roomFailed',
  'notAccepted',
  'repaired',
]

/** With the newest reminder wherever the question under it changes: nobody presses its buttons in vain. */
export function withNudges(
  meeting: Meeting,
  { type }: MeetingEvent,
  effects: readonly Effect[],
): readonly Effect[] {
  if (!meeting.nudges || NEW.includes(type)) return effects
  const again = effects.flatMap((effect): Effect[] => {
    if (effect.type !== 'message' || effect.place.to.type !== 'person') return []
    const newest = nudgesFor(meeting, effect.slot.replace('prompt:', '')).at(-1)
    return newest?.to.includes(effect.place.to.person)
      ? [{ ...effect, slot: callNudgeSlot(newest) }]
      : []
  })
  return [...effects, ...again]
}

/** The reminders of each question, the oldest first. */
export function remindersOfCalls(meeting: Meeting): readonly (readonly Reminder[])[] {
  return meeting.prompts.map(({ id, state }) =>
    nudgesFor(meeting, id).map((nudge) => ({
      slot: callNudgeSlot(nudge),
      names: state === 'open' ? nudge.to : [],
      places: whereReminded(meeting, nudge).map(({ place }) => place),
    })),
  )
}

/** The newest reminder of each question that waits for an answer. */
export function standingNudges(meeting: Meeting): readonly Standing[] {
  const open = meeting.prompts.filter(({ state }) => state === 'open')
  return open.flatMap(({ id }) =>
    nudgesFor(meeting, id)
      .slice(-1)
      .flatMap((nudge) => whereReminded(meeting, nudge)),
  )
}

function whereReminded(meeting: Meeting, nudge: CallNudge): Standing[] {
  const slot = callNudgeSlot(nudge)
  return toPeople(meeting, nudge.to, slot).flatMap((effect) =>
    effect.type === 'message' ? [{ place: effect.place, slot, urgent: effect.urgent }] : [],
  )
}
