import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'

const MAGIC = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'

/** Slack's side of a socket: greets, sends envelopes and hears what comes back. */
export interface SocketServer {
  readonly apiUrl: string
  readonly heard: { envelope_id: string; payload?: unknown }[]
  /** Resolves when Muster has opened its socket. */
  readonly open: Promise<void>
  send(envelope: object): void
  close(): Promise<void>
}

/** Answers `auth.test` and `apps.connections.open`, the latter as told; then speaks just enough WebSocket. */
export async function socketServer(connection: object = { ok: true }): Promise<SocketServer> {
  const heard: SocketServer['heard'] = []
  let socket: Duplex | undefined
  let opened = (): void => undefined
  const open = new Promise<void>((resolve) => {
    opened = resolve
  })
  const server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo // a server that listens on TCP has one
    const identity = { ok: true, user_id: 'U0MUSTER', bot_id: 'B0MUSTER', team_id: 'T1' }
    const isOpening = request.url === '/api/apps.connections.open'
    const answer = isOpening ? { url: `ws://127.0.0.1:${port}/`, ...connection } : identity
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
  })
  server.on('upgrade', (request, stream) => {
    const key = `${request.headers['sec-websocket-key']}${MAGIC}`
    const accept = createHash('sha1').update(key).digest('base64')
    const head = ['Upgrade: websocket', 'Connection: Upgrade', `Sec-WebSocket-Accept: ${accept}`]
    stream.write(`HTTP/1.1 101 Switching Protocols\r\n${head.join('\r\n')}\r\n\r\n`)
    stream.on('data', (frame: Buffer) => {
      const text = textIn(frame)
      if (text !== undefined) heard.push(JSON.parse(text))
    })
    stream.on('error', () => undefined)
    socket = stream
    stream.write(frameOf(JSON.stringify({ type: 'hello', num_connections: 1 })))
    opened()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // a server that listens on TCP has one
  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    heard,
    open,
    send: (envelope) => void socket?.write(frameOf(JSON.stringify(envelope))),
    async close() {
      socket?.destroy()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function frameOf(text: string): Buffer {
  const body = Buffer.from(text)
  const head = body.length < 126 ? Buffer.from([0x81, body.length]) : Buffer.from([0x81, 126, 0, 0])
  if (body.length >= 126) head.writeUInt16BE(body.length, 2)
  return Buffer.concat([head, body])
}

/** The text of a masked frame; undefined for pings and the like. */
function textIn(frame: Buffer): string | undefined {
  if ((frame.readUInt8(0) & 0x0f) !== 1) return undefined
  const short = frame.readUInt8(1) & 0x7f
  const start = short === 126 ? 4 : 2
  const length = short === 126 ? frame.readUInt16BE(2) : short
  const mask = frame.subarray(start, start + 4)
  const body = Buffer.from(frame.subarray(start + 4, start + 4 + length))
  for (const [index, byte] of body.entries()) body[index] = byte ^ (mask[index % 4] ?? 0)
  return body.toString()
}
