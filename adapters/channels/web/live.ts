import type { ServerResponse } from 'node:http'
import type { Reader } from './reader.ts'

const CLOCK_EVERY_MS = 5_000

/** Tells open pages that something changed. Never what: a page asks again, as its reader. */
export interface Live {
  open(response: ServerResponse, reader: Reader): void
  /** `sees` decides which readers hear of it. */
  tell(space: string | null, sees: (reader: Reader) => boolean): void
  close(): void
}

/** `clock` is asked every few seconds while a page is open; a changed answer is passed on. */
export function liveUpdates(clock: () => string): Live {
  const pages = new Map<ServerResponse, Reader>()
  let shown = ''
  const timer = setInterval(tick, CLOCK_EVERY_MS)
  timer.unref()

  function tick(): void {
    const now = pages.size === 0 ? shown : clock()
    for (const page of pages.keys()) {
      page.write(now === shown ? ': still here\n\n' : 'event: changed\ndata: {"space":null}\n\n')
    }
    shown = now
  }

  return {
    open(response, reader) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
      response.write('retry: 1000\n: hello\n\n')
      pages.set(response, reader)
      response.on('close', () => pages.delete(response))
    },
    tell(space, sees) {
      const data = JSON.stringify({ space })
      for (const [page, reader] of pages) {
        if (sees(reader)) page.write(`event: changed\ndata: ${data}\n\n`)
      }
    },
    close() {
      clearInterval(timer)
      for (const page of pages.keys()) page.end()
    },
  }
}
