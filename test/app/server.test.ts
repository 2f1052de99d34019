import { afterEach, describe, expect, test } from 'vitest'
import type { Log, Route } from '../../src/app/host.ts'
import { type Web, webServer } from '../../src/app/server.ts'

const silent: Log = { info: () => {}, warn: () => {}, error: () => {} }
const hello: Route = {
  path: '/hello/',
  handle: async (request, response) => {
    response.end(`hello ${request.url}`)
  },
}
const broken: Route = {
  path: '/broken',
  handle: () => Promise.reject(new Error('a fault')),
}

let web: Web | null = null
let trouble: string | null = null

afterEach(async () => {
  await web?.close()
  web = null
  trouble = null
})

async function open(): Promise<{ get(path: string): Promise<[number, string]> }> {
  web = webServer(async () => trouble, silent)
  const { port } = await web.listen(0, '127.0.0.1')
  return {
    async get(path) {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`)
      return [answer.status, (await answer.text()).trim()]
    },
  }
}

describe('the one HTTP server', () => {
  test('takes a request before it serves, and answers it then', async () => {
    const { get } = await open()
    const early = get('/hello/there?you')
    expect(await get('/healthz')).toEqual([200, 'ok'])
    expect(await get('/readyz')).toEqual([503, 'Muster is starting.'])

    web?.serve([hello])
    expect(await early).toEqual([200, 'hello /hello/there?you'])
    expect(await get('/readyz')).toEqual([200, 'ready'])
  })

  test('says that it is not ready when nothing can be written down', async () => {
    const { get } = await open()
    web?.serve([])
    trouble = 'The store cannot be written.'

    expect(await get('/readyz')).toEqual([503, 'The store cannot be written.'])
    expect(await get('/healthz')).toEqual([200, 'ok'])
  })

  test('knows what is not there, and answers for a route that fails', async () => {
    const { get } = await open()
    web?.serve([hello, broken])

    expect((await get('/nothing'))[0]).toBe(404)
    expect(await get('/broken')).toEqual([500, 'That went wrong through a fault of Muster’s own.'])
  })

  test('names the port that is in use, and the cure', async () => {
    await open()
    const other = webServer(async () => null, silent)
    const first = await fetchPort()
    await expect(other.listen(first, '127.0.0.1')).rejects.toThrow(/Port \d+ is in use/)
  })
})

/** The port of the server that is open, which another one cannot have. */
async function fetchPort(): Promise<number> {
  const held = webServer(async () => null, silent)
  const { port } = await held.listen(0, '127.0.0.1')
  const before = web
  web = { ...held, close: async () => void (await Promise.all([held.close(), before?.close()])) }
  return port
}
