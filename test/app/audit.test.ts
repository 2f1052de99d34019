import { createServer } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { memoryStore } from '../../adapters/stores/memory.ts'
import { auditor } from '../../src/app/audit.ts'
import type { Store } from '../../src/app/ports.ts'
import type { CaseIntentOf } from '../../src/core/case/intent.ts'
import type { RecordId } from '../../src/core/record-id.ts'
import { openApp, type TestApp } from '../fixtures/app.ts'
import { incident, person } from '../fixtures/cases.ts'

async function raise(world: TestApp, intent = incident()): Promise<RecordId> {
  const answer = await world.ask(intent)
  if (!answer.ok) throw new Error(answer.refusal.message)
  return answer.id
}

/** A store that loses what it is told to: tasks of a slot on their way in, or every wake. */
function forgetful() {
  const store = memoryStore()
  const lost = { slots: [] as string[], wakes: false }
  const forgets: Store = {
    ...store,
    save(id, version, change) {
      const tasks = change.tasks.filter(
        ({ effect }) => effect.type !== 'message' || !lost.slots.includes(effect.slot),
      )
      return store.save(id, version, { ...change, tasks })
    },
    due: async (...asked) => (lost.wakes ? [] : store.due(...asked)),
  }
  return { store: forgets, lost }
}

describe('a message that was lost on its way to the outbox', () => {
  test.each(['root', 'nudge:D1:1', 'prompt:triage'])('%s is sent anew, once', async (slot) => {
    const { store, lost } = forgetful()
    const world = await openApp({ store })
    lost.slots = [slot]
    const id = await raise(world)
    lost.slots = []
    expect(world.web.says('web/room/willow', slot)).toBeUndefined()
    const audits = auditor(world.app, null)

    expect(await audits.run()).toMatchObject({ repaired: 2, woken: 0, failed: 0 })
    await world.settle()

    expect(world.web.says('web/room/willow', slot)).toBeDefined()
    expect(world.channels[1]?.says('slack/room/C0WILLOW', slot)).toBeDefined()
    expect(world.complaints.join()).toContain('A message was lost; it is sent anew')
    const events = (await store.history(id)).map(({ body }) => JSON.parse(body ?? '{}'))
    expect(events).toContainEqual(expect.objectContaining({ type: 'repaired', slot }))
    expect(await audits.run()).toMatchObject({ repaired: 0 })
  })

  test('is repaired once, however many replicas look at the same moment', async () => {
    const { store, lost } = forgetful()
    const world = await openApp({ store })
    lost.slots = ['nudge:D1:1']
    await raise(world)
    lost.slots = []

    await Promise.all([1, 2, 3].map(() => auditor(world.app, null).run()))
    await world.settle()

    const posts = world.web.calls.filter((call) => call === 'post web/room/willow nudge:D1:1')
    expect(posts).toHaveLength(1)
  })

  test('is looked for in meetings, at providers and in notices of an outage too', async () => {
    const { store, lost } = forgetful()
    const world = await openApp({ store })
    const id = await raise(world)
    lost.slots = ['roll', 'notice:1']
    const convene: CaseIntentOf<'convene'> = {
      kind: 'case',
      type: 'convene',
      by: person('quinn'),
      via: 'web',
      meeting: 'M3',
      seats: ['lead-provider-quality-lead'],
      startsAt: null,
      why: 'To agree what to do.',
      urgent: false,
    }
    await world.ask(convene, id)
    await world.off(3 * 24 * 3600)
    lost.slots = []

    const report = await auditor(world.app, null).run()
    await world.settle()

    expect(report?.repaired).toBe(4)
    expect(world.web.says('web/room/willow', 'roll')).toBeDefined()
    const notices = world.web.standing.filter(({ record }) => record === 'organisation-willow')
    expect(notices.map(({ slot }) => slot)).toEqual(['notice:1'])
  })
})

