import { createTransport } from 'nodemailer'
import type { Outcome } from '../../src/core/effect.ts'
import type { CalendarPart, Mailbox } from './calendar.ts'
import { outcomeOf } from './outcome.ts'

export interface Letter {
  readonly from: Mailbox
  readonly to: Mailbox
  /** Who reads replies; without it nobody does. */
  readonly replyTo?: Mailbox
  readonly subject: string
  readonly text: string
  readonly messageId: string
  /** What all mails about one record are answers to, so that they stand together. */
  readonly thread: string
  readonly calendar?: CalendarPart
}

/** In milliseconds. `whole`: a server that answers drop by drop holds nothing up for longer. */
export const limits = { connect: 10_000, silence: 20_000, whole: 60_000 }

/** One connection for each mail: a few a day, and none is held up by another. */
export function mailSender(url: string, within: typeof limits) {
  return async function send(letter: Letter): Promise<Outcome> {
    const progress = { handedOver: false }
    try {
      const transport = createTransport({
        url,
        connectionTimeout: within.connect,
        greetingTimeout: within.connect,
        dnsTimeout: within.connect,
        socketTimeout: within.silence,
        disableFileAccess: true,
        disableUrlAccess: true,
        requireTLS: mustBeEncrypted(url),
        logger: listening(progress),
      })
      await transport.sendMail(mailOf(letter, AbortSignal.timeout(within.whole)))
      return { type: 'done', ref: letter.messageId }
    } catch (error) {
      return outcomeOf(error, progress.handedOver, letter.to.name)
    }
  }
}

/** A password is not sent in the clear, other than to this machine; `smtps:` always encrypts. */
function mustBeEncrypted(url: string): boolean {
  const { protocol, username, password, hostname } = new URL(url)
  if (protocol !== 'smtp:' || username + password === '') return false
  return !/^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i.test(hostname)
}

function mailOf(letter: Letter, signal: AbortSignal) {
  const { from, to, replyTo, subject, text, messageId, thread, calendar } = letter
  return {
    from,
    to,
    ...(replyTo && { replyTo }),
    envelope: { from: from.address, to: [to.address] },
    subject,
    text,
    textEncoding: 'quoted-printable' as const,
    ...(calendar && { icalEvent: { ...calendar, filename: 'invitation.ics' } }),
    messageId,
    inReplyTo: thread,
    references: [thread],
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    signal,
  }
}

/** The library says only in its log that the whole message has been handed over; from then on it may have arrived. */
function listening(progress: { handedOver: boolean }) {
  const note = (entry: unknown) => {
    if (typeof entry === 'object' && entry !== null && 'tnx' in entry && entry.tnx === 'message')
      progress.handedOver = true
  }
  const ignore = () => {}
  return {
    level: ignore,
    trace: ignore,
    debug: ignore,
    info: note,
    warn: ignore,
    error: ignore,
    fatal: ignore,
  }
}
