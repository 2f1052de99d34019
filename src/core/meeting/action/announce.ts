import type { Effect, Place, Slot } from '../../effect.ts'
import { ownSlot } from '../addressing.ts'
import type { Meeting } from '../meeting.ts'
import type { Action } from './action.ts'
import type { ActionEvent } from './event.ts'
import { actionSlot, nudgeSlot, toldPlaces } from './places.ts'

/** Which messages a fact about an action makes out of date. */
export function announceAction(meeting: Meeting, event: ActionEvent): readonly Effect[] {
  const action = meeting.actions?.find(({ n }) => n === event.action)
  if (!action) return []
  if (event.type !== 'actionTold')
    return [...messages(meeting.places, ownSlot(meeting)), ...everywhere(meeting, action)]
  const { nudge, reach } = event
  const fresh = messages(toldPlaces(action, Object.keys(reach)), actionSlot(action))
  if (!nudge) return fresh
  return [
    ...fresh.filter(({ place }) => !isReminded(place, nudge.to)),
    ...messages(meeting.places, actionSlot(action)),
    ...messages(toldPlaces(action, nudge.to), nudgeSlot(action, nudge)),
  ]
}

/** Every action, in places that are new to it or that it has left. */
export function actionsIn({ actions = [] }: Meeting, places: readonly Place[]): readonly Effect[] {
  return actions.flatMap((action) => messages(places, actionSlot(action)))
}

function everywhere(meeting: Meeting, action: Action): Effect[] {
  const places = [...meeting.places, ...toldPlaces(action, Object.keys(action.reach))]
  return messages(places, actionSlot(action))
}

function isReminded({ to }: Place, people: readonly string[]): boolean {
  return to.type === 'person' && people.includes(to.person)
}

function messages(places: readonly Place[], slot: Slot) {
  return places.map((place) => ({ type: 'message', place, slot, urgent: false }) as const)
}
