import type { WebClient } from '@slack/web-api'
import type { Channel, Post, Rate } from '../../../src/app/channel-port.ts'
import { HELD, type Hold } from '../../../src/app/hold.ts'
import type { Outcome, Place } from '../../../src/core/effect.ts'
import type { Message } from '../../../src/core/message/message.ts'
import { nameOf } from '../../../src/core/people/find.ts'
import type { Accounts } from './accounts.ts'
import { arrived } from './lookup.ts'
import { guarded, never, outcomeOf } from './outcome.ts'
import { placed, type Standings, standings } from './parts.ts'
import { remembered } from './remembered.ts'
import { renderMessage } from './render.ts'
import { slackRooms } from './room-port.ts'
import { stampOf } from './stamp.ts'

/** One a second in a conversation, and bursts: a case that begins says much at once. */
const RATES: readonly Rate[] = [{ messages: 60, seconds: 60 }]

/** The conversation that a place is. Slack's id of a personal one is not the place's own. */
type Target =
  | { readonly type: 'room' | 'direct'; readonly conversation: string }
  | { readonly type: 'nobody'; readonly reason: string }

/** How messages get to Slack. Every expected failure is an outcome. */
export function outwardChannel(
  web: WebClient,
  accounts: Accounts,
  ownUser: () => string | undefined,
  stop: () => Promise<void>,
  { connect = false }: { readonly connect?: boolean } = {},
): Channel {
  const direct = remembered(async (users) => (await web.conversations.open({ users })).channel?.id)
  const known = standings()

  async function targetOf(place: Place): Promise<Target> {
    const { to } = place
    if (to.type === 'room') return { type: 'room', conversation: to.room }
    const account = to.type === 'account' ? to.account : await accounts.accountOf(to.person)
    if (account === undefined) {
      const name = to.type === 'person' ? nameOf(accounts.knownNames().directory, to.person) : ''
      return { type: 'nobody', reason: `Not reached on Slack: no account for ${name}.` }
    }
    const conversation = await direct.get(account)
    if (conversation) return { type: 'direct', conversation }
    return { type: 'nobody', reason: 'Not reached on Slack: it opens no conversation with them.' }
  }

  return {
    name: 'slack',
    rates: RATES,
    async post(place, message, post, hold = HELD) {
      const target = await prepared(() => targetOf(place))
      if ('outcome' in target) return target.outcome
      return guarded(() => posted(web, accounts, known, { target, message, post, hold }))
    },
    ...slackRooms(web, accounts, ownUser, connect),
    async find(place, post) {
      // An update can be made twice: what it replaces stands where it stood.
      if (stampOf(post.update) !== undefined) return undefined
      const target = await targetOf(place)
      if (target.type === 'nobody') return undefined
      const { parts, count } = await arrived(web, target.conversation, post, stampOf(post.thread))
      const first = parts.get(1)
      return first !== undefined && parts.size >= count ? refOf(target, first) : undefined
    },
    stop,
  }
}

async function posted(
  web: WebClient,
  accounts: Accounts,
  known: Standings,
  { target, message, post, hold }: { target: Target; message: Message; post: Post; hold: Hold },
): Promise<Outcome> {
  if (target.type === 'nobody') return never(target.reason)
  const rendered = renderMessage(message, await accounts.names(message))
  const where = {
    room: target.conversation,
    thread: stampOf(post.thread),
    update: stampOf(post.update),
  }
  const first = await placed({ web, hold }, known, rendered, post, where)
  return { type: 'done', ref: refOf(target, first) }
}

/** As long as nothing has been posted, a lost answer has done no harm. */
async function prepared(work: () => Promise<Target>): Promise<Target | { outcome: Outcome }> {
  try {
    return await work()
  } catch (error) {
    const outcome = outcomeOf(error)
    return { outcome: outcome.type === 'unclear' ? { ...outcome, type: 'later' } : outcome }
  }
}

/** In a room the message's time stamp, under which its replies come back; elsewhere with its conversation. */
function refOf(target: Target, stamp: string): string {
  return target.type === 'direct' ? `${target.conversation}:${stamp}` : stamp
}
