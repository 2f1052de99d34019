import type { Channel, Post } from '../../src/app/channel-port.ts'
import type { MailConfig } from '../../src/app/config/mail.ts'
import { HELD } from '../../src/app/hold.ts'
import type { Host, RunningChannel } from '../../src/app/host.ts'
import { NOTHING_STANDS, type Outcome, type Place } from '../../src/core/effect.ts'
import type { Message } from '../../src/core/message/message.ts'
import type { Directory } from '../../src/core/people/directory.ts'
import { findPerson } from '../../src/core/people/find.ts'
import type { Mailbox } from './calendar.ts'
import { letterOf, oneLine, tellingOf } from './letter.ts'
import { type Links, openLinks } from './links.ts'
import { answerPages } from './page/index.ts'
import { toldBy } from './reference.ts'
import { limits, mailSender } from './send.ts'

const CHANNEL = 'mail'
const PAGES = '/answer/'

export type MailHost = Pick<Host, 'directory' | 'store' | 'now' | 'conversation' | 'log'>

/** Mail to people of the directory: for what a chat service does not accept, and to whoever is on none. */
export function mailChannel(settings: MailConfig, host: MailHost, within = limits): RunningChannel {
  const send = mailSender(settings.url, within)
  const links = openLinks(host.store)
  const channel: Channel = {
    name: CHANNEL,
    rates: [],
    ...(settings.publicUrl !== null && { tells: 'link opened' }),
    async post(place, message, post, hold = HELD) {
      const to = addressee(place, host.directory())
      if (post.update !== undefined && !isNews(message, to, post.update))
        return { type: 'done', ref: post.update }
      if (post.update === undefined && message.byMail?.isAsked === false && !message.byMail.isNews)
        return { type: 'done', ref: NOTHING_STANDS }
      if (typeof to === 'string') return never(to)
      const letter = letterOf({
        message,
        to,
        ...post,
        from: settings.from,
        directory: host.directory(),
        stamp: host.now(),
        before: post.update === undefined ? undefined : toldBy(post.update),
        link: await linkFor(settings, links, place, message, post),
      })
      hold()
      return send(letter)
    },
    makeRoom: async () => never('Mail has no rooms: use the thread of the case instead.'),
    invite: async () => never('Mail has no rooms, so nobody can be invited to one.'),
    remove: async () => never('Mail has no rooms, so nobody can be taken out of one.'),
    // A mail server cannot be asked what it has delivered; a doubled mail has the same Message-ID.
    find: async () => undefined,
    stop: async () => {},
  }
  if (settings.publicUrl === null) return { channel, routes: [] }
  return { channel, routes: [{ path: PAGES, handle: answerPages(host, links, PAGES) }] }
}

/** Letters cannot be changed, and one for each change would be a flood: only another entry in a calendar is news. */
function isNews(message: Message, to: Mailbox | string, update: string): boolean {
  if (!message.byMail?.entry || typeof to === 'string') return false
  const before = toldBy(update)
  return tellingOf(message, to, before)?.entry !== before?.entry
}

async function linkFor(
  { publicUrl }: MailConfig,
  links: Links,
  { to }: Place,
  { byMail }: Message,
  { record, slot }: Post,
): Promise<string | null> {
  if (publicUrl === null || !byMail?.answerUntil || to.type !== 'person') return null
  const token = await links.tokenFor({ record, slot, person: to.person }, byMail.answerUntil)
  return `${publicUrl}${PAGES}${token}`
}

/** Whom a letter goes to, or the sentence that says why there is none. */
function addressee({ to }: Place, directory: Directory): Mailbox | string {
  if (to.type === 'room') return 'Mail has no rooms: it goes to people of the directory only.'
  if (to.type === 'account')
    return 'Mail goes to people of the directory only, and this account is nobody’s there.'
  const person = findPerson(directory, to.person)?.person
  if (!person) return `${to.person} is not in the directory, so there is no e-mail address.`
  if (person.email === undefined)
    return `There is no e-mail address for ${person.name} in the directory.`
  return { name: oneLine(person.name), address: person.email }
}

function never(reason: string): Outcome {
  return { type: 'never', reason }
}
