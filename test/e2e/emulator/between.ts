import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Authority, startAuthority } from '../../adapters/teams/authority.ts'
import { seats } from './seats.ts'

/**
 * The emulator knows no tokens and Muster takes nothing without one. What stands between them signs
 * what people do, as Teams does, and takes Muster’s own calls on once their token was checked.
 */
export interface Between {
  readonly authority: Authority
  /** Where the emulator of the person in a seat sends what they do. */
  addressFor(seat: number): string
  /** Calls that Muster made and an emulator refused. */
  readonly refused: readonly string[]
  close(): Promise<void>
}

/** `app` is asked for Muster’s address, `emulators` for those of everybody’s emulator. */
export async function openBetween(
  app: () => string,
  emulators: readonly string[],
): Promise<Between> {
  const refused: string[] = []
  const tenant = seats(emulators)
  const authority = await startAuthority({
    async onward(method, path, body) {
      const answer = await tenant.call(method, path, body)
      if (answer.status >= 400) refused.push(`${method} ${path}: ${JSON.stringify(answer.body)}`)
      return answer
    },
  })
  const server = createServer((request, response) => {
    const seat = Number(request.url?.slice(1))
    const ownWords = (text: string) => tenant.common(seat, text)
    handOn(authority, app(), ownWords, request, response).catch(() => response.destroy())
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  // A server that listens on TCP has such an address.
  const { port } = server.address() as AddressInfo
  return {
    authority,
    addressFor: (seat) => `http://127.0.0.1:${port}/${seat}`,
    refused,
    async close() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
      await authority.close()
    },
  }
}

async function handOn(
  { serviceUrl, token }: Authority,
  app: string,
  common: (text: string) => string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // It first asks whether anybody is there.
  if (request.method !== 'POST') return void response.writeHead(405).end()
  let text = ''
  for await (const chunk of request) text += chunk
  const answer = await fetch(app, {
    method: 'POST',
    headers: { authorization: `Bearer ${token()}`, 'content-type': 'application/json' },
    body: JSON.stringify({ ...JSON.parse(common(text)), serviceUrl }),
  })
  response.writeHead(answer.status, { 'content-type': 'application/json' })
  response.end(await answer.text())
}
