import type { Channel, Post } from '../../../src/app/channel-port.ts'
import { HELD } from '../../../src/app/hold.ts'
import { type Outcome, type Place, placeKey } from '../../../src/core/effect.ts'
import type { Message } from '../../../src/core/message/message.ts'
import type { Directory } from '../../../src/core/people/directory.ts'
import type { Instant } from '../../../src/core/time/instant.ts'
import { actorOf, CHANNEL } from './reader.ts'
import { CLOSED, roomsOf } from './rooms.ts'
import type { Workspace } from './workspace.ts'

interface Surroundings {
  readonly workspace: Workspace
  directory(): Directory
  now(): Instant
  stop(): Promise<void>
}

/** The channel's port over the workspace. */
export function webPort({ workspace, directory, now, stop }: Surroundings): Channel {
  return {
    name: CHANNEL,
    rates: [],
    async post(place, message, post, hold = HELD) {
      hold()
      const trouble = unreachable(place, directory(), workspace) ?? shut(place)
      return trouble ?? durably(() => put(workspace, place, message, post, now()))
    },
    async makeRoom({ id, name, topic, people }) {
      return durably(
        async () => (await workspace.makeRoom({ id, name, topic, people: [...people] })).room,
      )
    },
    async invite(place, people) {
      const trouble =
        unreachable(place, directory(), workspace) ?? shut(place) ?? closed(place, people)
      if (trouble || place.to.type !== 'room') return trouble ?? never('Only a room can be joined.')
      const { room } = place.to
      return durably(async () => {
        await workspace.invite(room, people)
        return room
      })
    },
    async remove(place, people) {
      if (place.to.type !== 'room') return never('People can be taken out of a room only.')
      const { room } = place.to
      return durably(async () => {
        await workspace.remove(room, people)
        return room
      })
    },
    async archive(place) {
      const room = roomNamed(place, directory(), workspace)
      if (!room?.made) return never('Only a room that Muster made can be closed.')
      return durably(async () => {
        await workspace.close(room.room)
        return room.room
      })
    },
    tells: 'opened',
    forget: (record) => workspace.forget([record]),
    async find(place, post) {
      return workspace.made(placeKey(place), post.id)?.ref
    },
    stop,
  }

  function shut(place: Place): Outcome | undefined {
    const isShut = roomNamed(place, directory(), workspace)?.closed
    return isShut ? { type: 'never', reason: CLOSED, shut: true } : undefined
  }

  /** The directory decides who is in its own rooms; those who are in already need nothing. */
  function closed(place: Place, people: readonly string[]): Outcome | undefined {
    const room = roomNamed(place, directory(), workspace)
    if (!room || room.made || people.every((person) => room.people.includes(person)))
      return undefined
    return never(`Who is in ${room.name} is decided by the directory, not by an invitation.`)
  }
}

async function put(
  workspace: Workspace,
  place: Place,
  message: Message,
  post: Post,
  at: Instant,
): Promise<string> {
  const space = placeKey(place)
  const body = { type: 'message' as const, message }
  const known = post.update === undefined ? undefined : workspace.item(post.update)
  if (known?.space === space) {
    await workspace.rewrite(known.ref, { body, rewrittenBy: post.id, rewrittenAt: at })
    return known.ref
  }
  const root = post.thread === undefined ? undefined : workspace.item(post.thread)
  const item = await workspace.add({
    space,
    at,
    by: { type: 'clock' },
    body,
    key: post.id,
    record: post.record,
    slot: post.slot,
    ...(root?.space === space ? { thread: root.thread ?? root.ref } : {}),
  })
  return item.ref
}

/** A full disk delays a message and loses none: the same id is taken up again. */
async function durably(work: () => Promise<string>): Promise<Outcome> {
  try {
    return { type: 'done', ref: await work() }
  } catch {
    return { type: 'later', reason: 'The playground could not write its file.' }
  }
}

function unreachable(
  place: Place,
  directory: Directory,
  workspace: Workspace,
): Outcome | undefined {
  const { to } = place
  switch (to.type) {
    case 'room':
      return roomNamed(place, directory, workspace)
        ? undefined
        : never(`There is no room ${to.room}.`)
    case 'person':
      return actorOf(to.person, directory)
        ? undefined
        : never(`${to.person} is not in the directory.`)
    case 'account':
      return actorOf(`~${to.account}`, directory)
        ? undefined
        : never(`There is no account ${to.account}.`)
  }
}

function roomNamed(place: Place, directory: Directory, workspace: Workspace) {
  const { to } = place
  if (to.type !== 'room') return undefined
  return roomsOf(directory, workspace.state.rooms).find(({ room }) => room === to.room)
}

function never(reason: string): Outcome {
  return { type: 'never', reason }
}
