import { makeColumn } from './column.js'
import { makeComposer } from './composer.js'
import { h } from './dom.js'
import { homeElements } from './home.js'
import { firstSince } from './since.js'

/** The middle column: Home, or a place's messages. */
export function mainPane(container, page, actions) {
  const heading = h('h1', { tabindex: '-1' })
  const about = h('p', { class: 'about' })
  const members = h('details', { class: 'members', hidden: true }, h('summary', {}), h('ul', {}))
  const home = h('div', { class: 'scroll home' })
  const column = makeColumn(actions)
  const composer = makeComposer({
    label: 'Message or command',
    send: (text) => actions.say(text, { space: actions.here() }),
  })
  container.append(
    h('header', { class: 'pane-head' }, heading, about, members),
    home,
    column.element,
    composer.element,
  )
  return {
    focus: () => heading.focus(),
    goTo: column.goTo,
    waits: column.waits,
    show() {
      const { space } = page
      container.dataset.kind = space?.kind ?? 'home'
      heading.textContent = space ? space.name : 'Home'
      about.textContent = space ? space.about : 'What you owe, and what you can do'
      composer.moveTo(`${page.me.id} ${space?.key ?? 'home'}`)
      composer.element.hidden = space?.closed ?? false
      home.hidden = space !== null
      column.element.hidden = space === null
      showMembers(members, space)
      if (space) return showItems(column, space, page)
      column.leave()
      showHome(home, page, actions, composer)
    },
  }
}

function showItems(column, space, page) {
  const answers = new Map()
  for (const { thread, unread } of space.items) {
    if (thread === null) continue
    const known = answers.get(thread) ?? { count: 0, unread: 0 }
    answers.set(thread, { count: known.count + 1, unread: known.unread + (unread ? 1 : 0) })
  }
  const roots = space.items.filter(({ thread }) => thread === null)
  column.show(space.key, roots, {
    since: firstSince(page, null, roots),
    startAt: roots.find(({ unread }) => unread)?.ref,
    fresh: page.fresh,
    replies: (item) => answers.get(item.ref) ?? { count: 0, unread: 0 },
    empty: 'Nothing has been said here yet.',
  })
}

let shownHome = ''

function showHome(home, page, actions, composer) {
  const version = JSON.stringify([page.me, page.first, page.home])
  if (version === shownHome && home.childElementCount > 0) return
  shownHome = version
  home.replaceChildren(
    ...homeElements({
      me: page.me,
      first: page.first,
      message: page.home,
      press: actions.pressAtHome,
      begin: () => composer.fill('/incident'),
    }),
  )
}

function showMembers(members, space) {
  const people = space?.people ?? []
  members.hidden = people.length === 0
  const [summary, list] = members.children
  summary.textContent = people.length === 1 ? '1 person' : `${people.length} people`
  list.replaceChildren(
    ...people.map(({ name, about, organisation }) =>
      h('li', {}, h('b', {}, name), ' ', [about, organisation].filter(Boolean).join(', ')),
    ),
  )
}
