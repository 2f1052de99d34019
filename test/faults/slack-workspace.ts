import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type Answer, type Body, type Channel, refused, slackRooms } from './slack-rooms.ts'

/** A message as it stands, or as it stood before it was deleted. */
export interface Posted {
  readonly channel: string
  readonly ts: string
  readonly thread: string | undefined
  /** What Muster marks its posts with; undefined on others. */
  readonly mark: Mark | undefined
  readonly body: Readonly<Record<string, string>>
  /** Milliseconds since the epoch at which it was first taken. */
  readonly at: number
  readonly deleted: boolean
}

const Mark = z.object({ id: z.string(), record: z.string(), slot: z.string(), part: z.number() })
type Mark = z.infer<typeof Mark>
const Metadata = z.object({ event_payload: Mark })

/** What Slack keeps: conversations, messages, dialogs. */
export interface Workspace {
  /** Does what a method of the Web API does, and says what it answers. */
  call(method: string, body: Body): Answer
  readonly posted: readonly Posted[]
  readonly rooms: readonly Channel[]
  /** What Muster may not do here; by scope. */
  readonly lacking: Set<string>
  /** The dialog that was last shown for a trigger. */
  viewFor(trigger: string): unknown
}

/** `bare`: what messages say is forgotten. */
export function slackWorkspace({ bare = false } = {}): Workspace {
  const posted: Posted[] = []
  const places = new Map<string, number>()
  const rooms = slackRooms((channel, ts) => find(channel, ts) !== undefined)
  const views = new Map<string, unknown>()
  const emails = new Map<string, string>()
  let last = 0

  /** Slack's time stamps are times, and no two are the same. */
  function stamp(): string {
    last = Math.max(last + 1, Date.now() * 1000)
    return `${Math.floor(last / 1e6)}.${String(last % 1e6).padStart(6, '0')}`
  }

  function post(body: Body): Answer {
    const { channel = '', thread_ts: thread } = body
    if (rooms.isArchived(channel)) return refused('is_archived')
    if (thread !== undefined && !find(channel, thread)) return refused('thread_not_found')
    const ts = stamp()
    places.set(`${channel}/${ts}`, posted.length)
    const mark = markIn(body.metadata)
    posted.push({ channel, ts, thread, mark, body: kept(body), at: Date.now(), deleted: false })
    return { channel, ts, message: { ts } }
  }

  function kept(body: Body): Body {
    return bare ? { metadata: body.metadata ?? '{}' } : body
  }

  function find(channel: string, ts: string): Posted | undefined {
    const found = posted[places.get(`${channel}/${ts}`) ?? -1]
    return found?.deleted ? undefined : found
  }

  function change({ channel = '', ts = '', ...body }: Body, deleted: boolean): Answer {
    if (rooms.isArchived(channel)) return refused('is_archived')
    const before = find(channel, ts)
    if (!before) return refused('message_not_found')
    const mark = markIn(body.metadata) ?? before.mark
    posted[places.get(`${channel}/${ts}`) ?? -1] = { ...before, body: kept(body), mark, deleted }
    return { channel, ts }
  }

  function read(body: Body, thread?: string): Answer {
    const { channel, oldest = '0', cursor = '0', limit = '100' } = body
    if (thread !== undefined && !find(channel ?? '', thread)) return refused('thread_not_found')
    const there = posted.filter((one) => one.channel === channel && !one.deleted)
    const wanted =
      thread === undefined
        ? there.filter((one) => one.thread === undefined && one.ts >= oldest).reverse()
        : there.filter((one) => one.ts === thread || (one.thread === thread && one.ts >= oldest))
    const end = Number(cursor) + Number(limit)
    const next_cursor = end < wanted.length ? String(end) : ''
    const messages = wanted.slice(Number(cursor), end).map(shown)
    return { messages, has_more: next_cursor !== '', response_metadata: { next_cursor } }
  }

  const methods: Readonly<Record<string, (body: Body) => Answer>> = {
    'auth.test': () => ({ user_id: 'U0MUSTER', bot_id: 'B0MUSTER', team_id: 'T0BENCH' }),
    'chat.postMessage': post,
    'chat.postEphemeral': () => ({ message_ts: stamp() }),
    'chat.update': (body) => change(body, false),
    'chat.delete': (body) => change(body, true),
    'conversations.history': (body) => read(body),
    'conversations.replies': (body) => read(body, body.ts ?? ''),
    'conversations.open': ({ users = '' }) => ({ channel: { id: `D${users.slice(1)}` } }),
    ...rooms.methods,
    'users.lookupByEmail': ({ email = '' }) => {
      const id = accountFor(email)
      emails.set(id, email)
      return { user: { id } }
    },
    'users.info': ({ user = '' }) => {
      return { user: { id: user, name: user, profile: { email: emails.get(user) } } }
    },
    'users.list': () => ({ members: [...emails.keys()].map((id) => ({ id })) }),
    'views.open': ({ trigger_id = '', view = '{}' }) => {
      views.set(trigger_id, JSON.parse(view))
      return { view: { id: `V${stamp()}`, hash: 'h' } }
    },
    'views.update': () => ({ view: { id: 'V', hash: 'h' } }),
    'views.publish': () => ({}),
  }

  return {
    posted,
    rooms: rooms.all,
    lacking: rooms.lacking,
    viewFor: (trigger) => views.get(trigger),
    call(method, body) {
      const answer = methods[method]?.(body)
      return answer === undefined ? refused('unknown_method') : { ok: true, ...answer }
    },
  }
}

/** The account that an address has here: everybody who has an address has one. */
function accountFor(email: string): string {
  return `U${createHash('sha256').update(email).digest('hex').slice(0, 9).toUpperCase()}`
}

function shown({ ts, thread, body, mark }: Posted) {
  const metadata = mark === undefined ? {} : { metadata: JSON.parse(body.metadata ?? '{}') }
  return { ts, text: body.text, ...(thread ? { thread_ts: thread } : {}), ...metadata }
}

function markIn(metadata: string | undefined): Mark | undefined {
  if (metadata === undefined) return undefined
  return Metadata.safeParse(JSON.parse(metadata)).data?.event_payload
}
