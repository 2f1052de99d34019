import { launch } from '../../bench/processes.ts'
import { type Found, found, type How, type Row } from '../../proof/row.ts'
import { lowdbKeeping } from '../keeping.ts'
import { until, untilReady } from '../ready.ts'
import { startSlackService } from '../slack-service.ts'
import { newWorld } from '../world.ts'

export const twoProcesses: Row = {
  name: 'two processes on one folder',
  goal: 'one goes on, the other stops with a sentence',
  run: together,
}

async function together({ part }: How): Promise<Found> {
  const rounds = part ? 3 : 15
  const keeping = await lowdbKeeping()
  const slack = await startSlackService()
  const { path } = await newWorld(keeping.folder, 1)
  const settings = { ...keeping.settings, MUSTER_DIRECTORY: path }
  const wanted = { folder: keeping.folder, settings, quiet: true }
  const wrongs: string[] = []
  for (let round = 1; round <= rounds; round += 1) {
    const bots = await Promise.all([1, 2].map(() => launch('muster', slack.url, wanted)))
    await until(() => bots.some((bot) => bot.ended()), 'for one of two to stop')
    const [loser] = bots.filter((bot) => bot.ended())
    const winners = bots.filter((bot) => !bot.ended())
    if (winners.length !== 1) wrongs.push(`Round ${round}: ${winners.length} of 2 go on`)
    if (!/Another Muster is using the folder \S+ Stop it first/.test(loser?.complaints() ?? ''))
      wrongs.push(`Round ${round}: the second says “${loser?.complaints()}”`)
    if (loser?.complaints().trim().includes('\n'))
      wrongs.push(`Round ${round}: the second says more than a sentence`)
    for (const winner of winners) {
      await untilReady(winner.port)
      await winner.kill()
    }
  }
  await slack.stop()
  await keeping.remove()
  return found(`${rounds} times two were started together, one went on each time`, wrongs)
}
