import { h, keep } from './dom.js'
import { find, makeFollower } from './follow.js'
import { itemElement } from './item.js'

/** A scrolling list of messages, by day. `replies(item)` is null inside a thread. */
export function makeColumn(actions) {
  const list = h('div', { class: 'items' })
  const scroll = h('div', { class: 'scroll', tabindex: '0' }, list)
  const follower = makeFollower(scroll, actions)
  let shownKey = ''
  let shown = new Set()
  return {
    element: h('div', { class: 'column' }, scroll, follower.element),
    goTo: follower.goTo,
    waits: follower.waits,
    /** Whoever comes back is a newcomer. */
    leave() {
      shownKey = ''
      follower.reset()
    },
    /** `since`: what one's own doing has brought begins there. `startAt`: where a newcomer begins. */
    show(key, items, { fresh, replies, empty, since, startAt, folds = () => false }) {
      const arriving = key !== shownKey
      const grown = items.filter(({ ref }) => arriving || !shown.has(ref))
      shownKey = key
      shown = new Set(items.map(({ ref }) => ref))
      if (arriving) follower.reset()
      else follower.before()
      keep(list, [...entries(items, { fresh, replies, folds, actions }), ...nothing(items, empty)])
      if (since && grown.length > 0) follower.goTo(since)
      else if (arriving && startAt !== undefined) follower.goTo(startAt)
      else if (arriving) follower.goToEnd()
      const others = grown.filter(({ from, unread }) => from !== 'you' && (!arriving || unread))
      if (arriving || grown.length > 0) follower.grown(others.map(({ ref }) => ref))
    },
  }
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
