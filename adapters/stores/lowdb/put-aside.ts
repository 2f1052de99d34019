import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { DurableFolder } from './durable-file.ts'
import type { Parsed } from './file-format.ts'

const PUT_ASIDE = /\.bad-\d+$/

/** Gives a file that cannot be read another name, so that nothing overwrites it. Resolves to a complaint. */
export async function putAside(folder: DurableFolder, name: string, why: string): Promise<string> {
  const names = new Set(readdirSync(folder.path))
  let n = 1
  while (names.has(`${name}.bad-${n}`)) n += 1
  const aside = `${name}.bad-${n}`
  await folder.rename(name, aside)
  return `${join(folder.path, name)} cannot be read: ${why}. It is now called ${aside}, and what it held is missing until you put it back from a backup.`
}

export function isPutAside(name: string): boolean {
  return PUT_ASIDE.test(name)
}

export function remindOf(folder: DurableFolder, name: string): string {
  return `${join(folder.path, name)} was put aside earlier. Put the file back from a backup, or remove it when it is not needed.`
}

/** A newer Muster may keep what this one does not understand: to go on would lose it. */
export function refuseNewer<Content>(
  folder: DurableFolder,
  name: string,
  parsed: Parsed<Content>,
): void {
  if (parsed.type === 'newer')
    throw new Error(
      `${join(folder.path, name)} was written by a newer Muster (format ${parsed.format}). Start that version again, or restore a backup from before it.`,
    )
}
