import { createHash, randomUUID } from 'node:crypto'
import type { Heard, Reply } from '../../../src/app/conversation.ts'
import type { Host } from '../../../src/app/host.ts'
import { ownPlaces } from '../../../src/app/own-places.ts'
import type { Place } from '../../../src/core/effect.ts'
import type { Actor } from '../../../src/core/people/actor.ts'
import { type Activity, accountOf, hasThreads, inThread, isPersonal, threadOf } from './activity.ts'
import { isDialog, onDialog } from './on-dialog.ts'
import { onPressed } from './on-pressed.ts'
import type { Answer, TeamsPort } from './port.ts'
import { type PrivateAnswer, patiently, privateAnswer } from './private-answer.ts'
import type { RoomRoots } from './room-root.ts'
import type { Whereabouts } from './whereabouts.ts'
import { NAME, NOT_KNOWN_NOW } from './who.ts'
import { commandIn, spoken } from './words.ts'

/** What Teams tells us, turned into what people want. */
export type Inbound = (activity: Activity) => Promise<Answer>

const DONE: Answer = { status: 200 }
const UNANSWERED: Answer = { status: 502, body: { error: 'The answer could not be sent.' } }

const NOTHING_CHANGED: Reply = {
  type: 'say',
  message: { title: 'Nothing was changed', parts: [{ kind: 'text', text: NOT_KNOWN_NOW }] },
}

export function teamsInbound(
  host: Host,
  port: TeamsPort,
  whereabouts: Whereabouts,
  who: (activity: Activity) => Promise<Actor>,
  roots: RoomRoots,
): Inbound {
  const answer = privateAnswer(host, port, whereabouts)
  const pressed = onPressed(host, port, answer)
  const dialog = onDialog(host, answer)
  const once = deliveredOnce()

  return async (activity) => {
    const heard = async (): Promise<Heard> => ({
      actor: await who(activity),
      channel: NAME,
      key: activity.id ?? randomUUID(),
      ...(isPersonal(activity) ? {} : { at: roomOf(activity) }),
    })
    const ifKnown = () =>
      heard().catch((error: unknown) => {
        host.log.warn({ error }, 'Somebody on Teams could not be identified')
        return undefined
      })
    // Teams waits five seconds, and all of the work is to end within them.
    if (isDialog(activity)) {
      return dialog(activity, async () => {
        await whereabouts.learn(activity)
        return heard()
      })
    }
    await whereabouts.learn(activity)
    if (activity.type === 'message') {
      return once(activity, async () => {
        const by = await ifKnown()
        if (by) return said(host, port, answer, roots, activity, by)
        return (await answer(activity, NOTHING_CHANGED)) ? DONE : UNANSWERED
      })
    }
    const what = ALTERED.get(activity.type)
    if (what !== undefined) {
      const by = await ifKnown()
      if (by) await answer(activity, await altered(host, roots, activity, by, what))
      return DONE
    }
    if (activity.type === 'invoke') {
      if (activity.name !== 'adaptiveCard/action') return { status: 501 }
      return pressed(activity, ifKnown())
    }
    if (
      activity.type === 'installationUpdate' &&
      activity.action === 'add' &&
      isPersonal(activity)
    ) {
      const message = await host.conversation.home(await heard())
      await answer(activity, { type: 'say', message })
    }
    return DONE
  }
}

/** What Teams calls a message that is not as it was said. */
const ALTERED: ReadonlyMap<string, 'changed' | 'deleted'> = new Map([
  ['messageUpdate', 'changed'],
  ['messageDelete', 'deleted'],
])

/** What was recorded of it stays; the record learns of it. */
async function altered(
  { conversation }: Host,
  roots: RoomRoots,
  activity: Activity,
  heard: Heard,
  what: 'changed' | 'deleted',
): Promise<Reply> {
  const { key: message } = heard
  const { room, root = await roots.rootIn(room) } = threadOf(activity.conversation.id)
  const place: Place = { channel: NAME, to: { type: 'room', room } }
  const inRoom = !isPersonal(activity) && root !== undefined && root !== message
  // Teams gives no id to an edit: the same words are the same edit, delivered again.
  const words = createHash('sha256')
    .update(activity.text ?? '')
    .digest('base64url')
    .slice(0, 12)
  const key = `${message} ${what} ${words}`
  const where = inRoom ? { place, ref: root } : null
  return conversation.altered({ ...heard, key }, { message, where, what })
}

async function said(
  host: Host,
  port: TeamsPort,
  answer: PrivateAnswer,
  roots: RoomRoots,
  activity: Activity,
  heard: Heard,
): Promise<Answer> {
  const words = spoken(activity)
  if (words === '') return DONE
  const command = commandIn(words)
  if (!command && !isPersonal(activity)) {
    const { room, root = await roots.rootIn(room) } = threadOf(activity.conversation.id)
    if (root !== undefined && root !== activity.id) {
      const place = { channel: NAME, to: { type: 'room', room } } as const
      // Of what is said in rooms, Teams shows bots only what calls them.
      const thread = { place, ref: root, called: true }
      const reply = await host.conversation.said(heard, thread, words)
      const arrived = await answer(activity, reply)
      return arrived ? DONE : pointToChat(port, activity, reply, arrived)
    }
  }
  const reply = await saidOutsideThreads(host, activity, heard, words)
  const arrived = await answer(activity, reply)
  if (!isPersonal(activity)) return pointToChat(port, activity, reply, arrived)
  return arrived ? DONE : UNANSWERED
}

function saidOutsideThreads(
  { conversation }: Host,
  activity: Activity,
  heard: Heard,
  words: string,
): Promise<Reply> {
  const { room } = threadOf(activity.conversation.id)
  const { name, text } = commandIn(words) ?? { name: undefined, text: words }
  if (name) return conversation.command(heard, name, text)
  if (hasThreads(room)) return conversation.command(heard, 'muster', text)
  const places: readonly Place[] = isPersonal(activity)
    ? ownPlaces(NAME, accountOf(activity), heard.actor)
    : [roomOf(activity)]
  return conversation.saidInChat(heard, { places, quoted: activity.replyToId }, text)
}

function roomOf({ conversation }: Activity): Place {
  return { channel: NAME, to: { type: 'room', room: threadOf(conversation.id).room } }
}

/** In a room everybody reads: the answer itself is private, and this says where it is. */
async function pointToChat(
  port: TeamsPort,
  activity: Activity,
  reply: Reply,
  arrived: boolean,
): Promise<Answer> {
  if (reply.type === 'nothing' || activity.recipient?.isTargeted) return DONE
  const text = arrived
    ? 'I have answered you in your own chat with Muster.'
    : 'I cannot write to you privately yet. Add the Muster app for yourself in Teams, then write to it there.'
  const { room, root } = threadOf(activity.conversation.id)
  const where = { service: activity.serviceUrl, conversation: inThread(room, root) }
  await patiently(port, where, { type: 'message', text })
  return DONE
}

/** Teams may deliver a message twice; the second time gets the first one's answer. */
function deliveredOnce() {
  const recent = new Map<string, Promise<Answer>>()
  return (activity: Activity, work: () => Promise<Answer>): Promise<Answer> => {
    if (activity.id === undefined) return work()
    const key = `${accountOf(activity)} ${activity.conversation.id} ${activity.id}`
    const known = recent.get(key)
    if (known) return known
    const [oldest] = recent.keys()
    if (recent.size >= 1000 && oldest !== undefined) recent.delete(oldest)
    const working = work()
    recent.set(key, working)
    const forget = () => recent.delete(key)
    working.then(({ status }) => status >= 500 && forget(), forget)
    return working
  }
}
