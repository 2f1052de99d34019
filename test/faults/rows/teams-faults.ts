import { teamsPort } from '../../../adapters/channels/teams/port.ts'
import type { Whole } from '../../../src/app/ports.ts'
import type { Running } from '../../../src/main.ts'
import { type Found, found, type How, type Row } from '../../proof/row.ts'
import { heldIn, neverTold } from '../examine.ts'
import { silent, startWith } from '../inside.ts'
import { lowdbKeeping } from '../keeping.ts'
import { caseWithNotes, NOTES, taken } from '../noted-case.ts'
import { until } from '../ready.ts'
import {
  startTeamsService,
  type TeamsCall,
  type TeamsFault,
  type TeamsMethod,
  type TeamsService,
} from '../teams-service.ts'
import { type House, newTeamsWorld } from '../world.ts'

const SLOW: TeamsFault = { type: 'slow', milliseconds: 1500 }

/** What can be wrong with one answer. The late one comes after Muster has given up waiting. */
const FAULTS: readonly TeamsFault[] = [
  { type: 'refused', status: 429, seconds: 2 },
  { type: 'refused', status: 500 },
  { type: 'refused', status: 502 },
  { type: 'refused', status: 503 },
  { type: 'reset' },
  { type: 'garbage' },
  { type: 'lost' },
  SLOW,
  { type: 'slow', milliseconds: 11_000 },
]
const METHODS: readonly TeamsMethod[] = ['send', 'update', 'create', 'member']
const HEALTHY = 4
const LONG = 240_000

export const teamsFaults: Row = {
  name: 'Teams down, slow, 429, 500, 502, 503, reset, garbage, answer lost',
  goal: 'delayed, in order within a place, other places unaffected, nothing lost, doubles only where an answer to a message was lost, nobody taken for a stranger',
  beside: true,
  run: unreliable,
}

interface Trouble {
  readonly house: House
  readonly method: TeamsMethod
  readonly fault: TeamsFault
  /** How many calls it still spoils; for ever until it is released. */
  left: number
}

async function unreliable({ part }: How): Promise<Found> {
  const keeping = await lowdbKeeping()
  const teams = await startTeamsService()
  const combinations = (part ? [1] : [1, 3]).flatMap((times) =>
    METHODS.flatMap((method) =>
      // What is only slow is done, and need not be done again.
      FAULTS.map((fault) => ({ method, fault, left: fault === SLOW ? 1 : times })),
    ),
  )
  const { path, houses } = await newTeamsWorld(keeping.folder, combinations.length + HEALTHY + 1)
  const [stuck, ...others] = houses
  const healthy = others.slice(0, HEALTHY)
  const troubles = combinations.flatMap((one, index): Trouble[] => {
    const house = others[HEALTHY + index]
    return house ? [{ ...one, house }] : []
  })
  if (!stuck) throw new Error('There are no houses')
  const blocked: Trouble = { house: stuck, method: 'send', fault: { type: 'reset' }, left: 1e9 }
  troubles.push(blocked)
  const counted = spoiling(teams, troubles)
  for (const house of houses) teams.addresses.set(accountOf(house), house.deputy.email)
  const muster = await startWith({
    ...teams.settings,
    ...keeping.settings,
    MUSTER_DIRECTORY: path,
  })
  const passes = tokensTried()
  const wrongs = (await Promise.all(houses.map((one) => known(teams, muster, one)))).flat()
  // What answers a person is in no record.
  const answers = teams.posted.length
  const ids = await Promise.all(
    houses.map(async (house) => ({ house, id: await caseWithNotes(muster, house) })),
  )
  await until(() => healthy.every((house) => allTold(teams, house)), 'to tell healthy places')
  if (teams.posted.some(({ conversation }) => conversation === stuck.room))
    wrongs.push('A place that was out of order was reached')
  const updated = troubles.filter(({ method }) => method === 'update')
  await until(() => updated.every(({ house }) => allTold(teams, house)), 'to tell the others')
  await Promise.all(ids.map(({ house, id }) => taken(muster, house, id)))
  await until(
    () => updated.every(({ left }) => left === 0),
    'to meet what is wrong with updates',
    LONG,
  )
  await teams.down()
  const during = await caseWithNotes(muster, healthy[0] ?? stuck)
  blocked.left = 0
  await teams.up()
  const isEmpty = async () => (await muster.app.store.counts()).waiting === 0
  await until(isEmpty, 'to send what was delayed', LONG).catch((error) => wrongs.push(`${error}`))
  const unmet = troubles.filter(({ left }) => left > 0)
  wrongs.push(...unmet.map(({ method, fault }) => `${nameOf(fault)} on ${method} was never met`))
  const { rows, wrongs: held } = await heldIn(muster.app.store)
  if (!rows.some(({ id, shown }) => id === during && shown.length > NOTES))
    wrongs.push('What was raised while Teams was down was not told')
  wrongs.push(...houses.filter((house) => !isCurrent(rows, teams, house)).map(outdated))
  const { doubles, wrongs: told } = toldWrongly(rows, teams, answers)
  wrongs.push(...held, ...told, ...(await passes))
  if (doubles > counted.lost)
    wrongs.push(`${doubles} messages stand twice, and ${counted.lost} answers were lost`)
  await muster.stop()
  await teams.down()
  await keeping.remove()
  const count = combinations.length + FAULTS.length
  return found(
    `${count} faults on ${METHODS.length + 1} methods, and all of Teams down: ${teams.posted.length} messages in order, ${doubles} doubled by ${counted.lost} lost answers to messages`,
    wrongs,
  )
}

