import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { referenceOf } from '../../../src/core/record-id.ts'
import { run } from '../../bench/processes.ts'
import { commandBody, deliver } from '../../bench/slack.ts'
import { type Found, found, type How, type Row } from '../../proof/row.ts'
import type { Step } from '../disk/unruly.ts'
import { heldIn } from '../examine.ts'
import { type Keeping, lowdbKeeping, storeNamed } from '../keeping.ts'
import { handIn, newAction, openForm } from '../people.ts'
import { readiness, until, untilReady } from '../ready.ts'
import { type SlackService, startSlackService } from '../slack-service.ts'
import { type House, newWorld } from '../world.ts'

const STEPS: readonly Step[] = ['open', 'write', 'sync', 'rename']
const CODES = ['ENOSPC', 'EROFS', 'EACCES']
const UNRULY = fileURLToPath(new URL('../disk/unruly.js', import.meta.url))
const NOT_SAVED = 'This was not saved'

export const unrulyDisk: Row = {
  name: 'full, read-only and forbidden disk',
  goal: 'the person is told that it was not saved, memory and disk agree, it goes on when there is room',
  run: unruly,
}

interface Scene {
  readonly slack: SlackService
  readonly keeping: Keeping
  readonly port: number
  readonly order: string
}

async function unruly(_how: How): Promise<Found> {
  const keeping = await lowdbKeeping()
  const slack = await startSlackService()
  const order = join(keeping.folder, 'order')
  const faults = STEPS.flatMap((step) => CODES.map((code) => ({ step, code })))
  const { path, houses } = await newWorld(keeping.folder, faults.length)
  const settings = {
    ...keeping.settings,
    MUSTER_DIRECTORY: path,
    FAULTS_ORDER: order,
    NODE_OPTIONS: `--import=${UNRULY}`,
  }
  const bot = await run('muster', slack.url, { folder: keeping.folder, settings, quiet: true })
  await untilReady(bot.port)
  const scene = { slack, keeping, port: bot.port, order }
  const wrongs: string[] = []
  let told = 0
  for (const [index, { step, code }] of faults.entries()) {
    const house = houses[index]
    if (!house) continue
    const name = `${step} ${code}`
    const wrong = await refusedAndTakenLater(scene, house, name)
    if (wrong.some((one) => one.startsWith('untouched'))) {
      // Nothing is saved without these two; the others may not be part of every change.
      if (step === 'write' || step === 'sync') wrongs.push(`${name}: ${wrong.join()}`)
      continue
    }
    told += 1
    wrongs.push(...wrong.map((one) => `${name}: ${one}`))
  }
  await bot.stop()
  const store = await keeping.open()
  wrongs.push(...(await heldIn(store)).wrongs)
  await store.close()
  await slack.stop()
  await keeping.remove()
  return found(
    `${told} of ${faults.length} faults (${STEPS.join(', ')} × ${CODES.join(', ')}) met a change: each was told, taken when there was room, and on the disk as in memory`,
    wrongs,
  )
}

/** What is wrong with how one fault was met; `untouched` where no step of that sort is part of saving. */
async function refusedAndTakenLater(scene: Scene, house: House, fault: string): Promise<string[]> {
  const { slack, port, order, keeping } = scene
  const wrongs: string[] = []
  const form = await openForm(slack, port, '/concern', house)
  await writeFile(order, fault)
  const refused = await deliver(port, form.body)
  if (refused.includes('Recorded as')) {
    await rm(order)
    return ['untouched: it was saved all the same']
  }
  if (!refused.includes(NOT_SAVED)) wrongs.push(`the person is told ${refused}`)
  const isUnready = async () => (await readiness(port))?.status === 503
  await until(isUnready, 'for /readyz to say so', 10_000).catch((error) => wrongs.push(`${error}`))
  const live = await openCases(port, house)
  const kept = await copied(keeping, house)
  if (live.join() !== kept.join())
    wrongs.push(`memory has ${live.join(', ') || 'none'}, the disk ${kept.join(', ') || 'none'}`)
  await rm(order)
  await untilReady(port)
  const reference = await handIn(port, form)
  if (reference === null) wrongs.push('it was not taken when there was room')
  const after = await openCases(port, house)
  if (after.length !== 1 || after[0] !== reference)
    wrongs.push(`in the end there are ${after.join(', ') || 'none'}`)
  const isTold = () => slack.posted.some(({ channel }) => channel === house.room)
  await until(isTold, 'to tell the room of it').catch(() => wrongs.push('the room was not told'))
  return wrongs
}

/** The cases of a house that the running bot shows. */
async function openCases(port: number, { lead, slug }: House): Promise<string[]> {
  const body = commandBody('/muster', { user: lead.account, trigger: newAction(), text: 'status' })
  const answer = await deliver(port, body)
  const shown = new Set(answer.match(/C-[0-9A-Z]{4}-[0-9A-Z]{4}/g) ?? [])
  return slug === '' ? [] : [...shown].sort()
}

/** The cases of a house that stand on the disk, read from a copy: the bot goes on meanwhile. */
async function copied({ settings }: Keeping, { slug }: House): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-copy-'))
  // The socket to a running bot is no record.
  const filter = (path: string) => !path.endsWith('.sock')
  await cp(settings.MUSTER_DATA ?? '', folder, { recursive: true, filter })
  const store = await storeNamed('lowdb').open({ folder })
  const listed = await store.list({ facets: { kind: 'case', provider: slug } })
  await store.close()
  await rm(folder, { recursive: true })
  return listed.map(({ id }) => referenceOf(id)).sort()
}
