import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { memoryStore } from '../../../adapters/stores/memory.ts'
import type { App } from '../../../src/app/app.ts'
import { metricsRoute } from '../../../src/app/metrics/index.ts'
import { tallying } from '../../../src/app/metrics/meter.ts'
import { COUNTED, LOOKED_UP, TIMED } from '../../../src/app/metrics/registry.ts'
import { watchedStore } from '../../../src/app/metrics/watched-store.ts'
import { openApp } from '../../fixtures/app.ts'
import { raised } from '../delivering.ts'

/** `/metrics` of an app, as it is read by a line’s beginning. */
async function scraping(app: App) {
  const meter = tallying()
  const route = metricsRoute(app, meter)
  const server = createServer((request, response) => void route.handle(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo // a server that listens on TCP has one
  return {
    meter,
    async scrape() {
      const text = await (await fetch(`http://127.0.0.1:${port}${route.path}`)).text()
      const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
      return Object.fromEntries(lines.map((line) => line.split(/ (?=\S+$)/)))
    },
  }
}

describe('what Prometheus reads', () => {
  test('is what happened since the start, however often it is read', async () => {
    const { meter, scrape } = await scraping((await openApp()).app)
    for (const seconds of [0.05, 0.05, 0.05, 0.2, 42]) {
      meter.took('muster_send_seconds', { channel: 'slack', outcome: 'done' }, seconds)
    }
    meter.count('muster_store_errors_total', { operation: 'save' })
    await scrape()
    meter.count('muster_store_errors_total', { operation: 'save' })
    meter.took('muster_send_seconds', { channel: 'slack', outcome: 'done' }, 0.3)

    const about = 'channel="slack",outcome="done"'
    expect(await scrape()).toMatchObject({
      'muster_store_errors_total{operation="save"}': '2',
      [`muster_send_seconds_bucket{le="0.01",${about}}`]: '0',
      [`muster_send_seconds_bucket{le="0.05",${about}}`]: '3',
      [`muster_send_seconds_bucket{le="0.25",${about}}`]: '4',
      [`muster_send_seconds_bucket{le="0.5",${about}}`]: '5',
      [`muster_send_seconds_bucket{le="30",${about}}`]: '5',
      [`muster_send_seconds_bucket{le="+Inf",${about}}`]: '6',
      [`muster_send_seconds_count{${about}}`]: '6',
    })
  })

  test('shows what waits, what is late and what is owed', async () => {
    const muster = await openApp({ channels: ['web'] })
    const { scrape } = await scraping(muster.app)
    expect(await scrape()).toMatchObject({
      muster_outbox_waiting: '0',
      muster_outbox_dead: '0',
      muster_outbox_oldest_seconds: '0',
      muster_sweep_lag_seconds: '0',
      muster_clocks_open: '0',
      muster_clocks_overdue: '0',
    })
  })

  test('counts the clocks of open cases, and those that were missed', async () => {
    const muster = await openApp()
    await raised(muster)
    const { scrape } = await scraping(muster.app)
    const { muster_clocks_open: open, muster_clocks_overdue: overdue } = await scrape()
    expect(Number(open)).toBeGreaterThan(1)
    expect(overdue).toBe('0')

    await muster.moveTo('2027-03-30T20:20:00Z')
    const late = await (await scraping(muster.app)).scrape()
    expect(Number(late.muster_clocks_overdue)).toBeGreaterThan(0)
    expect(late.muster_clocks_open).toBe(open)
  })

  test('says how late the sweep is', async () => {
    const muster = await openApp()
    await raised(muster)
    const wake = await muster.store.next('live', 'wakeAt', muster.app.now())
    const hour = Date.parse(wake ?? '') + 3_600_000
    const app = { ...muster.app, now: () => `${new Date(hour).toISOString().slice(0, 19)}Z` }
    const { scrape } = await scraping(app)

    expect((await scrape()).muster_sweep_lag_seconds).toBe('3600')
  })

  test('goes through the cases once for all who ask within a while', async () => {
    let lists = 0
    const { app } = await openApp()
    const list: typeof app.store.list = async (query) => {
      lists += 1
      return app.store.list(query)
    }
    const store = { ...app.store, list }
    const { scrape } = await scraping({ ...app, store })
    await Promise.all([scrape(), scrape()])
    await scrape()

    expect(lists).toBe(1)
  })

  test('leaves out what cannot be looked up, and keeps the rest', async () => {
    const meter = tallying()
    const { app } = await openApp()
    const broken = { ...app.store, counts: () => Promise.reject(new Error('a fault')) }
    const store = watchedStore(broken, meter)
    const { scrape } = await scraping({ ...app, store })
    const seen = await scrape()

    expect(seen).not.toHaveProperty('muster_outbox_waiting')
    expect(seen).toMatchObject({ muster_sweep_lag_seconds: '0' })
    const error = { name: 'muster_store_errors_total', labels: { operation: 'counts' }, times: 1 }
    expect(meter.take().counted).toMatchObject([error])
  })

  test('answers within a few seconds although the store hangs', async () => {
    const { app } = await openApp()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const counts = vi.fn(() => new Promise<never>(() => {}))
    const { scrape } = await scraping({ ...app, store: { ...app.store, counts } })
    const scraped = scrape()
    await vi.waitUntil(() => counts.mock.calls.length > 0)
    await vi.advanceTimersByTimeAsync(3000)
    const seen = await scraped

    expect(seen).not.toHaveProperty('muster_outbox_waiting')
    expect(seen).toMatchObject({ muster_clocks_open: '0' })
  })

  test('is named as Prometheus wants it, and everything is said to be what it is', () => {
    for (const name of Object.keys(COUNTED)) expect(name).toMatch(/^muster_[a-z_]+_total$/)
    for (const name of Object.keys(TIMED)) expect(name).toMatch(/^muster_[a-z_]+_seconds$/)
    for (const name of Object.keys(LOOKED_UP)) expect(name).toMatch(/^muster_[a-z_]+$/)
    const labels = [...Object.values(COUNTED), ...Object.values(TIMED)].flatMap((one) => one.labels)
    expect([...new Set(labels)].sort()).toEqual([
      'channel',
      'operation',
      'outcome',
      'route',
      'status',
    ])
  })
})

test('a watched store answers as the store does', async () => {
  const meter = tallying()
  const store = watchedStore(memoryStore(), meter)
  await store.keepSetting('one', 1)

  expect(await store.setting('one')).toBe(1)
  expect(store.complaints).toEqual([])
  await expect(store.keepSetting('two', 'a\0b')).rejects.toThrow()
  expect(meter.take().counted).toMatchObject([{ labels: { operation: 'keepSetting' }, times: 1 }])
})