describe('what is left alone', () => {
  test('what was given up, however many messages were sent since; an update is posted anew', async () => {
    const kept = memoryStore()
    const world = await openApp({ store: { ...kept, outbox: async () => [] } })
    const gone = { type: 'never', reason: 'The room was archived.' } as const
    world.web.trouble('web/room/willow', { with: gone, times: 1 })
    const id = await raise(world)
    expect(await kept.shown(id, 'web/room/willow', 'root')).toBe('-')

    expect(await auditor(world.app, null).run()).toMatchObject({ repaired: 0 })
    await world.ask({ kind: 'case', type: 'have', by: person('ivan'), clock: 'D1' }, id)

    expect(world.web.calls).toContain('post web/room/willow root')
  })

  test('everything that stands, over a long case', async () => {
    const world = await openApp()
    await raise(world)
    await raise(world, incident({ danger: true, provider: 'aspen' }))
    const audits = auditor(world.app, null)

    for (let day = 27; day <= 31; day++) {
      await world.moveTo(`2027-03-${day}T12:00:00Z`)
      expect(await audits.run()).toMatchObject({ repaired: 0, woken: 0, lagSeconds: 0 })
    }
    expect(world.complaints).toEqual([])
  })

  test('a message that waits for a service that is down', async () => {
    const world = await openApp()
    world.web.trouble('web/room/willow', { with: { type: 'later', reason: 'down' } })
    await raise(world)

    expect(await auditor(world.app, null).run()).toMatchObject({ repaired: 0 })
  })

  test('a message that was given up', async () => {
    const world = await openApp()
    world.web.trouble('web/room/willow', { with: { type: 'never', reason: 'archived' } })
    await raise(world)

    expect(await auditor(world.app, null).run()).toMatchObject({ repaired: 0 })
  })

  test('a reminder that was told in the notice after an outage', async () => {
    const world = await openApp()
    await raise(world)
    await world.off(3 * 24 * 3600)

    expect(await auditor(world.app, null).run()).toMatchObject({ repaired: 0, woken: 0 })
  })
})

describe('a reminder that its service has not accepted', () => {
  test('for ten minutes is told to its record, once', async () => {
    const world = await openApp()
    world.web.trouble('web/room/willow', { with: { type: 'later', reason: 'down' } })
    const id = await raise(world)
    const audits = auditor(world.app, null)

    await world.pass(9 * 60)
    expect(await audits.run()).toMatchObject({ late: 0 })
    await world.pass(2 * 60)
    const report = await audits.run()
    await audits.run()

    expect(report?.late).toBeGreaterThan(0)
    const { late, clocks } = await world.record('case', id)
    expect(late.map(({ slot, place }) => `${place} ${slot}`)).toContain(
      'web/room/willow nudge:D1:1',
    )
    expect(clocks.find(({ rule }) => rule === 'D1')?.reached).toEqual(['ivan', 'ines'])
    const told = (await world.store.load(id))?.keys.filter(({ key }) => key.startsWith('late:'))
    expect(new Set(told?.map(({ key }) => key)).size).toBe(told?.length)
  })

  test('that was accepted meanwhile is not spoken of', async () => {
    const world = await openApp()
    await raise(world)
    await world.pass(11 * 60)

    expect(await auditor(world.app, null).run()).toMatchObject({ late: 0 })
  })
})

describe('a record whose wake was skipped', () => {
  test('is woken through the ordinary door, and it is said', async () => {
    const { store, lost } = forgetful()
    const world = await openApp({ store })
    const id = await raise(world)
    lost.wakes = true
    await world.pass(1800 + 61)
    expect((await world.record('case', id)).clocks[0]?.reached).toEqual(['ivan'])

    const report = await auditor(world.app, null).run()

    expect(report).toMatchObject({ woken: 1, lagSeconds: 61 })
    expect((await world.record('case', id)).clocks[0]?.reached).toEqual(['ivan', 'ines'])
    expect(world.complaints.join()).toContain('A record was not woken in time; it is woken now')
  })

  test('is left to the sweep for the first minute', async () => {
    const { store, lost } = forgetful()
    const world = await openApp({ store })
    await raise(world)
    lost.wakes = true
    await world.pass(1800 + 30)

    expect(await auditor(world.app, null).run()).toMatchObject({ woken: 0, lagSeconds: 30 })
  })
})

