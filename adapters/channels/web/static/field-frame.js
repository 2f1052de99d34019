import { h } from './dom.js'

export function idOf(field) {
  return `field-${field.id}`
}

export function title(field) {
  return field.required
    ? field.label
    : [field.label, ' ', h('span', { class: 'optional' }, '(optional)')]
}

/** The hint and the error of a field, tied to its controls. */
export function around(field) {
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
