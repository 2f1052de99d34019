import { createHash } from 'node:crypto'
import type { MailConfig } from '../../src/app/config/mail.ts'
import type { Host, RunningChannel } from '../../src/app/host.ts'
import type { Channel, Post } from '../../src/app/ports.ts'
import type { Outcome, Place } from '../../src/core/effect.ts'
import type { Message } from '../../src/core/message/message.ts'
import { plainMessage } from '../../src/core/message/plain.ts'
import type { Directory } from '../../src/core/people/directory.ts'
import { findPerson } from '../../src/core/people/find.ts'
import { type Letter, limits, mailSender } from './send.ts'

const CHANNEL = 'mail'

/** Mail to people of the directory, for what a chat service does not accept. It is written once and never changed. */
export function mailChannel(
  settings: MailConfig,
  { directory }: Pick<Host, 'directory'>,
  within = limits,
): RunningChannel {
  const send = mailSender(settings.url, within)
  const channel: Channel = {
    name: CHANNEL,
    rates: [],
    async post(place, message, post) {
      // Letters cannot be changed, and one for each change would be a flood.
      if (post.update !== undefined) return { type: 'done', ref: post.update }
      const letter = letterTo(place, message, post, settings, directory())
      return typeof letter === 'string' ? never(letter) : send(letter)
    },
    makeRoom: async () => never('Mail has no rooms: use the thread of the case instead.'),
    invite: async () => never('Mail has no rooms, so nobody can be invited to one.'),
    remove: async () => never('Mail has no rooms, so nobody can be taken out of one.'),
    // A mail server cannot be asked what it has delivered; a doubled mail has the same Message-ID.
    find: async () => undefined,
    stop: async () => {},
  }
  return { channel, routes: [] }
}

/** The mail, or the sentence that says why there is none. */
function letterTo(
  { to }: Place,
  message: Message,
  { id, record }: Post,
  { from }: MailConfig,
  directory: Directory,
): Letter | string {
  if (to.type === 'room') return 'Mail has no rooms: it goes to people of the directory only.'
  if (to.type === 'account')
    return 'Mail goes to people of the directory only, and this account is nobody’s there.'
  const person = findPerson(directory, to.person)?.person
  if (!person) return `${to.person} is not in the directory, so there is no e-mail address.`
  if (person.email === undefined)
    return `There is no e-mail address for ${person.name} in the directory.`
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1)
  return {
    from: { name: oneLine(from.name), address: from.address },
    to: { name: oneLine(person.name), address: person.email },
    subject: oneLine(message.title),
    text: `${plainMessage(message, directory)}\n`,
    messageId: `<${digest(id)}@${domain}>`,
    thread: `<${digest(record)}@${domain}>`,
  }
}

/** The same for the same task, so that a mail sent twice is one for whoever reads it. */
function digest(words: string): string {
  return createHash('sha256').update(words).digest('hex').slice(0, 40)
}

/** A line break would begin another header. */
function oneLine(words: string): string {
  return words.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
}

function never(reason: string): Outcome {
  return { type: 'never', reason }
}
