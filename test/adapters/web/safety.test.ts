import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, type World } from './fake-world.ts'

let world: World
let token: string

beforeAll(async () => {
  world = await openWorld()
  const page = await (await world.get('/')).text()
  token = /content="([0-9a-f]{48})"/.exec(page)?.[1] ?? ''
})
afterAll(() => world.close())

interface Sent {
  readonly path?: string
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly body?: string
}

/** `fetch` sets the host and the origin itself, so these requests are made by hand. */
function send({
  path = '/api/say',
  method = 'POST',
  headers = {},
  body = '{}',
}: Sent): Promise<{ status: number; error: string }> {
  const own = { 'x-muster-token': token, 'x-person': 'amina' }
  return new Promise((resolve, reject) => {
    const sent = request(
      `${world.address}${path}`,
      { method, headers: { ...own, ...headers } },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', () => {
          const text = Buffer.concat(chunks).toString()
          const json = text.startsWith('{') ? JSON.parse(text) : {}
          resolve({ status: answer.statusCode ?? 0, error: json.error ?? '' })
        })
      },
    )
    sent.on('error', reject)
    sent.end(method === 'POST' ? body : undefined)
  })
}

const say = (more: object = {}) =>
  JSON.stringify({ key: 'a-key-of-a-page', space: 'web/room/willow', text: 'hello', ...more })

describe('another site', () => {
  test.each(['evil.example', '127.0.0.1.evil.example:3000', 'localhost.evil.example', '10.0.0.1'])(
    'cannot reach the playground under the name %j',
    async (host) => {
      for (const sent of [{ path: '/', method: 'GET' }, { body: say() }]) {
        const { status, error } = await send({ ...sent, headers: { host } })
        expect(status).toBe(403)
        expect(error).toContain('open http://127.0.0.1')
      }
    },
  )

  test.each(['127.0.0.1:1', 'localhost', 'LOCALHOST:3000', '[::1]:3000'])(
    'is not %s',
    async (host) => {
      expect((await send({ headers: { host }, body: say() })).status).toBe(200)
    },
  )

  test.each(['http://evil.example', 'null', 'http://127.0.0.1:1', 'https://127.0.0.1'])(
    'cannot send from the origin %s',
    async (origin) => {
      const { status, error } = await send({ headers: { origin }, body: say() })

      expect(status).toBe(403)
      expect(error).toContain('Another site')
    },
  )

  test('cannot change anything without the token of the served page', async () => {
    for (const wrong of ['', 'x', token.replace(/./, 'g'), `${token}0`]) {
      expect((await send({ headers: { 'x-muster-token': wrong }, body: say() })).status).toBe(403)
    }
    expect((await send({ headers: { origin: world.address }, body: say() })).status).toBe(200)
  })
})

describe('every answer', () => {
  test.each(['/', '/static/app.js', '/api/state', '/nothing'])(
    'of %s loads and frames nothing foreign',
    async (path) => {
      const { headers } = await world.get(path, 'amina')

      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
      )
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('access-control-allow-origin')).toBeNull()
    },
  )
})

describe('a request that makes no sense', () => {
  test('is refused with a sentence', async () => {
    expect(await send({ body: 'x'.repeat(70_000) })).toMatchObject({ status: 413 })
    expect(await send({ body: '{"key"' })).toMatchObject({ status: 400 })
    expect(await send({ body: '' })).toMatchObject({ status: 400 })
    expect(await send({ body: '[]' })).toMatchObject({ status: 400 })
    const deep = '['.repeat(30_000) + ']'.repeat(30_000)
    expect(await send({ body: deep })).toMatchObject({ status: 400 })
    expect(await send({ body: say({ more: 'deep' }).replace('"deep"', deep) })).toMatchObject({
      status: 400,
    })
    expect(await send({ body: '['.repeat(1_000_000) })).toMatchObject({ status: 413 })
    expect(await send({ body: say({ text: 7 }) })).toMatchObject({ status: 400 })
    expect(await send({ body: say({ text: 'a\0b' }) })).toMatchObject({ status: 400 })
    expect(await send({ body: say({ text: '\ud800' }).replace('\\\\', '\\') })).toMatchObject({
      status: 400,
    })
    expect(await send({ headers: { 'x-person': 'nobody' }, body: say() })).toMatchObject({
      status: 400,
    })
    expect(await send({ path: '/api/nothing' })).toMatchObject({ status: 404 })
    expect(await send({ path: '/api/constructor' })).toMatchObject({ status: 404 })
    expect(await send({ path: '/static/../index.ts', method: 'GET' })).toMatchObject({
      status: 404,
    })
    expect(await send({ path: '//', method: 'GET' })).toMatchObject({ status: 404 })
    expect(await send({ path: '/api/say', method: 'GET' })).toMatchObject({ status: 405 })
    expect(await send({ path: '/api/state' })).toMatchObject({ status: 405 })
    expect((await send({ body: '{' })).error).toMatch(/^The request was not understood/)
  })
})
