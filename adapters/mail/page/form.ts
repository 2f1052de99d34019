import type { FieldView, FormView } from '../../../src/core/message/form.ts'
import { plainText } from '../../../src/core/message/plain.ts'
import type { Directory } from '../../../src/core/people/directory.ts'
import { html, type Markup } from './html.ts'

/** What stands before the names of a form’s own fields. */
export const FIELD = 'field.'
export const NOTHING: Markup = html``

/** A form below its button; it stands open where it was handed in and something is wrong with it. */
export function formMarkup(
  answer: string,
  label: string,
  form: FormView,
  directory: Directory,
): Markup {
  const { ticket, heading, fields, submit, problem } = form
  const wrong = problem !== undefined || fields.some(({ error }) => error !== undefined)
  const inside = html`<summary>${label}</summary><form method="post">
${problem === undefined ? NOTHING : html`<p class="wrong" role="alert">${problem}</p>`}
${heading.map((text) => html`<p>${plainText(text, directory)}</p>`)}
${fields.map((field) => fieldMarkup(field, `${answer}-${field.id}`))}
<input type="hidden" name="nonce" value="${ticket.nonce}"><button name="answer" value="${answer}">${submit}</button></form>`
  return wrong ? html`<details open>${inside}</details>` : html`<details>${inside}</details>`
}

function fieldMarkup(field: FieldView, id: string): Markup {
  const { kind, label, hint, error, required } = field
  if (kind === 'statement') return html`<p>${label}</p>`
  const said = [
    hint === undefined ? NOTHING : html`<p class="small" id="${id}-hint">${hint}</p>`,
    error === undefined ? NOTHING : html`<p class="wrong" id="${id}-error">${error}</p>`,
  ]
  const about = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`]
  const describedBy = about.filter((one) => one !== '').join(' ')
  if (kind === 'many')
    return html`<fieldset><legend>${label}</legend>${said}${checkboxes(field)}</fieldset>`
  const needed = required ? '' : ' (if you wish)'
  return html`<label for="${id}">${label}${kind === 'choice' ? needed : ''}</label>${said}${control(field, id, describedBy)}`
}

function control(field: FieldView, id: string, describedBy: string): Markup {
  const { kind, options = [], required, max, value } = field
  const name = `${FIELD}${field.id}`
  const text = typeof value === 'string' ? value : ''
  const needed = required ? html` required` : NOTHING
  const described = describedBy === '' ? NOTHING : html` aria-describedby="${describedBy}"`
  const longest = max === undefined ? NOTHING : html` maxlength="${String(max)}"`
  if (kind === 'choice')
    return html`<select id="${id}" name="${name}"${needed}${described}><option value="">Choose…</option>${options.map((one) => option(one.value, one.label, one.value === value))}</select>`
  if (kind === 'text')
    return html`<textarea id="${id}" name="${name}" rows="4"${needed}${longest}${described}>${text}</textarea>`
  return html`<input id="${id}" name="${name}" value="${text}"${needed}${longest}${described}>`
}

function option(value: string, label: string, isChosen: boolean): Markup {
  return isChosen
    ? html`<option value="${value}" selected>${label}</option>`
    : html`<option value="${value}">${label}</option>`
}

function checkboxes({ id, options = [], value = [] }: FieldView): readonly Markup[] {
  return options.map((one) => {
    const checked = value.includes(one.value) ? html` checked` : NOTHING
    return html`<label><input type="checkbox" name="${FIELD}${id}" value="${one.value}"${checked}> ${one.label}</label>`
  })
}
