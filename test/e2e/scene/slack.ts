import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import { z } from 'zod'
import type { Running } from '../../../src/main.ts'
import { openWorkspace, type Said, type Workspace } from '../../adapters/slack/workspace.ts'
import { musterOnSlack } from '../slack-muster.ts'
import { slackPeople } from '../slack-people.ts'
import { faultLog, handClock, passing, settling } from './clock.ts'
import { packIn } from './pack.ts'
import {
  type Form,
  type Kept,
  labelled,
  mustSay,
  OWN,
  type Scene,
  type Somebody,
  textsIn,
  type Where,
} from './scene.ts'
import { slackForm } from './slack-form.ts'
import { directoryOn, onService, personNamed, roomsOf, type World } from './world.ts'

/** What comes after Slack’s own answer is there within this time. */
const SOON = { timeout: 5000, interval: 20 }
const CONTINUED = /continued, \d+ of \d+/

/** Muster before a workspace of Slack’s that is not ours, by signed requests. */
export async function openSlackScene(world: World, instant: string, pack?: string): Promise<Scene> {
  const folder = mkdtempSync(join(tmpdir(), 'muster-scene-'))
  const emails = onService(world).map(({ email }) => email)
  const workspace = await openWorkspace(emails)
  const rooms = new Map<string, string>()
  for (const name of roomsOf(world)) rooms.set(name, await workspace.room(name, emails))
  const clock = handClock(instant)
  const { faults, log } = faultLog()
  const directory = directoryOn(world, 'slack', (name) => rooms.get(name) ?? name)
  const how = { log, clock: clock.now }
  const muster = await musterOnSlack(workspace, folder, directory, how, packIn(folder, pack))
  const settle = settling(() => muster, clock)
  const names = new Map<string, string>()
  for (const { name, email } of onService(world)) names.set(await workspace.account(email), name)
  const person = persons({ world, workspace, muster, rooms, names, settle })
  return {
    app: muster.app,
    get faults() {
      return [...faults, ...refusedBy(workspace)]
    },
    person: async (name) => person(name),
    at: passing(() => muster, clock, settle),
    async close() {
      await muster.stop()
      await workspace.close()
      rmSync(folder, { recursive: true })
    },
  }
}

interface Around {
  readonly world: World
  readonly workspace: Workspace
  readonly muster: Running
  readonly rooms: ReadonlyMap<string, string>
  /** By account. */
  readonly names: ReadonlyMap<string, string>
  readonly settle: () => Promise<void>
}

