import type { Doer } from '../../people/actor.ts'
import type { Conflict } from './conflict.ts'

/** What happened about conflicts of interest. */
export type ConflictEvent =
  | ({ type: 'conflictDeclared'; by: Doer } & Pick<
      Conflict,
      'person' | 'organisation' | 'what' | 'people'
    >)
  | { type: 'conflictReturned'; conflict: number; by: Doer; reason: string }
