import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import type { Log } from '../../src/app/host.ts'
import { tallying } from '../../src/app/metrics/meter.ts'
import { requestId } from '../../src/app/request-id.ts'
import { sweepEverySecond } from '../../src/app/sweeps.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function sweeping(sweep: () => Promise<void>) {
  const said: string[] = []
  const say = (_: object, words: string) => void said.push(words)
  const log: Log = { info: say, warn: say, error: say }
  const meter = tallying()
  const sweeps = sweepEverySecond(sweep, { log, meter })
  onTestFinished(() => sweeps.stop())
  return { said, meter, sweeps }
}

test('a sweep is made every second under an id of its own, until it is stopped', async () => {
  const ids: (string | undefined)[] = []
  const { meter, sweeps } = sweeping(async () => void ids.push(requestId()))
  await vi.advanceTimersByTimeAsync(3500)
  expect(ids.length).toBeGreaterThanOrEqual(3)
  expect(new Set(ids).size).toBe(ids.length)
  const done = { name: 'muster_sweeps_total', labels: { outcome: 'done' }, times: ids.length }
  expect(meter.take().counted).toMatchObject([done])

  await sweeps.stop()
  const before = ids.length
  await vi.advanceTimersByTimeAsync(3000)
  expect(ids).toHaveLength(before)
})

test('sweeps that fail are told of once, and so is their coming through again', async () => {
  let isBroken = true
  const { said, sweeps } = sweeping(async () => {
    if (isBroken) throw new Error('a fault')
  })
  await vi.advanceTimersByTimeAsync(59_000)
  expect(said).toEqual(['A sweep failed; the next is tried in a second'])
  expect(await sweeps.trouble()).toBeNull()
  await vi.advanceTimersByTimeAsync(3000)
  expect(await sweeps.trouble()).toMatch(/^Nothing has been woken for 6\d seconds/)

  isBroken = false
  await vi.advanceTimersByTimeAsync(2000)
  expect(said[1]).toBe('Sweeps come through again')
  expect(await sweeps.trouble()).toBeNull()
})

test('a sweep that does not end is noticed after a minute, and no other is begun beside it', async () => {
  let begun = 0
  const { sweeps } = sweeping(() => {
    begun += 1
    return new Promise(() => {})
  })
  await vi.advanceTimersByTimeAsync(62_000)

  expect(begun).toBe(1)
  expect(await sweeps.trouble()).toMatch(/the sweeps are stuck/)
})
