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
  readonly now?: string
}

export function dialogView(form: FormView, naming: Naming): DialogView {
  return {
    ...form,
    heading: form.heading.map((text) => wordsOf(text, naming)),
    fields: form.fields.map(fieldView),
  }
}

/** A moment is asked for in two boxes here, so its mistake names the box. */
function fieldView(field: FieldView): FieldView {
  const { kind, value, error } = field
  if (kind !== 'moment' || field.dayOnly || error === undefined || typeof value !== 'string')
    return field
  const [, day, time = ''] = /^(\d{4}-\d\d-\d\d)?\s*(.*)$/.exec(value.trim()) ?? []
  if (day === undefined) return time === '' ? field : { ...field, error: 'Give the day.' }
  if (time === '') return { ...field, error: 'Give the time.' }
  if (/^\d\d:\d\d/.test(time)) return field
  return { ...field, error: 'Give the time as hours and minutes, such as 20:15.' }
}
