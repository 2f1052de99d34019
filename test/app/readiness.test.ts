import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { firstTrouble, storeTrouble } from '../../src/app/readiness.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** A store whose writes end as the test says. */
function scripted() {
  const writes: { done(): void; fail(): void }[] = []
  const store = {
    keepSetting: () =>
      new Promise<void>((resolve, reject) => {
        writes.push({ done: resolve, fail: () => reject(new Error('a fault')) })
      }),
  }
  return { writes, trouble: storeTrouble(store) }
}

describe('whether the store can be written', () => {
  test('is tried once for all who ask within a second', async () => {
    const { writes, trouble } = scripted()
    const answers = Promise.all([trouble(), trouble()])
    writes[0]?.done()
    expect(await answers).toEqual([null, null])
    vi.advanceTimersByTime(900)
    expect(await trouble()).toBeNull()
    expect(writes).toHaveLength(1)

    vi.advanceTimersByTime(200)
    const again = trouble()
    writes[1]?.fail()
    expect(await again).toMatch(/^The store cannot be written: /)
    expect(writes).toHaveLength(2)
  })

  test('is answered within two seconds although the store hangs, and by itself when it is back', async () => {
    const { writes, trouble } = scripted()
    const first = trouble()
    await vi.advanceTimersByTimeAsync(1600)
    expect(await first).toMatch(/^The store does not answer: /)
    // While that write hangs, whoever asks is answered at once, and nothing more is written.
    vi.advanceTimersByTime(2000)
    expect(await trouble()).toMatch(/^The store does not answer: /)
    expect(writes).toHaveLength(1)

    writes[0]?.done()
    await vi.advanceTimersByTimeAsync(0)
    const later = trouble()
    writes[1]?.done()
    expect(await later).toBeNull()
  })

  test('is tried anew after a write that never ends', async () => {
    const { writes, trouble } = scripted()
    const first = trouble()
    await vi.advanceTimersByTimeAsync(5100)
    await first
    const second = trouble()
    writes[1]?.done()
    expect(await second).toBeNull()

    // The first one ends at last, which is no news.
    writes[0]?.fail()
    await vi.advanceTimersByTimeAsync(0)
    expect(await trouble()).toBeNull()
    expect(writes).toHaveLength(2)
  })
})

test('the first of several troubles is told', async () => {
  const none = async () => null
  const sentence = async () => 'The sweeps are stuck.'
  expect(await firstTrouble(none, sentence, none)()).toBe('The sweeps are stuck.')
  expect(await firstTrouble(none)()).toBeNull()
})
