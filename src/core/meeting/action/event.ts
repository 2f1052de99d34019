import type { Doer } from '../../people/actor.ts'
import type { Instant } from '../../time/instant.ts'
import type { Action, Reminded } from './action.ts'

type Asked = Pick<Action, 'what' | 'of' | 'owner' | 'dueAt' | 'evidence' | 'risk' | 'asker'>

/** What happened to an action of a meeting. Who is told of what is wanted next follows as `actionTold`. */
export type ActionEvent =
  /** A number that is known is asked again. */
  | ({ type: 'actionAsked'; action: number; by: Doer } & Asked)
  | {
      type: 'actionAccepted'
      action: number
      by: Doer
      reason: string | null
      dueAt: Instant
      owner: string
    }
  | { type: 'actionDeclined'; action: number; by: Doer; reason: string }
  | { type: 'actionTaken'; action: number; by: Doer; person: string }
  | { type: 'actionDone'; action: number; by: Doer; evidence: string }
  | { type: 'actionSignedOff'; action: number; by: Doer }
  | { type: 'actionNotEnough'; action: number; by: Doer; reason: string }
  | { type: 'actionWithdrawn'; action: number; by: Doer; reason: string }
  | {
      type: 'actionTold'
      action: number
      told: readonly string[]
      /** Those who were not told of it before. */
      reach: Action['reach']
      nudgeAt: Instant | null
      /** Null where the message of the action itself is new to them. */
      nudge: Reminded | null
    }

const TYPES: Readonly<Record<ActionEvent['type'], true>> = {
  actionAsked: true,
  actionAccepted: true,
  actionDeclined: true,
  actionTaken: true,
  actionDone: true,
  actionSignedOff: true,
  actionNotEnough: true,
  actionWithdrawn: true,
  actionTold: true,
}

export function isActionEvent<Event extends { readonly type: string }>(
  event: Event,
): event is Extract<Event, { type: ActionEvent['type'] }> {
  return Object.hasOwn(TYPES, event.type)
}
