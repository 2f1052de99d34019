const PLACE = /^#\/(web\/(?:room|person|account)\/[^/]+)(?:\/(m[0-9a-f]{12}))?$/

/** What the address asks for: Home, the list of places on a phone, or a place with its thread. */
export function route() {
  if (location.hash === '#/places') return { view: 'places', space: null, thread: null }
  const [, space, thread = null] = PLACE.exec(decodeURI(location.hash)) ?? []
  return space ? { view: 'space', space, thread } : { view: 'home', space: null, thread: null }
}

export function addressOf(space, thread) {
  return thread ? `#/${space}/${thread}` : `#/${space}`
}

export function go(address) {
  if (location.hash === address) return false
  location.hash = address
  return true
}
