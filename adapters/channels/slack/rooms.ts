import type { WebClient } from '@slack/web-api'
import type { NewRoom } from '../../../src/app/channel-port.ts'
import type { NotLetIn, Outcome } from '../../../src/core/effect.ts'
import { nameOf } from '../../../src/core/people/find.ts'
import type { Accounts } from './accounts.ts'
import { allOf } from './all-of.ts'
import { head, LIMITS } from './limits.ts'
import { escaped } from './mrkdwn.ts'
import { codeOf, never } from './outcome.ts'

const PAGES = 10
const MOST_NAMES = 20
/** Nobody is missing for these reasons. */
const ALREADY_IN = new Set(['already_in_channel', 'cant_invite_self'])
const GUEST = 'they have a guest account there, which may not be in more rooms'
const GONE = 'their account there is gone'
/** Why Slack will not have this person in the room; the others still come. */
const NOT_TO_BE_INVITED: ReadonlyMap<string, string> = new Map([
  ['user_not_found', GONE],
  ['users_not_found', GONE],
  ['cant_invite', 'Slack does not let Muster invite them'],
  ['ura_max_channels', GUEST],
  ['user_is_restricted', GUEST],
  ['user_team_not_in_channel', 'they belong to another workspace'],
  ['cannot_invite_bot', 'the account that the directory names is a bot'],
])

interface Wanted {
  readonly name: string
  readonly purpose: string
  /** Who Muster is here. */
  readonly ownUser: string | undefined
}

interface Room {
  readonly id: string
  readonly name: string
  readonly purpose: string
  readonly creator: string | undefined
}

/** A private room with its people. The purpose carries our id, so that the same id finds it again. */
export async function madeRoom(
  web: WebClient,
  accounts: Accounts,
  room: NewRoom,
  ownUser: string | undefined,
): Promise<Outcome> {
  const purpose = head(`muster:${room.id}`, LIMITS.roomTopic)
  const [id, users] = await allOf([
    ownRoom(web, { name: roomName(room.name), purpose, ownUser }),
    usersOf(accounts, room.people),
  ])
  if (id === undefined) return never(`Slack has ${MOST_NAMES} rooms of this name: archive some.`)
  const topic = head(escaped(room.topic), LIMITS.roomTopic)
  const [, , left] = await allOf([
    web.conversations.setPurpose({ channel: id, purpose }),
    web.conversations.setTopic({ channel: id, topic }),
    joined(web, id, users),
  ])
  return done(id, left)
}

/** Whoever has an account comes in; that others have none does not keep them out. */
export async function invited(
  web: WebClient,
  accounts: Accounts,
  room: string,
  people: readonly string[],
): Promise<Outcome> {
  const users = await usersOf(accounts, people)
  if (people.length > 0 && users.size === 0) {
    const { directory } = accounts.knownNames()
    const names = people.map((person) => nameOf(directory, person)).join(', ')
    return never(`Not reached on Slack: no account for ${names}.`)
  }
  return done(room, await joined(web, room, users))
}

/** Nothing more is said where everybody is in it. */
function done(ref: string, left: readonly NotLetIn[]): Outcome {
  return { type: 'done', ref, ...(left.length > 0 && { left: [...left] }) }
}

/** The accounts of those who have one, with whose each is. */
async function usersOf(accounts: Accounts, people: readonly string[]): Promise<Users> {
  const found = await Promise.all(
    people.map(async (person) => [await accounts.accountOf(person), person] as const),
  )
  return new Map(
    found.flatMap(([account, person]) => (account === undefined ? [] : [[account, person]])),
  )
}

type Users = ReadonlyMap<string, string>

/** Lets them in, as many at a time as Slack takes; resolves to those whom it will not have. */
async function joined(web: WebClient, room: string, users: Users): Promise<NotLetIn[]> {
  const all = [...users.keys()]
  const left: NotLetIn[] = []
  for (let start = 0; start < all.length; start += LIMITS.invitesTogether) {
    const some = all.slice(start, start + LIMITS.invitesTogether)
    for (const { user, reason } of await invitedTogether(web, room, some)) {
      const person = users.get(user)
      if (person !== undefined) left.push({ person, reason })
    }
  }
  return left
}

