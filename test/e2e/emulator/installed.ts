import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const NAME = '@microsoft/m365agentsplayground'
const VERSION = '0.2.28'

/** Microsoft's emulator of Teams. Its licence is for evaluating, so package.json does not list it. */
export const EMULATOR = `${NAME}@${VERSION}`
export const FOLDER = fileURLToPath(new URL('../../../.emulator', import.meta.url))

/** The emulator's command; undefined when it has not been fetched. */
export function installedEmulator(): string | undefined {
  const home = join(FOLDER, 'node_modules', NAME)
  const about = join(home, 'package.json')
  if (!existsSync(about)) return undefined
  const { version } = JSON.parse(readFileSync(about, 'utf8'))
  return version === VERSION ? join(home, 'cli.js') : undefined
}
