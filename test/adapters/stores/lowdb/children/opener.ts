import { openLowdb } from '../../../../../adapters/stores/lowdb/index.ts'

/** Opens a folder as somebody who is not root, who may do everything, and prints what it is told. */
const [folder = ''] = process.argv.slice(2)
if (process.getuid?.() === 0) process.setuid?.(65_534)
const told = await openLowdb(folder).then(
  async (store) => {
    await store.close()
    return 'opened'
  },
  (error: Error) => error.message,
)
process.stdout.write(`${JSON.stringify(told)}\n`)
