import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { type Running, start } from '../../../src/main.ts'
import { type Authority, startAuthority, TENANT } from '../../adapters/teams/authority.ts'
import {
  cardShown,
  deliver,
  envelope,
  type From,
  inChannel,
  looking,
  type Posted,
  postedIn,
  pressing,
} from '../teams-client.ts'
import { teamsConfig } from '../teams-config.ts'
import { faultLog, handClock, passing, settling } from './clock.ts'
import { packIn } from './pack.ts'
import {
  type Form,
  type Kept,
  mustSay,
  OWN,
  type Scene,
  type Somebody,
  type Where,
} from './scene.ts'
import { handsIn, teamsForm } from './teams-form.ts'
import { directoryOn, onService, peopleOf, personNamed, roomsOf, type World } from './world.ts'

const CONTINUED = /\(continued, \d+ of \d+\)/

/** Muster before a connector and a Graph of our own: activities with tokens, as Teams sends them. */
export async function openTeamsScene(world: World, instant: string, pack?: string): Promise<Scene> {
  const folder = mkdtempSync(join(tmpdir(), 'muster-scene-'))
  const authority = await startAuthority()
  const clock = handClock(instant)
  const { faults, log } = faultLog()
  const accounts = new Map(onService(world).map(({ id }, index) => [id, accountOf(index)]))
  for (const { id, email } of onService(world)) {
    const account = accounts.get(id) ?? ''
    authority.members.set(account, { id: `29:${id}` })
    authority.graph.add(account, email)
  }
  const directory = directoryOn(world, 'teams', channelOf, ({ id }) => accounts.get(id))
  writeFileSync(join(folder, 'directory.yaml'), directory)
  const muster = await start(teamsConfig(authority, folder, packIn(folder, pack)), {
    log,
    clock: clock.now,
    sweeps: false,
  })
  const settle = settling(() => muster, clock)
  const around = { world, authority, muster, accounts, settle }
  await greet(around)
  return {
    app: muster.app,
    faults,
    person: async (name) => personOn(around, name),
    at: passing(() => muster, clock, settle),
    async close() {
      await muster.stop()
      await authority.close()
      rmSync(folder, { recursive: true })
    },
  }
}

interface Around {
  readonly world: World
  readonly authority: Authority
  readonly muster: Running
  /** By person. */
  readonly accounts: ReadonlyMap<string, string>
  readonly settle: () => Promise<void>
}

function accountOf(index: number): string {
  return `00000000-0000-4000-8000-${String(index + 1).padStart(12, '0')}`
}

function channelOf(name: string): string {
  return `19:${name}@thread.tacv2`
}

/** Muster learns where Teams is from the first that it hears. */
async function greet({ world, authority, muster, accounts }: Around): Promise<void> {
  const [room = ''] = roomsOf(world)
  const [first] = onService(world)
  const from = { id: `29:${first?.id}`, name: '', aadObjectId: accounts.get(first?.id ?? '') ?? '' }
  const hello = inChannel(authority, from, channelOf(room), '1')
  await deliver(muster.port, authority, { ...hello, type: 'conversationUpdate' })
}

const Toast = z.object({ value: z.string() })

