import type { App } from './app.ts'
import { type DirectoryReading, requestsFor } from './directory-file.ts'
import { handle } from './handle.ts'

const LAST = 'directory'

/** Imports a directory file, unless it is the one that was imported last. An import that broke off is begun again. */
export async function importListings(
  app: App,
  { listings, hash }: Extract<DirectoryReading, { ok: true }>,
  name: string,
): Promise<void> {
  const last = lastImport(await app.store.setting(LAST))
  if (last.hash === hash) return
  const count = last.count + 1
  for (const request of requestsFor(listings, `${count}:${hash}`)) {
    const answer = await handle(app, request)
    if (!answer.ok) throw new Error(`${name}: ${answer.refusal.message}`)
  }
  await app.store.keepSetting(LAST, { hash, count })
}

function lastImport(kept: unknown): { hash: string | null; count: number } {
  if (typeof kept !== 'object' || kept === null) return { hash: null, count: 0 }
  const { hash, count } = kept as { hash?: unknown; count?: unknown } // what an earlier start kept
  return {
    hash: typeof hash === 'string' ? hash : null,
    count: typeof count === 'number' ? count : 0,
  }
}
