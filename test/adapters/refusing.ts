import { once } from 'node:events'
import { createServer as createHttp, type RequestListener } from 'node:http'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** An HTTP server for one test; its address. */
export function httpServer(listener: RequestListener): Promise<string> {
  return opened(createHttp(listener)).then((port) => `http://127.0.0.1:${port}`)
}

/** Speaks just enough of PostgreSQL’s protocol to refuse every question, and quotes it in every field. */
export function refusingPostgres(): Promise<number> {
  return opened(
    createServer((socket) => {
      socket.on('error', () => undefined)
      socket.once('data', () => {
        socket.write(Buffer.concat([packet('R', Buffer.alloc(4)), packet('Z', Buffer.from('I'))]))
        socket.on('data', (asked) => refuse(socket, printable(asked)))
      })
    }),
  )
}

function refuse(socket: Socket, asked: string): void {
  if (asked.includes('CUT')) return void socket.destroy()
  const fields = { S: 'ERROR', V: 'ERROR', C: '22P02', M: asked, D: asked, H: asked, W: asked }
  const told = Object.entries({ ...fields, R: 'json_errsave_error', n: 'records_key' })
  const body = told.map(([name, text]) => `${name}${text}\0`).join('')
  socket.write(
    Buffer.concat([packet('E', Buffer.from(`${body}\0`)), packet('Z', Buffer.from('I'))]),
  )
}

function packet(type: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeInt32BE(body.length + 4)
  return Buffer.concat([Buffer.from(type), length, body])
}

function printable(bytes: Buffer): string {
  return bytes.toString('utf8').replace(/[^ -~]+/g, ' ')
}

/** The port; the server is closed with the test. */
export async function opened(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    if ('closeAllConnections' in server && typeof server.closeAllConnections === 'function')
      server.closeAllConnections()
    server.close()
  })
  // A server that listens on TCP has such an address.
  return (server.address() as AddressInfo).port
}
