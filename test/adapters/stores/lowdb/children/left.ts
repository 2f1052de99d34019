import { openLowdb } from '../../../../../adapters/stores/lowdb/index.ts'
import {
  change,
  claimed,
  done,
  LATER,
  never,
  request,
  roll,
  root,
  settle,
  tried,
  willow,
} from '../../../../contract/store/fixtures.ts'

/** Leaves a folder as a process does that is killed: nothing is closed. */
const [folder = '', script = ''] = process.argv.slice(2)
const store = await openLowdb(folder)
const tasks = script === 'revived' ? [root] : [root, roll]
await store.save(willow, 0, change({ tasks }))
if (script === 'claimed') await claimed(store, 't-root')
if (script === 'settled') await settle(store, tried(root, done('ref-1')), [request('r-1')])
if (script === 'revived') {
  await settle(store, tried(root, never))
  await store.revive('t-root', LATER)
}
process.kill(process.pid, 'SIGKILL')
