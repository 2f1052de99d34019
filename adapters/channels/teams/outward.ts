import type { Channel, Post, Rate } from '../../../src/app/channel-port.ts'
import { HELD, type Hold } from '../../../src/app/hold.ts'
import type { Host } from '../../../src/app/host.ts'
import type { Outcome, Place } from '../../../src/core/effect.ts'
import type { Message } from '../../../src/core/message/message.ts'
import { inThread } from './activity.ts'
import type { Outgoing } from './card.ts'
import type { Installation } from './installation.ts'
import type { Sent, TeamsPort, Where } from './port.ts'
import { renderMessage } from './render.ts'
import type { RoomCards } from './room-card.ts'
import type { Whereabouts } from './whereabouts.ts'
import { NAME } from './who.ts'

/** What Teams takes in one conversation. Its 1,800 an hour are left to its own answers. */
const RATES: readonly Rate[] = [
  { messages: 7, seconds: 1 },
  { messages: 8, seconds: 2 },
  { messages: 60, seconds: 30 },
]

const NO_LONGER: Outgoing = { type: 'message', text: '(This part is no longer needed.)' }

/** Teams, outward. A reference is the id of a message; its room is known from the place. */
export function teamsOutward(
  host: Host,
  port: TeamsPort,
  whereabouts: Whereabouts,
  { own, cards }: { own: Installation; cards: RoomCards },
): Omit<Channel, 'makeRoom' | 'invite' | 'remove' | 'makeCall' | 'endCall'> {
  async function post(place: Place, message: Message, about: Post, hold: Hold): Promise<Sent> {
    const located = await whereabouts.locate(place)
    if (!located.ok) return located.outcome
    const { where } = located
    const pages =
      place.to.type === 'room'
        ? await cards.forAll(where, message, { record: about.record, slot: about.slot })
        : renderMessage(message, host.directory())
    return postPages(host, writer(port, hold), where, pages, about)
  }

  return {
    name: NAME,
    rates: RATES,
    async post(place, message, about, hold = HELD) {
      const { notInstalled, ...outcome } = await post(place, message, about, hold)
      const account = notInstalled ? await accountOf(whereabouts, place) : undefined
      if (account === undefined) return outcome
      const added = await own.forPerson(account)
      if (added.type === 'never')
        return { type: 'never', reason: `${reasonOf(outcome)} ${reasonOf(added)}` }
      if (added.type !== 'done') return added
      const { notInstalled: notYet, ...again } = await post(place, message, about, hold)
      // Teams takes a moment.
      return notYet ? { type: 'later', reason: reasonOf(again) } : again
    },
    // Teams cannot be asked for a message by anything but its id.
    find: async () => undefined,
    stop: async () => {},
  }
}

/** Whose personal chat it is; in a room Muster is added by those who are in it. */
async function accountOf(whereabouts: Whereabouts, { to }: Place): Promise<string | undefined> {
  switch (to.type) {
    case 'room':
      return undefined
    case 'person':
      return whereabouts.account(to.person)
    case 'account':
      return to.account
  }
}

function reasonOf(outcome: Outcome): string {
  return outcome.type === 'done' ? '' : outcome.reason
}

/**
 * The first page is the message; the others follow in its thread. What has been sent is kept, so
 * that a later try goes on where this one stopped and an update reaches every page.
 */
async function postPages(
  host: Host,
  put: Put,
  where: Where,
  pages: readonly Outgoing[],
  post: Post,
): Promise<Sent> {
  const book = pageBook(host)
  const sent = post.update === undefined ? await book.read(post.id) : await book.read(post.update)
  const refs = post.update === undefined ? [...sent] : [post.update, ...sent.slice(1)]
  const inside = (root: string | undefined) => ({
    ...where,
    conversation: inThread(where.conversation, root),
  })
  const total = Math.max(pages.length, refs.length)
  for (let index = 0; index < total; index += 1) {
    const [page = NO_LONGER, old] = [pages[index], refs[index]]
    if (old !== undefined && post.update === undefined) continue
    const there = inside(index === 0 ? post.thread : (post.thread ?? refs[0]))
    const outcome = await put(there, old, page)
    if (outcome.type !== 'done') return outcome
    refs[index] = outcome.ref
    if (total > 1) await book.keep(post.update ?? post.id, refs)
  }
  const [ref = ''] = refs
  if (total > 1) await book.keep(ref, refs)
  return { type: 'done', ref }
}

/** A message that somebody has deleted is written anew. */
function writer(port: TeamsPort, hold: Hold): Put {
  return async (where, old, page) => {
    if (old === undefined) return port.send(where, page, { hold })
    const { missing, ...outcome } = await port.update(where, old, page, hold)
    return missing ? port.send(where, page, { hold }) : outcome
  }
}

type Put = (where: Where, old: string | undefined, page: Outgoing) => Promise<Sent>

/** The ids of the pages of a message that is longer than one. */
function pageBook({ store }: Host) {
  return {
    async read(name: string): Promise<readonly string[]> {
      const kept = await store.setting(`teams/pages/${name}`)
      return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : []
    },
    keep: (name: string, refs: readonly string[]) =>
      store.keepSetting(`teams/pages/${name}`, [...refs]),
  }
}
