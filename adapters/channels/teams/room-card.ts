import type { Host } from '../../../src/app/host.ts'
import type { Slot } from '../../../src/core/effect.ts'
import type { Message, Part } from '../../../src/core/message/message.ts'
import { mentionedIn } from '../../../src/core/message/people.ts'
import { seenBy } from '../../../src/core/message/viewing.ts'
import type { RecordId } from '../../../src/core/record-id.ts'
import { type Card, type Outgoing, outgoing } from './card.ts'
import type { Where } from './port.ts'
import { renderMessage } from './render.ts'
import type { Viewers } from './viewers.ts'
import type { Whereabouts } from './whereabouts.ts'

/** What a card shows: the message of a slot of a record. */
export interface About {
  readonly record: RecordId
  readonly slot: Slot
}

/** Messages in a room, where many look and only some may answer. */
export interface RoomCards {
  /** As everybody gets it; it asks by itself for what those see who may press its buttons. */
  forAll(where: Where, message: Message, about: About): Promise<[Outgoing, ...Outgoing[]]>
  /** As one person sees it, known to Teams by this id. */
  forOne(message: Message, about: About, userId: string): Promise<Card | undefined>
}

const ONLY_SOME: Part = {
  kind: 'text',
  text: 'Only those who may press its buttons see them. If you stand in for one of them, choose “Refresh card” in the menu of this message, or answer in words.',
}
const MENTION: Part = {
  kind: 'text',
  text: 'A reply in words reaches Muster only if it mentions it: begin with @Muster.',
}

export function roomCards(host: Host, { accountOf }: Whereabouts, viewers: Viewers): RoomCards {
  async function render(message: Message): Promise<[Outgoing, ...Outgoing[]]> {
    const people = mentionedIn(message)
    const found = await Promise.all(people.map(async (id) => [id, await accountOf(id)] as const))
    const accounts = found.flatMap(([id, account]) => (account ? [[id, account] as const] : []))
    return renderMessage(message, host.directory(), new Map(accounts))
  }

  return {
    async forAll(where, message, about) {
      const whole = await render(withHint(message, about.slot))
      const ids = await viewers(where, message)
      // Of a long message a person would get one page for another.
      if (ids === undefined || whole.length > 1) return whole
      const plain = seenBy(message, null)
      const parts = [...plain.parts, ONLY_SOME]
      const [first] = await render(withHint({ ...plain, parts }, about.slot, message))
      return [refreshing(first, about, ids)]
    },
    async forOne(message, about, userId) {
      const [first] = await render(withHint(message, about.slot))
      return refreshing(first, about, [userId]).attachments?.[0]?.content
    },
  }
}

/** Whatever can be answered by a reply says how; `whole` is the message with all of its buttons. */
function withHint(message: Message, slot: Slot, whole = message): Message {
  const isOpen = whole.parts.some(({ kind }) => kind === 'buttons')
  const takesReplies = isOpen && /^(prompt:|nudge:|roll$)/.test(slot)
  return takesReplies ? { ...message, parts: [...message.parts, MENTION] } : message
}

function refreshing(message: Outgoing, about: About, userIds: readonly string[]): Outgoing {
  const [attachment] = message.attachments ?? []
  if (!attachment) return message
  const action = {
    type: 'Action.Execute',
    title: 'Show what I can do',
    verb: 'view',
    data: { 'muster/view': about },
  }
  const content: Card = { ...attachment.content, refresh: { action, userIds } }
  return outgoing(content, message.summary ?? '')
}
