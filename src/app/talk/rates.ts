import type { Actor } from '../../core/people/actor.ts'
import type { Chat, Conversation, Heard, Reply } from '../conversation.ts'
import type { Log } from '../host.ts'
import { refused } from './say.ts'

/** How many commands, buttons and forms are taken in a minute. */
interface Rates {
  readonly person: number
  readonly service: number
}

const MINUTE_MS = 60_000
const STILL_HERE = 'What you wrote is still here.'

/**
 * Holds back whoever, or whichever service, asks for more than the rates allow, with a sentence, and
 * loses nothing: a form stays as it was filled in. What people write in threads and chats is never
 * held back, since it may be evidence, unless it turns out to be a command; looking at a form or a page
 * is not either.
 */
export function atRates(
  conversation: Conversation,
  rates: Rates,
  log: Log,
  milliseconds = () => performance.now(),
): Conversation {
  const excess = counting(rates, log, milliseconds)
  return {
    ...conversation,
    async command(heard, name, text) {
      const over = excess(heard)
      return over === null ? conversation.command(heard, name, text) : refused({ message: over })
    },
    async press(heard, press) {
      const over = excess(heard)
      return over === null ? conversation.press(heard, press) : refused({ message: over })
    },
    async submit(heard, ticket, answers): Promise<Reply> {
      const over = excess(heard)
      if (over === null) return conversation.submit(heard, ticket, answers)
      const reply = await conversation.refresh(heard, ticket, answers)
      if (reply.type !== 'form') return refused({ message: over })
      return { ...reply, form: { ...reply.form, problem: `${over} ${STILL_HERE}` } }
    },
    saidInChat: (heard, chat, text) =>
      conversation.saidInChat(heard, { ...chat, excess: () => excess(heard) }, text),
  }
}

/** What was typed in a chat and is a command counts like one; what answers or is evidence never comes here. */
export async function counted({ excess }: Chat, command: () => Promise<Reply>): Promise<Reply> {
  const over = excess?.() ?? null
  return over === null ? command() : refused({ message: over })
}

/** Counts what is asked for; a sentence where it is too much. */
function counting(rates: Rates, log: Log, milliseconds: () => number) {
  let minute = -1
  const counts = new Map<string, number>()

  function count(key: string, most: number): boolean {
    const asked = (counts.get(key) ?? 0) + 1
    counts.set(key, asked)
    // Once a minute; of whom, the log does not say.
    if (asked === most + 1) log.warn({ most }, 'More is asked for than is taken in a minute')
    return asked > most
  }

  return ({ actor, channel }: Heard): string | null => {
    const now = Math.floor(milliseconds() / MINUTE_MS)
    if (now !== minute) counts.clear()
    minute = now
    if (count(keyOf(actor), rates.person))
      return `You have asked for more than ${rates.person} things within a minute, so this one was not done. Wait a minute and do it again. If it is urgent, phone.`
    if (count(`service ${channel}`, rates.service))
      return 'More is asked of Muster just now than it can do, so this was not done. Wait a minute and do it again. If it is urgent, phone.'
    return null
  }
}

function keyOf(actor: Actor): string {
  switch (actor.type) {
    case 'person':
      return `person ${actor.person}`
    case 'unlisted':
      return `account ${actor.channel} ${actor.account}`
    case 'anonymous':
    case 'clock':
      return actor.type
  }
}
