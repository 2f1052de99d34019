import type { RecordId } from '../core/record-id.ts'
import { type Instant, plusSeconds } from '../core/time/instant.ts'
import type { App } from './app.ts'
import { pausesOver } from './pause.ts'

const LONGEST_PAUSE = 600

/** Records that threw when they were woken: how often in a row, and until when they are left alone. */
export type Failures = Map<RecordId, { readonly times: number; readonly until: Instant }>

/** It threw: it is left alone for longer each time, at most ten minutes. */
export function failed(
  { realNow }: Pick<App, 'realNow'>,
  failures: Failures,
  id: RecordId,
): number {
  const times = (failures.get(id)?.times ?? 0) + 1
  const seconds = Math.min(2 ** times, LONGEST_PAUSE)
  failures.set(id, { times, until: plusSeconds(realNow(), seconds) })
  return seconds
}

export function rests(
  { realNow }: Pick<App, 'realNow'>,
  failures: Failures,
  id: RecordId,
): boolean {
  return !pausesOver(realNow())(failures.get(id)?.until)
}

/** Looks at records one by one. One that throws is looked at again after a pause, whatever else is new by then. */
export function lookingAt(app: App, words: string, look: (id: RecordId) => Promise<void>) {
  const failures: Failures = new Map()

  async function at(id: RecordId): Promise<void> {
    try {
      await look(id)
      failures.delete(id)
    } catch (error) {
      const seconds = failed(app, failures, id)
      app.log.error({ error, record: id, seconds }, words)
    }
  }

  return {
    at,
    async again(isStopping: () => boolean): Promise<void> {
      for (const id of [...failures.keys()]) {
        if (isStopping()) return
        if (!rests(app, failures, id)) await at(id)
      }
    },
  }
}
