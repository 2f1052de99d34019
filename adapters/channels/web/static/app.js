import { tell, whisper } from './announce.js'
import { act, ask, become, listen, whoAmI } from './api.js'
import { showClock, startClock } from './clock.js'
import { pointTo } from './column.js'
import { setCommands } from './commands.js'
import { byId, h } from './dom.js'
import { openForm } from './form-dialog.js'
import { initials } from './item.js'
import { mainPane } from './main-pane.js'
import { choosePerson } from './people.js'
import { showPlaces } from './places.js'
import { addressOf, go, route } from './route.js'
import { threadPane } from './thread-pane.js'
import { showUnfinished } from './unfinished.js'

const page = {
  me: null,
  clock: null,
  commands: [],
  spaces: [],
  space: null,
  home: null,
  route: route(),
  fresh: new Set(),
}
let loads = 0

const actions = {
  say: (text, where) => perform('/api/say', { text, ...where }, { wait: false }),
  press: (item, press) => perform('/api/press', { space: page.space.key, ref: item.ref, press }),
  pressAtHome: (press) => perform('/api/press-at-home', { press }),
  raise: (item) => perform('/api/raise', { space: page.space.key, ref: item.ref }),
  open: (item) => go(addressOf(page.space.key, item.ref)),
  closeThread: () => go(addressOf(page.space.key)),
  /** What is written at Home stands in one's own messages. */
  here: () => page.space?.key ?? `web/person/${whoAmI()}`,
}
const main = mainPane(byId('main'), page, actions)
const thread = threadPane(byId('thread'), page, actions)

/** Does something and follows where the answer leads, while the next is typed or not. True when it arrived. */
async function perform(path, body, { wait } = { wait: true }) {
  const { ok, body: next } = await act(path, body)
  if (!ok) tell(next.error)
  const following = ok ? follow(next) : null
  if (wait) await following
  return ok
}

async function follow(next) {
  if (next.type === 'form') {
    openForm(next, { now: () => page.clock.local, done: follow })
    return
  }
  if (next.type === 'note') goToNote(next)
  await load()
  if (next.type === 'note') {
    pointTo(next.ref)
    whisper('Muster has answered you privately.')
  }
}

/** A thread that stands open beside a place stays open. */
function goToNote({ space, thread }) {
  const there = page.route.space === space && (thread === null || thread === page.route.thread)
  if (!there && go(addressOf(space, thread))) page.route = route()
}

/** Asks for everything that is shown now; an older answer never overwrites a newer one. */
async function load() {
  const mine = ++loads
  const { space: key, view } = page.route
  const [state, space, home] = await Promise.all([
    ask('/api/state'),
    key ? ask(`/api/space?key=${encodeURIComponent(key)}`) : null,
    view === 'home' ? ask('/api/home') : null,
  ])
  if (mine !== loads) return
  if (!state.ok) return state.status === 400 ? startAgain() : tell(state.body.error)
  if (space && !space.ok) return go('#/home')
  notice(state.body.spaces, space?.body)
  Object.assign(page, state.body, {
    space: space?.body ?? null,
    home: home?.ok ? home.body : page.home,
  })
  if (home && !home.ok) tell(home.body.error)
  show()
  await markRead()
}

/** What is new is said once, in one sentence. */
function notice(spaces, space) {
  const open =
    page.space?.key === space?.key ? new Set(page.space?.items.map(({ ref }) => ref)) : null
  const arrived = open
    ? space?.items.filter((item) => !open.has(item.ref) && item.from !== 'you' && !item.only)
    : []
  for (const item of space?.items ?? []) if (item.unread) page.fresh.add(item.ref)
  if (arrived?.length) return whisper(`New from ${arrived.at(-1).by}`)
  const before = new Map(page.spaces.map(({ key, unread }) => [key, unread]))
  const more = spaces.find(
    ({ key, unread }) => unread > (before.get(key) ?? unread) && key !== space?.key,
  )
  if (more) whisper(`New in ${more.name}`)
}

function show() {
  const { me, spaces } = page
  const unread = spaces.reduce((sum, one) => sum + one.unread, 0)
  document.title = `${unread > 0 ? `(${unread}) ` : ''}${page.space?.name ?? 'Home'} · Muster playground`
  document.body.dataset.pane =
    page.route.view === 'places' ? 'places' : page.route.thread ? 'thread' : 'main'
  setCommands(page.commands)
  showClock(page.clock)
  showPlaces(byId('places'), spaces, page.route)
  showUnread(unread)
  byId('who').replaceChildren(
    h('span', { class: 'avatar', 'aria-hidden': 'true' }, initials(me.name)),
    h(
      'span',
      { class: 'names' },
      h('span', { class: 'unseen' }, 'You are '),
      h('b', {}, me.name),
      h('small', {}, me.about),
    ),
    h('span', { class: 'change' }, 'Change'),
  )
  main.show()
  thread.show()
  showUnfinished()
}

function showUnread(unread) {
  const count = byId('to-places').querySelector('.count')
  count.hidden = unread === 0
  count.textContent = `${unread} new`
}

/** What stands open has been read, once the page is in sight. */
async function markRead() {
  if (!page.space || document.visibilityState !== 'visible') return
  const { key, items } = page.space
  const { thread: open } = page.route
  const unread = (ref) => items.some((item) => item.unread && item.thread === ref)
  if (!unread(null) && !(open && unread(open))) return
  if (unread(null)) await act('/api/read', { space: key })
  if (open && unread(open)) await act('/api/read', { space: key, thread: open })
  schedule()
}

/** A first visit, or somebody who has left the directory: begin as the ward nurse. */
async function beFirst() {
  const { ok, body } = await ask('/api/first')
  if (ok) become(body.person)
  else tell(body.error)
  return ok
}

async function startAgain() {
  if (await beFirst()) relisten()
}

let waiting = 0

function schedule() {
  clearTimeout(waiting)
  waiting = setTimeout(load, 60)
}

addEventListener('hashchange', async () => {
  const before = page.route
  page.route = route()
  if (before.space !== page.route.space) page.fresh.clear()
  await load()
  if (page.route.thread && page.route.thread !== before.thread) thread.focus()
  else if (before.space !== page.route.space || before.view !== page.route.view) main.focus()
})
addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && page.route.thread && !document.querySelector('dialog[open]'))
    actions.closeThread()
})
byId('skip').addEventListener('click', (event) => {
  event.preventDefault()
  byId('main').focus()
})
byId('who').addEventListener('click', () =>
  choosePerson(() => {
    page.fresh.clear()
    page.spaces = []
    page.space = null
    relisten()
    if (!go('#/home')) load()
  }),
)
startClock(load)
if (!whoAmI()) await beFirst()
const relisten = listen(schedule)
await load()
