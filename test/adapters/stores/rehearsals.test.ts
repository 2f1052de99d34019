import { describe, expect, test } from 'vitest'
import { stores } from '../../../adapters/stores/index.ts'
import { besideLiveWork } from '../../fixtures/rehearsals.ts'
import { randomFrom } from '../../proof/random.ts'
import { freshSettings } from './fresh-settings.ts'

describe.each(stores)('over the $name store', (kind) => {
  test('whatever is rehearsed beside live work, nothing live is another, and every history holds', async () => {
    const store = await kind.open(await freshSettings())
    const figure = await besideLiveWork(store, randomFrom(7), 25)
    await store.close()

    expect(figure.wrongs).toEqual([])
    expect(figure.messages).toBeGreaterThan(20)
  }, 60_000)
})
