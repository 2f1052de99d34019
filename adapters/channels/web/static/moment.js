import { dayInWords } from './day.js'
import { h } from './dom.js'
import { around, idOf, title } from './field-frame.js'

/**
 * A day and a time, handed in as `YYYY-MM-DD HH:MM`. Browsers show a day in their own language's
 * order, so it is said once more in words; the time is typed, always by the 24-hour clock.
 */
export function moment(field, changed, now) {
  const id = idOf(field)
  const parts = around(field)
  const { day, time } = parsed(field.value ?? '')
  const dayInput = h('input', { type: 'date', id, min: '1970-01-02', max: '2199-12-31' })
  const timeInput = h('input', {
    type: 'text',
    id: `${id}-time`,
    inputmode: 'numeric',
    placeholder: '20:15',
    autocomplete: 'off',
  })
  const spoken = h('p', { class: 'hint' })
  const inputs = [dayInput, timeInput]
  const fill = (given) => {
    dayInput.value = given.day
    timeInput.value = given.time
    say()
  }
  const say = () => {
    spoken.textContent = inWords(dayInput.value, clockTime(timeInput.value))
  }
  for (const input of inputs) {
    input.addEventListener('input', () => {
      say()
      changed(field, false)
    })
    input.addEventListener('change', () => {
      timeInput.value = clockTime(timeInput.value)
      takeToday(dayInput, timeInput, now)
      say()
      changed(field, true)
    })
  }
  fill({ day, time })
  const fillNow = () => {
    fill(parsed(now()))
    changed(field, true)
  }
  const element = h(
    'fieldset',
    { class: 'field' },
    h('legend', {}, title(field)),
    parts.hint,
    parts.error,
    row(inputs, fillNow, field),
    spoken,
  )
  return {
    element,
    value: () => `${dayInput.value} ${clockTime(timeInput.value)}`.trim(),
    showError(words) {
      parts.show([element, ...inputs], words)
      const lacks = inputs.filter(({ value }) => value === '')
      if (lacks.length !== 1) return
      for (const input of inputs) if (input !== lacks[0]) input.removeAttribute('aria-invalid')
    },
    get first() {
      return dayInput.value !== '' && !isTime(timeInput.value) ? timeInput : dayInput
    },
  }
}

function row([dayInput, timeInput], fillNow, field) {
  const button = h(
    'button',
    { type: 'button', class: 'plain small', onclick: fillNow, 'aria-label': `Now: ${field.label}` },
    'Now',
  )
  return h(
    'div',
    { class: 'moment' },
    h('label', { for: dayInput.id }, 'Day'),
    h('label', { for: timeInput.id }, 'Time, 24 hours'),
    dayInput,
    timeInput,
    button,
  )
}

/** `2027-03-26 20:15`, or one of the two. */
function parsed(words) {
  const [day = ''] = /^\d{4}-\d{2}-\d{2}/.exec(words) ?? []
  return { day, time: words.slice(day.length).replace(/^[ T]/, '').slice(0, 5) }
}

/** A time alone is one of today. */
function takeToday(dayInput, timeInput, now) {
  if (dayInput.value !== '' || dayInput.validity.badInput || !isTime(timeInput.value)) return
  dayInput.value = parsed(now()).day
}

function isTime(words) {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(words)
}

/** `2015`, `20.15` and `8:15` as `20:15` and `08:15`; anything else as it was typed. */
function clockTime(typed) {
  const [, hours, minutes] = /^(\d{1,2})[:.\s]?(\d{2})$/.exec(typed.trim()) ?? []
  return minutes === undefined ? typed.trim() : `${hours.padStart(2, '0')}:${minutes}`
}

function inWords(day, time) {
  const words = dayInWords(day)
  return words === '' ? '' : `${words} ${time}`
}
