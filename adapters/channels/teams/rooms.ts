import { z } from 'zod'
import type { Channel, NewRoom } from '../../../src/app/channel-port.ts'
import type { Host } from '../../../src/app/host.ts'
import type { Outcome } from '../../../src/core/effect.ts'
import { nameOf } from '../../../src/core/people/find.ts'
import type { Graph, Need } from './graph.ts'
import type { Installation } from './installation.ts'
import { limits } from './limits.ts'
import { madeSince } from './made-since.ts'
import { addTo, member, takeOut } from './members.ts'
import type { Remembered } from './remembered.ts'
import type { RoomRoots } from './room-root.ts'
import type { Whereabouts } from './whereabouts.ts'

/** So many of the people are tried two by two. */
const IN_PAIRS = 5

const CREATE: Need = { what: 'make a group chat', right: 'Chat.Create' }

const Made = z.object({ id: z.string().min(1) })
/** Rooms in Teams are group chats: nobody else sees them, and Muster may write there. */
export function teamsRooms(
  host: Host,
  graph: Graph,
  own: Installation,
  known: Remembered,
  whereabouts: Whereabouts,
  roots: RoomRoots,
): Pick<Channel, 'makeRoom' | 'invite' | 'remove'> {
  /** The accounts of those who have one, with whose they are, and the names of the others. */
  async function accountsOf(people: readonly string[]) {
    const accounts = new Map<string, string>()
    const missing: string[] = []
    for (const person of people) {
      const account = await whereabouts.account(person)
      if (account === undefined) missing.push(person)
      else accounts.set(account, person)
    }
    return { accounts, missing: namesOf(missing) }
  }

  function namesOf(people: readonly string[]): string {
    return people.map((person) => nameOf(host.directory(), person)).join(', ')
  }

  return {
    async makeRoom(room) {
      const { accounts, missing } = await accountsOf(room.people)
      if (accounts.size < 2) return tooFew(missing)
      // Nothing is made that Muster could not write in.
      const app = await own.app()
      if (app.type !== 'done') return app
      const all = [...accounts.keys()]
      const chat = await chatOf(graph, known, room, all)
      if (chat.type !== 'done') return chat
      await roots.keep(chat.ref, room.id)
      const joined = await own.intoChat(chat.ref)
      if (joined.type !== 'done') return joined
      if ((await known.get(`room-whole/${room.id}`)) !== undefined) return chat
      const { stopped, refused } = await addTo(graph, chat.ref, all)
      if (stopped) return stopped
      await known.keep(`room-whole/${room.id}`, chat.ref)
      return inChat(chat.ref, whose(refused, accounts))
    },
    async invite(place, people) {
      if (place.to.type !== 'room') return never('People can be invited to a room only.')
      const { accounts, missing } = await accountsOf(people)
      const { stopped, refused } = await addTo(graph, place.to.room, [...accounts.keys()])
      if (stopped) return stopped
      if (missing === '') return inChat(place.to.room, whose(refused, accounts))
      const strangers = namesOf(whose(refused, accounts))
      const names = [missing, strangers].filter((one) => one !== '').join(', ')
      return never(
        `Not in the chat on Teams: ${names}. Add their Entra object id to the directory, or add them to the chat by hand.`,
      )
    },
    async remove(place, people) {
      if (place.to.type !== 'room') return never('People can be taken out of a room only.')
      const found = await Promise.all(people.map(whereabouts.lastAccount))
      const accounts = found.filter((account) => account !== undefined)
      return takeOut(graph, place.to.room, accounts)
    },
  }
}

const REFUSED = 'Teams would not take them into the chat'

function whose(refused: readonly string[], accounts: ReadonlyMap<string, string>): string[] {
  return refused.flatMap((account) => accounts.get(account) ?? [])
}

function inChat(ref: string, people: readonly string[]): Outcome {
  const left = people.map((person) => ({ person, reason: REFUSED }))
  return { type: 'done', ref, ...(left.length > 0 && { left }) }
}

function tooFew(missing: string): Outcome {
  const why = missing === '' ? '' : ` No Teams account is known for ${missing}.`
  const reason = `A group chat in Teams needs two people with an account at least.${why}`
  return { type: 'never', reason, tooFew: true }
}

/**
 * The room’s chat. Graph makes a chat anew each time it is asked, and takes no id of ours. So its id is
 * kept as soon as it is known, and after a try without a clear answer a chat with our topic, made
 * since, is looked for among those of the people who were to be in it. That takes a right of its own, since
 * Muster is not in that chat yet; without it another is made, and the first stays empty.
 */
async function chatOf(
  graph: Graph,
  known: Remembered,
  room: NewRoom,
  accounts: readonly string[],
): Promise<Outcome> {
  const before = await known.get(`room/${room.id}`)
  if (before !== undefined) return { type: 'done', ref: before }
  const since = await known.get(`room-tried/${room.id}`)
  const among = accounts.slice(0, IN_PAIRS)
  const found =
    since === undefined
      ? undefined
      : await madeSince(graph, topicOf(room), { among, accounts }, since)
  if (found && found.type !== 'done') return found
  await known.keep(`room-tried/${room.id}`, since ?? new Date().toISOString())
  const whole = found ? undefined : await created(graph, room, accounts)
  const chat = found ?? (whole === 'refused' ? await fromPair(graph, room, accounts) : whole)
  if (chat?.type !== 'done') return chat ?? never('No chat could be made.')
  await known.keep(`room/${room.id}`, chat.ref)
  if (chat === whole) await known.keep(`room-whole/${room.id}`, chat.ref)
  return chat
}

/** `refused`: Graph does not take one of these people, and does not say whom. */
async function created(
  graph: Graph,
  room: NewRoom,
  accounts: readonly string[],
): Promise<Outcome | 'refused'> {
  const answer = await graph.ask('POST', '/chats', CREATE, {
    chatType: 'group',
    topic: topicOf(room),
    members: accounts.map((account) => member(graph, account, 'owner')),
  })
  if (!answer.ok) return [400, 404].includes(answer.status ?? 0) ? 'refused' : answer.outcome
  const id = Made.safeParse(answer.body).data?.id
  if (id === undefined) return { type: 'unclear', reason: 'Teams did not name the chat it made.' }
  return { type: 'done', ref: id }
}

/** Two whom Graph takes; the others come in one by one, so that nobody keeps them out. */
async function fromPair(
  graph: Graph,
  room: NewRoom,
  accounts: readonly string[],
): Promise<Outcome> {
  const some = accounts.slice(0, IN_PAIRS)
  const pairs = some.flatMap((one, index) =>
    some.slice(0, index).map((other) => [other, one] as const),
  )
  for (const pair of pairs) {
    const outcome = await created(graph, room, pair)
    if (outcome !== 'refused') return outcome
  }
  return never(
    'Teams takes no two of these people into a chat: check their Entra object ids in the directory.',
  )
}

/** Some signs are not allowed in it. */
function topicOf({ topic }: NewRoom): string {
  return topic.replaceAll(':', ' ').slice(0, limits.topicCharacters)
}

function never(reason: string): Outcome {
  return { type: 'never', reason }
}
