import { type IncomingMessage, request, type ServerResponse } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import type { Log } from '../../src/app/host.ts'
import { type Tallies, tallying } from '../../src/app/metrics/meter.ts'
import { bodyOf } from '../../src/app/request-body.ts'
import { type ServedRoute, type Web, webServer } from '../../src/app/server.ts'
import { ask, pour } from '../trust/outsiders/ask.ts'

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
let remark: string | null = null

afterEach(async () => {
  await web?.close()
  web = null
  trouble = null
  remark = null
})

async function open() {
  const meter = tallying()
  web = webServer({ trouble: async () => trouble, remark: () => remark, log: silent, meter })
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

  test('is ready all the same where somebody should look at something', async () => {
    const { get } = await open()
    web?.serve([])
    remark = 'Rules not yet approved by your organisation.'

    expect(await get('/readyz')).toEqual([200, `ready\n${remark}`])
  })

  test('knows what is not there, and answers for a route that fails', async () => {
    const { get } = await open()
    web?.serve([hello, broken])

    expect((await get('/nothing'))[0]).toBe(404)
    expect(await get('/broken')).toEqual([500, 'That went wrong through a fault of Muster’s own.'])
  })

  test('gives a path to the nearest route above it, whichever was named first', async () => {
    const { get } = await open()
    const all: ServedRoute = {
      path: '/',
      channel: 'web',
      handle: async (_request, response) => {
        response.end('all')
      },
    }
    web?.serve([all, hello])

    expect(await get('/hello/there')).toEqual([200, 'hello /hello/there'])
    expect(await get('/elsewhere')).toEqual([200, 'all'])
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

  test('ends a connection whose request does not come, whole or at all', async () => {
    const patience = { headersMs: 60, requestMs: 120, lookMs: 20 }
    const meter = tallying()
    web = webServer({ trouble: async () => null, log: silent, meter }, patience)
    const { port } = await web.listen(0, '127.0.0.1')
    web.serve([{ ...hello, handle: (request, response) => taken(request, response) }])
    async function taken(request: IncomingMessage, response: ServerResponse) {
      await bodyOf(request, response, 1000)
      response.end('taken')
    }
    const line = 'POST /hello/ HTTP/1.1\r\nHost: x\r\n'
    const slowBody = pour(port, `${line}Content-Length: 900\r\n\r\n`, { bytes: 900, everyMs: 10 })
    const slowHead = pour(port, line, { bytes: 900, everyMs: 10 })
    const silence = pour(port, '')
    for (const one of await Promise.all([slowBody, slowHead, silence])) {
      expect(one.text).not.toContain('taken')
      expect(one.taken).toBeLessThan(300)
    }
    expect((await slowHead).text).toContain('408')
  })

  test('takes no more headers than any service sends', async () => {
    const { url } = await open()
    web?.serve([hello])
    const port = Number(new URL(url).port)
    const many = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`x-${index}`, '1']))

    expect((await ask(port, { path: '/hello/', headers: many(90) })).status).toBe(200)
    expect((await ask(port, { path: '/hello/', headers: many(101) })).status).toBe(431)
    const large = { path: '/hello/', headers: { 'x-large': 'x'.repeat(20_000) } }
    expect((await ask(port, large)).status).toBe(431)
  })

  test('lets its own pages only be read, and says of each answer that it is what it says', async () => {
    const { get, url } = await open()
    web?.serve([hello, { ...hello, path: '/metrics', channel: null }])

    for (const path of ['/healthz', '/readyz', '/metrics'])
      expect(await get(path, 'POST')).toEqual([405, 'This page is only read.'])
    for (const path of ['/healthz', '/readyz', '/metrics', '/hello/', '/nothing']) {
      const { headers } = await fetch(`${url}${path}`)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('cache-control')).toBe('no-store')
    }
  })

  test('keeps no line of the log for whoever breaks off', async () => {
    const meter = tallying()
    const lines: string[] = []
    const log = { ...silent, error: (_: object, words: string) => void lines.push(words) }
    web = webServer({ trouble: async () => null, log, meter })
    const { port } = await web.listen(0, '127.0.0.1')
    let ended = false
    const handle = async (request: IncomingMessage, response: ServerResponse) => {
      await bodyOf(request, response, 1000).finally(() => {
        ended = true
      })
    }
    web.serve([{ path: '/hello/', channel: 'web', handle }])
    const asking = request({ port, path: '/hello/', method: 'POST' }).on('error', () => {})
    asking.write('half', () => asking.destroy())

    await expect.poll(() => ended).toBe(true)
    await web.drain()
    expect(lines).toEqual([])
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
