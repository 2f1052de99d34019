import type { Meeting } from '../meeting.ts'
import type { Action } from './action.ts'

/** What waits for somebody: an answer, the thing itself, a sign-off, or what to do about a refusal. */
export function waitsFor({ state, haver, owner, told, asker }: Action): readonly string[] {
  switch (state) {
    case 'asked':
    case 'done':
      return told
    case 'accepted': {
      const has = haver ?? owner
      return [...new Set([...(has === null ? [] : [has]), ...(haver === null ? told : [])])]
    }
    case 'declined':
      return told.length > 0 ? told : [asker]
    case 'signedOff':
    case 'withdrawn':
      return []
  }
}

/** Everybody who has something to do about an action of a meeting. */
export function owersOfActions({ actions = [] }: Meeting): readonly string[] {
  return [...new Set(actions.flatMap(waitsFor))]
}
