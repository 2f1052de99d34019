import { h } from './dom.js'
import { around, idOf, title } from './field-frame.js'

const SPOKEN = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
})

/** A day without a time, handed in as `YYYY-MM-DD`, and said once more in words. */
export function day(field, changed) {
  const parts = around(field)
  const input = h('input', { type: 'date', id: idOf(field), min: '1970-01-02', max: '2199-12-31' })
  const spoken = h('p', { class: 'hint' })
  const say = () => {
    spoken.textContent = dayInWords(input.value)
  }
  for (const type of ['input', 'change'])
    input.addEventListener(type, () => {
      say()
      changed(field, type === 'change')
    })
  input.value = field.value ?? ''
  say()
  const element = h(
    'div',
    { class: 'field' },
    h('label', { for: input.id }, title(field)),
    parts.hint,
    parts.error,
    input,
    spoken,
  )
  return {
    element,
    value: () => input.value,
    showError: (words) => parts.show([input], words),
    first: input,
  }
}

/** `Thu 1 Apr 2027`; nothing for what is no day. */
export function dayInWords(day) {
  const date = new Date(`${day}T00:00:00Z`)
  return Number.isNaN(date.getTime()) ? '' : SPOKEN.format(date).replace(',', '')
}
