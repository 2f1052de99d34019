import type { FieldView, FormView, OptionView } from '../../../src/core/message/form.ts'
import { plainText } from '../../../src/core/message/plain.ts'
import type { Directory } from '../../../src/core/people/directory.ts'
import {
  type Card,
  card,
  type Element,
  escapeMarkdown,
  heading,
  textBlock,
  warning,
} from './card.ts'

/** A form as a card. `own`: it stands in a message of its own, which its answer may replace. */
export function formCard(form: FormView, directory: Directory, own: boolean): Card {
  const data = dataOf(form, own)
  const live = form.fields.some((field) => field.live)
  const lines = form.heading.map((line) => plainText(line, directory))
  const wrong = form.fields.flatMap(({ label, error }) => (error ? [`${label}: ${error}`] : []))
  const top = [...(form.problem ? [form.problem] : []), ...wrong]
  const body = [
    heading(form.title),
    ...lines.map((line) => textBlock(line)),
    ...(top.length > 0 ? [warning(['Not sent yet.', ...top].join('\n'))] : []),
    ...form.fields.flatMap((field) => [
      ...elements(field, live),
      ...(field.live ? [update(field, data)] : []),
    ]),
  ]
  const plain = [form.title, ...lines, ...top, ...form.fields.map(({ label }) => label)].join('\n')
  return card(plain, body, [
    { type: 'Action.Execute', title: form.submit, verb: 'submit', style: 'positive', data },
  ])
}

/** What travels with the card; typed values come back beside it, each under its field's id. */
function dataOf(form: FormView, own: boolean) {
  const asked = form.fields.filter(({ kind }) => kind !== 'statement')
  return {
    'muster/ticket': form.ticket,
    'muster/fields': Object.fromEntries(asked.map(({ id, kind }) => [id, kind])),
    'muster/live': form.fields.some(({ live }) => live),
    'muster/own': own,
  }
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

function elements(field: FieldView, live: boolean): Element[] {
  if (field.kind === 'statement') {
    return [field.urgent ? warning(field.label) : textBlock(field.label)]
  }
  return [
    ...input(field, live),
    ...(field.hint
      ? [textBlock(field.hint, { size: 'Small', isSubtle: true, spacing: 'Small' })]
      : []),
    ...(field.error
      ? [textBlock(`⚠ ${field.error}`, { color: 'Attention', weight: 'Bolder' })]
      : []),
  ]
}

function input(field: FieldView, live: boolean): Element[] {
  const value = typeof field.value === 'string' ? field.value : undefined
  const base = { ...labelled(field, live), id: field.id, ...(value ? { value } : {}) }
  const most = field.max === undefined ? {} : { maxLength: field.max }
  switch (field.kind) {
    case 'statement':
      return []
    case 'line':
      return [{ type: 'Input.Text', ...base, ...most }]
    case 'text':
      return [{ type: 'Input.Text', isMultiline: true, ...base, ...most }]
    case 'choice':
      return choices(field, {
        ...base,
        style: (field.options ?? []).length > 12 ? 'filtered' : 'expanded',
      })
    case 'many': {
      const chosen = typeof field.value === 'string' ? [field.value] : (field.value ?? [])
      const together = chosen.length > 0 ? { value: chosen.join(',') } : {}
      return choices(field, { ...base, style: 'expanded', isMultiSelect: true, ...together })
    }
    case 'moment':
      return moment(field, live)
    case 'number': {
      const { min, max } = field
      const range = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }
      const number = value ? { value: Number(value) } : {}
      return [{ type: 'Input.Number', ...base, ...range, ...number }]
    }
  }
}

/**
 * Teams holds back every press while a required field is empty, so a form that grows with its
 * answers could not: there Muster itself says what is missing.
 */
function labelled({ label, required }: FieldView, live: boolean, part?: string) {
  const more = [...(part ? [part] : []), ...(required && live ? ['required'] : [])]
  const named = more.length > 0 ? `${label} (${more.join(', ')})` : label
  if (!required || live) return { label: named }
  return { label: named, isRequired: true, errorMessage: `Please fill in “${named}”.` }
}

function choices(field: FieldView, base: Omit<Element, 'type'>): Element[] {
  const options = field.options ?? []
  const list = options.map(({ label, value }) => ({ title: label, value }))
  const set = { type: 'Input.ChoiceSet', wrap: true, ...base, choices: list }
  const described = options.filter(({ description }) => description)
  return described.length === 0 ? [set] : [set, explained(described)]
}

function explained(options: readonly OptionView[]): Element {
  const facts = options.map(({ label, description = '' }) => ({
    title: escapeMarkdown(label),
    value: escapeMarkdown(description),
  }))
  return { type: 'FactSet', spacing: 'Small', facts }
}

function moment(field: FieldView, live: boolean): Element[] {
  const [date, time] = typeof field.value === 'string' ? field.value.split(/[ T]/) : []
  const one = (type: string, part: string, value: string | undefined): Element => ({
    type: 'Column',
    width: 'stretch',
    items: [
      {
        type,
        id: `${field.id}/${part}`,
        ...labelled(field, live, part),
        ...(value ? { value } : {}),
      },
    ],
  })
  const columns = [one('Input.Date', 'date', date), one('Input.Time', 'time', time)]
  return [{ type: 'ColumnSet', columns }]
}
