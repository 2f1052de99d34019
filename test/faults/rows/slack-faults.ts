import type { Channel } from '../../../src/app/channel-port.ts'
import { type Found, found, type How, type Row } from '../../proof/row.ts'
import { heldIn, toldWrongly } from '../examine.ts'
import { startInside } from '../inside.ts'
import { lowdbKeeping } from '../keeping.ts'
import { caseWithNotes, NOTES, taken } from '../noted-case.ts'
import { until } from '../ready.ts'
import { type Fault, type SlackService, startSlackService } from '../slack-service.ts'
import { type House, newWorld } from '../world.ts'

/** What can be wrong with one answer. The late one comes after Muster has given up waiting. */
const FAULTS: readonly Fault[] = [
  { type: 'limited', seconds: 2 },
  { type: 'broken' },
  { type: 'reset' },
  { type: 'garbage' },
  { type: 'lost' },
  { type: 'slow', milliseconds: 1500 },
  { type: 'slow', milliseconds: 11_000 },
]
const METHODS = ['chat.postMessage', 'chat.update', 'conversations.open', 'users.lookupByEmail']
const ROOM_METHODS = [
  'conversations.create',
  'conversations.setPurpose',
  'conversations.setTopic',
  'conversations.invite',
]
const HEALTHY = 4

export const slackFaults: Row = {
  name: 'Slack down, slow, 429, 500, reset, garbage, answer lost',
  goal: 'delayed, in order within a place, other places unaffected, nothing lost, doubles 0',
  beside: true,
  run: unreliable,
}

interface Trouble {
  readonly house: House
  readonly method: string
  readonly fault: Fault
  /** How many calls it still spoils; for ever until it is released. */
  left: number
  /** One that was only slow succeeds at once, so that nothing is tried again. */
  isMet: boolean
}

async function unreliable({ part }: How): Promise<Found> {
  const keeping = await lowdbKeeping()
  const slack = await startSlackService()
  const times = part ? [1] : [1, 3]
  const combinations = times.flatMap((left) =>
    METHODS.flatMap((method) => FAULTS.map((fault) => ({ method, fault, left }))),
  )
  const { path, houses } = await newWorld(keeping.folder, combinations.length + HEALTHY + 1)
  const [stuck, ...others] = houses
  const healthy = others.slice(0, HEALTHY)
  const spoilt = others.slice(HEALTHY)
  const troubles = combinations.flatMap((one, index): Trouble[] => {
    const house = spoilt[index]
    return house ? [{ ...one, house, isMet: false }] : []
  })
  if (!stuck) throw new Error('There are no houses')
  const broken = { method: 'chat.postMessage', fault: { type: 'broken' }, left: 1e9 } as const
  troubles.push({ ...broken, house: stuck, isMet: false })
  slack.trouble((method, body) => faultFor(troubles, method, body))
  const settings = { ...keeping.settings, MUSTER_DIRECTORY: path }
  const muster = await startInside(slack, settings)
  const wrongs: string[] = []
  const release = () => {
    for (const trouble of troubles) if (trouble.house === stuck) trouble.left = 0
  }
  const ids = await Promise.all(
    houses.map(async (house) => ({ house, id: await caseWithNotes(muster, house) })),
  )
  await until(() => healthy.every((house) => allTold(slack, house)), 'to tell healthy places')
  if (slack.posted.some(({ channel }) => channel === stuck.room))
    wrongs.push('A place that was out of order was reached')
  const updated = troubles.filter(({ method }) => method === 'chat.update')
  await until(() => updated.every(({ house }) => allTold(slack, house)), 'to tell the others')
  await Promise.all(ids.map(({ house, id }) => taken(muster, house, id)))
  const areMet = () => updated.every(({ isMet }) => isMet)
  await until(areMet, 'to meet what is wrong with updates')
  await slack.down()
  const during = await caseWithNotes(muster, healthy[0] ?? stuck)
  release()
  await slack.up()
  const isEmpty = async () => (await muster.app.store.counts()).waiting === 0
  await until(isEmpty, 'to send what was delayed', 240_000).catch((error) =>
    wrongs.push(`${error}`),
  )
  const unmet = troubles.filter(({ isMet }) => !isMet)
  wrongs.push(...unmet.map(({ method, fault }) => `${fault.type} on ${method} was never met`))
  wrongs.push(...(await roomsMadeOnce(muster.app.channels.get('slack'), slack, houses)))
  const { rows, wrongs: held } = await heldIn(muster.app.store)
  if (!rows.some(({ id, shown }) => id === during && shown.length > NOTES))
    wrongs.push('What was raised while Slack was down was not told')
  wrongs.push(...held, ...toldWrongly(rows, slack), ...outOfOrder(slack))
  await muster.stop()
  await slack.stop()
  await keeping.remove()
  const count = combinations.length + ROOM_METHODS.length * FAULTS.length
  return found(
    `${count} faults on ${METHODS.length + ROOM_METHODS.length} methods, and all of Slack down: ${slack.posted.length} messages, each once and in order`,
    wrongs,
  )
}

