import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { importItems } from '../app/moving/import.ts'
import { readLines } from '../app/moving/lines.ts'
import { toInstant } from '../core/time/instant.ts'
import { linesOf } from './lines.ts'
import { type StoreDoor, through } from './store-door.ts'
import { storeWords } from './store-words.ts'
import type { Command } from './terminal.ts'

/** `muster import`: an export into an empty store. The whole of it is looked at before any is put in. */
export function importCommand(door: StoreDoor): Command {
  return {
    ...storeWords.import,
    async run(_args, terminal) {
      const folder = await mkdtemp(join(tmpdir(), 'muster-import-'))
      const path = join(folder, 'lines')
      try {
        return await through(door.open, terminal, async (store) => {
          await pipeline(Readable.from(terminal.input), createWriteStream(path, { mode: 0o600 }))
          for await (const _ of itemsIn(path));
          const at = toInstant(new Date())
          const { records, settings } = await importItems(store, itemsIn(path), at)
          await terminal.print(
            `${records} records and ${settings} settings are here now. Check them with: muster verify\n`,
          )
          return 0
        })
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    },
  }
}

function itemsIn(path: string) {
  return readLines(linesOf(createReadStream(path)))
}
