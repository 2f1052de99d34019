import { existsSync, readFileSync } from 'node:fs'
import promises from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'

/**
 * Loaded before a bot: from when a file says so, every step of that sort on a file of the store
 * fails as the file says, `write ENOSPC`. Nothing in Muster knows of it.
 */
const order = process.env.FAULTS_ORDER ?? ''
const data = process.env.MUSTER_DATA ?? '-'

export type Step = 'open' | 'write' | 'sync' | 'rename'

function failing(step: Step, path: unknown): void {
  if (!String(path).startsWith(data) || !existsSync(order)) return
  const [wanted, code = ''] = readFileSync(order, 'utf8').split(' ')
  if (wanted !== step) return
  throw Object.assign(new Error(`${code}: made to fail, ${step} '${path}'`), { code })
}

const { open, rename } = promises

promises.open = async (path, flags, mode) => {
  const isRead = flags === undefined || flags === 'r'
  if (!isRead) failing('open', path)
  const handle = await open(path, flags, mode)
  for (const name of ['write', 'writev', 'writeFile', 'appendFile'] as const)
    before(handle, name, () => failing('write', path))
  for (const name of ['sync', 'datasync'] as const)
    before(handle, name, () => failing('sync', path))
  return handle
}

promises.rename = async (from, to) => {
  failing('rename', to)
  return rename(from, to)
}

/** Puts a look before a method of one object. */
function before<Name extends string>(
  target: Record<Name, (...all: never[]) => Promise<unknown>>,
  name: Name,
  look: () => void,
): void {
  const method = target[name]
  target[name] = async (...all) => {
    look()
    return method.apply(target, all)
  }
}

syncBuiltinESMExports()
