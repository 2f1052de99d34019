import { z } from 'zod'
import type { FieldRule } from '../policy/form.ts'
import { RecordId } from '../record-id.ts'
import type { Text } from './message.ts'

/** What travels with an open form on every channel: which form, for what, and its key. */
export const Ticket = z.object({
  form: z.string(),
  /** Ours; a form handed in twice carries the same one. */
  nonce: z.string(),
  record: RecordId.optional(),
  with: z.record(z.string(), z.string()).optional(),
})
export type Ticket = z.infer<typeof Ticket>

/** Answers by field id. Moments are local `YYYY-MM-DD HH:MM`, or `YYYY-MM-DD` where only the day is asked; `many` is a list. */
export const Answers = z.record(z.string(), z.union([z.string(), z.array(z.string())]))
export type Answers = z.infer<typeof Answers>

export interface OptionView {
  readonly value: string
  /** At most 75 characters. */
  readonly label: string
  readonly description?: string
}

/** One field as it is to be shown now; options and conditions are resolved. */
export interface FieldView {
  readonly id: string
  readonly kind: FieldRule['kind']
  readonly label: string
  readonly hint?: string
  readonly required: boolean
  readonly options?: readonly OptionView[]
  readonly max?: number
  readonly min?: number
  /** Moments only: a day without a time. */
  readonly dayOnly?: boolean
  /** Changing it changes which fields are shown. */
  readonly live: boolean
  /** Statements only: must not be missed. */
  readonly urgent?: boolean
  readonly value?: string | readonly string[]
  readonly error?: string
}

export interface FormView {
  readonly ticket: Ticket
  /** At most 24 characters. */
  readonly title: string
  readonly heading: readonly Text[]
  readonly fields: readonly FieldView[]
  readonly submit: string
  /** What is wrong with the form as a whole. */
  readonly problem?: string
  /** The time now as an answer, where the form lives by another clock than the rest. */
  readonly now?: string
}
