import { setInterval } from 'node:timers'
import { lock } from '../../../../../adapters/stores/lowdb/lock.ts'

/** Holds a folder as on a system without abstract sockets, until it is killed. */
const [folder = ''] = process.argv.slice(2)
await lock(folder, 'darwin')
setInterval(() => {}, 1000)
process.stdout.write('held\n')