test('one record that cannot be read is counted, and spoils nothing', async () => {
  const kept = memoryStore()
  let broken: RecordId | null = null
  const world = await openApp({
    store: {
      ...kept,
      async load(id) {
        if (id === broken) throw new Error('EIO: i/o error')
        return kept.load(id)
      },
    },
  })
  broken = await raise(world)
  await raise(world)

  const report = await auditor(world.app, null).run()

  expect(report).toMatchObject({ failed: 1, repaired: 0 })
})

test('of many open records each run looks at some, and the list is read once a round', async () => {
  const kept = memoryStore()
  let lists = 0
  const world = await openApp({ store: kept })
  await raise(world)
  const [listed] = await kept.list({ facets: { status: 'open' } })
  const many = Array.from({ length: 1200 }, () => listed).filter((one) => one !== undefined)
  const store: Store = {
    ...kept,
    async list(query) {
      lists += 1
      return query.facets.status === 'open' ? many : []
    },
  }
  const audits = auditor({ ...world.app, store }, null)

  const checked = []
  for (let run = 0; run < 4; run++) checked.push((await audits.run())?.checked)

  expect(checked).toEqual([500, 500, 200, 500])
  expect(lists).toBe(6)
})

describe('the outside heartbeat', () => {
  const open: ReturnType<typeof createServer>[] = []
  afterEach(() => {
    for (const server of open.splice(0)) server.close()
  })

  async function watcher(answer: { status: number; headers?: Record<string, string> }) {
    const heard: string[] = []
    const server = createServer((request, response) => {
      heard.push(`${request.method} ${request.url}`)
      response.writeHead(answer.status, answer.headers).end()
    })
    open.push(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : 0
    return { heard, url: `http://127.0.0.1:${port}/secret-ping` }
  }

  test('is told after each run that all is well', async () => {
    const { heard, url } = await watcher({ status: 200 })
    const world = await openApp()

    await auditor(world.app, url).run()

    expect(heard).toEqual(['GET /secret-ping'])
    expect(world.complaints).toEqual([])
  })

  test('is not told while sweeps are behind, so that it notices', async () => {
    const { heard, url } = await watcher({ status: 200 })
    const { store, lost } = forgetful()
    const world = await openApp({ store })
    await raise(world)
    lost.wakes = true
    await world.pass(1800 + 61)

    await auditor(world.app, url).run()

    expect(heard).toEqual([])
    expect(world.complaints.join()).toContain('sweeps are behind')
  })

  test('is not told while reminders are not accepted, which is logged once', async () => {
    const { heard, url } = await watcher({ status: 200 })
    const world = await openApp()
    world.web.trouble('web/room/willow', { with: { type: 'later', reason: 'down' } })
    await raise(world)
    await world.pass(11 * 60)
    const audits = auditor(world.app, url)

    await audits.run()
    await audits.run()

    expect(heard).toEqual([])
    const words = 'Reminders are not being accepted by their services'
    expect(world.complaints.filter((one) => one.startsWith(words))).toEqual([
      expect.stringMatching(/: \{"late":\d+\}$/),
    ])
  })

  test('is not told while a record cannot be looked at', async () => {
    const { heard, url } = await watcher({ status: 200 })
    const world = await openApp()
    await raise(world)
    const store: Store = {
      ...world.store,
      async load() {
        throw new Error('EIO: i/o error')
      },
    }

    await auditor({ ...world.app, store }, url).run()

    expect(heard).toEqual([])
  })

  test('follows no redirect, and is only complained of', async () => {
    const { heard, url } = await watcher({ status: 302, headers: { location: '/elsewhere' } })
    const world = await openApp()

    expect(await auditor(world.app, url).run()).toMatchObject({ failed: 0 })

    expect(heard).toEqual(['GET /secret-ping'])
    expect(world.complaints.join()).toContain('The heartbeat address did not accept')
    expect(world.complaints.join()).not.toContain('secret')
  })

  test('that cannot be reached stops nothing', async () => {
    const world = await openApp()

    expect(await auditor(world.app, 'http://127.0.0.1:9/ping').run()).toMatchObject({ failed: 0 })

    expect(world.complaints.join()).toContain('The heartbeat address could not be reached')
  })
})
