import { open } from 'node:fs/promises'

/** A file that only grows, by whole pieces of text that are on the disk when `append` resolves. */
export interface AppendedFile {
  append(text: string): Promise<void>
  /** False when a piece was left half written and could not be taken back: append nothing more. */
  isWhole(): boolean
  /** In bytes. */
  size(): number
  close(): Promise<void>
}

export async function appendedFile(path: string, beginning: string): Promise<AppendedFile> {
  const file = await open(path, 'w', 0o600)
  let size = 0
  let whole = true

  const append = async (text: string) => {
    const bytes = Buffer.from(text)
    try {
      for (let done = 0; done < bytes.length; )
        done += (await file.write(bytes, done, bytes.length - done, size + done)).bytesWritten
      await file.datasync()
      size += bytes.length
    } catch (error) {
      await file.truncate(size).catch(() => {
        whole = false
      })
      throw error
    }
  }

  try {
    await append(beginning)
  } catch (error) {
    await file.close()
    throw error
  }
  return { append, isWhole: () => whole, size: () => size, close: () => file.close() }
}
