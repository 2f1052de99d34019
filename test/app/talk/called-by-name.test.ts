import { describe, expect, test } from 'vitest'
import type { RecordId } from '../../../src/core/record-id.ts'
import type { TestApp } from '../../fixtures/app.ts'
import { askedForLevel, thread } from './in-thread.ts'
import { guest, speaker, WILLOW_KEY, wordsOf } from './speaking.ts'

let deliveries = 0

/** What somebody gets back who calls Muster by name in a thread. */
async function called(world: TestApp, who: Parameters<typeof speaker>[1], id: RecordId | null) {
  const actor = typeof who === 'string' ? ({ type: 'person', person: who } as const) : who
  const ref = id === null ? 'not-ours' : await world.store.shown(id, WILLOW_KEY, 'root')
  const place = { channel: 'web', to: { type: 'room', room: 'willow' } } as const
  return async (text: string) => {
    const heard = { actor, channel: 'web', key: `called-${++deliveries}` }
    const where = { place, ref: ref ?? '', called: true }
    return wordsOf(world, await world.conversation.said(heard, where, text))
  }
}

describe('whoever calls Muster by name in a thread', () => {
  test.each(['accepted', 'D1 done', 'status', 'thanks', 'x'.repeat(5000)])(
    'is told that “%.20s” fits nothing, and what would',
    async (text) => {
      const { world, id, kase } = await askedForLevel()
      const before = await kase()

      const words = await (await called(world, 'quinn', id))(text)

      expect(words).toContain('Nothing was changed')
      expect(words).toContain('“done D1 ref 2027/1234”')
      expect(words.length).toBeLessThan(400)
      expect(await kase()).toEqual(before)
    },
  )

  test('is answered as ever where it fits', async () => {
    const { world, id, kase } = await askedForLevel()

    expect(await (await called(world, 'quinn', id))('accept')).toBe('')

    expect((await kase()).prompts.find(({ id: name }) => name === 'level')?.state).toBe('answered')
  })

  test('is told that the case is not theirs to see', async () => {
    const { world, id } = await thread()

    expect(await (await called(world, 'anya', id))('Hello')).toContain('Nothing was changed')
    expect(await (await called(world, guest, id))('Hello')).toContain('not in the directory')
  })

  test('below a message that is not Muster’s gives it a command', async () => {
    const { world } = await thread()

    expect(await (await called(world, 'quinn', null))('mine')).toContain('What you owe')
  })
})

describe('what a person writes to Muster', () => {
  test('shows the case whose reference it is', async () => {
    const { world, reference } = await thread()

    const reply = await speaker(world, 'quinn').command('muster', reference.toLowerCase())

    expect(wordsOf(world, reply)).toContain(`${reference} · Serious incident`)
  })

  test('about a case that fits nothing is told what would, not that there is no such command', async () => {
    const { world, reference } = await thread()

    const reply = await speaker(world, 'quinn').chat([], `${reference} please help`)

    expect(wordsOf(world, reply)).toContain('“done D1 ref 2027/1234”')
    expect(wordsOf(world, reply)).not.toContain('There is no')
  })

  test.each(['', 'have REFERENCE '])(
    'is not given back whole when it is thirty thousand letters after “%s”',
    async (before) => {
      const { world, reference } = await thread()
      const text = `${before.replace('REFERENCE', reference)}${'😀z'.repeat(10_000)}`

      const words = wordsOf(world, await speaker(world, 'ivan').command('muster', text))

      expect(words).toContain('Nothing was changed')
      expect(words.length).toBeLessThan(200)
      expect(words).toMatch(
        /^[^\ud800-\udfff]*(?:[\ud800-\udbff][\udc00-\udfff][^\ud800-\udfff]*)*$/,
      )
    },
  )
})
