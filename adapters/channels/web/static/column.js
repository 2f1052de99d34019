import { h, keep } from './dom.js'
import { itemElement } from './item.js'

const NEAR_THE_END = 120

/** A scrolling list of messages, by day. `replies(item)` is null inside a thread. */
export function makeColumn(actions) {
  const list = h('div', { class: 'items' })
  const scroll = h('div', { class: 'scroll', tabindex: '0' }, list)
  let shownKey = ''
  let lastRef = ''
  return {
    element: scroll,
    show(key, items, { fresh, replies, empty, startAt, folds = () => false }) {
      const arriving = key !== shownKey
      const atEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEAR_THE_END
      const grown = items.at(-1)?.ref !== lastRef
      shownKey = key
      lastRef = items.at(-1)?.ref
      keep(list, [...entries(items, { fresh, replies, folds, actions }), ...nothing(items, empty)])
      if (arriving || (atEnd && grown)) scroll.scrollTop = scroll.scrollHeight
      if (arriving && startAt) backTo(scroll, find(list, startAt))
    },
  }
}

/** Scrolls up to a message whose beginning lies above what is shown. */
function backTo(scroll, element) {
  const above = element.getBoundingClientRect().top - scroll.getBoundingClientRect().top
  if (above < 0) scroll.scrollTop += above - 8
}

/** Brings a message into sight and marks it for a moment. */
export function pointTo(ref) {
  const element = find(document, ref)
  if (!element) return
  element.scrollIntoView({ block: 'nearest' })
  element.classList.add('pointed')
  setTimeout(() => element.classList.remove('pointed'), 2500)
  if (document.activeElement === document.body) element.focus({ preventScroll: true })
}

/** The newest place where a message stands: a thread comes after its room. */
function find(container, ref) {
  return [...container.querySelectorAll(`[data-key="${ref}"]`)].at(-1)
}

function entries(items, { fresh, replies, folds, actions }) {
  let day = ''
  return items.flatMap((item) => {
    const answered = replies(item)
    const isFresh = fresh.has(item.ref)
    const own = {
      key: item.ref,
      version: JSON.stringify([{ ...item, unread: false }, answered, isFresh]),
      make: () =>
        itemElement(item, { fresh: isFresh, replies: answered, folded: folds(item), actions }),
    }
    if (item.day === day) return [own]
    day = item.day
    return [divider(day), own]
  })
}

function divider(day) {
  return {
    key: `day-${day}`,
    version: day,
    make: () => h('p', { class: 'day' }, h('span', {}, day)),
  }
}

function nothing(items, empty) {
  if (items.length > 0) return []
  return [{ key: 'nothing', version: empty, make: () => h('p', { class: 'nothing' }, empty) }]
}
