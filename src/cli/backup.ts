import { access, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { readLines } from '../app/moving/lines.ts'
import { linesOf } from './lines.ts'
import { type StoreDoor, through } from './store-door.ts'
import { storeWords } from './store-words.ts'
import type { Command, Terminal } from './terminal.ts'

const { usage: USAGE } = storeWords.backup

/** `muster backup`: an export into a file, while Muster runs or not. The file is whole or not there. */
export function backupCommand(door: StoreDoor): Command {
  return {
    ...storeWords.backup,
    async run([path, ...more], terminal) {
      if (path === undefined || more.length > 0) {
        await terminal.complain(`Name one file. Write: ${USAGE}\n`)
        return 1
      }
      if (await isThere(path)) {
        await terminal.complain(`${path} is there already. Name a new file.\n`)
        return 1
      }
      return through(door.reach, terminal, (administration) =>
        write(path, administration.export(), terminal),
      )
    },
  }
}

async function write(
  path: string,
  text: AsyncIterable<string>,
  terminal: Terminal,
): Promise<number> {
  const part = `${path}.part`
  try {
    const file = await open(part, 'w', 0o600)
    let records = 0
    try {
      const copied = copying(text, (piece) => file.write(piece))
      for await (const item of readLines(linesOf(copied))) records += 'record' in item ? 1 : 0
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(part, path)
    await flush(dirname(path))
    await terminal.print(
      `${records} records are in ${path}. Check it with: muster verify ${path}\n`,
    )
    return 0
  } finally {
    await rm(part, { force: true })
  }
}

async function* copying(text: AsyncIterable<string>, write: (piece: string) => Promise<unknown>) {
  for await (const piece of text) {
    await write(piece)
    yield piece
  }
}

/** So that the new name is still there after a power cut; Windows keeps it by itself. */
async function flush(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
