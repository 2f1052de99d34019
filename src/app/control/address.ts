import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const NAME = 'control.sock'
/** The systems take about a hundred bytes for the path of a socket. */
const LONGEST = 100

/** Where the process that has a folder open listens to its administrator. */
export function controlAddress(
  folder: string,
  platform: NodeJS.Platform = process.platform,
): string {
  const digest = createHash('sha256').update(folder).digest('hex').slice(0, 16)
  if (platform === 'win32') return `\\\\.\\pipe\\muster-control-${digest}`
  const path = join(folder, NAME)
  return Buffer.byteLength(path) <= LONGEST ? path : join(tmpdir(), `muster-control-${digest}.sock`)
}
