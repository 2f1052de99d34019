import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Store } from '../../../src/app/ports.ts'
import { RecordId } from '../../../src/core/record-id.ts'
import { type Found, found, type How, type Row } from '../../proof/row.ts'
import { storeNamed } from '../keeping.ts'
import type { Acknowledged, Operation } from '../power/operation.ts'
import { replay, WHIMS } from '../power/replay.ts'

export const powerLoss: Row = {
  name: 'power loss',
  goal: 'no acknowledged change lost, whichever prefix of the writes reached the disk',
  beside: true,
  run: powerless,
}

async function powerless({ part, random }: How): Promise<Found> {
  const parent = await mkdtemp(join(tmpdir(), 'muster-power-'))
  const folder = join(parent, 'data')
  await mkdir(folder)
  // The whole cuts at every flush: as many starts as half an hour has room for.
  const operations = await recorded(folder, part ? 120 : 150, random.below(1_000_000))
  const cuts = cutsIn(operations)
  const most = part ? 40 : cuts.length
  const chosen = cuts.filter((_, index) => index % Math.ceil(cuts.length / most) === 0)
  const wrongs: string[] = []
  let opened = 0
  for (const cut of chosen) {
    for (const whim of WHIMS) {
      opened += 1
      const to = join(parent, `after-${cut}-${opened}`)
      await replay(operations, cut, whim, folder, to)
      wrongs.push(...(await lostIn(to, operations.slice(0, cut), `after ${cut}, ${whim.name}`)))
      await rm(to, { recursive: true, force: true })
    }
  }
  const acknowledged = operations.filter(({ type }) => type === 'acknowledged').length
  await rm(parent, { recursive: true, force: true })
  if (acknowledged < 50) wrongs.push(`Only ${acknowledged} changes were acknowledged`)
  return found(
    `${operations.length} steps with ${acknowledged} acknowledgements, cut at ${chosen.length} places in ${WHIMS.length} ways: ${opened} starts`,
    wrongs,
  )
}

function recorded(folder: string, count: number, seed: number): Promise<Operation[]> {
  const url = new URL('../power/worker.js', import.meta.url)
  return new Promise((resolve, reject) => {
    const worker = new Worker(url, { workerData: { folder, count, seed } })
    worker.once('message', resolve).once('error', reject)
  })
}

/** Before and after each flush, and right after each acknowledgement. */
function cutsIn(operations: readonly Operation[]): number[] {
  const cuts = operations.flatMap(({ type }, index) => {
    if (type === 'sync') return [index, index + 1]
    return type === 'acknowledged' ? [index + 1] : []
  })
  return [...new Set([...cuts, operations.length])]
}

async function lostIn(folder: string, done: readonly Operation[], when: string): Promise<string[]> {
  const newest = new Map<string, Acknowledged>()
  for (const operation of done) {
    if (operation.type !== 'acknowledged') continue
    const { what } = operation
    newest.set('name' in what ? what.name : `${what.type} ${what.id}`, what)
  }
  try {
    const store = await storeNamed('lowdb').open({ folder })
    const lost: string[] = store.complaints.map((one) => `${when}: ${one}`)
    for (const what of newest.values())
      if (!(await isThere(store, what))) lost.push(`${when}: ${JSON.stringify(what)} is lost`)
    await store.close()
    return lost
  } catch (error) {
    return [`${when}: it does not open (${error instanceof Error ? error.message : error})`]
  }
}

async function isThere(store: Store, what: Acknowledged): Promise<boolean> {
  switch (what.type) {
    case 'record': {
      const saved = await store.load(RecordId.parse(what.id))
      const entries = await store.history(RecordId.parse(what.id))
      return (saved?.version ?? 0) >= what.version && entries.length === saved?.version
    }
    case 'settled':
      return (await store.shown(RecordId.parse(what.id), what.place, what.slot)) === what.ref
    case 'setting': {
      const value = await store.setting(what.name)
      // Values go down; a later one may have reached the disk without anybody being told.
      return typeof value === 'number' && value <= what.value
    }
  }
}
