import { describe, onTestFinished } from 'vitest'
import type { StoreKind, StoreSettings } from '../../adapters/stores/index.ts'
import { testClaims, testGivenOut, testMoving } from './store/claims.ts'
import { testCoalescing } from './store/coalescing.ts'
import { testErasing } from './store/erasing.ts'
import type { OpenTrial } from './store/fixtures.ts'
import { testLists, testTimes } from './store/lists.ts'
import { testOutbox, testRequests } from './store/outbox.ts'
import { testRecords, testSettings, testText } from './store/records.ts'

/** What every store must do. `fresh` prepares settings under which nothing was stored yet. */
export function testStore(kind: StoreKind, fresh: () => Promise<StoreSettings>): void {
  const opening = async (more: Partial<StoreSettings> = {}): ReturnType<OpenTrial> => {
    const settings = { ...(await fresh()), ...more }
    let store = await kind.open(settings)
    onTestFinished(() => store.close())
    return {
      store,
      async always(check) {
        await check(store)
        if (!kind.durable) return store
        await store.close()
        store = await kind.open(settings)
        await check(store)
        return store
      },
    }
  }

  const open: OpenTrial = () => opening()
  const brief: OpenTrial = () => opening({ leaseMilliseconds: 250 })

  describe(`the ${kind.name} store keeps the contract`, () => {
    testRecords(open)
    testText(open)
    testSettings(open)
    testTimes(open)
    testLists(open)
    testOutbox(open)
    testCoalescing(open)
    testRequests(open)
    testClaims(open, brief)
    testGivenOut(open, brief)
    testMoving(open)
    testErasing(open)
  })
}
