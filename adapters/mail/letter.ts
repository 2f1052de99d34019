import type { MailConfig } from '../../src/app/config/mail.ts'
import type { ByMail } from '../../src/core/message/by-mail.ts'
import type { Message, Part } from '../../src/core/message/message.ts'
import { plainMessage } from '../../src/core/message/plain.ts'
import type { Directory } from '../../src/core/people/directory.ts'
import { findPerson } from '../../src/core/people/find.ts'
import type { Instant } from '../../src/core/time/instant.ts'
import { calendarPart, entryDigest, type Mailbox } from './calendar.ts'
import { messageIdOf, type Told, threadOf } from './reference.ts'
import type { Letter } from './send.ts'

/** What a letter is written from. */
export interface Writing {
  readonly message: Message
  readonly to: Mailbox
  /** The task that sends it, and its record. */
  readonly id: string
  readonly record: string
  readonly from: MailConfig['from']
  readonly directory: Directory
  readonly stamp: Instant
  /** What the letter before it told, where there was one. */
  readonly before: Told | null | undefined
  /** The address at which its reader answers; null where there is none. */
  readonly link: string | null
}

/** What a new letter tells of the entry in a calendar; null where it tells nothing of it. */
export function tellingOf(
  { byMail }: Message,
  to: Mailbox,
  before: Told | null | undefined,
): Told | null {
  if (!byMail?.entry) return null
  const next = before === undefined ? 0 : (before?.sequence ?? 0) + 1
  const sequence = Math.max(next, byMail.entry.sequence)
  return { sequence, entry: entryDigest(byMail.entry, to.address) }
}

export function letterOf(writing: Writing): Letter {
  const { message, to, id, record, from, directory, stamp, before, link } = writing
  const { byMail } = message
  const told = tellingOf(message, to, before)
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1)
  const contact = contactOf(byMail, directory)
  const text = byMail ? withAnswer(message, byMail, link, contact) : message
  const entry = byMail?.entry
  return {
    from: { name: oneLine(from.name), address: from.address },
    to,
    ...(contact && { replyTo: contact }),
    subject: oneLine(`${prefixOf(byMail, before)}${message.title}`),
    text: `${plainMessage(text, directory)}\n`,
    messageId: messageIdOf(id, domain, told),
    thread: threadOf(record, domain),
    ...(entry &&
      told && {
        calendar: calendarPart({
          entry,
          sequence: told.sequence,
          organiser: { name: oneLine(from.name), address: from.address },
          attendee: to,
          stamp,
        }),
      }),
  }
}

/** A line break would begin another header. */
export function oneLine(words: string): string {
  return words.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
}

function prefixOf(byMail: ByMail | undefined, before: Told | null | undefined): string {
  if (before === undefined || !byMail?.entry) return ''
  return byMail.entry.does === 'go' ? 'Cancelled: ' : 'Changed: '
}

function contactOf(byMail: ByMail | undefined, directory: Directory): Mailbox | undefined {
  const contact = byMail?.contact ? findPerson(directory, byMail.contact)?.person : undefined
  return contact?.email ? { name: oneLine(contact.name), address: contact.email } : undefined
}

/** Where buttons stand in chat, a letter says how to answer. */
function withAnswer(
  message: Message,
  byMail: ByMail,
  link: string | null,
  contact: Mailbox | undefined,
): Message {
  const hasButtons = message.parts.some(({ kind }) => kind === 'buttons')
  const rest = message.parts.filter(({ kind }) => kind !== 'buttons')
  return hasButtons ? { ...message, parts: [...rest, answerPart(byMail, link, contact)] } : message
}

function answerPart(
  { answerUntil, about, entry }: ByMail,
  link: string | null,
  contact: Mailbox | undefined,
): Part {
  const { todo, who, until } = about ?? { todo: 'answer', who: CALLED, until: null }
  const reply = contact
    ? `phone ${contact.name}, ${who}, or reply to this mail: your reply goes to ${contact.name}`
    : 'phone whoever called the meeting'
  const calendar = entry === null ? '' : ' Accepting it in your calendar tells nobody.'
  if (link === null || answerUntil === null)
    return { kind: 'text', text: `To ${todo}, ${reply}.${calendar}` }
  return {
    kind: 'text',
    text: `To ${todo}, open this page:\n${link}\nIt is for you alone: pass it on to nobody.${until === null ? '' : ` It answers until ${until}.`} If it does not open, ${reply}.${calendar}`,
  }
}

/** Who somebody is that is named without another word. */
export const CALLED = 'who called the meeting'
