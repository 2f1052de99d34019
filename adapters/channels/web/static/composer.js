import { whisper } from './announce.js'
import { matching } from './commands.js'
import { h } from './dom.js'

const drafts = new Map()
let count = 0

/** A box to write in. `send(text)` resolves to true when the text has arrived. */
export function makeComposer({ label, send }) {
  const id = `composer-${++count}`
  const state = { key: '', chosen: -1, hints: [], sending: null }
  const list = h('ul', {
    class: 'hints',
    id: `${id}-hints`,
    role: 'listbox',
    'aria-label': 'Commands',
    hidden: true,
  })
  const box = h('textarea', {
    id,
    rows: '1',
    'aria-autocomplete': 'list',
    'aria-controls': list.id,
    placeholder: 'Write, or / for commands',
    autocomplete: 'off',
    enterkeyhint: 'send',
  })
  const form = h(
    'form',
    { class: 'composer' },
    list,
    h('label', { class: 'unseen', for: id }, label),
    box,
    h('button', { type: 'submit', class: 'primary' }, 'Send'),
  )
  box.addEventListener('input', () => suggest(state, box, list))
  box.addEventListener('keydown', (event) => onKey(event, state, box, list, form))
  box.addEventListener('blur', () => setTimeout(() => hide(state, box, list), 150))
  form.addEventListener('submit', (event) => submit(event, state, box, list, send))
  return {
    element: form,
    focus: () => box.focus(),
    fill(text) {
      box.value = text
      box.focus()
      suggest(state, box, list)
    },
    /** What was begun in one place waits there. */
    moveTo(key) {
      if (state.key === key) return
      drafts.set(state.key, box.value)
      state.key = key
      box.value = drafts.get(key) ?? ''
      hide(state, box, list)
    },
  }
}

/** What is sent while the last is under way goes after it; the same twice is one press too many. */
async function submit(event, state, box, list, send) {
  event.preventDefault()
  const text = box.value
  if (text.trim() === '' || state.sending?.text === text) return
  hide(state, box, list)
  const last = state.sending
  const mine = { text, done: (last?.done ?? Promise.resolve()).then(() => send(text)) }
  state.sending = mine
  const sent = await mine.done
  if (state.sending === mine) state.sending = null
  if (sent && box.value === text) box.value = ''
}

function onKey(event, state, box, list, form) {
  const open = state.hints.length > 0
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault()
    if (open && state.chosen >= 0) choose(state, box, list, state.chosen)
    else form.requestSubmit()
  } else if (open && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    event.preventDefault()
    const step = event.key === 'ArrowDown' ? 1 : -1
    const { length } = state.hints
    mark(
      state,
      box,
      list,
      (state.chosen + step + length + (state.chosen < 0 && step < 0 ? 1 : 0)) % length,
    )
  } else if (open && event.key === 'Escape') {
    event.stopPropagation()
    hide(state, box, list)
  }
}

function suggest(state, box, list) {
  const before = state.hints.length
  state.hints = matching(box.value)
  state.chosen = -1
  box.removeAttribute('aria-activedescendant')
  list.hidden = state.hints.length === 0
  list.replaceChildren(
    ...state.hints.map(([words, about], index) =>
      h(
        'li',
        {
          id: `${list.id}-${index}`,
          role: 'option',
          'aria-selected': 'false',
          onpointerdown: (event) => {
            event.preventDefault()
            choose(state, box, list, index)
          },
        },
        h('b', {}, words),
        ' ',
        h('span', {}, about),
      ),
    ),
  )
  if (state.hints.length > 0 && before === 0)
    whisper('Commands are listed. Use the arrow keys to choose one.')
}

function mark(state, box, list, index) {
  state.chosen = index
  for (const [at, option] of [...list.children].entries()) {
    option.setAttribute('aria-selected', String(at === index))
    if (at !== index) continue
    box.setAttribute('aria-activedescendant', option.id)
    option.scrollIntoView({ block: 'nearest' })
  }
}

function choose(state, box, list, index) {
  box.value = `${state.hints[index][0]} `
  hide(state, box, list)
  box.focus()
}

function hide(state, box, list) {
  state.hints = []
  state.chosen = -1
  list.hidden = true
  box.removeAttribute('aria-activedescendant')
}
