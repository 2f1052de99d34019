import { whisper } from './announce.js'
import { whoAmI } from './api.js'
import { byId, h } from './dom.js'

/** What was put aside, and how to go on with each. */
const unfinished = new Map()

/** Keeps a form for the person who filled it. */
export function keepUnfinished(open, goOn) {
  unfinished.set(open, goOn)
  showUnfinished()
  whisper('The form was put aside. You can go on with it above the message box.')
}

/** Shows what the person of this tab has put aside. */
export function showUnfinished() {
  const bars = byId('unfinished')
  const mine = [...unfinished.keys()].filter(({ person }) => person === whoAmI())
  bars.hidden = mine.length === 0
  bars.replaceChildren(...mine.map(bar))
}

function bar(open) {
  const drop = () => {
    unfinished.delete(open)
    showUnfinished()
  }
  const goOn = () => {
    const show = unfinished.get(open)
    drop()
    show()
  }
  return h(
    'div',
    { class: 'bar' },
    h('p', {}, `Not sent: ${open.form.title}`),
    h('button', { type: 'button', class: 'primary small', onclick: goOn }, 'Go on with it'),
    h('button', { type: 'button', class: 'plain small', onclick: drop }, 'Throw it away'),
  )
}
