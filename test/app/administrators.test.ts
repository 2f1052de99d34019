import { describe, expect, test } from 'vitest'
import { administratorsOf, strangersAmong } from '../../src/app/administrators.ts'
import { directory } from '../fixtures/directory.ts'

describe('administrators', () => {
  test('are the people of the directory who have the addresses of the settings', () => {
    const addresses = ['hugo@example.org', 'dora@example.org', 'gone@example.org']

    expect(administratorsOf(directory, addresses)).toEqual(['dora', 'hugo'])
    expect(administratorsOf(directory, [])).toEqual([])
  })

  test('an address that is nobody’s there is worth a sentence', () => {
    const addresses = ['hugo@example.org', 'gone@example.org']

    expect(strangersAmong(addresses, directory.organisations)).toEqual([
      'MUSTER_ADMINISTRATORS names gone@example.org, which is nobody’s address in the directory: add that person to it, or correct the address.',
    ])
  })
})
