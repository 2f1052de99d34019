import { z } from 'zod'
import { keyOf } from '../../src/app/talk/code.ts'
import { clock } from '../bench/measure.ts'
import { commandBody, deliver } from '../bench/slack.ts'
import { submission, View } from '../bench/submission.ts'
import { until } from './ready.ts'
import type { SlackService } from './slack-service.ts'
import type { House } from './world.ts'

const PATIENCE = 10_000
/** A button or a message that is answered sooner was saved; later, Muster answers before it is. */
const SURELY_SAVED = 2000

/** A form that stands open before somebody, filled in and ready to be handed in, as often as need be. */
export interface OpenForm {
  /** The key under which the change is remembered. */
  readonly key: string
  readonly body: string
}

let actions = 0

/** What no other action is called. */
export function newAction(): string {
  actions += 1
  return `${process.pid}.${actions}.faults`
}

/** Opens a form by its command and fills it in; dates are some days ago, so that all is overdue at once. */
export async function openForm(
  slack: SlackService,
  port: number,
  command: '/concern' | '/incident',
  { slug, lead }: House,
): Promise<OpenForm> {
  const trigger = newAction()
  await deliver(port, commandBody(command, { user: lead.account, trigger }))
  const view = View.parse(await shownFor(slack, trigger))
  const day = new Date(Date.now() - 3 * 86_400_000).toISOString().slice(0, 10)
  const by = { user: lead.account, chosen: [slug, 'named', 'no'], day }
  const { nonce } = Ticket.parse(JSON.parse(view.private_metadata))
  return { key: keyOf(nonce), body: submission(view, by) }
}

const Ticket = z.object({ nonce: z.string() })

async function shownFor(slack: SlackService, trigger: string): Promise<unknown> {
  await until(() => slack.viewFor(trigger) !== undefined, 'to show a form', PATIENCE)
  return slack.viewFor(trigger)
}

/** The reference under which it was recorded; null when the answer does not say so. */
export async function handIn(port: number, { body }: OpenForm): Promise<string | null> {
  const answer = await deliver(port, body)
  if (answer.includes('"errors"')) throw new Error(`The form was refused: ${answer}`)
  return /Recorded as (C-\w{4}-\w{4})/.exec(answer)?.[1] ?? null
}

/** A button in a message, by its value. */
export interface Button {
  readonly action: string
  readonly user: string
  readonly room: string
  readonly ts: string
  readonly thread: string | undefined
  readonly value: string
}

/** What Slack sends when a button is pressed. */
export function pressBody(slack: SlackService, button: Button): string {
  const { action, user, room, ts, thread, value } = button
  const payload = {
    type: 'block_actions',
    user: { id: user },
    team: { id: 'T0BENCH' },
    trigger_id: action,
    response_url: slack.responseUrl(action),
    channel: { id: room },
    container: { type: 'message', message_ts: ts, thread_ts: thread },
    actions: [{ type: 'button', value }],
  }
  return new URLSearchParams({ payload: JSON.stringify(payload) }).toString()
}

/** Whether it was answered so soon that it must have been saved. */
export async function press(slack: SlackService, port: number, button: Button): Promise<boolean> {
  const start = clock()
  await deliver(port, pressBody(slack, button))
  return clock() - start < SURELY_SAVED
}

/** Something written in a thread. */
export interface Said {
  readonly action: string
  readonly user: string
  readonly room: string
  readonly ts: string
  readonly thread: string
  readonly text: string
}

/** What Slack sends when something is written. */
export function saidBody(said: Said): string {
  const { action, user, room: channel, ts, thread: thread_ts, text } = said
  const event = { type: 'message', channel, channel_type: 'group', user, ts, thread_ts, text }
  const body = { type: 'event_callback', team_id: 'T0BENCH', event_id: `Ev${action}`, event }
  return JSON.stringify(body)
}

/** Whether it was answered so soon that it must have been saved. */
export async function say(port: number, said: Said): Promise<boolean> {
  const start = clock()
  await deliver(port, saidBody(said), 'application/json')
  return clock() - start < SURELY_SAVED
}

const Pressed = z.object({ do: z.literal('have'), record: z.string(), clock: z.string() })
const Blocks = z.array(
  z.looseObject({
    type: z.string(),
    elements: z.array(z.looseObject({ value: z.string().optional() })).optional(),
  }),
)

/** The live `I have it` buttons in a room, each with what it is about. */
export function haveButtons(slack: SlackService, room: string) {
  return slack.posted.flatMap(({ channel, ts, thread, deleted, body }) => {
    if (channel !== room || deleted) return []
    return Blocks.parse(JSON.parse(body.blocks ?? '[]'))
      .filter(({ type }) => type === 'actions')
      .flatMap(({ elements = [] }) => elements)
      .flatMap(({ value = '' }) => {
        const { data } = Pressed.safeParse(value.startsWith('{') ? JSON.parse(value) : null)
        return data ? [{ ts, thread, value, record: data.record, clock: data.clock }] : []
      })
  })
}
