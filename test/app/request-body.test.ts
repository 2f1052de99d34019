import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { bodyOf, isBrokenOff } from '../../src/app/request-body.ts'
import { ask, pour } from '../trust/outsiders/ask.ts'

const MOST = 1000
const MEGABYTE = 1024 * 1024
let server: Server | undefined

afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

async function open(
  answer = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await bodyOf(request, response, MOST)
    if (body === null) response.writeHead(413).end('too long')
    else response.end(`${body.length} bytes`)
  },
): Promise<number> {
  server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done))
  // A server that listens on TCP has such an address.
  return (server.address() as AddressInfo).port
}

describe('the body of a request', () => {
  test('is read whole up to its limit', async () => {
    const port = await open()

    expect(await ask(port, { path: '/', body: '' })).toEqual({ status: 200, text: '0 bytes' })
    expect(await ask(port, { path: '/', body: 'x'.repeat(MOST) })).toEqual({
      status: 200,
      text: '1000 bytes',
    })
  })

  test('that says it is too long is not read at all', async () => {
    const port = await open()
    const head = `POST / HTTP/1.1\r\nHost: x\r\nContent-Length: ${4 * MEGABYTE}\r\n\r\n`
    const { text } = await pour(port, head)

    expect(text).toMatch(/^HTTP\/1\.1 413 /)
    expect(text).toMatch(/connection: close/i)
  })

  test.each([
    ['of 4 MB in one piece', `Content-Length: ${4 * MEGABYTE}\r\n\r\n`],
    ['of 4 MB in chunks', 'Transfer-Encoding: chunked\r\n\r\n400000\r\n'],
  ])('%s is answered with 413, and the connection ends before its end', async (_, length) => {
    const port = await open()
    const head = `POST / HTTP/1.1\r\nHost: x\r\n${length}`
    const { text, taken } = await pour(port, head, { bytes: 64 * MEGABYTE })

    expect(text).toMatch(/^HTTP\/1\.1 413 /)
    // What the system keeps on its way; the whole would be 64 MB.
    expect(taken).toBeLessThan(16 * MEGABYTE)
  })

  test('that breaks off is known as the sender’s doing', async () => {
    let error: unknown
    let request: IncomingMessage | undefined
    const seen = new Promise<void>((done) => {
      open(async (coming, response) => {
        request = coming
        error = await bodyOf(coming, response, MOST).catch((one: unknown) => one)
        done()
      }).then(async (port) => {
        const leaving = new AbortController()
        const body = new ReadableStream({ start: (stream) => stream.enqueue(Buffer.from('half')) })
        const init = { method: 'POST', body, duplex: 'half' as const, signal: leaving.signal }
        const sending = fetch(`http://127.0.0.1:${port}/`, init).catch(() => {})
        await expect.poll(() => request).toBeDefined()
        leaving.abort()
        await sending
      })
    })
    await seen

    expect(request && isBrokenOff(request, error)).toBe(true)
    expect(request && isBrokenOff(request, new Error('a fault'))).toBe(false)
  })
})
