import { h, keep } from './dom.js'
import { addressOf } from './route.js'

/** The left column: Home, one's private messages, one's rooms, with what is unread. */
export function showPlaces(container, spaces, route) {
  if (container.childElementCount === 0) {
    container.append(h('ul', { class: 'own' }), h('h2', {}, 'Rooms'), h('ul', { class: 'rooms' }))
  }
  const [own, heading, rooms] = container.children
  const home = { address: '#/home', name: 'Home', unread: 0, current: route.view === 'home' }
  const all = spaces.map(({ key, kind, name, unread, closed }) => ({
    kind,
    name: closed ? `${name} (closed)` : name,
    unread,
    address: addressOf(key),
    current: route.space === key,
  }))
  keep(own, [home, ...all.filter(({ kind }) => kind === 'you')].map(entry))
  const roomEntries = all.filter(({ kind }) => kind === 'room')
  keep(rooms, roomEntries.map(entry))
  heading.hidden = roomEntries.length === 0
}

function entry(place) {
  return {
    key: place.address,
    version: JSON.stringify(place),
    make: () =>
      h(
        'li',
        {},
        h(
          'a',
          {
            href: place.address,
            'aria-current': place.current ? 'page' : null,
            class: place.unread > 0 ? 'unread' : null,
          },
          h('span', { class: 'place-name' }, place.name),
          place.unread > 0 ? h('span', { class: 'count' }, `${place.unread} new`) : null,
        ),
      ),
  }
}
