import { openLowdb } from '../../../adapters/stores/lowdb/index.ts'
import { openUpkeep } from '../../../src/app/upkeep.ts'
import { raised } from '../../app/delivering.ts'
import { openApp } from '../../fixtures/app.ts'
import { person } from '../../fixtures/cases.ts'

/** Has a folder open, answers at its control socket, and writes for as long as it lives. */
const [folder = ''] = process.argv.slice(2)
const world = await openApp({ store: await openLowdb(folder) })
const upkeep = await openUpkeep(world.app, { folder, ledgerRoom: null }, () => {})
const id = await raised(world)
for (let n = 1; ; n++) {
  await world.ask({ kind: 'case', type: 'note', by: person('quinn'), text: `Note ${n}` }, id)
  upkeep.look()
  process.stdout.write(`${n}\n`)
}
