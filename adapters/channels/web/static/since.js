const ANSWERS_COME_WITHIN_MS = 8_000

/** Where somebody is and what stands there before they do something: the rest is what comes of it. */
export function standing({ space }) {
  const refs = new Set(space?.items.map(({ ref }) => ref))
  return { space: space?.key ?? null, refs, address: location.hash }
}

/** For a moment, what comes in this place is shown; `ref` is where it begins in another place. */
export function watchFor(page, before, { space, thread, ref }) {
  const known = before.space === space ? before.refs : null
  page.watch = { space, thread: thread ?? null, known, ref, until: ends() }
}

function ends() {
  return performance.now() + ANSWERS_COME_WITHIN_MS
}

/** The first message that came after one's own doing. */
export function firstSince({ watch, space }, thread, items) {
  if (!watch || performance.now() > watch.until) return undefined
  if (watch.space !== space.key || watch.thread !== thread) return undefined
  if (watch.known === null) return watch.ref
  return items.find(({ ref }) => !watch.known.has(ref))?.ref
}
