import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { type Adapter, Low } from 'lowdb'
import { z } from 'zod'
import type { Log } from '../../../src/app/host.ts'
import { readSaved, type SavedFormat } from '../../../src/app/saved-format.ts'
import { emptyState, State } from './workspace-state.ts'

/** How the workspace is saved; `schema` stands in the state itself, and a step sets the next. */
const workspaceFormat: SavedFormat<State> = { number: 1, upcasts: {}, shape: State }

const Numbered = z.looseObject({ schema: z.int() })

export interface Keeper {
  readonly state: State
  /** Resolves when the state as it is now is durable. Calls during one write share the next. */
  save(): Promise<void>
}

/** Without a folder the workspace lives as long as the process. */
export async function openKeeper(folder: string | undefined, log: Log): Promise<Keeper> {
  if (folder === undefined) return { state: emptyState(), save: async () => {} }
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = new Low<State>(durableFile(folder, log), emptyState())
  await file.read()
  return { state: file.data, save: oneAtATime(() => file.write()) }
}

/** Written beside, synced, then renamed: after a power cut the old file or the new one is there. */
function durableFile(folder: string, log: Log): Adapter<State> {
  const path = join(folder, 'workspace.json')
  return {
    async read() {
      const text = await readFile(path, 'utf8').catch(ignoreMissing)
      if (text === null) return null
      const read = parse(text)
      if (read.ok) return read.value
      if (read.newer) throw new Error(`${path} cannot be read: ${read.why}. ${read.cure}`)
      await putAside(path, read.why, log)
      return null
    },
    async write(state) {
      const beside = `${path}.tmp`
      const handle = await open(beside, 'w', 0o600)
      try {
        const items = state.items.filter(({ page }) => page === undefined)
        await handle.writeFile(JSON.stringify({ ...state, items }))
        await handle.sync()
      } finally {
        await handle.close()
      }
      await rename(beside, path)
      await syncFolder(folder)
    },
  }
}

function parse(text: string) {
  const { data } = Numbered.safeParse(parseJson(text))
  if (data) return readSaved(workspaceFormat, { schema: data.schema, body: data })
  const why = 'it is torn, or was not written by Muster'
  return { ok: false, newer: false, why, cure: '' } as const
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function putAside(path: string, why: string, log: Log): Promise<void> {
  const aside = `${path}.unreadable-${randomBytes(4).toString('hex')}`
  await rename(path, aside)
  log.warn(
    { file: path, aside, why },
    'The playground’s rooms could not be read and start empty. The file was put aside.',
  )
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}

function oneAtATime(write: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> = Promise.resolve()
  let next: Promise<void> | undefined
  return () => {
    next ??= running
      .catch(() => {})
      .then(() => {
        next = undefined
        running = write()
        return running
      })
    return next
  }
}
