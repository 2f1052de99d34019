/** One part of a mail, decoded. */
export interface MailPart {
  /** `text/calendar; charset=utf-8; method=REQUEST`. */
  readonly type: string
  readonly disposition: string
  readonly text: string
}

/** The parts of a mail as RFC 2045 and 2046 have them, by hand: the bundles are unpacked. */
export function partsOf(raw: string): readonly MailPart[] {
  const middle = raw.indexOf('\r\n\r\n')
  const head = raw.slice(0, middle).replace(/\r\n[ \t]+/g, ' ')
  const body = raw.slice(middle + 4)
  const header = (name: string) =>
    new RegExp(`^${name}: *(.*)$`, 'im').exec(head)?.[1]?.trim() ?? ''
  const type = header('content-type')
  const [, boundary] = /boundary="?([^";]+)"?/i.exec(type) ?? []
  if (!type.startsWith('multipart/') || boundary === undefined) {
    const text = decoded(body, header('content-transfer-encoding').toLowerCase())
    return [{ type, disposition: header('content-disposition'), text }]
  }
  return body
    .split(`--${boundary}`)
    .slice(1, -1)
    .flatMap((part) => partsOf(part.replace(/^\r\n/, '').replace(/\r\n$/, '')))
}

/** Quoted-printable. */
export function unquoted(words: string): string {
  const bytes = words
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}

function decoded(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString()
  return encoding === 'quoted-printable' ? unquoted(body) : Buffer.from(body, 'latin1').toString()
}
