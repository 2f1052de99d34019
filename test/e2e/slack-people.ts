import { readFileSync } from 'node:fs'
import { vi } from 'vitest'
import { sendEvent, sendForm, sendPayload } from '../adapters/slack/harness.ts'
import type { Said, Workspace } from '../adapters/slack/workspace.ts'

/** A block of Slack's, as far as a person fills it in or presses it. */
export interface Block {
  readonly type: string
  readonly block_id?: string
  readonly label?: { readonly text: string }
  readonly dispatch_action?: boolean
  readonly optional?: boolean
  readonly element?: Readonly<Record<string, unknown>> & { readonly type: string }
  readonly elements?: readonly { text?: { text?: string }; value?: string; type: string }[]
  readonly text?: { readonly text: string }
}

export interface View {
  readonly id: string
  readonly hash?: string
  readonly private_metadata?: string
  readonly title: { readonly text: string }
  /** Only where there is something to hand in. */
  readonly submit?: object
  readonly blocks: readonly Block[]
}

export type Answers = Readonly<Record<string, string | readonly string[]>>

const TEAM = { team_id: 'T000000001' }

/** The world of the playground, with its rooms on Slack. */
export function slackWorld(rooms: Readonly<Record<string, string>>): string {
  const world = new URL('../../adapters/channels/web/world/directory.yaml', import.meta.url)
  return readFileSync(world, 'utf8').replace(
    /channel: web, room: ([\w-]+)/g,
    (_, room: string) => `channel: slack, room: ${rooms[room] ?? room}`,
  )
}

/** The rooms of the playground's world, made on Slack with these people in them; their ids by name. */
export async function roomsOn(
  workspace: Workspace,
  members: readonly string[],
): Promise<Record<string, string>> {
  const rooms: Record<string, string> = {}
  for (const name of ROOMS) rooms[name] = await workspace.room(name, members)
  return rooms
}

const ROOMS = [
  'alder-house-quality',
  'orchard-view-quality',
  'kestrel-lodge-quality',
  'saltmarsh-triage',
]

export function emailsIn(world: string): string[] {
  return [...world.matchAll(/email: (\S+?) \}/g)].map(([, email = '']) => email)
}

