import { describe, expect, test } from 'vitest'
import { memoryStore } from '../../adapters/stores/memory.ts'
import { loadDirectory } from '../../src/app/directory.ts'
import { handle } from '../../src/app/handle.ts'
import { openPacks } from '../../src/app/packs.ts'
import type { Store } from '../../src/app/ports.ts'
import { read } from '../../src/app/read.ts'
import { organisationId } from '../../src/core/record-id.ts'
import { openApp, type TestApp } from '../fixtures/app.ts'
import { concern, person } from '../fixtures/cases.ts'
import { policyOf } from '../fixtures/context.ts'
import { listings } from '../fixtures/directory.ts'

async function rename(world: TestApp, name: string): Promise<void> {
  const [listing] = listings
  if (!listing) throw new Error('The directory should list somebody')
  const intent = { kind: 'organisation', type: 'import', listing: { ...listing, name } } as const
  await handle(world.app, { key: name, to: organisationId(listing.slug), intent })
}

/** A store that counts how often it is read. */
function counting(store: Store) {
  const loads = { count: 0 }
  const load: Store['load'] = (id) => {
    loads.count += 1
    return store.load(id)
  }
  return { loads, store: { ...store, load } }
}

describe('the directory of a replica', () => {
  test('follows what another replica saves, and is read anew only then', async () => {
    const store = memoryStore()
    const world = await openApp({ store })
    const other = counting(store)
    const directory = await loadDirectory(other.store)
    const names = () => directory.now().organisations.map(({ name }) => name)

    await rename(world, 'Renamed on another replica')
    expect(names()).not.toContain('Renamed on another replica')
    await directory.refresh()
    expect(names()).toContain('Renamed on another replica')

    other.loads.count = 0
    await directory.refresh()
    expect(other.loads.count).toBe(0)
  })

  test('never goes back behind what it has saved itself while it was read', async () => {
    const store = memoryStore()
    const world = await openApp({ store })
    let during: (() => Promise<void>) | undefined
    const directory = await loadDirectory({
      ...store,
      async load(id) {
        const saved = await store.load(id)
        const now = during
        during = undefined
        await now?.()
        return saved
      },
    })
    await rename(world, 'Renamed first')
    during = async () => {
      await rename(world, 'Renamed last')
      const record = await world.record('organisation', organisationId(listings[0]?.slug ?? ''))
      directory.put(record)
    }

    await directory.refresh()

    const names = directory.now().organisations.map(({ name }) => name)
    expect(names).toContain('Renamed last')
    expect(names).not.toContain('Renamed first')
  })
})

test('a record that began under a pack of another replica is read by that pack', async () => {
  const store = memoryStore()
  const policy = { ...policyOf('provider-collaborative'), version: 1000 }
  const old = await openApp({ store })
  const fresh = await openApp({ store, policy })
  const raised = await fresh.ask(concern())
  if (!raised.ok) throw new Error('It should be raised')

  const viewer = { type: 'actor', actor: person('quinn') } as const
  expect(await read(old.app, viewer, raised.id)).toMatchObject({ id: raised.id })
  const text = 'Noted on the replica that began with other rules.'
  expect(
    await old.ask({ kind: 'case', type: 'note', by: person('quinn'), text }, raised.id),
  ).toMatchObject({ ok: true })
  const { hash } = (await openPacks(store, policy, old.app.log)).current
  expect(old.app.packs.byHash(hash)).toMatchObject({ version: 1000 })
})
