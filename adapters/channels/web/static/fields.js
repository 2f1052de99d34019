import { h } from './dom.js'

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
        h('input', { type: 'text', inputmode: 'decimal', class: 'short', autocomplete: 'off' }),
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
      return moment(field, changed, now)
    default:
      return statement({ ...field, label: 'This page is older than Muster. Reload it.' })
  }
}

function statement(field) {
  const element = field.urgent
    ? h('div', { class: 'field alert', role: 'alert' }, h('strong', {}, 'Important'), field.label)
    : h('p', { class: 'field statement' }, field.label)
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
    rows,
  )
  const picked = () => inputs.filter(({ checked }) => checked).map(({ value }) => value)
  return {
    element,
    value: () => (type === 'checkbox' ? picked() : (picked()[0] ?? '')),
    showError: (words) => parts.show([element, ...inputs], words),
    first: inputs[0],
  }
}

function moment(field, changed, now) {
  const id = idOf(field)
  const parts = around(field)
  const [day = '', time = ''] = (field.value ?? '').split(/[ T]/)
  const dayInput = h('input', { type: 'date', id, min: '1970-01-02', max: '2199-12-31' })
  const timeInput = h('input', { type: 'time', id: `${id}-time` })
  dayInput.value = day
  timeInput.value = time.slice(0, 5)
  for (const input of [dayInput, timeInput]) {
    input.addEventListener('input', () => changed(field, false))
    input.addEventListener('change', () => changed(field, true))
  }
  const fillNow = () => {
    const [today, hour] = now().split(' ')
    dayInput.value = today
    timeInput.value = hour
    changed(field, true)
  }
  const button = h(
    'button',
    { type: 'button', class: 'plain small', onclick: fillNow, 'aria-label': `Now: ${field.label}` },
    'Now',
  )
  const row = h(
    'div',
    { class: 'moment' },
    h('label', { for: id }, 'Day'),
    h('label', { for: timeInput.id }, 'Time'),
    dayInput,
    timeInput,
    button,
  )
  const element = h(
    'fieldset',
    { class: 'field' },
    h('legend', {}, title(field)),
    parts.hint,
    parts.error,
    row,
  )
  return {
    element,
    value: () => `${dayInput.value} ${timeInput.value}`.trim(),
    showError: (words) => parts.show([element, dayInput, timeInput], words),
    first: dayInput,
  }
}

function idOf(field) {
  return `field-${field.id}`
}

function title(field) {
  return field.required
    ? field.label
    : [field.label, ' ', h('span', { class: 'optional' }, '(optional)')]
}

/** The hint and the error of a field, tied to its controls. */
function around(field) {
  const id = idOf(field)
  const hint = field.hint ? h('p', { class: 'hint', id: `${id}-hint` }, field.hint) : null
  const error = h('p', { class: 'error', id: `${id}-error`, hidden: true })
  function show(controls, words) {
    error.hidden = !words
    error.replaceChildren(...(words ? [h('strong', {}, 'To correct: '), words] : []))
    const described = [hint?.id, words ? error.id : ''].filter(Boolean).join(' ')
    for (const control of controls) {
      if (described) control.setAttribute('aria-describedby', described)
      else control.removeAttribute('aria-describedby')
      if (words && control.tagName !== 'FIELDSET') control.setAttribute('aria-invalid', 'true')
      else control.removeAttribute('aria-invalid')
    }
  }
  return { hint, error, show }
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
