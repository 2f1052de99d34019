import { tell } from './announce.js'
import { act, whoAmI } from './api.js'
import { h, keep } from './dom.js'
import { makeField } from './fields.js'
import { wordsElements } from './message.js'
import { keepUnfinished } from './unfinished.js'

/** Shows a form. `done` is called with what follows once it was handed in, and what `begin` gave before. */
export function openForm({ form, where }, { now, begin, done }) {
  const open = {
    form,
    where,
    now,
    begin,
    done,
    person: whoAmI(),
    fields: new Map(),
    touched: false,
    asked: 0,
    title: h('h2', { id: 'form-title', tabindex: '-1' }),
    heading: h('div', { class: 'heading' }),
    body: h('div', { class: 'fields' }),
    submit: h('button', { type: 'submit', class: 'primary' }),
    problems: h('div', { class: 'problems', tabindex: '-1', hidden: true }),
    dialog: h('dialog', { class: 'form', 'aria-labelledby': 'form-title' }),
    from: null,
  }
  open.dialog.append(frame(open))
  open.dialog.addEventListener('close', () => putAside(open))
  showForm(open, form)
  show(open)
}

function show(open) {
  open.from = document.activeElement
  document.body.append(open.dialog)
  open.dialog.showModal()
  open.title.focus()
}

function frame(open) {
  const close = () => open.dialog.close()
  const element = h(
    'form',
    { novalidate: true, method: 'dialog' },
    h(
      'header',
      {},
      open.title,
      h(
        'button',
        {
          type: 'button',
          class: 'plain small cross',
          'aria-label': 'Put this form aside',
          title: 'Put this form aside',
          onclick: close,
        },
        '✕',
      ),
    ),
    h('div', { class: 'scroll' }, open.heading, open.problems, open.body),
    h('footer', {}, open.submit),
  )
  element.addEventListener('submit', (event) => {
    event.preventDefault()
    handIn(open)
  })
  return element
}

function showForm(open, form) {
  open.title.textContent = form.title
  open.heading.replaceChildren(...form.heading.map((text) => h('p', {}, wordsElements(text))))
  open.submit.textContent = form.submit
  showFields(open, form)
}

/** Fields that are the same as before stay as they are, with what was typed and with the focus. */
function showFields(open, form) {
  open.form = form
  const before = open.fields
  open.fields = new Map()
  keep(
    open.body,
    form.fields.map((field) => {
      const { value: _, error: __, ...shape } = field
      return {
        key: field.id,
        version: JSON.stringify(shape),
        make: () => {
          const made = makeField(withTyped(field, before.get(field.id)), {
            now: open.now,
            changed: (one, finished) => changed(open, one, finished),
          })
          open.fields.set(field.id, made)
          return made.element
        },
      }
    }),
  )
  for (const field of form.fields) {
    const made = open.fields.get(field.id) ?? before.get(field.id)
    open.fields.set(field.id, made)
    made.showError(field.error)
  }
}

/** What was typed since the form was asked for is newer; which options are chosen the form knows. */
function withTyped(field, before) {
  const typed = before?.value()
  return typed === undefined || field.options ? field : { ...field, value: typed }
}

function changed(open, field, finished) {
  open.touched = true
  corrected(open, field)
  if (finished && field.live) refresh(open)
}

/** Asks which fields to show now; only the newest answer counts. */
async function refresh(open) {
  const asked = ++open.asked
  const { ok, body } = await act('/api/refresh', handed(open))
  if (asked !== open.asked || !open.dialog.open) return
  if (!ok) tell(body.error)
  else if (body.type === 'form') showForm(open, body.form)
}

function handed(open) {
  const answers = {}
  for (const { id } of open.form.fields) {
    const value = open.fields.get(id)?.value()
    if (value !== undefined) answers[id] = value
  }
  return { ticket: open.form.ticket, answers, where: open.where }
}

async function handIn(open) {
  const button = open.submit
  if (button.getAttribute('aria-disabled') === 'true') return
  button.setAttribute('aria-disabled', 'true')
  open.asked += 1
  const before = open.begin()
  const { ok, body } = await act('/api/submit', handed(open))
  button.removeAttribute('aria-disabled')
  if (!ok) return showProblems(open, { problem: body.error, fields: [] })
  if (body.type !== 'form') return finish(open, body, before)
  if (body.form.ticket.form !== open.form.ticket.form) return nextForm(open, body)
  showForm(open, body.form)
  showProblems(open, body.form)
  if (open.problems.hidden) showNextStep(open)
}

function finish(open, next, before) {
  leave(open)
  open.done(next, before, open.where)
}

function nextForm(open, next) {
  const { now, begin, done } = open
  leave(open)
  openForm(next, { now, begin, done })
}

/** The same form with something new to read over it, a preview for example. */
function showNextStep(open) {
  open.heading.scrollIntoView({ block: 'start' })
  open.title.focus()
}

/** The summary that the focus goes to: every problem, each leading to its field. */
function showProblems(open, { problem, fields }) {
  const wrong = fields.filter(({ error }) => error)
  const toField = (id) => (event) => {
    event.preventDefault()
    open.fields.get(id)?.first?.focus()
  }
  open.problems.hidden = !problem && wrong.length === 0
  open.problems.replaceChildren(
    h('h3', {}, 'Not sent yet'),
    ...(problem && wrong.length === 0 ? [h('p', {}, problem)] : []),
    h(
      'ul',
      {},
      wrong.map(({ id, label, error }) =>
        h(
          'li',
          { 'data-field': id },
          h(
            'a',
            { href: `#field-${id}`, onclick: toField(id) },
            `${label.replace(/[?:.]$/, '')}: ${error}`,
          ),
        ),
      ),
    ),
  )
  if (!open.problems.hidden) {
    open.problems.focus()
    open.problems.scrollIntoView({ block: 'start' })
  }
}

/** What is being corrected is no longer called wrong. */
function corrected(open, { id }) {
  open.fields.get(id)?.showError()
  open.problems.querySelector(`[data-field="${id}"]`)?.remove()
  open.problems.hidden ||= open.problems.querySelector('li, p') === null
}

function leave(open) {
  open.touched = false
  open.dialog.close()
  open.dialog.remove()
}

/** A closed form with something in it waits over the composer, for the person who filled it. */
function putAside(open) {
  open.dialog.remove()
  if (open.from?.isConnected) open.from.focus()
  if (open.touched) keepUnfinished(open, () => show(open))
}
