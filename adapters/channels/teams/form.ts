import type { FieldView, FormView, Ticket } from '../../../src/core/message/form.ts'
import { plainText } from '../../../src/core/message/plain.ts'
import type { Directory } from '../../../src/core/people/directory.ts'
import { type Card, card, type Element, heading, textBlock, warning } from './card.ts'
import { fieldElements } from './field.ts'

/** A form as a card. `own`: it stands in a message of its own, which its answer may replace. */
export function formCard(form: FormView, directory: Directory, own: boolean): Card {
  const data = { ...travelling(form, form.fields), 'muster/own': own }
  const live = form.fields.some((field) => field.live)
  const lines = form.heading.map((line) => plainText(line, directory))
  const wrong = faults(form, form.fields)
  const body = [
    heading(form.title),
    ...lines.map((line) => textBlock(line)),
    ...notSent(wrong),
    ...form.fields.flatMap((field) => [
      ...fieldElements(field, live ? 'muster' : 'teams'),
      ...(field.live ? [update(field, data)] : []),
    ]),
  ]
  const plain = [form.title, ...lines, ...wrong, ...form.fields.map(({ label }) => label)]
  return card(plain.join('\n'), body, [
    { type: 'Action.Execute', title: form.submit, verb: 'submit', style: 'positive', data },
  ])
}

/**
 * What travels with these fields; typed values come back beside it, each under its field's id. `shown`:
 * all that the person has been shown of the form by then.
 */
export function travelling(
  form: FormView,
  fields: readonly FieldView[],
  shown: readonly FieldView[] = fields,
) {
  const statements = shown.filter(({ kind }) => kind === 'statement')
  const asked = fields.filter(({ kind }) => kind !== 'statement')
  return {
    'muster/ticket': lightened(form.ticket, fields),
    'muster/fields': Object.fromEntries(asked.map(({ id, kind }) => [id, kind])),
    'muster/live': fields.some(({ live }) => live),
    'muster/read': statements.map(({ id }) => id),
  }
}

/** What the command filled in may be long, and comes back with the answers: then it travels once. */
function lightened(ticket: Ticket, fields: readonly FieldView[]): Ticket {
  if (ticket.with === undefined) return ticket
  const shown = new Set(
    fields.filter(({ kind }) => kind === 'line' || kind === 'text').map(({ id }) => id),
  )
  const others = Object.entries(ticket.with).filter(([id]) => !shown.has(id))
  return { ...ticket, with: Object.fromEntries(others) }
}

/** What is wrong with a form as a whole, and with these of its fields. */
export function faults({ problem }: FormView, fields: readonly FieldView[]): readonly string[] {
  const wrong = fields.flatMap(({ label, error }) => (error ? [`${label}: ${error}`] : []))
  return [...(problem ? [problem] : []), ...wrong]
}

export function notSent(wrong: readonly string[]): Element[] {
  return wrong.length > 0 ? [warning(['Not sent yet.', ...wrong].join('\n'))] : []
}

/** Cards cannot react to an answer by themselves: this asks for the form anew. */
function update(field: FieldView, data: object): Element {
  const execute = {
    type: 'Action.Execute',
    title: 'Update the form',
    tooltip: `Shows what your answer to “${field.label}” asks for. Nothing is sent.`,
    verb: 'refresh',
    data,
  }
  return { type: 'ActionSet', spacing: 'Small', actions: [execute] }
}
