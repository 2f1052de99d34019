import { Client } from 'pg'
import { describe, expect, test, vi } from 'vitest'
import { openPostgres } from '../../../../adapters/stores/postgres/index.ts'
import type { Claim, Store, Task } from '../../../../src/app/ports.ts'
import {
  change,
  claimed,
  done,
  ended,
  FRIDAY,
  message,
  numbered,
  request,
  requested,
  root,
  task,
  tried,
  willow,
} from '../../../contract/store/fixtures.ts'
import { ask, blankDatabase, freshDatabase } from './databases.ts'
import { cut, replica, type Settings } from './replica.ts'

async function two(settings?: Settings): Promise<readonly [Store, Store]> {
  const url = await freshDatabase()
  return [await replica(url, settings), await replica(url, settings)]
}

/** Sends whatever it can claim until nothing waits. */
async function send(store: Store, sent: Task[]): Promise<void> {
  while ((await store.counts()).waiting > 0) {
    const claims = await store.claim(FRIDAY, 8)
    for (const claim of claims) {
      sent.push(claim.task)
      const outcome = ended(tried(claim.task, done(`ref-${claim.task.id}`)))
      expect(await store.settle(claim, outcome)).toBe('settled')
    }
  }
}

/** Saves again and again until `isHeard`: whoever is to hear may not be listening yet. */
async function saveUntil(store: Store, isHeard: () => boolean): Promise<void> {
  await vi.waitFor(
    async () => {
      const version = (await store.load(willow))?.version ?? 0
      await store.save(willow, version, change({ version: version + 1 }))
      expect(isHeard()).toBe(true)
    },
    { timeout: 10_000 },
  )
}

async function settled(store: Store, claim: Claim | undefined) {
  return claim && store.settle(claim, ended(tried(claim.task, done(`ref-${claim.task.id}`))))
}

