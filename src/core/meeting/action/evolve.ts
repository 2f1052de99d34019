import type { Doer } from '../../people/actor.ts'
import type { Instant } from '../../time/instant.ts'
import type { Meeting } from '../meeting.ts'
import type { Action, Step } from './action.ts'
import type { ActionEvent } from './event.ts'

type Happened = ActionEvent & { readonly at: Instant }

/** Applies one fact about an action. */
export function evolveAction(meeting: Meeting, event: Happened): Meeting {
  const { actions = [] } = meeting
  const known = actions.find(({ n }) => n === event.action)
  if (event.type === 'actionAsked' && !known)
    return { ...meeting, actions: [...actions, first(event)] }
  return {
    ...meeting,
    actions: actions.map((one) => (one.n === event.action ? changed(one, event) : one)),
  }
}

/** Nobody is told any more who may not see the meeting. */
export function withoutPeople(
  actions: readonly Action[],
  leaves: (person: string) => boolean,
): Action[] {
  return actions.map((one) => ({
    ...one,
    told: one.told.filter((person) => !leaves(person)),
    reach: Object.fromEntries(Object.entries(one.reach).filter(([person]) => !leaves(person))),
    haver: one.haver !== null && leaves(one.haver) ? null : one.haver,
  }))
}

function first({ type, at, by, action: n, ...asked }: Happened & { type: 'actionAsked' }): Action {
  return {
    ...asked,
    n,
    state: 'asked',
    haver: null,
    given: null,
    steps: [{ at, by, step: 'asked', words: asked.what }],
    told: [],
    reach: {},
    nudgeAt: null,
    nudges: [],
    revision: 1,
  }
}

function changed(action: Action, event: Happened): Action {
  switch (event.type) {
    case 'actionAsked': {
      const { type, at, by, action: _, ...asked } = event
      const again = moved(action, 'asked', step(event, 'asked', asked.what))
      return { ...again, ...asked, haver: null, given: null }
    }
    case 'actionAccepted': {
      const { owner, dueAt } = event
      const accepted = moved(action, 'accepted', step(event, 'accepted', event.reason))
      return { ...accepted, owner, dueAt, haver: action.haver === owner ? owner : null }
    }
    case 'actionDeclined':
      return {
        ...moved(action, 'declined', step(event, 'declined', event.reason)),
        haver: null,
      }
    case 'actionTaken':
      return { ...action, haver: event.person }
    case 'actionDone': {
      const { at, by, evidence: text } = event
      return {
        ...moved(action, 'done', step(event, 'done', text)),
        given: { at, by, text },
      }
    }
    case 'actionSignedOff':
      return moved(action, 'signedOff', step(event, 'signedOff', null))
    case 'actionNotEnough':
      return {
        ...moved(action, 'accepted', step(event, 'notEnough', event.reason)),
        given: null,
      }
    case 'actionWithdrawn':
      return moved(action, 'withdrawn', step(event, 'withdrawn', event.reason))
    case 'actionTold': {
      const { told, reach, nudgeAt, nudge } = event
      return {
        ...action,
        told: [...told],
        reach: { ...action.reach, ...reach },
        nudgeAt,
        nudges: nudge ? [...action.nudges, nudge] : action.nudges,
      }
    }
  }
}

function step(
  { at, by }: { at: Instant; by: Doer },
  name: Step['step'],
  words: string | null,
): Step {
  return { at, by, step: name, words }
}

/** What was wanted before is wanted no more: nobody is reminded of it. */
function moved(action: Action, state: Action['state'], taken: Step): Action {
  return {
    ...action,
    state,
    steps: [...action.steps, taken],
    told: [],
    nudgeAt: null,
    revision: action.revision + 1,
  }
}
