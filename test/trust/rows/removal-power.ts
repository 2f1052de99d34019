import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { holds } from '../../../src/app/history.ts'
import { storeNamed } from '../../faults/keeping.ts'
import type { Operation } from '../../faults/power/operation.ts'
import { replay, WHIMS } from '../../faults/power/replay.ts'
import { type Found, found, type How, type Row } from '../../proof/row.ts'
import { GOING, LONG, STAYING, WORDS } from '../removal-power/erasing-change.ts'

export const removalPower: Row = {
  name: 'removal and the power',
  goal: 'wherever the power fails: all as it was before, or all gone after the next start',
  beside: true,
  run: cutOff,
}

interface Recorded {
  readonly operations: readonly Operation[]
  /** The removal is what was done from here until there; then it was acknowledged. */
  readonly from: number
  readonly until: number
  readonly answer: string
}

async function cutOff({ part }: How): Promise<Found> {
  const parent = await mkdtemp(join(tmpdir(), 'muster-removal-'))
  const folder = join(parent, 'data')
  await mkdir(folder)
  const { operations, from, until, answer } = await recorded(folder)
  const wrongs = answer === 'saved' ? [] : [`It was not removed: ${answer}`]
  // Halves and zeroes of what was not flushed differ from nothing only where a file is read without it.
  const whims = WHIMS.filter(({ bytes }) => bytes === 'kept' || bytes === 'lost')
  const step = part ? 2 : 1
  let [starts, gone] = [0, 0]
  for (let cut = from; cut <= operations.length; cut += step) {
    for (const whim of whims) {
      const to = join(parent, `after-${cut}-${starts++}`)
      await replay(operations, cut, whim, folder, to)
      const { isGone, wrong } = await stateIn(to, cut >= until)
      if (isGone) gone += 1
      wrongs.push(...wrong.map((one) => `after ${cut}, ${whim.name}: ${one}`))
      await rm(to, { recursive: true, force: true })
    }
  }
  await rm(parent, { recursive: true, force: true })
  return found(
    `${operations.length - from} steps of a removal, cut after ${part ? 'every other' : 'each'} in ${whims.length} ways: ${starts} starts, ${starts - gone} as before, ${gone} with nothing left`,
    wrongs,
  )
}

function recorded(folder: string): Promise<Recorded> {
  const url = new URL('../removal-power/worker.js', import.meta.url)
  return new Promise((resolve, reject) => {
    const worker = new Worker(url, { workerData: { folder } })
    worker.once('message', resolve).once('error', reject)
  })
}

async function stateIn(folder: string, isTold: boolean) {
  try {
    const store = await storeNamed('lowdb').open({ folder })
    const wrong: string[] = [...store.complaints]
    const row = await store.row(GOING)
    const other = await store.row(STAYING)
    if (other?.entries.filter(({ body }) => body !== null).length !== LONG)
      wrong.push('the other record lost something')
    if (!row?.entries.every(holds)) wrong.push('its chain does not hold')
    const isGone = row?.saved.version === LONG + 1
    const bodies = row?.entries.filter(({ body }) => body !== null).length
    if (isTold && !isGone) wrong.push('it is back, though somebody was told that it is removed')
    if (!isGone && bodies !== LONG)
      wrong.push(`it is as before, but for ${LONG - (bodies ?? 0)} entries`)
    if (isGone && bodies !== 1) wrong.push(`${bodies} entries still say something`)
    const files = isGone ? await filesOf(folder) : []
    wrong.push(...files.map((name) => `${name} still has the words`))
    await store.close()
    return { isGone, wrong }
  } catch (error) {
    return {
      isGone: false,
      wrong: [`it does not open (${error instanceof Error ? error.message : error})`],
    }
  }
}

/** The files that hold words of the record which is gone. */
async function filesOf(folder: string): Promise<string[]> {
  const found: string[] = []
  for (const name of await readdir(folder, { recursive: true })) {
    const path = join(folder, name)
    if (name.includes(STAYING) || !(await stat(path)).isFile()) continue
    const text = await readFile(path, 'utf8')
    if (text.includes(WORDS) && (text.includes(GOING) || name.includes(GOING))) found.push(name)
  }
  return found
}
