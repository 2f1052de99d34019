import { join } from 'node:path'
import type { Adapter } from 'lowdb'
import type { DurableFolder } from './durable-file.ts'
import { type FileFormat, parseFile, textOf } from './file-format.ts'

export interface ContentFile<Content> extends Adapter<Content> {
  /** In characters, as last read or written. */
  size(): number
}

/** lowdb's own files are never flushed and a bad one becomes the default; this one is durable and throws. */
export function contentFile<Content>(
  folder: DurableFolder,
  name: string,
  format: FileFormat<Content>,
): ContentFile<Content> {
  let size = 0
  return {
    size: () => size,
    async read() {
      const text = await folder.read(name)
      if (text === undefined) return null
      const parsed = parseFile(format, text)
      if (parsed.type !== 'whole')
        throw new Error(
          `${join(folder.path, name)} was changed by something else and cannot be read any more. Restart Muster: it puts the file aside and says what is missing.`,
        )
      size = text.length
      return parsed.content
    },
    async write(content) {
      const text = textOf(format, content)
      await folder.write(name, text)
      size = text.length
    },
  }
}
