import { createHash } from 'node:crypto'
import type { WebClient } from '@slack/web-api'
import type { Post } from '../../../src/app/channel-port.ts'
import type { Hold } from '../../../src/app/hold.ts'
import { NO_PREVIEWS } from './limits.ts'
import { arrived, furtherParts, markOf } from './lookup.ts'
import { codeOf } from './outcome.ts'
import type { Rendered } from './render.ts'

/** Slack, and whether what is written there is still ours to write. */
interface Writer {
  readonly web: WebClient
  readonly hold: Hold
}

interface Where {
  readonly room: string
  readonly thread: string | undefined
  readonly update: string | undefined
}

type Stamps = Map<number, string>

/** Where the parts of a message stand, and what they say: an update that changes nothing is not sent. */
interface Written {
  readonly stamps: Stamps
  readonly digests: ReadonlyMap<string, string>
}

/** What this process has written, so that it needs no look-up. */
export interface Standings {
  /** Gives what is known, and forgets it: only what has been written to its end is kept again. */
  take(room: string, first: string): Written | undefined
  keep(room: string, first: string, written: Written): void
}

const MOST = 5000
/** The message that should be changed is gone, or can no longer be changed. */
const GONE = new Set(['message_not_found', 'cant_update_message', 'edit_window_closed'])

export function standings(): Standings {
  const kept = new Map<string, Written>()
  return {
    take(room, first) {
      const written = kept.get(`${room}:${first}`)
      kept.delete(`${room}:${first}`)
      return written
    },
    keep(room, first, written) {
      kept.set(`${room}:${first}`, written)
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
  writer: Writer,
  known: Standings,
  rendered: readonly Rendered[],
  post: Post,
  where: Where,
): Promise<string> {
  let { stamps: before, digests } = await standing(writer.web, known, rendered.length, post, where)
  const now: Stamps = new Map()
  const said = new Map<string, string>()
  for (const [index, part] of rendered.entries()) {
    const metadata = markOf(post, index + 1, rendered.length)
    const about = { channel: where.room, text: part.text, blocks: part.blocks, metadata }
    const stamp = before.get(index + 1)
    const isSame = stamp !== undefined && digests.get(stamp) === digestOf(part)
    const kept =
      isSame || stamp === undefined ? stamp : await changed(writer, { ...about, ts: stamp })
    // The first part was deleted, and its thread with it: the rest is written anew as well.
    if (index === 0 && stamp !== undefined && kept === undefined) before = new Map()
    const thread = index === 0 ? where.thread : (where.thread ?? now.get(1))
    const standsAt = kept ?? (await added(writer, about, thread))
    now.set(index + 1, standsAt)
    said.set(standsAt, digestOf(part))
  }
  for (const [part, ts] of before) if (!now.has(part)) await removed(writer, where.room, ts)
  const first = now.get(1) ?? ''
  known.keep(where.room, first, { stamps: now, digests: said })
  return first
}

const NOT_KNOWN: ReadonlyMap<string, string> = new Map()

async function standing(
  web: WebClient,
  known: Standings,
  count: number,
  post: Post,
  { room, thread, update }: Where,
): Promise<Written> {
  const digests = NOT_KNOWN
  if (update === undefined) {
    if (count === 1) return { stamps: new Map(), digests }
    return { stamps: new Map((await arrived(web, room, post, thread)).parts), digests }
  }
  const kept = known.take(room, update)
  if (kept) return kept
  try {
    const { parts } = await furtherParts(web, room, post, thread ?? update)
    return { stamps: new Map([[1, update], ...parts]), digests }
  } catch (error) {
    // The thread is gone with its first message: everything is written anew.
    if (codeOf(error) === 'thread_not_found') return { stamps: new Map([[1, update]]), digests }
    throw error
  }
}

function digestOf(part: Rendered): string {
  return createHash('sha256').update(JSON.stringify(part)).digest('base64')
}

interface About extends Rendered {
  readonly channel: string
  readonly metadata: ReturnType<typeof markOf>
}

async function added(
  { web, hold }: Writer,
  about: About,
  thread: string | undefined,
): Promise<string> {
  hold()
  const { ts } = await web.chat.postMessage({
    ...about,
    ...(thread === undefined ? {} : { thread_ts: thread }),
    link_names: false,
    ...NO_PREVIEWS,
  })
  if (ts === undefined) throw new Error('Slack took a message without saying where it stands')
  return ts
}

/** Undefined when there is nothing left to change. */
async function changed(
  { web, hold }: Writer,
  about: About & { ts: string },
): Promise<string | undefined> {
  hold()
  try {
    await web.chat.update({ ...about, link_names: false })
    return about.ts
  } catch (error) {
    if (GONE.has(codeOf(error) ?? '')) return undefined
    throw error
  }
}

async function removed({ web, hold }: Writer, channel: string, ts: string): Promise<void> {
  hold()
  try {
    await web.chat.delete({ channel, ts })
  } catch (error) {
    if (codeOf(error) !== 'message_not_found') throw error
  }
}
