import type { Answers } from '../../message/form.ts'
import type { Doer } from '../../people/actor.ts'
import type { Instant } from '../../time/instant.ts'
import { typeIn } from '../../type-in.ts'
import type { Short } from '../level/short.ts'
import type { Minutes } from './minutes.ts'
import type { Section } from './section.ts'

/** What became of the record; the first version of it is the meeting’s `recorded`. */
export type MinutesEvent =
  | ({ type: 'drafted' } & Pick<Minutes, 'until' | 'apart'>)
  /** `fields`: those that say something else now. */
  | {
      type: 'corrected'
      by: Doer
      heldAt: Instant
      answers: Answers
      fields: readonly string[]
      /** Whether it decides otherwise on the level now; what the first record led to stays. */
      otherwise?: true
      /** The way to another level that it decides on now; what was recorded first may have led to another. */
      leadsTo?: string
      /** Whether too few were there by what it says now; null where enough were, and had not been before. */
      short?: Short | null
    }
  /** The record as it was read then: its hash stands in the chain. */
  | { type: 'sealed'; by: Doer; sections: readonly Section[] }
  | { type: 'addendumAdded'; by: Doer; text: string }

export const isOfMinutes = typeIn<MinutesEvent['type']>(
  'drafted',
  'corrected',
  'sealed',
  'addendumAdded',
)
