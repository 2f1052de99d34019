import type { Environment } from './environment.ts'

export interface MailConfig {
  /** May hold a password. */
  readonly url: string
  readonly from: { readonly name: string; readonly address: string }
  /** Where whoever gets a mail reaches Muster, without a stroke at its end; null for nowhere. */
  readonly publicUrl: string | null
}

/** Mail, where it is set, or the sentence about what is half set or wrong. */
export function mailOf({
  SMTP_URL,
  MAIL_FROM,
  MUSTER_URL,
}: Environment): MailConfig | null | string {
  if (SMTP_URL === undefined && MAIL_FROM === undefined) return null
  if (SMTP_URL === undefined)
    return 'MAIL_FROM is set without SMTP_URL: set SMTP_URL (the address of the mail server), or unset MAIL_FROM.'
  if (MAIL_FROM === undefined)
    return 'SMTP_URL is set without MAIL_FROM: set MAIL_FROM (the address that mail comes from), or unset SMTP_URL.'
  if (!isServer(SMTP_URL))
    return 'SMTP_URL must be an address such as smtp://mail.example.org:587 or smtps://user:password@mail.example.org, with signs like @ or % in the password written as %40 or %25: correct it or unset it.'
  const from = mailboxOf(MAIL_FROM)
  if (!from)
    return 'MAIL_FROM must be an e-mail address such as muster@example.org or Muster <muster@example.org>: correct it or unset it.'
  const publicUrl = MUSTER_URL?.replace(/\/+$/, '') ?? null
  return { url: SMTP_URL, from, publicUrl }
}

function isServer(words: string): boolean {
  const url = URL.canParse(words) ? new URL(words) : null
  if (url === null || url.hostname === '') return false
  return ['smtp:', 'smtps:'].includes(url.protocol) && isReadable(url.username + url.password)
}

/** A lone % is not what it seems in an address. */
function isReadable(encoded: string): boolean {
  try {
    return decodeURIComponent(encoded) !== null
  } catch {
    return false
  }
}

function mailboxOf(words: string): MailConfig['from'] | undefined {
  const [, name = '', inBrackets, bare] =
    /^(?:"?([^"<>\r\n]*?)"?\s*<([^\s<>@]+@[^\s<>@]+)>|([^\s<>@]+@[^\s<>@]+))$/.exec(words) ?? []
  const address = inBrackets ?? bare
  return address === undefined ? undefined : { name: name || 'Muster', address }
}
