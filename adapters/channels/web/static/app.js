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
import { standing, watchFor } from './since.js'
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
  watch: null,
}
let loads = 0

const actions = {
  say(text, where) {
    watchFor(page, standing(page), where)
    return perform('/api/say', { text, ...where }, { wait: false })
  },
  press: (item, press) => perform('/api/press', { space: page.space.key, ref: item.ref, press }),
  pressAtHome: (press) => perform('/api/press-at-home', { press }),
  raise: (item) => perform('/api/raise', { space: page.space.key, ref: item.ref }),
  open: (item) => go(addressOf(page.space.key, item.ref)),
  closeThread: () => go(addressOf(page.space.key)),
  /** Everything new has been in sight. */
  seen: () => schedule(),
  /** What is written at Home stands in one's own messages. */
  here: () => page.space?.key ?? `web/person/${whoAmI()}`,
}
const main = mainPane(byId('main'), page, actions)
const thread = threadPane(byId('thread'), page, actions)

/** Does something and follows where the answer leads, while the next is typed or not. True when it arrived. */
async function perform(path, body, { wait } = { wait: true }) {
  const before = standing(page)
  const { ok, body: next } = await act(path, body)
  if (!ok) tell(next.error)
  const following = ok ? follow(next, before) : null
  if (wait) await following
  return ok
}

/** `before`: what stood there when it was done. `where`: the place of the form that was handed in. */
async function follow(next, before, where) {
  if (next.type === 'form') {
    openForm(next, {
      now: () => next.form.now ?? page.clock.local,
      begin: () => standing(page),
      done: follow,
    })
    return
  }
  if (next.type === 'note') showThere(next, before)
  else if (where?.thread) showThere(where, before)
  else if (page.route.thread) watchFor(page, before, page.route)
  await load()
  if (next.type === 'note') {
    pointTo(next.ref)
    whisper('Muster has answered you privately.')
  }
}

/**
 * Leads to what came of one's own doing, unless one has gone elsewhere meanwhile. A thread that stands
 * open beside a place stays open.
 */
function showThere({ space, thread = null, ref }, before) {
  watchFor(page, before, { space, thread, ref })
  if (location.hash !== before.address) return
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
  showClock(page.clock, page.space)
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

/** What stands open and was in sight has been read, once the page is. */
async function markRead() {
  if (!page.space || document.visibilityState !== 'visible') return
  const { key, items } = page.space
  const { thread: open } = page.route
  const unread = (ref) => items.some((item) => item.unread && item.thread === ref)
  const inMain = unread(null) && !main.waits()
  const inThread = open !== null && unread(open) && !thread.waits()
  if (!inMain && !inThread) return
  if (inMain) await act('/api/read', { space: key })
  if (inThread) await act('/api/read', { space: key, thread: open })
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

/** From a thread back to its message, where the thread had taken the room's place. */
function backTo(ref) {
  if (!matchMedia('(max-width: 60rem)').matches) return
  main.goTo(ref)
  pointTo(ref)
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
  if (before.thread && !page.route.thread && before.space === page.route.space)
    backTo(before.thread)
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
