import type { App } from '@slack/bolt'
import type { Reply } from '../../../src/app/conversation.ts'
import { ownPlaces } from '../../../src/app/own-places.ts'
import { type Place, placeKey } from '../../../src/core/effect.ts'
import { commandIn, HeardChange, HeardMessage, isWritten, plainWords, roomIn } from './heard.ts'
import type { Inbound } from './inbound.ts'
import { give } from './reply.ts'

const MOST_REMEMBERED = 2000

/** What people write: in threads of ours, to Muster itself, or naming it. */
export function listenToMessages(app: App, to: Inbound): void {
  const seen = new Set<string>()

  /** One message may arrive as a message, as a mention, and once more of each. */
  async function once(message: HeardMessage, work: () => Promise<void>): Promise<void> {
    const key = `${message.channel}/${message.ts}`
    if (seen.has(key)) return
    seen.add(key)
    const [oldest] = seen
    if (seen.size > MOST_REMEMBERED && oldest !== undefined) seen.delete(oldest)
    try {
      await work()
    } catch (error) {
      // Slack sends again what failed.
      seen.delete(key)
      throw error
    }
  }

  app.event('message', async ({ event }) => {
    const changed = HeardChange.safeParse(event).data
    if (changed) return alteration(to, changed)
    const { data } = HeardMessage.safeParse(event)
    if (!data || !isWritten(data, to.ownUser())) return
    const isMention = to.ownUser() !== undefined && data.text.includes(`<@${to.ownUser()}>`)
    // In a room only a thread can be ours; a mention outside it arrives as such.
    if (!inThread(data) && !isDirect(data)) return
    await once(data, () => heard(to, data, isMention || isDirect(data)))
  })
  app.event('app_mention', async ({ event }) => {
    const { data } = HeardMessage.safeParse(event)
    if (!data || !isWritten(data, to.ownUser())) return
    await once(data, () => heard(to, data, true))
  })
}

async function heard(to: Inbound, message: HeardMessage, isToMuster: boolean): Promise<void> {
  const where = inThread(message) ? await standsUnder(to, message) : undefined
  if (!where && !isToMuster) return
  const actor = await to.accounts.actorOf(message.user)
  const one = { actor, channel: 'slack', key: `${message.channel}/${message.ts}` }
  const text = await plainWords(message.text, to.ownUser(), to.accounts.nameOf)
  let reply: Reply
  if (where) reply = await to.host.conversation.said(one, { ...where, called: isToMuster }, text)
  else {
    const command = commandIn(text)
    const at = roomIn(message.channel)
    reply = await to.host.conversation.command({ ...one, ...at }, command.name, command.text)
  }
  const said = { channel: message.channel, thread: message.thread_ts }
  try {
    await give(to, { user: message.user, said }, reply)
  } catch (error) {
    // What was said is saved; to hear it again would not bring the answer.
    to.log.error({ error }, 'A private answer could not be given in Slack')
  }
}

/** What was recorded of it stays; the record learns that the message says something else now, or is gone. */
async function alteration(to: Inbound, { subtype, message, ...heard }: HeardChange): Promise<void> {
  const { previous_message: before, channel, channel_type, ts } = heard
  const isDeleted = subtype === 'message_deleted'
  if (before.bot_id !== undefined || (!isDeleted && message?.text === before.text)) return
  const written = { ...before, channel, channel_type }
  const where = inThread(written) ? await standsUnder(to, written) : undefined
  if (!where && !isDirect(written)) return
  const actor = await to.accounts.actorOf(before.user)
  const one = { actor, channel: 'slack', key: `${channel}/${ts}` }
  const reply = await to.host.conversation.altered(one, {
    message: `${channel}/${before.ts}`,
    where: where ?? null,
    what: isDeleted ? 'deleted' : 'changed',
  })
  try {
    await give(to, { user: before.user, said: { channel, thread: before.thread_ts } }, reply)
  } catch (error) {
    to.log.error({ error }, 'A private answer could not be given in Slack')
  }
}

/** The place and the reference under which our message stands; undefined when the thread is not ours. */
async function standsUnder(
  to: Inbound,
  message: HeardMessage,
): Promise<{ place: Place; ref: string } | undefined> {
  const thread = message.thread_ts ?? ''
  const ref = isDirect(message) ? `${message.channel}:${thread}` : thread
  for (const place of await placesOf(to, message)) {
    const shown = await to.host.store.shownAt(placeKey(place), ref)
    if (shown) return { place, ref }
  }
  return undefined
}

async function placesOf(to: Inbound, message: HeardMessage): Promise<readonly Place[]> {
  const channel = 'slack'
  if (!isDirect(message)) return [{ channel, to: { type: 'room', room: message.channel } }]
  return ownPlaces(channel, message.user, await to.accounts.actorOf(message.user))
}

function inThread({ thread_ts, ts }: HeardMessage): boolean {
  return thread_ts !== undefined && thread_ts !== ts
}

function isDirect({ channel, channel_type }: HeardMessage): boolean {
  return channel_type === 'im' || channel.startsWith('D')
}
