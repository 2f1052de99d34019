import type { Place } from '../../../src/core/effect.ts'
import type { ChannelHarness, Seen } from '../../contract/channel.ts'
import type { Authority } from './authority.ts'
import { activity, CHANNEL, KIT, NIA, SAM, STRANGER, startWorld } from './world.ts'

const PEOPLE: Readonly<Record<string, string>> = { [NIA]: 'nia', [SAM]: 'sam', [KIT]: 'kit' }

/** Teams’ port before a connector of our own, which has spoken to the bot once. */
export const teamsHarness: ChannelHarness = {
  finds: false,
  rooms: true,
  closes: false,
  pins: false,
  async open() {
    const world = await startWorld()
    const { authority, channel } = world
    await world.deliver(
      activity(world, { type: 'conversationUpdate', conversation: { id: CHANNEL } }),
    )
    authority.members.set('29:sam', { id: '29:sam', email: 'Sam.Site@trust.example' })
    await world.deliver(
      activity(world, {
        text: 'muster',
        from: { id: '29:sam', name: 'Sam Site', aadObjectId: SAM },
        conversation: { id: `a:${SAM}`, conversationType: 'personal' },
      }),
    )
    const before = { calls: authority.calls.length, seq: authority.state.seq }
    return {
      channel,
      room: { channel: 'teams', to: { type: 'room', room: CHANNEL } },
      missingRoom() {
        authority.faults.push({ status: 404, code: 'ConversationNotFound' })
        return { channel: 'teams', to: { type: 'room', room: '19:gone@thread.tacv2' } }
      },
      people: ['nia', 'sam', 'kit'],
      unreachable: 'ola',
      account: STRANGER,
      seen: async (place) => seen(authority, before, place),
      async members(made) {
        const chat = authority.graph.state.chats.find(({ id }) => id === made)
        return (chat?.members ?? []).flatMap((account) => PEOPLE[account] ?? [])
      },
      close: () => world.close(),
    }
  },
}

interface Before {
  readonly calls: number
  readonly seq: number
}

/** What the connector was told since, folded: an update takes the place of what it updates. */
function seen({ calls }: Authority, before: Before, place: Place): Seen[] {
  const standing = new Map<string, Seen>()
  let seq = before.seq
  for (const { method, path, body } of calls.slice(before.calls)) {
    const [, conversation = '', thread, updated] =
      /^\/v3\/conversations\/([^/;]+)(;messageid=[^/]+)?\/activities\/?(.*)$/.exec(path) ?? []
    if (conversation === '') continue
    seq += 1
    if (conversation !== conversationOf(place)) continue
    const ref = method === 'PUT' ? (updated ?? '') : String(seq)
    const inThread = standing.get(ref)?.inThread ?? thread !== undefined
    standing.set(ref, { text: JSON.stringify(body), inThread })
  }
  return [...standing.values()]
}

function conversationOf({ to }: Place): string {
  switch (to.type) {
    case 'room':
      return to.room
    case 'account':
      return `a:${to.account}`
    case 'person':
      return `a:${to.person === 'nia' ? NIA : SAM}`
  }
}
