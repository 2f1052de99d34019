import { expect, test } from 'vitest'
import { memoryStore } from '../../adapters/stores/memory.ts'
import { heartbeat } from '../../src/app/alive.ts'
import { auditor } from '../../src/app/audit.ts'
import type { Outage } from '../../src/core/outage.ts'
import { type Instant, plusMinutes, plusSeconds } from '../../src/core/time/instant.ts'
import { openApp, STARTS } from '../fixtures/app.ts'
import { incident } from '../fixtures/cases.ts'

/** Replicas over one store and one clock that is set by hand. */
async function replicas() {
  const kept = memoryStore()
  let writes = 0
  const store = {
    ...kept,
    async keepSetting(name: string, value: unknown) {
      if (name === 'alive') writes += 1
      return kept.keepSetting(name, value)
    },
  }
  const world = await openApp({ store })
  let now: Instant = STARTS
  const app = { ...world.app, realNow: () => now, now: () => now }
  const caught: Outage[] = []
  const replica = () =>
    heartbeat(app, async (outage) => {
      caught.push(outage)
    })
  writes = 0
  return {
    world,
    app,
    replica,
    caught,
    writes: () => writes,
    at: (instant: Instant) => {
      now = instant
    },
  }
}

test('a heartbeat is written at most once a minute', async () => {
  const { replica, at, writes } = await replicas()
  const alive = replica()

  for (let second = 0; second < 300; second++) {
    at(plusSeconds(STARTS, second))
    await alive.beat()
  }

  expect(writes()).toBe(5)
})

test('one replica that was frozen is no outage while another is alive', async () => {
  const { replica, at, caught } = await replicas()
  const [frozen, alive] = [replica(), replica()]
  await frozen.beat()
  for (let minute = 0; minute < 60; minute++) {
    at(plusMinutes(STARTS, minute))
    await alive.beat()
  }

  await frozen.beat()

  expect(caught).toEqual([])
})

test('all that were frozen find one outage when they wake', async () => {
  const { replica, at, caught } = await replicas()
  const [one, other] = [replica(), replica()]
  await one.beat()
  await other.beat()
  at(plusMinutes(STARTS, 55))

  await Promise.all([one.beat(), other.beat()])

  const outage = { from: STARTS, until: plusMinutes(STARTS, 55) }
  expect(caught).toEqual([outage, outage])
})

test('what a replica that was killed had claimed is waited for, and what cannot be woken for two minutes only', async () => {
  const { world, replica, at, caught } = await replicas()
  await world.ask(incident())
  const alive = replica()
  await alive.beat()

  // Nobody wakes the case, so that it stays due.
  for (let second = 0; second < 300; second++) {
    at(plusSeconds(STARTS, 3600 + second))
    await alive.beat()
  }

  expect(caught).toHaveLength(121)
  expect(new Set(caught.map(({ until }) => until)).size).toBe(1)
})

test('a store in trouble is complained of, and whoever would sweep learns of it', async () => {
  const { world, app } = await replicas()
  const store = {
    ...app.store,
    setting: async () => {
      throw new Error('EIO: i/o error')
    },
  }

  expect(await heartbeat({ ...app, store }, async () => {}).beat()).toBe('failed')

  expect(world.complaints.join()).toContain('The heartbeat could not be kept: Error: EIO')
})

test('the auditor wakes nothing while it is not known whether Muster was off', async () => {
  const { world, app, at } = await replicas()
  await world.ask(incident())
  let isBroken = true
  const store = {
    ...app.store,
    async setting(name: string) {
      if (isBroken) throw new Error('EIO: i/o error')
      return app.store.setting(name)
    },
  }
  const alive = heartbeat({ ...app, store }, async () => {})
  const audits = auditor(app, null, alive)
  at(plusSeconds(STARTS, 3600))

  expect(await audits.run()).toBeNull()
  isBroken = false
  // The case stays due here, so that the outage is being caught up with.
  expect(await alive.beat()).toBe('catching-up')
  expect(await audits.run()).toBeNull()
  at(plusSeconds(STARTS, 3600 + 121))
  expect(await audits.run()).toMatchObject({ woken: 1 })
})

test('two who ask at the same moment catch up once', async () => {
  const { replica, at, caught } = await replicas()
  const alive = replica()
  await alive.beat()
  at(plusMinutes(STARTS, 55))

  await Promise.all([alive.beat(), alive.beat()])

  expect(caught).toHaveLength(1)
})

test.each([9, 25])(
  'what waits since before Muster was off for %i minutes is late only ten minutes after',
  async (minutes) => {
    const { world, app, at } = await replicas()
    const alive = heartbeat(app, async () => {})
    await alive.beat()
    world.web.trouble('web/room/willow', { with: { type: 'later', reason: 'down' } })
    await world.ask(incident())
    const audits = auditor(app, null, alive)

    at(plusMinutes(STARTS, minutes))
    expect(await audits.run()).toMatchObject({ late: 0 })
    for (let minute = 1; minute < 10; minute++) {
      at(plusMinutes(STARTS, minutes + minute))
      await alive.beat()
    }
    expect(await audits.run()).toMatchObject({ late: 0 })
    at(plusMinutes(STARTS, minutes + 10))
    expect((await audits.run())?.late).toBeGreaterThan(0)
  },
)
