import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { run } from '../../bench/processes.ts'
import { type Found, found, type How, type Row } from '../../proof/row.ts'
import { busyPeople } from '../busy.ts'
import { drained } from '../drained.ts'
import { toldWrongly } from '../examine.ts'
import { postgresKeeping } from '../postgres-keeping.ts'
import { untilReady } from '../ready.ts'
import { startSlackService } from '../slack-service.ts'
import { newWorld } from '../world.ts'

const SHORT = fileURLToPath(new URL('../lease/short.js', import.meta.url))
const REPLICAS = 3
const SLOW = 150

export const frozenReplica: Row = {
  name: 'a replica frozen past its lease and woken',
  goal: 'its late sends are refused or found to be done already: doubles 0, nothing lost',
  beside: true,
  run: frozen,
}

async function frozen({ part, random }: How): Promise<Found> {
  // The part makes the lease short; the whole waits for the real one.
  const [rounds, lease] = part ? [5, 3000] : [4, 60_000]
  const keeping = await postgresKeeping()
  const slack = await startSlackService()
  // So that whoever is frozen is in the middle of something, be it of what comes before a message.
  slack.trouble((method) =>
    method.startsWith('chat.') || method === 'conversations.open'
      ? { type: 'slow', milliseconds: SLOW }
      : null,
  )
  const { path, houses } = await newWorld(keeping.folder, 12)
  const short = part ? { NODE_OPTIONS: `--import=${SHORT}`, FAULTS_LEASE: String(lease) } : {}
  const settings = { ...keeping.settings, MUSTER_DIRECTORY: path, LOG_LEVEL: 'warn', ...short }
  const wanted = { folder: keeping.folder, settings, quiet: true }
  const bots = await Promise.all(
    Array.from({ length: REPLICAS }, () => run('muster', slack.url, wanted)),
  )
  for (const { port } of bots) await untilReady(port)
  const people = busyPeople(slack, houses, random, rounds * 20)
  let inFlight = 0
  for (let round = 0; round < rounds; round += 1) {
    const victim = random.pick(bots)
    const leaves = bots.map(({ port }) => people.use(port))
    await pause(1000 + random.below(1000))
    const before = slack.underWay()
    victim?.freeze()
    inFlight += before
    await pause(lease + 2000)
    victim?.wake()
    await Promise.all(leaves.map((leave) => leave()))
  }
  const complaints = bots.map((bot) => bot.complaints()).join('')
  for (const bot of bots) await bot.stop()
  slack.trouble(() => null)
  const { held } = await drained(slack, keeping, wanted)
  const { forms, presses, notes } = people.counts()
  const wrongs = [
    ...people.missingIn(held.rows),
    ...held.wrongs,
    ...toldWrongly(held.rows, slack),
    ...(held.waiting > 0 ? [`${held.waiting} messages still wait`] : []),
    ...(inFlight === 0 ? ['Nothing was under way when a replica was frozen'] : []),
  ]
  await slack.stop()
  await keeping.remove()
  const overtaken = complaints.match(/Another replica has taken/g)?.length ?? 0
  return found(
    `${rounds} times one of ${REPLICAS} froze for ${lease / 1000 + 2} s, ${inFlight} calls under way, ${overtaken} sends overtaken; ${forms} forms, ${presses} presses, ${notes} notes acknowledged`,
    wrongs,
  )
}
