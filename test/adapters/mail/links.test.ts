import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Linked, openLinks } from '../../../adapters/mail/links.ts'
import { memoryStore } from '../../../adapters/stores/memory.ts'
import { RecordId } from '../../../src/core/record-id.ts'

const NOW = '2027-08-14T08:00:00Z'
const UNTIL = '2027-08-15T14:00:00Z'
const linked: Linked = {
  record: RecordId.parse('meeting-7k2m9q4x'),
  slot: 'prompt:seat-cleo',
  person: 'cleo',
}

describe('a link in a mail', () => {
  test('stands for one person and one message, whichever replica made it', async () => {
    const store = memoryStore()
    const [one, other] = [openLinks(store), openLinks(store)]

    const token = await one.tokenFor(linked, UNTIL)

    expect(await other.read(token, NOW)).toEqual(linked)
    expect(await one.read(token, NOW)).toEqual(linked)
  })

  test('holds although two replicas made the secret at the same moment', async () => {
    const store = memoryStore()
    const [one, other] = [openLinks(store), openLinks(store)]
    await Promise.all([one.tokenFor(linked, UNTIL), other.tokenFor(linked, UNTIL)])

    const token = await one.tokenFor(linked, UNTIL)

    expect(await openLinks(store).read(token, NOW)).toEqual(linked)
  })

  test('answers until its time and not at it', async () => {
    const links = openLinks(memoryStore())
    const token = await links.tokenFor(linked, UNTIL)

    expect(await links.read(token, '2027-08-15T13:59:59Z')).toEqual(linked)
    expect(await links.read(token, UNTIL)).toBeUndefined()
  })

  test('of another installation, or signed with nothing, is none', async () => {
    const links = openLinks(memoryStore())
    const token = await links.tokenFor(linked, UNTIL)
    const [payload = ''] = token.split('.')

    expect(await links.read(await openLinks(memoryStore()).tokenFor(linked, UNTIL), NOW)).toBe(
      undefined,
    )
    for (const wrong of [
      '',
      '.',
      payload,
      `${payload}.`,
      `${token}.x`,
      `${token}${'x'.repeat(1000)}`,
    ])
      expect(await links.read(wrong, NOW)).toBeUndefined()
  })

  test('that is altered in one letter is none, wherever that is', async () => {
    const links = openLinks(memoryStore())
    const token = await links.tokenFor(linked, UNTIL)
    const payload = token.indexOf('.')
    const alter = fc.record({
      // The last letter of base64 says less than six bits: others may mean the same.
      at: fc.nat(token.length - 2).filter((at) => at !== payload),
      by: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.'),
    })

    await fc.assert(
      fc.asyncProperty(alter, async ({ at, by }) => {
        fc.pre(token[at] !== by)
        const altered = token.slice(0, at) + by + token.slice(at + 1)
        expect(await links.read(altered, NOW)).toBeUndefined()
      }),
    )
  })
})
