import type { WebClient } from '@slack/web-api'
import type { Post } from '../../../src/app/ports.ts'
import { arrived, furtherParts, markOf } from './lookup.ts'
import { codeOf } from './outcome.ts'
import type { Rendered } from './render.ts'

interface Where {
  readonly room: string
  readonly thread: string | undefined
  readonly update: string | undefined
}

type Stamps = Map<number, string>

/** The further parts of the messages that this process has written, so that they need no look-up. */
export interface Standings {
  get(room: string, first: string): Stamps | undefined
  keep(room: string, first: string, parts: Stamps): void
}

const MOST = 5000
/** The message that should be changed is gone, or can no longer be changed. */
const GONE = new Set(['message_not_found', 'cant_update_message', 'edit_window_closed'])

export function standings(): Standings {
  const kept = new Map<string, Stamps>()
  return {
    get: (room, first) => kept.get(`${room}:${first}`),
    keep(room, first, parts) {
      kept.delete(`${room}:${first}`)
      kept.set(`${room}:${first}`, parts)
      const [oldest] = kept.keys()
      if (kept.size > MOST && oldest !== undefined) kept.delete(oldest)
    },
  }
}

/**
 * Writes every part, over what stands there already, and takes away what is left over. A try that
 * was broken off is completed, not repeated. Gives the first part's time stamp; throws what Slack says.
 */
export async function placed(
  web: WebClient,
  known: Standings,
  rendered: readonly Rendered[],
  post: Post,
  where: Where,
): Promise<string> {
  let before = await standing(web, known, rendered.length, post, where)
  const now: Stamps = new Map()
  for (const [index, part] of rendered.entries()) {
    const metadata = markOf(post, index + 1, rendered.length)
    const about = { channel: where.room, text: part.text, blocks: part.blocks, metadata }
    const stamp = before.get(index + 1)
    const updated = stamp === undefined ? undefined : await changed(web, { ...about, ts: stamp })
    // The first part was deleted, and its thread with it: the rest is written anew as well.
    if (index === 0 && stamp !== undefined && updated === undefined) before = new Map()
    const thread = index === 0 ? where.thread : (where.thread ?? now.get(1))
    now.set(index + 1, updated ?? (await added(web, about, thread)))
  }
  for (const [part, ts] of before) if (!now.has(part)) await removed(web, where.room, ts)
  const first = now.get(1) ?? ''
  known.keep(where.room, first, now)
  return first
}

async function standing(
  web: WebClient,
  known: Standings,
  count: number,
  post: Post,
  { room, thread, update }: Where,
): Promise<Stamps> {
  if (update === undefined) {
    return count === 1 ? new Map() : new Map((await arrived(web, room, post, thread)).parts)
  }
  const kept = known.get(room, update)
  if (kept) return kept
  try {
    const { parts } = await furtherParts(web, room, post, thread ?? update)
    return new Map([[1, update], ...parts])
  } catch (error) {
    // The thread is gone with its first message: everything is written anew.
    if (codeOf(error) === 'thread_not_found') return new Map([[1, update]])
    throw error
  }
}

interface About extends Rendered {
  readonly channel: string
  readonly metadata: ReturnType<typeof markOf>
}

async function added(web: WebClient, about: About, thread: string | undefined): Promise<string> {
  const { ts } = await web.chat.postMessage({
    ...about,
    ...(thread === undefined ? {} : { thread_ts: thread }),
    link_names: false,
    unfurl_links: false,
    unfurl_media: false,
  })
  if (ts === undefined) throw new Error('Slack took a message without saying where it stands')
  return ts
}

/** Undefined when there is nothing left to change. */
async function changed(web: WebClient, about: About & { ts: string }): Promise<string | undefined> {
  try {
    await web.chat.update({ ...about, link_names: false })
    return about.ts
  } catch (error) {
    if (GONE.has(codeOf(error) ?? '')) return undefined
    throw error
  }
}

async function removed(web: WebClient, channel: string, ts: string): Promise<void> {
  try {
    await web.chat.delete({ channel, ts })
  } catch (error) {
    if (codeOf(error) !== 'message_not_found') throw error
  }
}
