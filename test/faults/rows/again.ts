import type { Running } from '../../../src/main.ts'
import { deliver } from '../../bench/slack.ts'
import { type Found, found, type How, type Row } from '../../proof/row.ts'
import { heldIn, toldWrongly } from '../examine.ts'
import { startInside } from '../inside.ts'
import { type Keeping, lowdbKeeping } from '../keeping.ts'
import { haveButtons, newAction, openForm, pressBody, saidBody } from '../people.ts'
import { postgresKeeping } from '../postgres-keeping.ts'
import { until } from '../ready.ts'
import { type SlackService, startSlackService } from '../slack-service.ts'
import { type House, newWorld } from '../world.ts'

const HOUSES = 8
const MOST = 5
const LATE = 1000

export const againLowdb: Row = {
  name: 'the same form, button and event 1 to 5 times, lowdb',
  goal: 'one change, the same answer',
  beside: true,
  run: async (how) => again(how, await lowdbKeeping(), 1),
}

export const againPostgres: Row = {
  name: 'the same form, button and event 1 to 5 times, postgres',
  goal: 'one change, the same answer',
  beside: true,
  run: async (how) => again(how, await postgresKeeping(), 3),
}

interface Delivery {
  readonly body: string
  readonly type?: string
}

/** Each delivery comes up to five times, some at once and some late, to whichever replica. */
async function again(how: How, keeping: Keeping, replicas: number): Promise<Found> {
  const { part, random } = how
  const slack = await startSlackService()
  const { path, houses } = await newWorld(keeping.folder, HOUSES)
  const settings = { ...keeping.settings, MUSTER_DIRECTORY: path }
  const bots: Running[] = []
  for (let count = 0; count < replicas; count += 1) bots.push(await startInside(slack, settings))
  const portOf = () => random.pick(bots)?.port ?? 0
  const wrongs: string[] = []
  let sent = 0

  async function oftenTo({ body, type }: Delivery, what: string): Promise<void> {
    const at = Array.from({ length: 1 + random.below(MOST) }, (_, index) => {
      return { port: portOf(), after: index === 0 || random.below(3) > 0 ? 0 : random.below(LATE) }
    })
    sent += at.length
    const answers = await Promise.all(
      at.map(async ({ port, after }) => {
        await new Promise((resolve) => setTimeout(resolve, after))
        return deliver(port, body, type).catch((error: unknown) => String(error))
      }),
    )
    const different = new Set(answers)
    if (different.size > 1) wrongs.push(`${what} was answered with ${[...different].join(' and ')}`)
  }

  const rounds = part ? 40 : 250
  const taken = new Set<string>()
  let changes = 0
  for (let round = 0; round < rounds; round += 1) {
    const house = houses[round % HOUSES]
    if (!house) continue
    const form = await openForm(slack, portOf(), '/incident', house)
    await oftenTo(form, `Form ${round}`)
    await until(() => untaken(slack, house, taken) !== undefined, 'to offer a new case’s clock')
    const later = laterOf(slack, house, round, taken)
    changes += 1 + later.length
    await Promise.all(later.map((one) => oftenTo(one, `${one.what} ${round}`)))
  }
  const [first] = bots
  const store = first?.app.store
  const isEmpty = async () => (await store?.counts())?.waiting === 0
  await until(isEmpty, 'to send the rest', 300_000)
  if (store) {
    const { rows, wrongs: held } = await heldIn(store)
    const bodies = rows.flatMap(({ entries }) => entries.map(({ body }) => body ?? ''))
    const counted = {
      cases: rows.filter(({ id }) => id.startsWith('case-')).length,
      notes: bodies.filter((body) => body.includes('"noted"')).length,
      taken: bodies.filter((body) => body.includes('"clockTaken"')).length,
    }
    const kept = counted.cases + counted.notes + counted.taken
    if (counted.cases !== rounds) wrongs.push(`${rounds} forms made ${counted.cases} cases`)
    if (kept !== changes) wrongs.push(`${changes} changes were wanted, ${kept} are kept`)
    wrongs.push(...held, ...toldWrongly(rows, slack))
  }
  for (const bot of bots) await bot.stop()
  await slack.stop()
  await keeping.remove()
  return found(
    `${changes} changes delivered ${sent} times to ${replicas} replica${replicas === 1 ? '' : 's'}: each once, the same answer each time`,
    wrongs,
  )
}

/** The newest button by which somebody takes a clock that nobody has taken yet. */
function untaken(slack: SlackService, { room }: House, taken: ReadonlySet<string>) {
  return haveButtons(slack, room).findLast(({ record }) => !taken.has(record))
}

/** The newest button of a house, and a note in its newest thread. */
function laterOf(
  slack: SlackService,
  house: House,
  round: number,
  taken: Set<string>,
): (Delivery & { what: string })[] {
  const { room, lead } = house
  const all: (Delivery & { what: string })[] = []
  const newest = untaken(slack, house, taken)
  if (newest) {
    taken.add(newest.record)
    const button = { ...newest, action: newAction(), user: lead.account, room }
    all.push({ body: pressBody(slack, button), what: 'Button' })
  }
  const thread = slack.posted.findLast(
    (one) => one.channel === room && one.thread !== undefined,
  )?.thread
  if (thread === undefined) return all
  const ts = `9000000000.${String(round).padStart(6, '0')}`
  const said = { action: newAction(), user: lead.account, room, ts, thread, text: `note ${round}` }
  return [...all, { body: saidBody(said), type: 'application/json', what: 'Event' }]
}
