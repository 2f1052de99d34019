import { day } from './day.js'
import { h } from './dom.js'
import { around, idOf, title } from './field-frame.js'
import { moment } from './moment.js'

const DROP_DOWN_FROM = 9

/**
 * One field as { element, value, showError }. `value()` is the answer as the form hands it in:
 * a string, or a list for several choices; undefined for a statement.
 */
export function makeField(field, { changed, now }) {
  switch (field.kind) {
    case 'statement':
      return statement(field)
    case 'line':
      return single(field, h('input', { type: 'text', autocomplete: 'off' }), changed)
    case 'number':
      return single(
        field,
        h('input', { type: 'text', inputmode: 'decimal', class: 'number', autocomplete: 'off' }),
        changed,
      )
    case 'text':
      return single(field, h('textarea', { rows: '3' }), changed)
    case 'choice':
      return field.options.length >= DROP_DOWN_FROM
        ? dropDown(field, changed)
        : radios(field, changed)
    case 'many':
      return boxes(field, changed)
    case 'moment':
      return field.dayOnly ? day(field, changed) : moment(field, changed, now)
    default:
      return statement({ ...field, label: 'This page is older than Muster. Reload it.' })
  }
}

function statement(field) {
  const hint = field.hint ? h('p', {}, field.hint) : null
  const element = field.urgent
    ? h(
        'div',
        { class: 'field alert', role: 'alert' },
        h('span', { class: 'unseen' }, 'Important: '),
        h('p', {}, field.label),
        hint,
      )
    : h('div', { class: 'field statement' }, h('p', {}, field.label), hint)
  return { element, value: () => undefined, showError: () => {} }
}

function single(field, input, changed) {
  const id = idOf(field)
  input.id = id
  input.value = field.value ?? ''
  if (field.required) input.setAttribute('aria-required', 'true')
  const parts = around(field)
  const left = counter(field, input)
  input.addEventListener('input', () => changed(field, false))
  input.addEventListener('change', () => changed(field, true))
  const element = h(
    'div',
    { class: 'field' },
    h('label', { for: id }, title(field)),
    parts.hint,
    parts.error,
    input,
    left,
  )
  return {
    element,
    value: () => input.value,
    showError: (words) => parts.show([input], words),
    first: input,
  }
}

function dropDown(field, changed) {
  const none = h('option', { value: '' }, 'Choose…')
  const options = field.options.map(({ value, label }) => h('option', { value }, label))
  return single(field, h('select', {}, none, options), changed)
}

function radios(field, changed) {
  const options = field.required
    ? field.options
    : [...field.options, { value: '', label: 'No answer' }]
  return group(field, options, 'radio', field.value ?? (field.required ? undefined : ''), changed)
}

function boxes(field, changed) {
  return group(field, field.options, 'checkbox', field.value ?? [], changed)
}

function group(field, options, type, chosen, changed) {
  const id = idOf(field)
  const parts = around(field)
  const inputs = options.map(({ value }, index) =>
    h('input', {
      type,
      name: id,
      value,
      id: index === 0 ? id : `${id}-${index}`,
      onchange: () => changed(field, true),
    }),
  )
  for (const input of inputs) {
    input.checked = Array.isArray(chosen) ? chosen.includes(input.value) : chosen === input.value
  }
  const rows = options.map(({ label, description }, index) =>
    h(
      'label',
      { class: 'option' },
      inputs[index],
      h('span', {}, label, description ? h('small', {}, description) : null),
    ),
  )
  const element = h(
    'fieldset',
    { class: 'field' },
    h('legend', {}, title(field)),
    parts.hint,
    parts.error,
    h('div', { class: isShort(options) ? 'options short' : 'options' }, rows),
  )
  const picked = () => inputs.filter(({ checked }) => checked).map(({ value }) => value)
  return {
    element,
    value: () => (type === 'checkbox' ? picked() : (picked()[0] ?? '')),
    showError: (words) => parts.show([element, ...inputs], words),
    first: inputs[0],
  }
}

/** A few short answers fit into one row. */
function isShort(options) {
  return (
    options.length <= 5 &&
    options.every(({ label, description }) => !description && label.length <= 12)
  )
}

/** How much room is left, once it becomes scarce. Nothing that was typed is ever cut off. */
function counter(field, input) {
  if (!field.max || field.kind === 'number') return null
  const left = h('p', { class: 'hint', 'aria-live': 'polite' })
  const count = () => {
    const rest = field.max - [...input.value].length
    const words = rest < 0 ? `${-rest} characters too many` : `${rest} characters left`
    left.textContent = rest < field.max / 5 ? words : ''
  }
  input.addEventListener('input', count)
  count()
  return left
}
