import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { type MailPart, partsOf, unquoted } from './parts.ts'

/** A mail as it arrived: whom it was for, its headers, its text. */
interface Arrived {
  readonly to: readonly string[]
  header(name: string): string | undefined
  /** Every line of the head, unfolded. */
  readonly head: readonly string[]
  readonly text: string
  /** Every part of it that is no bundle of parts. */
  readonly parts: readonly MailPart[]
}

export interface MailServer {
  readonly url: string
  readonly port: number
  readonly arrived: readonly Arrived[]
  close(): Promise<void>
}

/** A real SMTP server in this process; `over` makes it refuse, hang up or ask who is there. */
export async function mailServer(over: SMTPServerOptions = {}): Promise<MailServer> {
  const arrived: Arrived[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address)
        arrived.push(read(to, Buffer.concat(chunks).toString('latin1')))
        done()
      })
    },
    ...over,
  })
  // What a client does to its connection is what the tests are about.
  server.on('error', () => {})
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  // It listens on TCP, so its address is a port.
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    arrived,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function read(to: readonly string[], raw: string): Arrived {
  const middle = raw.indexOf('\r\n\r\n')
  const head = raw
    .slice(0, middle)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
    .map(unencoded)
  const parts = partsOf(raw)
  return {
    to,
    head,
    text: parts[0]?.text ?? '',
    parts,
    header(name) {
      const found = head.find((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`))
      return found?.slice(name.length + 1).trim()
    },
  }
}

/** RFC 2047: words of a header that are not plain letters. */
function unencoded(line: string): string {
  return line
    .replace(/\?= +=\?/g, '?==?')
    .replace(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_, how: string, words: string) =>
      how.toLowerCase() === 'b'
        ? Buffer.from(words, 'base64').toString()
        : unquoted(words.replace(/_/g, ' ')),
    )
}
