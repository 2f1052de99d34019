import type { WebClient } from '@slack/web-api'
import { z } from 'zod'
import type { Post } from '../../../src/app/channel-port.ts'

const EVENT = 'muster'
const PAGES = 5
const PAGE = 200

/** What each of our posts carries unseen, so that it can be found again. */
const Mark = z.object({
  id: z.string(),
  record: z.string(),
  slot: z.string(),
  part: z.number(),
  parts: z.number(),
})
type Mark = z.infer<typeof Mark>

const Marked = z.object({
  ts: z.string(),
  metadata: z.object({ event_type: z.literal(EVENT), event_payload: Mark }),
})

/** Where the parts of a message stand, the first is 1; and how many it was posted as. */
export interface Standing {
  readonly parts: ReadonlyMap<number, string>
  readonly count: number
}

export function markOf(post: Post, part: number, parts: number) {
  const mark: Mark = { id: post.id, record: post.record, slot: post.slot, part, parts }
  return { event_type: EVENT, event_payload: { ...mark } }
}

/** What has arrived of a post whose fate is unclear: at most some hundred messages are looked at. */
export async function arrived(
  web: WebClient,
  room: string,
  post: Post,
  thread?: string,
): Promise<Standing> {
  const isOurs = (mark: Mark) => mark.id === post.id
  if (thread !== undefined) return marked(await replies(web, room, thread, recently()), isOurs)
  const first = marked(await history(web, room), isOurs)
  const root = first.parts.get(1)
  if (root === undefined || first.count < 2) return first
  return merged(first, marked(await replies(web, room, root), isOurs))
}

/** The further parts of a message that was too long when it was posted or last updated. */
export async function furtherParts(
  web: WebClient,
  room: string,
  post: Post,
  thread: string,
): Promise<Standing> {
  const found = await replies(web, room, thread)
  return marked(
    found,
    (mark) => mark.record === post.record && mark.slot === post.slot && mark.part > 1,
  )
}

function marked(messages: readonly unknown[], isOurs: (mark: Mark) => boolean): Standing {
  const parts = new Map<number, string>()
  let count = 0
  for (const message of messages) {
    const { data } = Marked.safeParse(message)
    if (!data || !isOurs(data.metadata.event_payload)) continue
    parts.set(data.metadata.event_payload.part, data.ts)
    count = data.metadata.event_payload.parts
  }
  return { parts, count }
}

function merged(one: Standing, other: Standing): Standing {
  return { parts: new Map([...other.parts, ...one.parts]), count: one.count }
}

/** The outbox tries for 24 hours. */
function recently(): string {
  return String(Math.floor(Date.now() / 1000) - 25 * 3600)
}

async function history(web: WebClient, channel: string): Promise<unknown[]> {
  const about = { channel, include_all_metadata: true, limit: PAGE, oldest: recently() }
  return pages(async (cursor) => web.conversations.history({ ...about, ...cursor }))
}

async function replies(web: WebClient, channel: string, ts: string, oldest?: string) {
  const about = {
    channel,
    ts,
    include_all_metadata: true,
    limit: PAGE,
    ...(oldest ? { oldest } : {}),
  }
  return pages(async (cursor) => web.conversations.replies({ ...about, ...cursor }))
}

interface Page {
  readonly messages?: readonly unknown[] | undefined
  readonly response_metadata?: { readonly next_cursor?: string | undefined } | undefined
}

async function pages(read: (cursor: { cursor?: string }) => Promise<Page>): Promise<unknown[]> {
  const found: unknown[] = []
  let cursor: string | undefined
  for (let page = 0; page < PAGES; page += 1) {
    const { messages = [], response_metadata } = await read(cursor ? { cursor } : {})
    found.push(...messages)
    cursor = response_metadata?.next_cursor
    if (!cursor) break
  }
  return found
}
