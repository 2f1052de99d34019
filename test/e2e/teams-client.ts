import { z } from 'zod'
import type { Element } from '../../adapters/channels/teams/card.ts'
import { type Authority, BOT, FIRST_ID, TENANT } from '../adapters/teams/authority.ts'

let seq = 0

export interface From {
  readonly id: string
  readonly name: string
  readonly aadObjectId: string
}

/** What surrounds everything that a person does in their own chat with the bot. */
export function envelope({ serviceUrl }: Authority, from: From) {
  seq += 1
  return {
    id: `teams-${seq}`,
    channelId: 'msteams',
    serviceUrl,
    from,
    recipient: BOT,
    conversation: { id: `a:${from.aadObjectId}`, conversationType: 'personal', tenantId: TENANT },
    channelData: { tenant: { id: TENANT } },
  }
}

/** What surrounds what a person does in the thread under a message of a channel. */
export function inChannel(authority: Authority, from: From, room: string, root: string) {
  const conversation = { id: `${room};messageid=${root}`, conversationType: 'channel' }
  return { ...envelope(authority, from), conversation: { ...conversation, tenantId: TENANT } }
}

/** The same words with the bot mentioned: Teams passes on nothing else from a channel. */
export function mentioning(words: string) {
  const text = '<at>Muster</at>'
  const entities = [{ type: 'mention', mentioned: BOT, text }]
  return { type: 'message', text: `${text} ${words}`, entities }
}

/** A message as it stands in a conversation: an update has taken the place of what it updates. */
export interface Posted {
  readonly id: string
  /** The message in whose thread it stands. */
  readonly thread: string | undefined
  readonly card: Element
  /** All that can be read of it, for a screen reader. */
  readonly words: string
}

/** Everything that Muster has put into a conversation, the oldest first. */
export function postedIn({ calls }: Authority, room: string): Posted[] {
  const standing = new Map<string, Posted>()
  let seq = FIRST_ID
  for (const { method, path, body } of calls) {
    const [, conversation, thread, updated] =
      /^\/v3\/conversations\/([^/;]+)(?:;messageid=([^/]+))?\/activities\/?(.*)$/.exec(path) ?? []
    if (conversation === undefined) continue
    seq += 1
    const card = cardIn(body)
    if (conversation !== room || !card) continue
    const id = method === 'PUT' ? (updated ?? '') : String(seq)
    const words = String(card.fallbackText)
    standing.set(id, { id, thread: standing.get(id)?.thread ?? thread, card, words })
  }
  return [...standing.values()]
}

const Pressed = z.looseObject({
  type: z.literal('Action.Execute'),
  title: z.string(),
  verb: z.string(),
})

/** What a client sends when somebody presses the button with this label. */
export function pressing({ id, card }: Pick<Posted, 'id' | 'card'>, label: string) {
  const actions = inside(card).flatMap((one) => Pressed.safeParse(one).data ?? [])
  const action = actions.find(({ title }) => title.startsWith(label))
  if (!action) throw new Error(`No button “${label}” among ${actions.map(({ title }) => title)}`)
  const value = { action, trigger: 'manual' }
  return { type: 'invoke', name: 'adaptiveCard/action', value, replyToId: id }
}

const Refresh = z.object({ action: z.looseObject({}), userIds: z.array(z.string()) })

/** What a client asks by itself when somebody looks at a card who may have one of their own. */
export function looking({ id, card }: Pick<Posted, 'id' | 'card'>) {
  const { action, userIds } = Refresh.parse(card.refresh)
  const value = { action, trigger: 'automatic' }
  return { userIds, invoke: { type: 'invoke', name: 'adaptiveCard/action', value, replyToId: id } }
}

const Shown = z.object({ value: z.looseObject({ type: z.literal('AdaptiveCard') }) })

/** The card that answers what a person did. */
export function cardShown(body: unknown): Element {
  return Shown.parse(body).value
}

export async function deliver(port: number, authority: Authority, activity: object) {
  const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${authority.token()}`, 'content-type': 'application/json' },
    body: JSON.stringify(activity),
  })
  const text = await response.text()
  const body: unknown = text === '' ? undefined : JSON.parse(text)
  return { status: response.status, body }
}

const Sent = z.object({
  attachments: z.array(z.object({ content: z.looseObject({ type: z.string() }) })),
})

export function cardIn(body: unknown): Element | undefined {
  return Sent.safeParse(body).data?.attachments[0]?.content
}

const Submit = z.object({
  type: z.literal('Action.Execute'),
  verb: z.literal('submit'),
  data: z.looseObject({}),
})
const Input = z.looseObject({
  type: z.string().startsWith('Input.'),
  id: z.string(),
  label: z.string(),
  isRequired: z.boolean().optional(),
  value: z.union([z.string(), z.number()]).optional(),
  choices: z.array(z.object({ value: z.string() })).optional(),
})

/** Everything inside a card, at any depth. */
function inside(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return []
  return [value, ...Object.values(value).flatMap(inside)]
}

export function submitOf(card: unknown) {
  const found = inside(card).find((one) => Submit.safeParse(one).success)
  return Submit.parse(found)
}

const Dialog = z.object({
  task: z.object({
    value: z.object({ card: z.object({ content: z.looseObject({ type: z.string() }) }) }),
  }),
})

/** The card that a dialog shows; undefined when it closes with a sentence. */
export function dialogIn(body: unknown): Element | undefined {
  return Dialog.safeParse(body).data?.task.value.card.content
}

/** What Teams sends from a dialog when an action is chosen and the fields are filled in. */
export function dialogValue(card: unknown, title: string, typed: Readonly<Record<string, string>>) {
  const Action = z.object({
    type: z.literal('Action.Submit'),
    title: z.literal(title),
    data: z.looseObject({}),
  })
  const action = Action.parse(inside(card).find((one) => Action.safeParse(one).success))
  return { commandContext: 'compose', data: { ...inputValues(card, typed), ...action.data } }
}

/** What a client sends once the given fields, and everything required, are filled in. */
export function clientValues(card: unknown, typed: Readonly<Record<string, string>>): object {
  return { ...inputValues(card, typed), ...submitOf(card).data }
}

function inputValues(card: unknown, typed: Readonly<Record<string, string>>): object {
  const values: Record<string, unknown> = {}
  for (const one of inside(card)) {
    const input = Input.safeParse(one).data
    if (!input) continue
    const needed = input.isRequired || /\brequired\)$/.test(input.label)
    values[input.id] = typed[input.id] ?? input.value ?? (needed ? filling(input) : undefined)
  }
  return values
}

function filling({ type, choices }: z.infer<typeof Input>): string {
  if (type === 'Input.Date') return '2027-03-26'
  if (type === 'Input.Time') return '20:15'
  // The last is the quiet one: no danger, nothing to add.
  return choices?.at(-1)?.value ?? 'x'
}
