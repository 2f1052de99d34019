/** What is given to one worker at a time, until it is freed or its lease runs out. */
export interface Leases<Key> {
  isFree(key: Key): boolean
  take(key: Key): void
  free(key: Key): void
}

export function leases<Key>(milliseconds: number): Leases<Key> {
  const until = new Map<Key, number>()

  return {
    isFree: (key) => (until.get(key) ?? 0) <= performance.now(),
    take: (key) => void until.set(key, performance.now() + milliseconds),
    free: (key) => void until.delete(key),
  }
}
