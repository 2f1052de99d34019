import type { FieldView, FormView, Ticket } from '../../../src/core/message/form.ts'
import { type Naming, type Words, wordsOf } from './render.ts'

/** A form as the page shows it in a dialog. */
export interface DialogView {
  readonly ticket: Ticket
  readonly title: string
  readonly heading: readonly (readonly Words[])[]
  readonly fields: readonly FieldView[]
  readonly submit: string
  readonly problem?: string
}

export function dialogView(form: FormView, naming: Naming): DialogView {
  return { ...form, heading: form.heading.map((text) => wordsOf(text, naming)) }
}