function persons({ world, workspace, muster, rooms, names, settle }: Around) {
  const url = () => `http://127.0.0.1:${muster.port}/slack/events`
  const slack = slackPeople(workspace, url, settle)

  const roomId = (name: string) => rooms.get(name) ?? madeRoom(workspace, name) ?? name

  return (name: string): Somebody => {
    const { email } = personNamed(world, name)

    async function mainOf(where: Where) {
      if (where.room === OWN) return slack.direct(email)
      const room = roomId(where.room)
      if (!(await workspace.members(room)).includes(await workspace.account(email)))
        throw new Error(`${name} is not in ${where.room}`)
      return { room, messages: await workspace.messages(room) }
    }

    /** Only what stands where they are, the oldest first. */
    async function standing(where: Where): Promise<{ room: string; all: readonly Said[] }> {
      const { room, messages } = await mainOf(where)
      const main = inOrder(messages)
      if (!where.under) return { room, all: main }
      const root = newest(main, where.under)
      return { room, all: inOrder(await workspace.messages(room, root?.ts ?? '')) }
    }

    async function found(where: Where, title: RegExp): Promise<{ room: string; said: Said }> {
      const { room, all } = await standing(where)
      const said = newest(all, title)
      if (said) return { room, said }
      const titles = all.map(({ text }) => titleOf(text))
      throw new Error(`${name} sees no ${title} among:\n${titles.join('\n')}`)
    }

    async function textOf(where: Where, title: RegExp): Promise<string> {
      const { room, said } = await found(where, title)
      const thread = await workspace.messages(room, said.thread_ts ?? said.ts)
      const begins = `${titleOf(said.text)} – continued`
      const rest = inOrder(thread).filter(({ text }) => text?.startsWith(begins))
      return [said, ...rest].map(({ text }) => text).join('\n')
    }

    /** What they alone see of it, as soon as it is there. */
    async function alone(doing: () => Promise<unknown>): Promise<string> {
      const before = workspace.calls.length
      await doing()
      return vi.waitFor(() => {
        const said = workspace.calls.slice(before).filter(isPrivate)
        if (said.length === 0) throw new Error(`${name} is told nothing`)
        return said.flatMap(({ args }) => textsIn(args)).join('\n')
      }, SOON)
    }

    async function kept(where: Where, title: RegExp): Promise<Kept> {
      const { room, said } = await found(where, title)
      return { isTold: (label) => alone(() => slack.press(email, room, said, label)) }
    }

    const shown = async (): Promise<Form> => slackForm(slack, email, await slack.shownView())

    return {
      async types(command) {
        await slack.slash(email, ...spoken(command))
        return shown()
      },
      asks: (command) => slack.slash(email, ...spoken(command)),
      async asksFor(command, label) {
        const before = workspace.calls.length
        const body = await slack.slash(email, ...spoken(command))
        // A short answer is in Slack’s own response, a long one comes after it in parts.
        const page = await vi.waitFor(() => {
          const parts = workspace.calls.slice(before).filter(isPrivate)
          const all = [...parts.map(({ args }) => args), body === '' ? {} : JSON.parse(body)]
          const answers = all.flatMap((one) => Answered.safeParse(one).data ?? [])
          const found = answers.find(({ blocks }) =>
            textsIn(blocks).some((text) => labelled(label).test(text)),
          )
          if (!found) throw new Error(`“${label}” is not under:\n${textsIn(all).join('\n')}`)
          return found
        }, SOON)
        await slack.press(email, 'C000000001', page, label)
        return shown()
      },
      reads: (where, title, ...words) =>
        vi.waitFor(async () => mustSay(await textOf(where, title), words), SOON),
      async presses(where, title, label) {
        const { room, said } = await found(where, title)
        await slack.press(email, room, said, label)
      },
      async opens(where, title, label) {
        const { room, said } = await found(where, title)
        await slack.press(email, room, said, label)
        return shown()
      },
      isTold: async (where, title, label) => (await kept(where, title)).isTold(label),
      keeps: kept,
      async isIn(room) {
        const id = madeRoom(workspace, room)
        if (id === undefined) return false
        return (await workspace.members(id)).includes(await workspace.account(email))
      },
      async peopleIn(room) {
        const members = await workspace.members(roomId(room))
        return members.flatMap((account) => names.get(account) ?? []).sort()
      },
    }
  }
}

/** What a command is answered with, as far as somebody presses it. */
const Answered = z.object({ text: z.string(), blocks: z.array(z.looseObject({})) })

const Made = z.object({ channel: z.object({ id: z.string(), name: z.string() }) })

/** The id of a room that Muster has made. */
function madeRoom({ calls }: Workspace, name: string): string | undefined {
  const made = calls
    .filter(({ method }) => method === 'conversations.create')
    .flatMap(({ answer }) => Made.safeParse(answer).data?.channel ?? [])
  return made.find((one) => one.name.startsWith(name))?.id
}

function spoken(command: string): [name: string, rest: string] {
  const [, name = '', rest = ''] = /^(\/\w+)\s*([\s\S]*)$/.exec(command) ?? []
  return [name, rest]
}

/** What Slack did not take; that somebody has no account is an answer. */
function refusedBy({ calls }: Workspace): string[] {
  return calls
    .filter(({ method, answer }) => method !== 'response_url' && !answer.ok)
    .filter(({ answer }) => answer.error !== 'users_not_found')
    .map(({ method, answer }) => `${method}: ${answer.error}`)
}

function isPrivate({ method }: Workspace['calls'][number]): boolean {
  return method === 'response_url' || method === 'chat.postEphemeral'
}

function inOrder(all: readonly Said[]): readonly Said[] {
  return all.toSorted((one, other) => ((one.ts ?? '') < (other.ts ?? '') ? -1 : 1))
}

function newest(all: readonly Said[], title: RegExp): Said | undefined {
  return all.findLast(({ text }) => title.test(titleOf(text)) && !CONTINUED.test(titleOf(text)))
}

function titleOf(text = ''): string {
  return text.split('\n')[0] ?? ''
}
