import type { Instant } from '../core/time/instant.ts'
import type { App } from './app.ts'

/** When the first of all records wants to be woken. It lies in the past for as long as sweeps are behind. */
export function firstWake({ store, timeline }: App): Promise<Instant | null> {
  return store.next(timeline, 'wakeAt', '1970-01-01T00:00:00Z')
}
