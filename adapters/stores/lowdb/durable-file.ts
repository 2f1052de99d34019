import { type FileHandle, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf, makeFolder } from './make-folder.ts'

/** A folder whose files are replaced whole, and are on the disk when `write` resolves. */
export interface DurableFolder {
  readonly path: string
  /** Undefined when there is no such file. */
  read(name: string): Promise<string | undefined>
  /** After an error the old file stands; see `NotConfirmed` for the one exception. */
  write(name: string, text: string): Promise<void>
  rename(name: string, to: string): Promise<void>
  /** Makes sure that what was made or renamed in it stays. */
  flush(): Promise<void>
  close(): Promise<void>
}

/** The new file is in its place, but the disk did not confirm that it will stay after a power cut. */
export class NotConfirmed extends Error {
  override readonly name = 'NotConfirmed'
}

export const TEMPORARY = '.tmp'

/** Makes the folder when it is not there; only its owner may look into it. */
export async function durableFolder(path: string): Promise<DurableFolder> {
  await makeFolder(path)
  // One handle for all flushes: to open the folder anew would cost half as much again.
  let opening: Promise<FileHandle> | undefined

  const flush = async () => {
    // Windows cannot flush a folder; its file system keeps a rename by itself.
    if (process.platform === 'win32') return
    opening ??= open(path, 'r')
    const handle = await opening.catch((error: unknown) => {
      opening = undefined
      throw error
    })
    await handle.sync()
  }

  return {
    path,
    async read(name) {
      try {
        return await readFile(join(path, name), 'utf8')
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return undefined
        if (codeOf(error) === 'EISDIR')
          throw new Error(
            `${join(path, name)} is a folder where a file should be. Move it elsewhere.`,
          )
        throw error
      }
    },
    async write(name, text) {
      await replaceFile(join(path, name), text)
      try {
        await flush()
      } catch (cause) {
        throw new NotConfirmed(`The disk did not confirm ${join(path, name)}`, { cause })
      }
    },
    async rename(name, to) {
      await rename(join(path, name), join(path, to))
      await flush()
    },
    flush,
    close: async () => (await opening)?.close(),
  }
}

async function replaceFile(path: string, text: string): Promise<void> {
  const temporary = path + TEMPORARY
  try {
    const file = await open(temporary, 'w', 0o600)
    try {
      await file.writeFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (error) {
    // Whatever stopped the writing may stop this as well: the sweep at the next start gets it then.
    await rm(temporary, { force: true }).catch(() => {})
    throw error
  }
}
