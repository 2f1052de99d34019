import type { Context } from '../../kind.ts'
import { findOrganisation } from '../../people/find.ts'
import { type Asked, type Meant, MUSTER } from '../../permission/asked.ts'
import { type Surroundings, whoMay } from '../../permission/permitted.ts'
import { hasConflict } from '../conflict/conflict.ts'
import { guardedMeeting, guardedRoom } from '../guarded.ts'
import type { Meeting } from '../meeting.ts'
import { convenersOf } from '../seats.ts'
import type { Action } from './action.ts'
import { mayBeTold, speaksFor } from './addressed.ts'
import type { ActionIntent, ActionIntentOf } from './intent.ts'

/** What of an intent decides who may ask it. */
export type ActionAsking =
  | Pick<ActionIntentOf<'askAction'>, 'type' | 'by'>
  | Pick<Exclude<ActionIntent, { type: 'askAction' }>, 'type' | 'by' | 'action'>

type Around = Pick<Context, 'policy' | 'directory' | 'now'>

/** What an intent about an action asks of its meeting, for the table of permissions. */
export function askedOfAction(meeting: Meeting, asking: ActionAsking, around: Around): Asked {
  const { kind, provider } = meeting
  const { type, by } = asking
  const asked = { kind, intent: type, by, provider }
  if (asking.type === 'askAction') {
    const people = meeting.people.filter((person) => mayBeTold(meeting, person))
    return { ...asked, guarded: () => guardedRoom(meeting), meant: { attendees: { people } } }
  }
  const action = meeting.actions?.find(({ n }) => n === asking.action)
  const { directory } = around
  const name = action ? (findOrganisation(directory, action.of)?.name ?? action.of) : ''
  return {
    ...asked,
    guarded: () => guardedMeeting(meeting),
    about: name,
    ...(ANSWERS.includes(type) ? { instead: `Each organisation answers for itself.` } : {}),
    meant: {
      addressed: { people: action ? speaksFor(meeting, action, around) : [] },
      asker: { people: action ? [action.asker] : [] },
      chair: chairOf(meeting),
      caller: callerOf(meeting),
    },
  }
}

/** Whoever may ask for an action, or do this with one: for the buttons. */
export function whoMayAct(
  meeting: Meeting,
  asking: ActionAsking['type'],
  action: Action | null,
  around: Surroundings,
): readonly string[] {
  const by = MUSTER
  const asked: ActionAsking =
    asking === 'askAction' ? { type: asking, by } : { type: asking, by, action: action?.n ?? 0 }
  const may = whoMay(askedOfAction(meeting, asked, around), around)
  const isOwn = asking === 'signOffAction' && action !== null
  // What is asked in the closed part is not shown to whoever is kept out of it.
  const isOut = (person: string) =>
    isOwn && meeting.room === 'room' && hasConflict(meeting, person, around.directory)
  return may.filter(
    (person) => mayBeTold(meeting, person) && !(isOwn && hasDone(action, person)) && !isOut(person),
  )
}

/** Whoever owns it, has it or ever reported it done: it is for somebody else to say that it is enough. */
export function hasDone({ owner, haver, steps }: Action, person: string): boolean {
  const reported = steps.flatMap(({ step, by }) =>
    step === 'done' && by.type === 'person' ? [by.person] : [],
  )
  return [owner, haver, ...reported].includes(person)
}

/** Who may say that it is enough, in the order in which they are asked. */
export function signersOf(meeting: Meeting, action: Action, around: Surroundings) {
  const may = whoMayAct(meeting, 'signOffAction', action, around)
  const leading = [meeting.chair?.person, ...convenersOf(meeting)]
  const first = leading.filter((one) => may.some((id) => id === one))
  return [...new Set([...first, ...may])].filter((one) => typeof one === 'string')
}

const ANSWERS: readonly ActionIntent['type'][] = ['answerAction', 'takeAction', 'completeAction']

export function chairOf({ chair }: Meeting): Meant {
  if (!chair) return {}
  return { posts: [chair.post], people: chair.person === null ? [] : [chair.person] }
}

/** Whoever called this meeting, and who followed them; not everybody who may call one. */
export function callerOf(meeting: Meeting): Meant {
  return { people: convenersOf(meeting) }
}
