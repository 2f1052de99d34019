import { setTimeout as pause } from 'node:timers/promises'
import { launch } from '../../bench/processes.ts'
import { type Found, found, type How, type Row } from '../../proof/row.ts'
import { busyPeople } from '../busy.ts'
import { drained } from '../drained.ts'
import { toldWrongly } from '../examine.ts'
import { type Keeping, lowdbKeeping } from '../keeping.ts'
import { postgresKeeping } from '../postgres-keeping.ts'
import { untilReady } from '../ready.ts'
import { startSlackService } from '../slack-service.ts'
import { newWorld } from '../world.ts'

const HOUSES = 12
const LONGEST_LIFE = 1500

/** `kill -9` at random moments, while people use it and reminders fall due. */
export const killLowdb: Row = {
  name: 'kill -9, lowdb',
  goal: 'every acknowledged change is there, nothing is torn, no message lost, doubles 0',
  beside: true,
  run: async (how) => killed(how, await lowdbKeeping(), how.part ? 30 : 250),
}

export const killPostgres: Row = {
  name: 'kill -9, postgres',
  goal: 'every acknowledged change is there, nothing is torn, no message lost, doubles 0',
  beside: true,
  run: async (how) => killed(how, await postgresKeeping(), how.part ? 10 : 50),
}

async function killed({ random }: How, keeping: Keeping, kills: number): Promise<Found> {
  const slack = await startSlackService()
  const { path, houses } = await newWorld(keeping.folder, HOUSES)
  const settings = { ...keeping.settings, MUSTER_DIRECTORY: path }
  const wanted = { folder: keeping.folder, settings, quiet: true }
  const people = busyPeople(slack, houses, random, kills * 2)
  for (let count = 0; count < kills; count += 1) {
    const bot = await launch('muster', slack.url, wanted)
    // One in eight dies before it is ready.
    if (random.below(8) === 0) await pause(random.below(LONGEST_LIFE))
    else {
      await untilReady(bot.port)
      const leave = people.use(bot.port)
      await pause(random.below(LONGEST_LIFE))
      await bot.kill()
      await leave()
    }
    await bot.kill()
  }
  const { held, drains } = await drained(slack, keeping, wanted)
  const { forms, presses, notes } = people.counts()
  const messages = slack.posted.filter(({ mark }) => mark !== undefined).length
  const lost = people.missingIn(held.rows)
  const told = toldWrongly(held.rows, slack)
  const idle = Math.min(forms, presses, notes) === 0 ? ['Some of the people did nothing'] : []
  const left = held.waiting === 0 ? [] : [`${held.waiting} messages still wait`]
  await slack.stop()
  await keeping.remove()
  return found(
    `${kills} kills, acknowledged ${forms} forms, ${presses} presses, ${notes} notes: ${lost.length} lost; ${messages} messages, ${drains} starts to send the rest`,
    [...lost, ...held.wrongs, ...told, ...left, ...idle],
  )
}
