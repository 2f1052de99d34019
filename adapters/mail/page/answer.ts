import { randomUUID } from 'node:crypto'
import type { Heard, Reply } from '../../../src/app/conversation.ts'
import type { Host } from '../../../src/app/host.ts'
import type { Place } from '../../../src/core/effect.ts'
import { Choice } from '../../../src/core/meeting/decision/ballot.ts'
import type { Answers, Ticket } from '../../../src/core/message/form.ts'
import type { Button, Message, Press } from '../../../src/core/message/message.ts'
import type { Linked } from '../links.ts'
import { FIELD } from './form.ts'

const CHANNEL = 'mail'
const MOST_NONCE = 100

type Talking = Pick<Host, 'conversation'>

/** Whoever has the link speaks as the person whom it was sent to, and about that message alone. */
export function heardOf({ person }: Linked): Heard {
  return { actor: { type: 'person', person, via: 'link' }, channel: CHANNEL, key: randomUUID() }
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
  readonly press: Extract<Press, { do: 'answer' | 'open' | 'vote' }>
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
    case 'vote':
      return [{ answer: press.choice, label, press }]
    // None of them answers the message.
    case 'have':
    case 'news':
    case 'command':
      return []
  }
}

export function ticketOf({ form, record, with: filled }: OpenPress, nonce: string): Ticket {
  return { form, nonce, ...(record && { record }), ...(filled && { with: filled }) }
}

type OpenPress = Extract<Press, { do: 'open' }>

/** What became of an answer: the button, by its name, and what is said of it. */
interface Answered {
  readonly answer: string
  readonly reply: Reply
}

/** What was handed in, through the same door as in chat. Null where it is not offered there. */
export async function answered(
  { conversation }: Talking,
  linked: Linked,
  shown: Message,
  given: URLSearchParams,
): Promise<Answered | null> {
  const answer = given.get('answer') ?? ''
  const heard = heardOf(linked)
  const vote = voteIn(linked, answer)
  if (vote) return { answer, reply: await conversation.press(heard, vote) }
  const press = offeredIn(shown).find((one) => one.answer === answer)?.press
  switch (press?.do) {
    case undefined:
      return null
    case 'vote':
      return { answer, reply: await conversation.press(heard, press) }
    case 'answer': {
      // The button as it was seen: one that is out of date is refused as in chat.
      const revision = Number(given.get('revision'))
      return { answer, reply: await conversation.press(heard, { ...press, revision }) }
    }
    case 'open': {
      const ticket = ticketOf(press, nonceIn(given))
      return { answer, reply: await conversation.submit(heard, ticket, fieldsIn(given)) }
    }
  }
}

/** Whoever comes too late to vote, or may not, is told so in the words of chat: it need not be offered any more. */
function voteIn({ record, slot }: Linked, answer: string): Press | null {
  const decision = /^decision:(\d{1,6})$/.exec(slot)?.[1]
  const choice = Choice.safeParse(answer).data
  if (decision === undefined || choice === undefined) return null
  return { do: 'vote', record, decision: Number(decision), choice }
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
