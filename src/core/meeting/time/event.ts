import type { Prompt } from '../../prompt.ts'
import type { TimeChange } from './change.ts'

export type TimeEvent = {
  type: 'timeChanged'
  /** The calls as they are after it: what was answered for the old time is asked again. */
  prompts: readonly Prompt[]
  /** Who still cannot chair it; null where nobody is asked again who does. */
  declined: readonly string[] | null
  told: readonly string[]
} & Omit<TimeChange, 'at' | 'told'>