describe('two replicas', () => {
  test('send each message once, and those of a place in their order', async () => {
    const [one, other] = await two()
    const slots = Array.from({ length: 12 }, (_, n) => `notice:${n}`)
    const rooms = Array.from({ length: 20 }, (_, n) => `R${n}`)
    for (const [n, room] of rooms.entries()) {
      const tasks = slots.map((slot) => task(`${room}/${slot}`, message(slot, room), numbered(n)))
      await one.save(numbered(n), 0, change({ tasks }))
    }

    const sent: Task[] = []
    await Promise.all([send(one, sent), send(other, sent)])

    const all = sent.map(({ id }) => id)
    expect(all).toHaveLength(rooms.length * slots.length)
    expect(new Set(all).size).toBe(all.length)
    for (const [n, room] of rooms.entries()) {
      const settled = (await one.outbox(numbered(n))).map(({ id }) => id)
      expect(settled).toEqual(slots.map((slot) => `${room}/${slot}`))
    }
  })

  test('that save one version 1,000 times at once save it once', async () => {
    const stores = await two()
    await stores[0].save(willow, 0, change())

    const answers = await Promise.all(
      Array.from({ length: 1000 }, (_, n) => {
        const saved = change({
          version: 2,
          record: { n },
          events: [{ type: 'noted', n }],
          tasks: [task(`t-${n}`, message('root'))],
        })
        return (n % 2 === 0 ? stores[0] : stores[1]).save(willow, 1, saved)
      }),
    )

    expect(answers.filter((answer) => answer === 'saved')).toHaveLength(1)
    const winner = answers.indexOf('saved')
    expect((await stores[1].load(willow))?.record).toEqual({ n: winner })
    expect(await stores[1].history(willow)).toHaveLength(1)
    expect((await stores[1].outbox(willow)).map(({ id }) => id)).toEqual([`t-${winner}`])
  })

  test('one takes over what the other left unfinished, whose late outcome is lost', async () => {
    const [one, other] = await two({ leaseMilliseconds: 300 })
    await one.save(willow, 0, change({ tasks: [root] }))
    const frozen = await claimed(one, 't-root')

    const taken = await vi.waitFor(() => claimed(other, 't-root'), { timeout: 5000 })

    expect(taken).toMatchObject({ task: root, doubtful: true, fence: frozen.fence + 1 })
    const late = ended(tried(root, done('late')), [request('r-1')])
    expect(await one.settle(frozen, late)).toBe('lost')
    await one.release([frozen])
    expect(await other.settle(taken, ended(tried(root, done('ref-1'))))).toBe('settled')
    expect(await one.shown(willow, 'web/room/R', 'root')).toBe('ref-1')
    expect(await requested(one)).toEqual([])
  })

  test('outcomes that come together have an answer each: one that is lost spoils no other', async () => {
    const [one, other] = await two({ leaseMilliseconds: 300 })
    const tasks = ['A', 'B', 'C'].map((room) => task(`t-${room}`, message('root', room)))
    await one.save(willow, 0, change({ tasks }))
    const frozen = await one.claim(FRIDAY, 1)
    const taken = await vi.waitFor(() => claimed(other, 't-A'), { timeout: 5000 })
    const rest = await one.claim(FRIDAY, 2)

    const answers = await Promise.all(
      [...frozen, ...rest, ...rest].map((claim) =>
        one.settle(claim, ended(tried(claim.task, done(`ref-${claim.task.id}`)))),
      ),
    )

    expect(answers.slice(0, 1)).toEqual(['lost'])
    expect(answers.slice(1).toSorted()).toEqual(['lost', 'lost', 'settled', 'settled'])
    expect(await one.shown(willow, 'web/room/A', 'root')).toBeUndefined()
    expect(await one.shown(willow, 'web/room/B', 'root')).toBe('ref-t-B')
    expect(await other.settle(taken, ended(tried(taken.task, done('ref-A'))))).toBe('settled')
    expect(await one.outbox(willow)).toHaveLength(3)
  })

  test('of one record no more than 200 are kept of those that are settled together', async () => {
    const [one] = await two()
    const tasks = Array.from({ length: 210 }, (_, n) => task(`t-${n}`, message('root', `R${n}`)))
    await one.save(willow, 0, change({ tasks }))
    for (let claims = await one.claim(FRIDAY, 30); claims.length > 0; ) {
      await Promise.all(
        claims.map((claim) =>
          one.settle(claim, ended(tried(claim.task, done(`ref-${claim.task.id}`)))),
        ),
      )
      claims = await one.claim(FRIDAY, 30)
    }

    for await (const { settled } of one.rows()) {
      expect(settled).toHaveLength(200)
      expect(settled.at(-1)?.id).toBe('t-209')
    }
  })

  test('an outcome waits for nobody who is making room in the same record', async () => {
    const url = await freshDatabase()
    const one = await replica(url)
    const tasks = ['A', 'B'].map((room) => task(`t-${room}`, message('root', room)))
    await one.save(willow, 0, change({ tasks }))
    await ask(
      url,
      `insert into settled (record, id, task)
      select '${willow}', 'old-' || n, '{}' from generate_series(1, 200) n`,
    )
    const other = new Client(url)
    await other.connect()
    await other.query('begin')
    await other.query('select from settled for update')

    const [first, second] = await one.claim(FRIDAY, 2)
    expect(await settled(one, first)).toBe('settled')
    await other.end()

    expect(await settled(one, second)).toBe('settled')
    expect(await one.outbox(willow)).toHaveLength(200)
  })

  test('what no database can look for is refused to whoever asks for it, and to nobody else', async () => {
    const [one] = await two()
    await one.save(willow, 0, change())
    const asked = ['a\0b', 'root'].map((slot) => one.shown(willow, 'web/room/R', slot))

    const [odd, plain] = await Promise.allSettled(asked)

    expect(odd?.status).toBe('rejected')
    expect(plain).toEqual({ status: 'fulfilled', value: undefined })
  })

  test('an outcome that comes late counts where nobody took over', async () => {
    const [one] = await two({ leaseMilliseconds: 1 })
    await one.save(willow, 0, change({ tasks: [root] }))
    const claim = await claimed(one, 't-root')
    await vi.waitFor(() => expect(performance.now()).toBeGreaterThan(claim.until + 50))

    expect(await one.settle(claim, ended(tried(root, done('ref-1'))))).toBe('settled')
  })

  test('neither gives back what the other holds', async () => {
    const [one, other] = await two()
    const index = { wakeAt: FRIDAY }
    await one.save(willow, 0, change({ index, requests: [request('r-1')] }))
    expect(await one.due('live', FRIDAY, 10)).toEqual([willow])
    expect(await one.requests(10)).toEqual([request('r-1')])

    await other.releaseDue([willow])
    await other.releaseRequests(['r-1'])

    expect(await other.due('live', FRIDAY, 10)).toEqual([])
    expect(await other.requests(10)).toEqual([])
  })

  test('what one held is free as soon as it stops', async () => {
    const url = await freshDatabase()
    const [one, other] = [await openPostgres(url), await replica(url)]
    await one.save(willow, 0, change({ index: { wakeAt: FRIDAY }, requests: [request('r-1')] }))
    await one.due('live', FRIDAY, 10)
    await one.requests(10)

    await one.close()

    expect(await other.due('live', FRIDAY, 10)).toEqual([willow])
    expect(await other.requests(10)).toEqual([request('r-1')])
  })

  test('hear of what the other saves, also after a cut, and not of their own', async () => {
    const url = await freshDatabase()
    const [one, other] = [await replica(url), await replica(url)]
    let [own, heard] = [0, 0]
    one.heard(() => {
      own += 1
    })
    other.heard(() => {
      heard += 1
    })

    await saveUntil(one, () => heard > 0)
    expect(own).toBe(0)

    await cut(url)
    const before = heard
    await saveUntil(one, () => heard > before + 1)
  })

  test('that start at once over an empty database make its tables once', async () => {
    const url = await blankDatabase()

    const replicas = await Promise.all(Array.from({ length: 4 }, () => replica(url)))

    await replicas[0]?.save(willow, 0, change())
    for (const store of replicas) expect((await store.load(willow))?.version).toBe(1)
  })
})
