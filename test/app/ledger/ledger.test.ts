import { describe, expect, test } from 'vitest'
import { memoryStore } from '../../../adapters/stores/memory.ts'
import { dailyLedger } from '../../../src/app/ledger/daily.ts'
import { isLedger, makeDay, shortened, spokenHead } from '../../../src/app/ledger/day.ts'
import { keepLedgerDay, readLedger } from '../../../src/app/ledger/keep.ts'
import { printingOf } from '../../../src/app/ledger/print.ts'
import { itemsOf } from '../../../src/app/moving/items.ts'
import type { Store } from '../../../src/app/ports.ts'
import { verifyAll } from '../../../src/app/verify/verify.ts'
import { RecordId } from '../../../src/core/record-id.ts'
import { change, numbered } from '../../contract/store/fixtures.ts'
import { openApp } from '../../fixtures/app.ts'
import { note, raised } from '../delivering.ts'

const DAY = 24 * 3600

async function idsOf(store: Store, index: number) {
  return (await readLedger(store))[index]?.heads.map(([id]) => id)
}

describe('a day of the ledger', () => {
  test('holds the ends of all histories at first, and then of those that grew', async () => {
    const world = await openApp()
    const id = await raised(world)
    await keepLedgerDay(world.app)
    await world.pass(DAY)
    await note(world, id, 'The next day')
    await keepLedgerDay(world.app)

    const all = await world.store.list({ facets: {} })
    expect(await idsOf(world.store, 0)).toEqual(all.map((one) => one.id).sort())
    expect(await idsOf(world.store, 1)).toEqual([id])
    const [, last] = await readLedger(world.store)
    const saved = await world.store.load(id)
    expect(last?.heads[0]?.[2]).toBe(shortened(saved?.head.hash ?? ''))
  })

  test('is written once, however often and by however many it is tried', async () => {
    const world = await openApp()
    await raised(world)
    await Promise.all([keepLedgerDay(world.app), keepLedgerDay(world.app)])
    await keepLedgerDay(world.app)

    expect(await readLedger(world.store)).toHaveLength(1)
  })

  test('that two replicas wrote differently is two, and the next goes on from both', async () => {
    const world = await openApp()
    const id = await raised(world)
    // The other replica has looked before the case went on, and is slow to write.
    const early = await world.store.load(id)
    const { seq = 0, hash = '' } = early?.head ?? {}
    const slow = makeDay(world.app.realNow(), [], [[id, seq, hash]])
    await note(world, id, 'Meanwhile')
    await keepLedgerDay(world.app)
    await world.store.keepSetting(slow.name, slow.day)
    await world.pass(DAY)
    await keepLedgerDay(world.app)

    const [one, other, next] = await readLedger(world.store)
    expect(next?.previous).toEqual([one?.head, other?.head].sort())
    const verdict = await verifyAll(itemsOf(world.store))
    expect([...verdict.findings, ...verdict.ledger]).toEqual([])
  })

  test('is not begun in a store without records', async () => {
    const world = await openApp({ listings: [] })
    await keepLedgerDay(world.app)

    expect(await readLedger(world.store)).toEqual([])
  })

  test('stays small: of 5,000 records it holds those of the day', async () => {
    const store = memoryStore()
    const realNow = { at: '2027-03-26T00:00:00Z' }
    const app = { store, realNow: () => realNow.at, log: { info() {}, warn() {}, error() {} } }
    for (let n = 0; n < 5_000; n++)
      await store.save(numbered(n), 0, change({ events: [{ type: 'raised' }] }))
    await keepLedgerDay(app)
    realNow.at = '2027-03-27T00:00:00Z'
    await store.save(numbered(5_000), 0, change({ events: [{ type: 'raised' }] }))
    await keepLedgerDay(app)

    const sizes: number[] = []
    for await (const [name, value] of store.settings())
      if (isLedger(name)) sizes.push(JSON.stringify(value).length)
    expect(sizes[0]).toBeLessThan(5_000 * 64)
    expect(sizes[1]).toBeLessThan(500)
  })
})

describe('the head in a room', () => {
  const room = { channel: 'slack', to: { type: 'room', room: 'C0AUDIT' } } as const

  test('is due at 09:00 in London on Mondays, summer and winter', () => {
    const due = (now: string) => printingOf(now, 'Europe/London')

    expect(due('2027-03-26T20:20:00Z')).toEqual({
      monday: '2027-03-22',
      from: '2027-03-22T09:00:00Z',
    })
    expect(due('2027-03-29T07:00:00Z')).toEqual({
      monday: '2027-03-29',
      from: '2027-03-29T08:00:00Z',
    })
    expect(due('2027-03-28T23:30:00Z').monday).toBe('2027-03-29')
  })

  test('is printed once a week, however many replicas there are, and is found by it', async () => {
    const world = await openApp({ startsAt: '2027-03-29T07:59:00Z' })
    await raised(world)
    const replicas = [dailyLedger(world.app, room), dailyLedger(world.app, room)]
    const slack = world.channels.find(({ name }) => name === 'slack')
    const look = async () => {
      for (const replica of replicas) replica.look()
      for (const replica of replicas) await replica.settled()
      for (const replica of replicas) replica.look()
      for (const replica of replicas) await replica.settled()
      await world.settle()
      return slack?.standing.filter(({ place }) => place === 'slack/room/C0AUDIT') ?? []
    }

    expect(await look()).toEqual([])
    await world.pass(60)
    const [message, ...more] = await look()
    expect(more).toEqual([])
    const head = spokenHead((await readLedger(world.store)).at(-1)?.head ?? '')
    expect(message?.words).toContain(`History of Muster up to Mon 29 Mar 2027 08:59 BST: ${head}`)
    await world.pass(6 * DAY)
    expect(await look()).toHaveLength(1)
    await world.pass(DAY)
    expect(await look()).toHaveLength(2)
    expect(world.complaints).toEqual([])
  })

  test('waits where the channel is off', async () => {
    const world = await openApp({ startsAt: '2027-03-29T12:00:00Z', channels: ['web'] })
    const ledger = dailyLedger(world.app, room)
    ledger.look()
    await ledger.settled()

    expect(await readLedger(world.store)).toHaveLength(1)
    const owner = await world.store.load(RecordId.parse('organisation-harbour'))
    expect(owner?.record).not.toHaveProperty('printed')
  })
})

test('a ledger that cannot be written is told, and tried again after a minute', async () => {
  const world = await openApp()
  let broken = true
  const store: Store = {
    ...world.store,
    async keepSetting(name, value) {
      if (broken) throw new Error('The disk is full')
      await world.store.keepSetting(name, value)
    },
  }
  const ledger = dailyLedger({ ...world.app, store }, null)
  const look = async () => {
    ledger.look()
    await ledger.settled()
    return (await readLedger(store)).length
  }

  expect(await look()).toBe(0)
  broken = false
  expect(await look()).toBe(0)
  await world.pass(60)
  expect(await look()).toBe(1)
  expect(world.complaints).toEqual([
    'The ledger could not be written; that is tried again: Error: The disk is full',
  ])
  await ledger.stop()
  await world.pass(DAY)
  expect(await look()).toBe(1)
})