/** Nobody is in the room any more for these reasons. */
const ALREADY_OUT = new Set([
  'not_in_channel',
  'user_not_in_channel',
  'user_not_found',
  'users_not_found',
])

const STILL_IN =
  'Slack takes nobody out of a room that is archived: somebody in it unarchives it, takes them out and archives it again.'

/** Whoever has no account here was never in it. */
export async function removed(
  web: WebClient,
  accounts: Accounts,
  room: string,
  people: readonly string[],
): Promise<Outcome> {
  for (const person of people) {
    const user = await accounts.lastAccountOf(person)
    if (user === undefined) continue
    try {
      await web.conversations.kick({ channel: room, user })
    } catch (error) {
      const code = codeOf(error) ?? ''
      if (code === 'is_archived') return never(STILL_IN)
      if (!ALREADY_OUT.has(code)) throw error
    }
  }
  return { type: 'done', ref: room }
}

async function invitedTogether(
  web: WebClient,
  channel: string,
  users: readonly string[],
): Promise<{ user: string; reason: string }[]> {
  try {
    await web.conversations.invite({ channel, users: users.join(','), force: true })
    return []
  } catch (error) {
    const code = codeOf(error) ?? ''
    const reason = NOT_TO_BE_INVITED.get(code)
    if (!ALREADY_IN.has(code) && reason === undefined) throw error
    const [user, ...others] = users
    if (user === undefined) return []
    if (others.length === 0) return reason === undefined ? [] : [{ user, reason }]
    // One who cannot come must not keep the others out.
    const left: { user: string; reason: string }[] = []
    for (const one of users) left.push(...(await invitedTogether(web, channel, [one])))
    return left
  }
}

async function ownRoom(web: WebClient, wanted: Wanted): Promise<string | undefined> {
  const { name } = wanted
  for (let number = 1; number <= MOST_NAMES; number += 1) {
    const numbered = number === 1 ? name : `${head(name, LIMITS.roomName - 3)}-${number}`
    const made = await created(web, numbered)
    const id = made ?? (await madeBefore(web, { ...wanted, name: numbered }))
    if (id !== undefined) return id
  }
  return undefined
}

async function created(web: WebClient, name: string): Promise<string | undefined> {
  try {
    return (await web.conversations.create({ name, is_private: true })).channel?.id
  } catch (error) {
    if (codeOf(error) === 'name_taken') return undefined
    throw error
  }
}

/** The room of an earlier try: one with our id, or one of ours that was left without any. */
async function madeBefore(web: WebClient, wanted: Wanted): Promise<string | undefined> {
  const { name, purpose, ownUser } = wanted
  const rooms = await ownRooms(web)
  const isHalfMade = (room: Room) =>
    room.name === name && room.purpose === '' && ownUser !== undefined && room.creator === ownUser
  return (rooms.find((room) => room.purpose === purpose) ?? rooms.find(isHalfMade))?.id
}

async function ownRooms(web: WebClient): Promise<Room[]> {
  const found: Room[] = []
  let cursor: string | undefined
  for (let page = 0; page < PAGES; page += 1) {
    const list = await web.conversations.list({
      types: 'private_channel',
      exclude_archived: true,
      limit: 200,
      ...(cursor ? { cursor } : {}),
    })
    for (const { id, name, purpose, creator } of list.channels ?? []) {
      if (id && name) found.push({ id, name, purpose: purpose?.value ?? '', creator })
    }
    cursor = list.response_metadata?.next_cursor
    if (!cursor) break
  }
  return found
}

/** Lower-case letters, digits and hyphens. */
function roomName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return head(plain || 'muster', LIMITS.roomName)
}
