import { makeColumn } from './column.js'
import { makeComposer } from './composer.js'
import { h } from './dom.js'
import { firstSince } from './since.js'

/** The right column: one message with everything that was said under it. */
export function threadPane(container, page, actions) {
  const heading = h('h2', { class: 'thread-title', tabindex: '-1' })
  const column = makeColumn(actions)
  const composer = makeComposer({
    label: 'Reply in this thread',
    send: (text) => actions.say(text, { space: page.space.key, thread: page.route.thread }),
  })
  const close = h(
    'button',
    { type: 'button', class: 'plain small way-back', onclick: actions.closeThread },
    h('span', { class: 'at-desk' }, 'Close thread'),
    h('span', { class: 'on-phone' }, '‹ Back', h('span', { class: 'unseen' }, ' to the message')),
  )
  container.append(
    h('header', { class: 'pane-head' }, heading, close),
    column.element,
    composer.element,
  )
  return {
    focus: () => heading.focus(),
    waits: () => !container.hidden && column.waits(),
    show() {
      const { space } = page
      const { thread } = page.route
      const items =
        space?.items.filter((item) => item.ref === thread || item.thread === thread) ?? []
      container.hidden = thread === null || items.length === 0
      if (container.hidden) return column.leave()
      heading.textContent = titleOf(items[0])
      composer.moveTo(`${page.me.id} ${space.key}/${thread}`)
      composer.element.hidden = space.closed
      column.show(thread, items, {
        fresh: page.fresh,
        replies: () => null,
        empty: '',
        folds: (item) => item.thread === null && item.body.type === 'message',
        since: firstSince(page, thread, items),
        startAt: items.find((item) => item.thread !== null && item.unread)?.ref ?? null,
      })
    },
  }
}

/** What the thread is about: its first message's title, or who began it and how. */
function titleOf({ by, body }) {
  return body.type === 'message' ? body.message.title : `${by}: ${body.text.slice(0, 60)}`
}
