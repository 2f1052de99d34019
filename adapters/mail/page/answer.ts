import { randomUUID } from 'node:crypto'
import type { Heard, Reply } from '../../../src/app/conversation.ts'
import type { Host } from '../../../src/app/host.ts'
import type { Place } from '../../../src/core/effect.ts'
import type { Answers, Ticket } from '../../../src/core/message/form.ts'
import type { Button, Message, Press } from '../../../src/core/message/message.ts'
import type { Linked } from '../links.ts'
import { FIELD } from './form.ts'

const CHANNEL = 'mail'
const MOST_NONCE = 100

type Talking = Pick<Host, 'conversation'>

/** Whoever has the link speaks as the person whom it was sent to, and about that message alone. */
export function heardOf({ person }: Linked): Heard {
  return { actor: { type: 'person', person }, channel: CHANNEL, key: randomUUID() }
}

/** What stands in the message now, as in chat; undefined once it is not theirs any more. */
export function shownTo({ conversation }: Talking, linked: Linked): Promise<Message | undefined> {
  const { record, slot, person } = linked
  const place: Place = { channel: CHANNEL, to: { type: 'person', person } }
  return conversation.view(heardOf(linked), place, record, slot)
}

/** A button under the message that answers it, at once or with a form. */
export interface Offered {
  readonly answer: string
  readonly label: string
  readonly press: Extract<Press, { do: 'answer' | 'open' }>
}

export function offeredIn({ parts }: Message): readonly Offered[] {
  return parts.flatMap((part) => (part.kind === 'buttons' ? part.buttons.flatMap(offered) : []))
}

function offered({ label, press }: Button): Offered[] {
  switch (press.do) {
    case 'answer':
      return [{ answer: press.answer, label, press }]
    case 'open':
      return [{ answer: press.with?.answer ?? press.form, label, press }]
    // None of them answers the message.
    case 'have':
    case 'vote':
    case 'command':
      return []
  }
}

export function ticketOf({ form, record, with: filled }: OpenPress, nonce: string): Ticket {
  return { form, nonce, ...(record && { record }), ...(filled && { with: filled }) }
}

type OpenPress = Extract<Press, { do: 'open' }>

/** What was handed in, through the same door as in chat. Null where it is not offered there. */
export async function answered(
  { conversation }: Talking,
  linked: Linked,
  shown: Message,
  given: URLSearchParams,
): Promise<{ readonly offer: Offered; readonly reply: Reply } | null> {
  const offer = offeredIn(shown).find(({ answer }) => answer === given.get('answer'))
  if (!offer) return null
  const { press } = offer
  const heard = heardOf(linked)
  if (press.do === 'answer') {
    // The button as it was seen: one that is out of date is refused as in chat.
    const revision = Number(given.get('revision'))
    return { offer, reply: await conversation.press(heard, { ...press, revision }) }
  }
  const ticket = ticketOf(press, nonceIn(given))
  return { offer, reply: await conversation.submit(heard, ticket, fieldsIn(given)) }
}

function nonceIn(given: URLSearchParams): string {
  const nonce = given.get('nonce') ?? ''
  return nonce === '' || nonce.length > MOST_NONCE ? randomUUID() : nonce
}

function fieldsIn(given: URLSearchParams): Answers {
  const names = [...new Set(given.keys())].filter((name) => name.startsWith(FIELD))
  return Object.fromEntries(
    names.map((name) => {
      const [first = '', ...more] = given.getAll(name)
      return [name.slice(FIELD.length), more.length > 0 ? [first, ...more] : first]
    }),
  )
}
