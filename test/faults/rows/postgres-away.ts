import { setTimeout as pause } from 'node:timers/promises'
import { run } from '../../bench/processes.ts'
import { type Found, found, type How, type Row } from '../../proof/row.ts'
import { busyPeople } from '../busy.ts'
import { drained } from '../drained.ts'
import { toldWrongly } from '../examine.ts'
import { postgresKeeping } from '../postgres-keeping.ts'
import { readiness, until, untilReady } from '../ready.ts'
import { startSlackService } from '../slack-service.ts'
import { newWorld } from '../world.ts'

const CUT_EVERY = 250

export const postgresAway: Row = {
  name: 'PostgreSQL stopped, restarted, connections cut during commits',
  goal: 'nothing lost, doubles 0, /readyz says so, recovers by itself',
  beside: true,
  run: away,
}

async function away({ part, random }: How): Promise<Found> {
  const [cutting, stopped] = part ? [6000, 15_000] : [30_000, 60_000]
  const keeping = await postgresKeeping()
  const slack = await startSlackService()
  const { path, houses } = await newWorld(keeping.folder, 12)
  const settings = { ...keeping.settings, MUSTER_DIRECTORY: path }
  const wanted = { folder: keeping.folder, settings, quiet: true }
  const bots = [await run('muster', slack.url, wanted), await run('muster', slack.url, wanted)]
  for (const { port } of bots) await untilReady(port)
  const people = busyPeople(slack, houses, random, part ? 80 : 400)
  const leaves = bots.map(({ port }) => people.use(port))
  const wrongs: string[] = []
  let cuts = 0
  for (let passed = 0; passed < cutting; passed += CUT_EVERY) {
    await pause(CUT_EVERY)
    cuts += await keeping.cut()
  }
  await keeping.server.stop()
  const isSaid = async () => {
    const all = await Promise.all(bots.map(({ port }) => readiness(port)))
    return all.every((one) => one?.status === 503 && one.words.includes('database'))
  }
  const said = await until(isSaid, 'for /readyz to say so', 20_000).catch((error) => {
    wrongs.push(`${error}`)
    return Number.NaN
  })
  await pause(stopped)
  for (const bot of bots) if (bot.ended()) wrongs.push(`A bot ended: ${bot.complaints()}`)
  await keeping.server.start()
  const back = await Promise.all(bots.map(({ port }) => untilReady(port)))
  await pause(3000)
  for (const leave of leaves) await leave()
  for (const bot of bots) await bot.stop()
  const { held } = await drained(slack, keeping, wanted)
  const { forms, presses, notes } = people.counts()
  wrongs.push(...people.missingIn(held.rows), ...held.wrongs, ...toldWrongly(held.rows, slack))
  if (held.waiting > 0) wrongs.push(`${held.waiting} messages still wait`)
  if (Math.min(forms, presses, notes) === 0) wrongs.push('Some of the people did nothing')
  await slack.stop()
  await keeping.remove()
  return found(
    `${cuts} connections cut, stopped for ${stopped / 1000} s: said after ${(said / 1000).toFixed(1)} s, ready again ${(Math.max(...back) / 1000).toFixed(1)} s after the start; ${forms} forms, ${presses} presses, ${notes} notes acknowledged`,
    wrongs,
  )
}
