import type { Place, Slot } from '../../effect.ts'
import { placeOf } from '../../late.ts'
import type { Reminder } from '../../overtaken.ts'
import type { Standing } from '../../standing.ts'
import type { Meeting } from '../meeting.ts'
import { type Action, isOver, type Reminded } from './action.ts'

export function actionSlot({ n }: Pick<Action, 'n'>): Slot {
  return `action:${n}`
}

export function nudgeSlot({ n }: Pick<Action, 'n'>, nudge: Pick<Reminded, 'n'>): Slot {
  return `nudge:action-${n}:${nudge.n}`
}

/** Where these people are told of an action. */
export function toldPlaces({ reach }: Action, people: readonly string[]): readonly Place[] {
  return people.flatMap((person) =>
    (reach[person] ?? []).map((channel) => placeOf(channel, person)),
  )
}

/** Everybody who was told of an action. */
export function actionPeople({ actions = [] }: Pick<Meeting, 'actions'>): readonly string[] {
  return [...new Set(actions.flatMap(({ reach }) => Object.keys(reach)))]
}

/** Where each who was told of an action is told. */
export function actionPlaces({ actions = [] }: Pick<Meeting, 'actions'>): readonly Place[] {
  return actions.flatMap((action) => toldPlaces(action, Object.keys(action.reach)))
}

/** What must stand while something is still to be done: each such action, and its newest reminder. */
export function standingActions({ actions = [], places }: Meeting): readonly Standing[] {
  return actions
    .filter((action) => !isOver(action))
    .flatMap((action) => {
      const nudge = action.nudges.at(-1)
      const here = [...places, ...toldPlaces(action, action.nudges.length > 0 ? [] : action.told)]
      const reminded = nudge ? toldPlaces(action, nudge.to) : []
      return [
        ...here.map((place) => ({ place, slot: actionSlot(action), urgent: false })),
        ...reminded.flatMap((place) =>
          nudge ? [{ place, slot: nudgeSlot(action, nudge), urgent: false }] : [],
        ),
      ]
    })
}

/** The reminders of each action, the oldest first. */
export function remindersOfActions({ actions = [] }: Meeting): readonly (readonly Reminder[])[] {
  return actions.map((action) =>
    action.nudges.map((nudge) => ({
      slot: nudgeSlot(action, nudge),
      names: isOver(action) ? [] : nudge.to,
      places: toldPlaces(action, nudge.to),
    })),
  )
}
