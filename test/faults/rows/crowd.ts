import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { App } from '../../../src/app/app.ts'
import { handle } from '../../../src/app/handle.ts'
import { NO_HISTORY } from '../../../src/app/history.ts'
import type { Change, Saved } from '../../../src/app/ports.ts'
import { Case } from '../../../src/core/case/case.ts'
import type { Index } from '../../../src/core/kind.ts'
import { RecordId } from '../../../src/core/record-id.ts'
import type { Running } from '../../../src/main.ts'
import { crowded } from '../../bench/measure.ts'
import { type Found, found, type How, type Row } from '../../proof/row.ts'
import { incidentAt, person } from '../incident.ts'
import { startInside } from '../inside.ts'
import { lowdbKeeping } from '../keeping.ts'
import { type SlackService, startSlackService } from '../slack-service.ts'
import { type House, newWorld } from '../world.ts'

const START = Date.parse('2027-02-01T10:00:00Z')
const STEP_MS = 1000
/** A day's work at a message a second would be far more than this. */
const MOST_STEPS = 3000
const NOTED = 5

/** The runner may use 1 GB: what the store keeps of its records grows with what there is. */
export const crowdDue: Row = {
  name: '10,000 deadlines in one minute, Slack taking a message a second in a room',
  goal: 'urgent first, none lost, memory flat',
  run: crowd,
}

async function crowd({ part }: How): Promise<Found> {
  const [rooms, each] = part ? [10, 30] : [100, 100]
  let now = START
  const clock = () => new Date(now)
  const keeping = await lowdbKeeping()
  const slack = await startSlackService({ now: () => now, bare: true })
  const { path, houses } = await newWorld(keeping.folder, rooms)
  const settings = { ...keeping.settings, MUSTER_DIRECTORY: path }
  const muster = await startInside(slack, settings, { clock, sweeps: false })
  const dueAt = await multiplied(muster, houses, each)
  await muster.settle()
  const before = slack.posted.length
  // Nothing is taken until everything is due, so that what is urgent meets what is not.
  slack.trouble((method) =>
    method === 'chat.postMessage' ? { type: 'limited', seconds: 1 } : null,
  )
  await noted(muster.app, houses)
  now = Date.parse(dueAt) + 60_000
  await muster.settle()
  slack.trouble(() => null)
  slack.limit(1000)
  const memory: number[] = []
  let steps = 0
  for (; steps < MOST_STEPS; steps += 1) {
    now += STEP_MS
    await muster.settle()
    if (steps % 20 === 0) memory.push(usedMegabytes())
    if ((await muster.app.store.counts()).waiting === 0) break
  }
  const wrongs: string[] = []
  const { waiting, dead } = await muster.app.store.counts()
  if (waiting + dead > 0) wrongs.push(`${waiting} messages wait and ${dead} were given up`)
  const posted = slack.posted.slice(before)
  const nudges = posted.filter(({ mark }) => mark?.slot.startsWith('nudge:')).length
  if (nudges < rooms * each) wrongs.push(`${nudges} reminders for ${rooms * each} deadlines`)
  wrongs.push(...slack.doubles(), ...noticesBeforeNudges(slack, before))
  const [first = 0, highest] = [memory[0], Math.max(...memory)]
  if (highest > first * 1.25 + 20)
    wrongs.push(`Memory grew from ${first.toFixed(0)} to ${highest.toFixed(0)} MB`)
  const limited = slack.refusals()
  await muster.stop()
  await slack.stop()
  await keeping.remove()
  return found(
    `${rooms * each} deadlines in ${rooms} rooms: ${nudges} reminders in ${steps} s of the clock, ${limited} times told to wait; heap ${first.toFixed(0)} to ${highest.toFixed(0)} MB`,
    wrongs,
  )
}

/** The same case many times in each room, all to be woken within the same minute; resolves to when. */
async function multiplied(muster: Running, houses: readonly House[], each: number) {
  const { app } = muster
  let wake = ''
  for (const [number, house] of houses.entries()) {
    const raised = await handle(app, { key: null, intent: incidentAt(house, app.now(), 5) })
    if (!raised.ok) throw new Error(raised.refusal.message)
    await muster.settle()
    const saved = await app.store.load(raised.id)
    const listed = (await app.store.list({ facets: { provider: house.slug } })).find(
      ({ id }) => id === raised.id,
    )
    if (!saved || !listed) throw new Error('The first case was not saved')
    wake = listed.index.wakeAt ?? wake
    await crowded(each, 16, async (index) => {
      const id = RecordId.parse(
        `case-${String(number).padStart(4, '0')}${String(index).padStart(4, '0')}`,
      )
      await app.store.save(id, 0, copyOf(id, saved, listed.index))
    })
  }
  return wake
}

function copyOf(id: RecordId, saved: Saved, index: Index): Change {
  const record = { ...Case.parse(saved.record), id }
  const copy = { ...saved, version: 1, record, keys: [], head: NO_HISTORY, opener: id }
  return { saved: copy, index, entries: [], tasks: [], requests: [] }
}

/** What is not urgent, asked for before what is. */
async function noted(app: App, houses: readonly House[]): Promise<void> {
  for (const [number, house] of houses.entries()) {
    for (let index = 0; index < NOTED; index += 1) {
      const to = RecordId.parse(
        `case-${String(number).padStart(4, '0')}${String(index).padStart(4, '0')}`,
      )
      const intent = {
        kind: 'case',
        type: 'note',
        by: person(house.lead.person),
        text: 'Noted',
      } as const
      await handle(app, { key: null, to, intent })
    }
  }
}

/** A notice may go while it is already under way, and no other before the last reminder of its room. */
function noticesBeforeNudges({ posted }: SlackService, from: number): string[] {
  const after = new Map<string, number>()
  for (const { channel, mark } of posted.slice(from).reverse()) {
    const isNudge = mark?.slot.startsWith('nudge:') === true
    const count = after.get(channel)
    if (isNudge && count === undefined) after.set(channel, 0)
    if (mark?.slot.startsWith('notice:') && count !== undefined) after.set(channel, count + 1)
  }
  return [...after].flatMap(([room, count]) =>
    count > 1 ? [`${count} notices came before reminders in ${room}`] : [],
  )
}

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

function usedMegabytes(): number {
  collect()
  return process.memoryUsage().heapUsed / 2 ** 20
}
