import type { FieldView, OptionView } from '../../../src/core/message/form.ts'
import { type Element, escapeMarkdown, textBlock, warning } from './card.ts'

/** Who holds a form back while something required is empty: Teams by itself, or Muster, which says so. */
type Checking = 'teams' | 'muster'

/** One question of a form with its hint and with what is wrong with its answer. */
export function fieldElements(field: FieldView, checking: Checking): Element[] {
  if (field.kind === 'statement') {
    const words = statementWords(field)
    return [field.urgent ? warning(words) : textBlock(words)]
  }
  return [
    ...input(field, checking),
    ...(field.hint
      ? [textBlock(field.hint, { size: 'Small', isSubtle: true, spacing: 'Small' })]
      : []),
    ...(field.error
      ? [textBlock(`⚠ ${field.error}`, { color: 'Attention', weight: 'Bolder' })]
      : []),
  ]
}

/** All that a statement says: the hint of an urgent one names whom to phone. */
export function statementWords({ label, hint }: FieldView): string {
  return hint === undefined ? label : `${label}\n${hint}`
}

function input(field: FieldView, checking: Checking): Element[] {
  const value = typeof field.value === 'string' ? field.value : undefined
  const base = { ...labelled(field, checking), id: field.id, ...(value ? { value } : {}) }
  switch (field.kind) {
    case 'statement':
      return []
    case 'line':
      return written(field, base, value ?? '')
    case 'text':
      return written(field, { isMultiline: true, ...base }, value ?? '')
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
      return moment(field, checking)
    case 'number': {
      const { min, max } = field
      const range = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }
      const number = value ? { value: Number(value) } : {}
      return [{ type: 'Input.Number', ...base, ...range, ...number }]
    }
  }
}

/** What a message or a command filled in may be longer than the field is. */
function written({ max }: FieldView, base: Omit<Element, 'type'>, value: string): Element[] {
  const most = max === undefined ? {} : { maxLength: max }
  const text = { type: 'Input.Text', ...base, ...most }
  if (max === undefined || value.length <= max) return [text]
  const fitting = value.slice(0, max).replace(/[\ud800-\udbff]$/, '')
  const note = `Only the first ${max} characters fit here; the rest is left out.`
  return [{ ...text, value: fitting }, textBlock(note, { size: 'Small', spacing: 'Small' })]
}

/**
 * Teams holds back every press while a field that it checks is empty. Where a press has to come
 * through nevertheless, Muster itself says what is missing.
 */
function labelled({ label, required }: FieldView, checking: Checking, part?: string) {
  const ours = required && checking === 'muster'
  const more = [...(part ? [part] : []), ...(ours ? ['required'] : [])]
  const named = more.length > 0 ? `${label} (${more.join(', ')})` : label
  if (!required || ours) return { label: named }
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

function day(field: FieldView, checking: Checking, date: string | undefined): Element {
  const given = date ? { value: date } : {}
  return { type: 'Input.Date', id: `${field.id}/date`, ...labelled(field, checking), ...given }
}

function moment(field: FieldView, checking: Checking): Element[] {
  const [date, time] = typeof field.value === 'string' ? field.value.split(/[ T]/) : []
  if (field.dayOnly) return [day(field, checking, date)]
  const one = (type: string, part: string, value: string | undefined): Element => ({
    type: 'Column',
    width: 'stretch',
    items: [
      {
        type,
        id: `${field.id}/${part}`,
        ...labelled(field, checking, part),
        ...(value ? { value } : {}),
      },
    ],
  })
  const columns = [one('Input.Date', 'date', date), one('Input.Time', 'time', time)]
  return [{ type: 'ColumnSet', columns }]
}
