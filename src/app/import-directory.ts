import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { App } from './app.ts'
import { handle } from './handle.ts'

const LAST = 'directory'

/** Where the directory file is, and what people call it. */
export interface DirectoryFile {
  readonly path: string
  readonly name: string
}

/**
 * Imports a directory file whenever its content differs from the last import. An import that broke
 * off is begun again. Throws what is wrong with the file.
 */
export async function importDirectory(app: App, { path, name }: DirectoryFile): Promise<void> {
  const last = lastImport(await app.store.setting(LAST))
  const content = digestOf(path)
  if (content !== null && last.hash === content) return
  // The YAML library is loaded only where there is something new to read.
  const { farewells, knownOf, loadDirectoryFile, requestsFor } = await import('./directory-file.ts')
  const read = loadDirectoryFile(path, name, knownOf(app.packs.current.policy))
  if (!read.ok) throw new Error(read.problems.join('\n'))
  for (const note of read.notes) app.log.info({}, note)
  const count = last.count + 1
  const hash = `${count}:${read.hash}`
  const gone = farewells(app.directory(), read.listings, hash, name)
  for (const { to } of gone)
    app.log.warn({ record: to }, 'It is not in the directory file any more')
  for (const request of [...requestsFor(read.listings, hash, name), ...gone]) {
    const answer = await handle(app, request)
    if (!answer.ok) throw new Error(`${name}: ${answer.refusal.message}`)
  }
  await app.store.keepSetting(LAST, { hash: content, count })
}

/** Null where the file cannot be read: whoever reads it next says why. */
function digestOf(path: string): string | null {
  try {
    return createHash('sha256').update(readFileSync(path)).digest('hex')
  } catch {
    return null
  }
}

function lastImport(kept: unknown): { hash: string | null; count: number } {
  if (typeof kept !== 'object' || kept === null) return { hash: null, count: 0 }
  const { hash, count } = kept as { hash?: unknown; count?: unknown } // what an earlier start kept
  return {
    hash: typeof hash === 'string' ? hash : null,
    count: typeof count === 'number' ? count : 0,
  }
}
