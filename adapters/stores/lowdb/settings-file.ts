import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { Low } from 'lowdb'
import { z } from 'zod'
import { frozen } from '../border.ts'
import type { Settings } from '../record-store.ts'
import { contentFile } from './content-file.ts'
import { type DurableFolder, TEMPORARY } from './durable-file.ts'
import { type FileFormat, parseFile } from './file-format.ts'
import { putAside, refuseNewer } from './put-aside.ts'

/** Pairs, not an object: any text can be a name. */
type Pairs = [name: string, value: unknown][]

const NAME = 'settings.json'

const settingsFormat: FileFormat<Pairs> = {
  number: 1,
  upcasts: {},
  content: z.array(z.tuple([z.string(), z.unknown()])),
}

export interface SettingsFile extends Settings {
  readonly complaints: readonly string[]
  /** Resolves when nothing is being written. */
  close(): Promise<void>
}

export async function settingsFile(folder: DurableFolder): Promise<SettingsFile> {
  rmSync(join(folder.path, NAME + TEMPORARY), { force: true })
  const complaints: string[] = []
  const text = await folder.read(NAME)
  if (text !== undefined) {
    const parsed = parseFile(settingsFormat, text)
    refuseNewer(folder, NAME, parsed)
    if (parsed.type === 'bad') complaints.push(await putAside(folder, NAME, parsed.why))
  }
  const file = contentFile(folder, NAME, settingsFormat)
  let db = new Low<Pairs>(file, [])
  await db.read()
  let last = Promise.resolve()

  const keep = async (name: string, value: unknown) => {
    const others = db.data.filter(([other]) => other !== name)
    const next = new Low<Pairs>(file, [...others, [name, frozen(value)]])
    await next.write()
    db = next
  }

  return {
    complaints,
    get: (name) => db.data.find(([other]) => other === name)?.[1],
    keep(name, value) {
      const mine = last.then(() => keep(name, value))
      last = mine.catch(() => {})
      return mine
    },
    all: () => db.data,
    close: () => last,
  }
}