function personOn({ world, authority, muster, accounts, settle }: Around, name: string): Somebody {
  const senderNamed = (one: string): From => {
    const { id } = personNamed(world, one)
    return { id: `29:${id}`, name: one, aadObjectId: accounts.get(id) ?? '' }
  }
  const me = senderNamed(name)
  const own = `a:${me.aadObjectId}`
  const chatOf = (room: string) => {
    const { chats } = authority.graph.state
    return chats.find(({ id, topic }) => id === room || nameOf(topic).startsWith(room))
  }

  function conversationOf({ room }: Where): string {
    if (room === OWN) return own
    if (roomsOf(world).includes(room)) return channelOf(room)
    if (roomsOf(world).map(channelOf).includes(room)) return room
    const chat = chatOf(room)
    if (!chat?.members.includes(me.aadObjectId)) throw new Error(`${name} is not in ${room}`)
    return chat.id
  }

  /** The pages of the newest message with such a title. */
  function found(where: Where, title: RegExp): readonly Posted[] {
    const all = postedIn(authority, conversationOf(where))
    const first = all.findLast(
      ({ words }) => title.test(titleOf(words)) && !CONTINUED.test(titleOf(words)),
    )
    if (!first) {
      const titles = all.map(({ words }) => titleOf(words))
      throw new Error(`${name} sees no ${title} among:\n${titles.join('\n')}`)
    }
    const begins = `${titleOf(first.words)} (continued`
    return [first, ...all.filter(({ words }) => words.startsWith(begins))]
  }

  async function does(from: From, conversation: string, what: object) {
    const about = { ...envelope(authority, from), ...conversationWith(conversation) }
    const answer = await deliver(muster.port, authority, { ...about, ...what })
    await settle()
    return answer.body
  }

  /** A card as this person has it: whoever may press more has one of their own. */
  async function seenBy(from: From, conversation: string, posted: Posted): Promise<Posted> {
    if (!posted.card.refresh) return posted
    const { userIds, invoke } = looking(posted)
    if (!userIds.includes(from.id)) return posted
    const card = cardShown(await does(from, conversation, invoke))
    return { ...posted, card, words: String(card.fallbackText) }
  }

  /** The page with the button, as somebody sees it who may press it. */
  async function seenByOthers(conversation: string, pages: readonly Posted[], label: string) {
    const others = pages.flatMap((page) => (page.card.refresh ? looking(page).userIds : []))
    for (const other of peopleOf(world).filter(({ id }) => others.includes(`29:${id}`))) {
      const from = senderNamed(other.name)
      const seen = await Promise.all(pages.map((page) => seenBy(from, conversation, page)))
      const page = seen.find((one) => hasButton(one, label))
      if (page) return page
    }
    throw new Error(`Nobody sees “${label}” under:\n${pages.map(({ words }) => words).join('\n')}`)
  }

  const ownPages = (where: Where, title: RegExp) =>
    Promise.all(found(where, title).map((page) => seenBy(me, conversationOf(where), page)))

  /** Whatever comes into their own chat by doing something. */
  async function alone(doing: () => Promise<unknown>): Promise<readonly Posted[]> {
    const before = new Set(postedIn(authority, own).map(({ id }) => id))
    await doing()
    return postedIn(authority, own).filter(({ id }) => !before.has(id))
  }

  async function formAfter(doing: () => Promise<unknown>): Promise<Form> {
    const posted = (await alone(doing)).findLast(({ card }) => handsIn(card))
    if (!posted) throw new Error(`${name} gets no form`)
    const hand = (invoke: object) => does(me, own, { ...invoke, replyToId: posted.id })
    return teamsForm(posted.card, hand)
  }

  async function press(where: Where, title: RegExp, label: string) {
    const pages = await ownPages(where, title)
    const page = pages.find((one) => hasButton(one, label))
    if (page) return does(me, conversationOf(where), pressing(page, label))
    const words = pages.map((one) => one.words).join('\n')
    throw new Error(`${name} has no “${label}” under:\n${words}`)
  }

  /** Whoever has no such button presses that of somebody else: as a client of one’s own could. */
  async function kept(where: Where, title: RegExp): Promise<Kept> {
    const conversation = conversationOf(where)
    const [all, own] = [found(where, title), await ownPages(where, title)]
    return {
      async isTold(label) {
        const mine = own.find((page) => hasButton(page, label))
        const page = mine ?? (await seenByOthers(conversation, all, label))
        let toast = ''
        const posted = await alone(async () => {
          const body = await does(me, conversation, pressing(page, label))
          toast = Toast.safeParse(body).data?.value ?? ''
        })
        return [toast, ...posted.map(({ words }) => words)].join('\n')
      },
    }
  }

  return {
    types: (command) => formAfter(() => does(me, own, { type: 'message', text: command })),
    async asks(command) {
      const posted = await alone(() => does(me, own, { type: 'message', text: command }))
      return posted.map(({ words }) => words).join('\n')
    },
    async asksFor(command, label) {
      const posted = await alone(() => does(me, own, { type: 'message', text: command }))
      const page = posted.find((one) => hasButton(one, label))
      if (page) return formAfter(() => does(me, own, pressing(page, label)))
      throw new Error(`“${label}” is not under:\n${posted.map(({ words }) => words).join('\n')}`)
    },
    async reads(where, title, ...words) {
      const pages = await ownPages(where, title)
      return mustSay(pages.map((page) => page.words).join('\n'), words)
    },
    async presses(where, title, label) {
      await press(where, title, label)
    },
    opens: (where, title, label) => formAfter(() => press(where, title, label)),
    isTold: async (where, title, label) => (await kept(where, title)).isTold(label),
    keeps: kept,
    isIn: async (room) => chatOf(room)?.members.includes(me.aadObjectId) ?? false,
    async peopleIn(room) {
      const { members = [] } = chatOf(room) ?? {}
      return onService(world)
        .filter(({ id }) => members.includes(accounts.get(id) ?? ''))
        .map((one) => one.name)
        .sort()
    },
  }
}

function hasButton(posted: Posted, label: string): boolean {
  try {
    return pressing(posted, label) !== undefined
  } catch {
    return false
  }
}

function conversationWith(id: string) {
  const conversationType = id.startsWith('a:')
    ? 'personal'
    : id.endsWith('@thread.tacv2')
      ? 'channel'
      : 'groupChat'
  return { conversation: { id, conversationType, tenantId: TENANT } }
}

/** A chat has a topic where a room has a name. */
function nameOf(topic: string): string {
  return topic.toLowerCase().replaceAll(' ', '-')
}

function titleOf(words: string): string {
  return words.split('\n')[0] ?? ''
}
