import { byId, h } from './dom.js'

/** Said to a screen reader when it is idle. */
export function whisper(sentence) {
  const region = byId('polite')
  region.replaceChildren(h('p', {}, sentence))
}

let timer = 0

/** Shown at the foot of the page, and read out at once: what could not be done, and the cure. */
export function tell(sentence) {
  const toast = byId('toast')
  const close = h('button', { type: 'button', onclick: () => toast.replaceChildren() }, 'Close')
  toast.replaceChildren(h('p', {}, sentence), close)
  clearTimeout(timer)
  timer = setTimeout(() => toast.replaceChildren(), 15_000)
}
