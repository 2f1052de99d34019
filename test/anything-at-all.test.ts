import { expect, test, vi } from 'vitest'
import { tryAll } from './fuzz/all.ts'

// The whole hundred thousand is a row of `npm run test:trust`.
test('anything at all, at every way in, breaks and changes nothing', {
  timeout: 60_000,
}, async () => {
  // The SDK of Teams prints what it turns away.
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const tried = await tryAll(1500, Date.now() % 2 ** 31)

  expect(tried.filter(({ wrong }) => wrong !== null)).toEqual([])
})
