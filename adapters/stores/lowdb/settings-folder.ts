import { createHash } from 'node:crypto'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Low } from 'lowdb'
import { z } from 'zod'
import { frozen } from '../border.ts'
import type { Settings } from '../record-store.ts'
import { contentFile } from './content-file.ts'
import { type DurableFolder, NotConfirmed, TEMPORARY } from './durable-file.ts'
import { type FileFormat, parseFile } from './file-format.ts'
import { isPutAside, putAside, refuseNewer, remindOf } from './put-aside.ts'

/** The name stands inside: any text can be one, and not every text can be a file's. */
type Pair = [name: string, value: unknown]

const Pair = z.tuple([z.string(), z.unknown()])
const settingFormat: FileFormat<Pair> = { number: 1, upcasts: {}, content: Pair }

/** The first releases kept all of them in one file. */
const ALL = 'settings.json'
const allFormat: FileFormat<Pair[]> = { number: 1, upcasts: {}, content: z.array(Pair) }

export interface SettingsFolder extends Settings {
  readonly complaints: readonly string[]
  /** Resolves when nothing is being written. */
  close(): Promise<void>
}

/** A file per setting, all of them in memory: some are large, and each is written whole. */
export async function settingsFolder(
  root: DurableFolder,
  folder: DurableFolder,
): Promise<SettingsFolder> {
  const values = new Map<string, unknown>()
  const last = new Map<string, Promise<void>>()
  const complaints = [
    ...(await readEach(folder, values)),
    ...(await takeOver(root, folder, values)),
  ]

  const keep = async (pair: Pair) => {
    try {
      await new Low<Pair>(contentFile(folder, fileName(pair[0]), settingFormat), pair).write()
      values.set(...pair)
    } catch (error) {
      // The file was replaced already: memory has to agree with it.
      if (error instanceof NotConfirmed) values.set(...pair)
      throw error
    }
  }

  return {
    complaints,
    get: (name) => values.get(name),
    keep(name, value) {
      const mine = (last.get(name) ?? Promise.resolve()).then(() => keep([name, frozen(value)]))
      const quiet = mine.catch(() => {})
      last.set(name, quiet)
      void quiet.then(() => last.get(name) === quiet && last.delete(name))
      return mine
    },
    all: () => values,
    async close() {
      await Promise.all(last.values())
    },
  }
}

async function readEach(folder: DurableFolder, values: Map<string, unknown>): Promise<string[]> {
  const complaints: string[] = []
  for (const name of (await readdir(folder.path)).sort()) {
    if (isPutAside(name)) complaints.push(remindOf(folder, name))
    if (name.endsWith(TEMPORARY)) await rm(join(folder.path, name), { force: true })
    if (!name.endsWith('.json')) continue
    const parsed = parseFile(settingFormat, (await folder.read(name)) ?? '')
    refuseNewer(folder, name, parsed)
    if (parsed.type === 'bad') complaints.push(await putAside(folder, name, parsed.why))
    if (parsed.type === 'whole') values.set(parsed.content[0], frozen(parsed.content[1]))
  }
  return complaints
}

/** Each setting of the one file gets a file of its own, and then the one file goes. */
async function takeOver(
  root: DurableFolder,
  folder: DurableFolder,
  values: Map<string, unknown>,
): Promise<string[]> {
  await rm(join(root.path, ALL + TEMPORARY), { force: true })
  const text = await root.read(ALL)
  if (text === undefined) return []
  const parsed = parseFile(allFormat, text)
  refuseNewer(root, ALL, parsed)
  if (parsed.type === 'bad') return [await putAside(root, ALL, parsed.why)]
  for (const pair of parsed.type === 'whole' ? parsed.content : []) {
    if (values.has(pair[0])) continue
    await contentFile(folder, fileName(pair[0]), settingFormat).write(pair)
    values.set(pair[0], frozen(pair[1]))
  }
  await rm(join(root.path, ALL))
  await root.flush()
  return []
}

export function fileName(setting: string): string {
  return `${createHash('sha256').update(setting).digest('hex').slice(0, 40)}.json`
}
