import { h } from './dom.js'

const NEAR_THE_END = 120
const IN_SIGHT = 32
const END = 'the end'
const BY_HAND = ['wheel', 'touchmove', 'pointerdown', 'keydown', 'focusin']

/**
 * Where a scrolling list stands: at its end, at a message, or where the reader has put it. What came
 * and lies below is counted on a button; a second one leads to the newest of it. `seen` is called when nothing is left below.
 */
export function makeFollower(scroll, { seen }) {
  const button = h('button', { type: 'button', class: 'primary small', hidden: true })
  const state = { goal: END, byHand: false, below: new Set() }
  const settle = () => settleAt(scroll, state)
  const count = () => countBelow(scroll, state, { button, newest }, seen)
  const newest = h('button', { type: 'button', class: 'small', hidden: true }, 'To the newest')
  const leadTo = (ref) => {
    state.goal = ref
    settle()
    find(scroll, ref)?.focus({ preventScroll: true })
    count()
  }
  button.addEventListener('click', () => leadTo([...state.below][0]))
  newest.addEventListener('click', () => leadTo([...state.below].at(-1)))
  for (const kind of BY_HAND) {
    const moved = () => {
      state.byHand = true
    }
    scroll.addEventListener(kind, moved, { passive: true })
  }
  scroll.addEventListener('scroll', () => {
    if (state.byHand && isShown(scroll)) state.goal = isNearEnd(scroll) ? END : null
    count()
  })
  // Also when a pane is shown again on a phone, or a keyboard makes it smaller.
  new ResizeObserver(() => {
    settle()
    count()
  }).observe(scroll)
  return {
    element: h('div', { class: 'below', 'aria-live': 'polite' }, newest, button),
    waits: () => state.below.size > 0,
    /** Begins anew with another list. */
    reset: () => state.below.clear(),
    /** Whoever has read to the end stays there; to be asked before the list grows. */
    before() {
      if (isShown(scroll) && isNearEnd(scroll)) state.goal = END
    },
    /** Shows what begins at a message, or the end; null for the beginning. */
    goTo(ref) {
      state.goal = ref ?? null
      if (ref === null) scroll.scrollTop = 0
      settle()
    },
    goToEnd() {
      state.goal = END
      settle()
    },
    /** The list has grown by these. */
    grown(refs) {
      for (const ref of refs) state.below.add(ref)
      settle()
      count()
    },
  }
}

/** The newest place where a message stands: a thread comes after its room. */
export function find(container, ref) {
  return [...container.querySelectorAll(`[data-key="${ref}"]`)].at(-1)
}

function isShown(scroll) {
  return scroll.clientHeight > 0
}

function isNearEnd(scroll) {
  return scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEAR_THE_END
}

/** As far down as there is something, but never past the beginning of the message that is to be read. */
function settleAt(scroll, state) {
  if (state.goal === null || !isShown(scroll)) return
  state.byHand = false
  scroll.scrollTop = scroll.scrollHeight
  const element = state.goal === END ? undefined : find(scroll, state.goal)
  if (!element) return
  const above = element.getBoundingClientRect().top - scroll.getBoundingClientRect().top
  if (above < 0) scroll.scrollTop += above - 8
}

function countBelow(scroll, { below }, { button, newest }, seen) {
  if (!isShown(scroll)) return
  const before = below.size
  const end = scroll.getBoundingClientRect().bottom - IN_SIGHT
  for (const ref of below) {
    const element = find(scroll, ref)
    if (!element || element.getBoundingClientRect().top < end) below.delete(ref)
  }
  const words = `${below.size} new below`
  if (below.size > 0 && button.textContent !== words) button.textContent = words
  button.hidden = below.size === 0
  newest.hidden = below.size < 2
  if (before > 0 && below.size === 0) seen()
}