/** What the people of a workspace do in their Slack, and what they get to see. */
export function slackPeople(workspace: Workspace, url: () => string, settle: () => Promise<void>) {
  const accounts = new Map<string, string>()
  let events = 0
  let viewsBefore = 0

  async function as(name: string) {
    const email = emailsIn(slackWorld({})).find((one) => one.startsWith(`${name}@`)) ?? name
    const known = accounts.get(email) ?? (await workspace.account(email))
    accounts.set(email, known)
    viewsBefore = views().length
    const trigger_id = await workspace.trigger(known)
    return { id: known, trigger_id, user: { id: known }, team: { id: TEAM.team_id } }
  }

  const views = () =>
    workspace.calls.filter(({ method, answer }) => method.startsWith('views.') && answer.view)

  /** The dialog that the last action opens or changes: Slack may hear of it after its own answer. */
  async function shownView(): Promise<View> {
    const call = await vi.waitFor(() => {
      const newest = views().slice(viewsBefore).at(-1)
      if (!newest) throw new Error('No dialog has been shown')
      return newest
    })
    return call.answer.view as View // what Slack keeps of the view that Muster sent
  }

  async function submitted(name: string, view: View, answers: Answers): Promise<View | null> {
    const { id, ...about } = await as(name)
    const payload = { type: 'view_submission', ...about, view: filled(view, answers) }
    const response = await sendPayload(url(), payload)
    const text = await response.text()
    await settle()
    if (text === '') return null
    const { view: next, errors } = JSON.parse(text)
    if (errors) throw new Error(`The form says: ${JSON.stringify(errors)}`)
    return { ...next, id: view.id }
  }

  return {
    shownView,
    submitted,
    /** The form with something in every field that must have an answer. */
    completed(name: string, view: View, answers: Answers = {}): Promise<View | null> {
      const needed = view.blocks.flatMap((block) =>
        block.optional === false ? [anything(block)] : [],
      )
      return submitted(name, view, { ...Object.fromEntries(needed), ...answers })
    },
    async slash(name: string, command: string, text = ''): Promise<string> {
      const { id, trigger_id } = await as(name)
      const where = { channel_id: 'C000000001', response_url: workspace.responseUrl }
      const form = { command, text, user_id: id, trigger_id, ...TEAM, ...where }
      const response = await sendForm(url(), form)
      const answer = await response.text()
      await settle()
      return answer
    },
    /** Answers a question that decides what else is asked. */
    async choose(name: string, shown: View, answers: Answers): Promise<View> {
      const { id, ...about } = await as(name)
      const actions = [{ type: 'radio_buttons', action_id: 'answer' }]
      const view = filled(shown, answers)
      await sendPayload(url(), { type: 'block_actions', ...about, container: {}, view, actions })
      await settle()
      return shownView()
    },
    async press(name: string, room: string, message: Said, label: string): Promise<void> {
      const { id, ...about } = await as(name)
      const all = buttonsOf(message)
      const exact = all.find(({ text }) => text?.text?.replace(/…$/, '') === label)
      const action = exact ?? all.find(({ text }) => text?.text?.includes(label))
      if (!action) throw new Error(`There is no button “${label}” under: ${message.text}`)
      const container = { type: 'message', message_ts: message.ts, thread_ts: message.thread_ts }
      const where = { channel: { id: room }, container, response_url: workspace.responseUrl }
      await sendPayload(url(), { type: 'block_actions', ...about, ...where, actions: [action] })
      await settle()
    },
    async reply(name: string, room: string, thread_ts: string, text: string): Promise<void> {
      const { id } = await as(name)
      events += 1
      const ts = `9000000000.00000${events}`
      const about = { type: 'message', channel: room, channel_type: 'group', ts, thread_ts }
      await sendEvent(url(), { ...about, user: id, text }, `Ev${events}`)
      await settle()
    },
    /** Their own conversation with Muster, the latest first. */
    async direct(name: string): Promise<{ room: string; messages: readonly Said[] }> {
      const room = await workspace.direct((await as(name)).id)
      return { room, messages: await workspace.messages(room) }
    },
  }
}

function buttonsOf(message: Said) {
  const blocks = (message.blocks ?? []) as readonly Block[] // what Muster sent
  return blocks.flatMap((block) => (block.type === 'actions' ? (block.elements ?? []) : []))
}

function anything({ block_id = '', element }: Block): readonly [string, string] {
  const options = (element?.options ?? []) as readonly { value: string }[] // a select has some
  if (element?.type === 'datepicker')
    return [block_id, String(element.initial_date ?? '2027-03-26')]
  if (element?.type === 'timepicker') return [block_id, String(element.initial_time ?? '20:30')]
  return [block_id, options[0]?.value ?? 'As agreed']
}

/** The view with its state: what stood in it already, and what the person entered. */
function filled(view: View, answers: Answers) {
  const values: Record<string, unknown> = {}
  for (const { type, block_id = '', element } of view.blocks) {
    if (type !== 'input' || !element) continue
    values[block_id] = { answer: entered(element, answers[block_id]) }
  }
  const { id, hash, private_metadata, blocks } = view
  const about = { callback_id: 'muster_form', private_metadata, blocks, state: { values } }
  return { id, hash, type: 'modal', ...about }
}

function entered(
  element: NonNullable<Block['element']>,
  answer: string | readonly string[] | undefined,
) {
  const { type } = element
  const many =
    answer === undefined ? element.initial_options : [answer].flat().map((value) => ({ value }))
  const one = answer === undefined ? element.initial_option : { value: answer }
  switch (type) {
    case 'checkboxes':
    case 'multi_static_select':
      return { type, selected_options: many ?? [] }
    case 'radio_buttons':
    case 'static_select':
      return { type, selected_option: one ?? null }
    case 'datepicker':
      return { type, selected_date: answer ?? element.initial_date ?? null }
    case 'timepicker':
      return { type, selected_time: answer ?? element.initial_time ?? null }
    default:
      return { type, value: answer ?? element.initial_value ?? null }
  }
}
