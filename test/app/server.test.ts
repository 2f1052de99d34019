import { afterEach, describe, expect, test } from 'vitest'
import type { Log } from '../../src/app/host.ts'
import { type Tallies, tallying } from '../../src/app/metrics/meter.ts'
import { type ServedRoute, type Web, webServer } from '../../src/app/server.ts'

const silent: Log = { info: () => {}, warn: () => {}, error: () => {} }
const hello: ServedRoute = {
  path: '/hello/',
  channel: 'web',
  handle: async (request, response) => {
    response.end(`hello ${request.url}`)
  },
}
const broken: ServedRoute = {
  path: '/broken',
  channel: 'web',
  handle: () => Promise.reject(new Error('a fault')),
}

let web: Web | null = null
let trouble: string | null = null

afterEach(async () => {
  await web?.close()
  web = null
  trouble = null
})

async function open() {
  const meter = tallying()
  web = webServer({ trouble: async () => trouble, log: silent, meter })
  const { port } = await web.listen(0, '127.0.0.1')
  const url = `http://127.0.0.1:${port}`
  return {
    url,
    happened: () => meter.take(),
    async get(path: string, method = 'GET'): Promise<[number, string]> {
      const answer = await fetch(`${url}${path}`, { method })
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

  test('answers what is under way while it stops, and gives the channels nothing new', async () => {
    const { get } = await open()
    let begin = () => {}
    const begun = new Promise<void>((resolve) => {
      begin = resolve
    })
    let finish = () => {}
    const slow: ServedRoute = {
      path: '/slow',
      channel: 'web',
      async handle(_request, response) {
        begin()
        await new Promise<void>((resolve) => {
          finish = resolve
        })
        response.end('done')
      },
    }
    web?.serve([slow, hello])
    const underWay = get('/slow', 'POST')
    await begun
    let isDrained = false
    const drained = web?.drain().then(() => {
      isDrained = true
    })

    expect(await get('/readyz')).toEqual([503, 'Muster is stopping.'])
    expect(await get('/hello/', 'POST')).toEqual([503, 'Muster is stopping.'])
    expect(await get('/healthz')).toEqual([200, 'ok'])
    expect(isDrained).toBe(false)
    finish()
    expect(await underWay).toEqual([200, 'done'])
    await drained
  })

  test('waits for no live page when it stops, nor for who has gone away', async () => {
    const { url } = await open()
    const live: ServedRoute = {
      path: '/live',
      channel: 'web',
      handle: async (_request, response) => void response.writeHead(200).write('hello'),
    }
    web?.serve([live])
    const leaving = new AbortController()
    await Promise.all([fetch(`${url}/live`), fetch(`${url}/live`, { signal: leaving.signal })])
    leaving.abort()

    await web?.drain()
  })

  test('counts requests by route, never by the path as it came, and times deliveries', async () => {
    const { get, happened } = await open()
    web?.serve([hello, broken])
    await get('/hello/amina?room=C1')
    await get('/hello/amina', 'POST')
    await get('/broken', 'POST')
    await get('/amina.farrow')
    const counts = await soon(happened, 4)

    expect(counts).toEqual({
      '/hello/ 200': 2,
      '/broken 500': 1,
      'none 404': 1,
      web: 2,
    })
  })

  test('names the port that is in use, and the cure', async () => {
    const { url } = await open()
    const other = webServer({ trouble: async () => null, log: silent, meter: tallying() })
    const taken = other.listen(Number(new URL(url).port), '127.0.0.1')
    await expect(taken).rejects.toThrow(/Port \d+ is in use/)
  })
})

/** Once so many requests were counted: how often each set of labels. */
async function soon(happened: () => Tallies, requests: number) {
  const counts: Record<string, number> = {}
  let seen = 0
  await expect
    .poll(() => {
      const { counted, timed } = happened()
      for (const { labels, times } of [...counted, ...timed]) {
        const key = Object.values(labels).join(' ')
        counts[key] = (counts[key] ?? 0) + times
      }
      seen += counted.reduce((sum, { times }) => sum + times, 0)
      return seen
    })
    .toBe(requests)
  return counts
}
