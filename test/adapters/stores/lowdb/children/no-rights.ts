import { chmodSync } from 'node:fs'
import { dirname } from 'node:path'
import { openLowdb } from '../../../../../adapters/stores/lowdb/index.ts'
import { change, due, FRIDAY, willow } from '../../../../contract/store/fixtures.ts'

/**
 * Loses the right to write the folder and gets it back. A process of its own, since root, who may
 * always write, has to become somebody else for it.
 */
const [folder = '', path = ''] = process.argv.slice(2)
const store = await openLowdb(folder)
const root = process.geteuid?.() === 0
await store.save(willow, 0, change())

if (root) {
  // Somebody else may read the folder, as its owner may who has lost the right to write.
  for (const seen of [folder, dirname(dirname(path)), dirname(path)]) chmodSync(seen, 0o755)
  process.seteuid?.(65_534)
} else chmodSync(dirname(path), 0o500)
const next = change({ version: 2, index: { wakeAt: FRIDAY } })
const without = await store.save(willow, 1, next).catch((error: Error) => error.message)
const meanwhile = [(await store.load(willow))?.version, await due(store, 'live', FRIDAY, 10)]

if (root) process.seteuid?.(0)
else chmodSync(dirname(path), 0o700)
const again = await store.save(willow, 1, next)
await store.close()

process.stdout.write(`${JSON.stringify({ without, meanwhile, again })}\n`)
