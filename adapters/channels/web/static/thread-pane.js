import { makeColumn } from './column.js'
import { makeComposer } from './composer.js'
import { h } from './dom.js'

/** The right column: one message with everything that was said under it. */
export function threadPane(container, page, actions) {
  const heading = h('h2', { tabindex: '-1' }, 'Thread')
  const column = makeColumn(actions)
  const composer = makeComposer({
    label: 'Reply in this thread',
    send: (text) => actions.say(text, { space: page.space.key, thread: page.route.thread }),
  })
  const close = h(
    'button',
    { type: 'button', class: 'plain small', onclick: actions.closeThread },
    'Close thread',
  )
  container.append(
    h('header', { class: 'pane-head' }, heading, close),
    column.element,
    composer.element,
  )
  return {
    focus: () => heading.focus(),
    show() {
      const { space } = page
      const { thread } = page.route
      const items =
        space?.items.filter((item) => item.ref === thread || item.thread === thread) ?? []
      container.hidden = thread === null || items.length === 0
      if (container.hidden) return
      composer.moveTo(`${page.me.id} ${space.key}/${thread}`)
      column.show(thread, items, {
        fresh: page.fresh,
        replies: () => null,
        empty: '',
        folds: (item) => item.thread === null && item.body.type === 'message',
        startAt: items.find((item) => item.thread !== null && page.fresh.has(item.ref))?.ref,
      })
    },
  }
}
