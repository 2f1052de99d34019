import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Handed } from '../app/control/administration.ts'
import type { Terminal } from './terminal.ts'

/** Writes files into a new folder that only its owner may look into. Resolves to the exit code. */
export async function handOver(
  handed: Handed,
  folder: string,
  terminal: Terminal,
): Promise<number> {
  if (handed.refused !== null) {
    await terminal.complain(`${handed.refused}\n`)
    return 1
  }
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if ((await readdir(folder)).length > 0) {
    await terminal.complain(
      `There is something in ${folder} already. Name a new folder with --to.\n`,
    )
    return 1
  }
  const { files } = handed
  for (const { name, text, base64 } of files) {
    const encoding = base64 ? 'base64' : 'utf8'
    await writeFile(join(folder, name), text, { encoding, flag: 'wx', mode: 0o600 })
  }
  const names = files.map(({ name }) => name).join(', ')
  await terminal.print(`In ${folder}: ${names}.\n`)
  return 0
}
