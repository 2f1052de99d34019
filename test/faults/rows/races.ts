import { setTimeout as pause } from 'node:timers/promises'
import type { App } from '../../../src/app/app.ts'
import { type Answer, handle } from '../../../src/app/handle.ts'
import type { RecordId } from '../../../src/core/record-id.ts'
import { type Found, found, type How, type Row } from '../../proof/row.ts'
import { incidentAt, person } from '../incident.ts'
import { startInside } from '../inside.ts'
import { type Keeping, lowdbKeeping } from '../keeping.ts'
import { postgresKeeping } from '../postgres-keeping.ts'
import { startSlackService } from '../slack-service.ts'
import { type House, newWorld } from '../world.ts'

const PROMPT = 'lateReason-D1'

export const racesLowdb: Row = {
  name: 'two people answer a prompt at the same moment, lowdb',
  goal: 'exactly one wins, the other is told who did',
  run: async (how) => races(how, await lowdbKeeping(), 1),
}

export const racesPostgres: Row = {
  name: 'two people answer a prompt at the same moment, postgres',
  goal: 'exactly one wins, the other is told who did',
  run: async (how) => races(how, await postgresKeeping(), 2),
}

/** The lead and the deputy give the reason for a late clock, each at a replica of their own. */
async function races(how: How, keeping: Keeping, replicas: number): Promise<Found> {
  const count = how.part ? 150 : 1000
  const slack = await startSlackService()
  const { path, houses } = await newWorld(keeping.folder, 50)
  const settings = { ...keeping.settings, MUSTER_DIRECTORY: path }
  const bots = []
  for (let one = 0; one < replicas; one += 1) bots.push(await startInside(slack, settings))
  const [first, last] = [bots[0], bots.at(-1)]
  if (!first || !last) throw new Error('There is no bot')
  const wins = { lead: 0, deputy: 0 }
  const wrongs: string[] = []
  for (let race = 0; race < count; race += 1) {
    const house = houses[race % houses.length]
    if (!house) continue
    const { app } = first
    const raised = await handle(app, { key: null, intent: incidentAt(house, app.now(), 5000) })
    if (!raised.ok) throw new Error(raised.refusal.message)
    const people = [house.lead.person, house.deputy.person]
    const ahead = how.random.below(2)
    const answers = await Promise.all(
      // Whoever is ahead is so by a hair.
      people.map(async (one, index) => {
        if (index !== ahead) await pause(how.random.below(3))
        return answered(index === 0 ? first.app : last.app, raised.id, one)
      }),
    )
    const wrong = await judged(app, raised.id, house, answers)
    if (wrong !== null) wrongs.push(wrong)
    if (answers[0]?.ok) wins.lead += 1
    if (answers[1]?.ok) wins.deputy += 1
  }
  for (const bot of bots) await bot.stop()
  await slack.stop()
  await keeping.remove()
  return found(
    `${count} races: ${wins.lead} won by the one, ${wins.deputy} by the other; each loser was told by whom`,
    wrongs,
  )
}

function answered(app: App, to: RecordId, by: string): Promise<Answer> {
  const answer = { prompt: PROMPT, answer: 'reason', revision: 1, reason: `It was ${by}.` }
  const intent = { kind: 'case', type: 'answer', by: person(by), ...answer } as const
  return handle(app, { key: `answer:${to}:${by}`, to, intent })
}

async function judged(
  app: App,
  id: RecordId,
  { slug }: House,
  answers: readonly Answer[],
): Promise<string | null> {
  const winner = answers.findIndex(({ ok }) => ok)
  const loser = answers.find(({ ok }) => !ok)
  if (winner === -1 || !loser) return `${id}: ${answers.filter(({ ok }) => ok).length} won`
  const name = `${winner === 0 ? 'Lead' : 'Deputy'} of ${slug}`
  if (loser.ok || !loser.refusal.message.startsWith(`${name} answered this at `))
    return `${id}: the other is told “${loser.ok ? '' : loser.refusal.message}”`
  const entries = await app.store.history(id)
  const kept = entries.filter(
    ({ body }) => body?.includes('"promptAnswered"') && body.includes(`"prompt":"${PROMPT}"`),
  )
  return kept.length === 1 ? null : `${id}: ${kept.length} answers are kept`
}
