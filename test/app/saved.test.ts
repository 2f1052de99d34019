import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { memoryStore } from '../../adapters/stores/memory.ts'
import { openPacks, packIn } from '../../src/app/packs.ts'
import { SCHEMA } from '../../src/app/schema.ts'
import { UnreadableRecord, upcast } from '../../src/app/upcast.ts'
import { policyOf } from '../fixtures/context.ts'

/** What was once saved must be readable for ever: these files are added to, never edited. */
function saved(name: string): { schema: number; record: object; policy: object } {
  const url = new URL(`../fixtures/saved/schema-1/${name}.json`, import.meta.url)
  return JSON.parse(readFileSync(url, 'utf8'))
}

const CHANGED =
  'What is saved has changed its shape: raise SCHEMA (src/app/schema.ts), write the step in UPCASTS (src/app/upcast.ts), and add a folder test/fixtures/saved/schema-N.'

describe.each(['case', 'meeting', 'provider', 'organisation'])('a %s of schema 1', (name) => {
  const body = saved(name)

  test('is read, and loses nothing', () => {
    const read = upcast(body)
    if (body.schema === SCHEMA) expect(read, CHANGED).toEqual(body.record)
    else expect(read.kind).toBe(name)
  })

  test('from a newer version, or without a field, is refused with a sentence', () => {
    expect(() => upcast({ ...body, schema: SCHEMA + 1 })).toThrow(/newer version.*Start the newer/)
    const { id: _, ...rest } = body.record as { id: string }
    expect(() => upcast({ ...body, record: rest })).toThrow(UnreadableRecord)
    expect(() => upcast({ ...body, record: rest })).toThrow(/cannot be read: id/)
  })
})

describe('upcasting', () => {
  const body = saved('organisation')

  test('goes from each schema to the next', () => {
    const upcasts = { 1: (old: object) => ({ ...old, name: 'Renamed' }) }
    expect(upcast(body, upcasts, 2)).toMatchObject({ name: 'Renamed' })
  })

  test('never skips a step that is missing', () => {
    expect(() => upcast(body, {}, 2)).toThrow(/lacks the step to 2/)
  })
})

describe('a kept pack', () => {
  test('of schema 1 is read, and loses nothing', () => {
    const kept = saved('pack')
    expect(packIn(kept), CHANGED).toEqual(kept.policy)
  })

  test('is kept beside the one in force, and found by its hash', async () => {
    const store = memoryStore()
    const log = { info() {}, warn() {}, error() {} }
    const before = await openPacks(store, policyOf('provider-collaborative'), log)
    const after = await openPacks(store, policyOf('social-care'), log)

    expect(after.byHash(before.current.hash)?.id).toBe('provider-collaborative')
  })

  test('that cannot be read is named in the log, and the start goes on', async () => {
    const store = memoryStore()
    const warnings: string[] = []
    const log = {
      info() {},
      warn: (_: object, words: string) => void warnings.push(words),
      error() {},
    }
    await store.keepSetting('packs', ['gone'])
    await store.keepSetting('pack:gone', { schema: 99, policy: {} })

    const packs = await openPacks(store, policyOf('provider-collaborative'), log)
    expect(packs.byHash('gone')).toBeUndefined()
    expect(warnings).toEqual([expect.stringContaining('cannot be read')])
  })
})