/** Lets the troubles loose, and counts the messages whose answers were lost by them. */
function spoiling(teams: TeamsService, troubles: readonly Trouble[]): { readonly lost: number } {
  const counted = { lost: 0 }
  teams.trouble((call) => {
    const trouble = troubles.find(
      (one) => one.left > 0 && one.method === call.method && isAbout(one.house, call),
    )
    if (!trouble) return null
    trouble.left -= 1
    if (call.method === 'send' && isLost(trouble.fault)) counted.lost += 1
    return trouble.fault
  })
  return counted
}

function isAbout(house: House, { method, about }: TeamsCall): boolean {
  const isPlace = about === house.room || about === `a:${house.lead.account}`
  return (
    isPlace || about === house.lead.account || (method === 'member' && about === accountOf(house))
  )
}

function isLost(fault: TeamsFault): boolean {
  return (
    fault.type === 'lost' ||
    fault.type === 'garbage' ||
    (fault.type === 'slow' && fault.milliseconds > 10_000)
  )
}

function nameOf(fault: TeamsFault): string {
  return 'status' in fault ? `${fault.status}` : fault.type
}

/** The deputy's account on Teams, of which the directory knows nothing. */
function accountOf({ deputy }: House): string {
  return `account-of-${deputy.person}`
}

/** The deputy writes to Muster until it knows who that is. */
async function known(teams: TeamsService, muster: Running, house: House): Promise<string[]> {
  const account = accountOf(house)
  const said = () =>
    teams.posted.filter(({ conversation }) => conversation === `a:${account}`).at(-1)?.text ?? ''
  for (let tries = 0; tries < 6; tries += 1) {
    await teams.write(muster.port, account, 'muster mine')
    if (said().includes('You are not in the directory'))
      return [`${house.deputy.person} was taken for a stranger`]
    if (said() !== '' && !said().includes('Please do it again')) return []
  }
  return [`${house.deputy.person} never got an answer`]
}

function allTold(teams: TeamsService, { room }: House): boolean {
  const noted = teams.posted.filter(
    ({ conversation, text }) => conversation === room && /Note \d/.test(text),
  )
  return new Set(noted.map(({ text }) => /Note \d/.exec(text)?.[0])).size >= NOTES
}

/** Whether the head of the house's case says who has it now. */
function isCurrent(rows: readonly Whole[], teams: TeamsService, { room, slug }: House): boolean {
  const heads = rows.flatMap(({ shown }) =>
    shown.filter(({ place, slot }) => place === `teams/room/${room}` && slot === 'root'),
  )
  const texts = heads.map(({ ref }) => teams.posted.find(({ id }) => id === ref)?.text ?? '')
  return texts.some((text) => text.includes(`Deputy of ${slug} has it.`))
}

function outdated({ slug }: House): string {
  return `The head of the case of ${slug} is out of date`
}

/** What Teams should hold and does not, what stands out of order, and how much of it stands twice. */
function toldWrongly(rows: readonly Whole[], teams: TeamsService, answers: number) {
  const at = new Map(teams.posted.map(({ id }, index) => [id, index]))
  const shown = rows.flatMap(({ id, shown: all }) => all.map((one) => ({ record: id, ...one })))
  const gone = shown
    .filter(({ place, ref }) => place.startsWith('teams/') && !at.has(ref))
    .map(({ record, slot, ref }) => `${record} believes that ${slot} stands at ${ref}`)
  const last = new Map<string, number>()
  const numbered = shown
    .map(({ record, place, slot, ref }) => {
      const [, series, number] = /^(notice|nudge:[^:]+):(\d+)$/.exec(slot) ?? []
      return { name: `${record} ${series} at ${place}`, number: Number(number), at: at.get(ref) }
    })
    .filter(({ number }) => !Number.isNaN(number))
    .sort((one, other) => one.number - other.number)
  const unordered = numbered.flatMap(({ name, number, at: here = -1 }) => {
    const before = last.get(name) ?? -1
    last.set(name, here)
    return here > before ? [] : [`${name}: ${number} came before what it follows`]
  })
  const stands = new Set(shown.map(({ ref }) => ref))
  const doubles = teams.posted.slice(answers).filter(({ id }) => !stands.has(id))
  return { doubles: doubles.length, wrongs: [...rows.flatMap(neverTold), ...gone, ...unordered] }
}

/** The same message sent until it is done, while one asking for a pass on the way goes wrong. */
async function tokensTried(): Promise<string[]> {
  const teams = await startTeamsService()
  const port = await teamsPort(teams.settings, silent, async () => ({ status: 200 }))
  const where = { service: teams.serviceUrl, conversation: '19:oak@thread.tacv2' }
  const wrongs: string[] = []
  for (const fault of FAULTS) {
    const spoilt: Partial<Record<TeamsMethod, TeamsFault>> = { token: fault }
    // A pass that is not accepted any more is asked for anew.
    spoilt.send = { type: 'refused', status: 401 }
    teams.trouble(({ method }) => {
      const next = spoilt[method]
      delete spoilt[method]
      return next ?? null
    })
    const before = teams.posted.length
    const ends: string[] = []
    while (ends.at(-1) !== 'done' && ends.length < 5)
      ends.push((await port.send(where, { type: 'message', text: nameOf(fault) })).type)
    const sent = teams.posted.length - before
    if (sent !== 1 || ends.slice(0, -1).some((end) => end !== 'later'))
      wrongs.push(`${nameOf(fault)} of the sign-in service: ${ends.join(', ')}, sent ${sent} times`)
    if (spoilt.token) wrongs.push(`${nameOf(fault)} of the sign-in service was never met`)
  }
  await teams.down()
  return wrongs
}