function faultFor(
  troubles: readonly Trouble[],
  method: string,
  body: Readonly<Record<string, string>>,
): Fault | null {
  const about = [body.channel, body.users, body.email].join()
  const trouble = troubles.find(
    (one) => one.left > 0 && one.method === method && isAbout(one.house, about),
  )
  if (!trouble) return null
  trouble.left -= 1
  trouble.isMet = true
  return trouble.fault
}

function isAbout({ room, lead, deputy }: House, about: string): boolean {
  const names = about.split(',')
  return [room, lead.account, deputy.email].some((name) => names.includes(name))
}

function allTold(slack: SlackService, { room }: House): boolean {
  const notices = slack.posted.filter(
    ({ channel, mark }) => channel === room && mark?.slot.startsWith('notice:'),
  )
  return notices.length >= NOTES
}

/** Roots before what stands in their threads; notices and reminders in the order of their numbers. */
function outOfOrder({ posted }: SlackService): string[] {
  const last = new Map<string, number>()
  return posted.flatMap(({ mark, channel }) => {
    const [, series = '', number = ''] = /^(notice|nudge:[^:]+):(\d+)$/.exec(mark?.slot ?? '') ?? []
    if (mark === undefined || series === '') return []
    const name = `${mark.record} ${series} in ${channel}`
    const before = last.get(name) ?? 0
    last.set(name, Number(number))
    return Number(number) > before ? [] : [`${name}: ${number} came after ${before}`]
  })
}

/** The same room asked for again and again, as the outbox does, while one call on the way goes wrong. */
async function roomsMadeOnce(
  channel: Channel | undefined,
  slack: SlackService,
  [house]: readonly House[],
): Promise<string[]> {
  if (!channel || !house) return ['There is no channel']
  const wanted = ROOM_METHODS.flatMap((method) => FAULTS.map((fault) => ({ method, fault })))
  const made = await Promise.all(
    wanted.map(async ({ method, fault }, index) => {
      const id = `meeting-${index}/${method}`
      const name = `room ${index} ${method}`
      let left = 1
      const spoil = (called: string, body: Readonly<Record<string, string>>) => {
        const isOurs =
          body.name?.startsWith(`room-${index}-`) || roomsOf(slack, index).has(body.channel ?? '')
        return left > 0 && called === method && isOurs && left-- > 0 ? fault : null
      }
      return { id, name, spoil, index, method, fault }
    }),
  )
  slack.trouble(
    (called, body) => made.map(({ spoil }) => spoil(called, body)).find(Boolean) ?? null,
  )
  const wrongs = await Promise.all(
    made.map(async ({ id, name, index, method, fault }) => {
      const room = { id, name, topic: 'About it', people: [house.lead.person] }
      for (let tries = 0; tries < 6; tries += 1) {
        const { type } = await channel.makeRoom(room)
        if (type === 'done') break
      }
      const count = roomsOf(slack, index).size
      return count === 1 ? [] : [`${fault.type} on ${method} made ${count} rooms`]
    }),
  )
  slack.trouble(() => null)
  return wrongs.flat()
}

function roomsOf(slack: SlackService, index: number): Set<string> {
  return new Set(
    slack.rooms().flatMap(({ id, name }) => (name.startsWith(`room-${index}-`) ? [id] : [])),
  )
}
