import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { memoryStore } from '../../adapters/stores/memory.ts'
import { openPacks, packFormat, readPack } from '../../src/app/packs.ts'
import { SCHEMA } from '../../src/app/schema.ts'
import { recordFormat, UnreadableRecord, upcast } from '../../src/app/upcast.ts'
import { Late } from '../../src/core/late.ts'
import { RecordId } from '../../src/core/record-id.ts'
import { policyOf } from '../fixtures/context.ts'

interface SavedFile {
  readonly schema: number
  readonly record: { readonly id: RecordId }
  readonly policy: object
}

/** What was once saved must be readable for ever: these files are added to, never edited. */
function saved(name: string, schema = 1): SavedFile {
  const url = new URL(`../fixtures/saved/schema-${schema}/${name}.json`, import.meta.url)
  return JSON.parse(readFileSync(url, 'utf8'))
}

const CHANGED =
  'What is saved has changed its shape: raise SCHEMA (src/app/schema.ts), write the step in `upcasts` (src/app/upcast.ts), and add a folder test/fixtures/saved/schema-N.'
const PACK_CHANGED =
  'What is kept of a pack has changed its shape: raise `number` of packFormat (src/app/packs.ts), write the step in its `upcasts`, and add a folder test/fixtures/saved/schema-N.'

const KINDS = ['case', 'meeting', 'provider', 'organisation'] as const
const EVERY: readonly (readonly [name: string, schema: number])[] = [
  ...[1, 2, 3].flatMap((schema) => KINDS.map((name) => [name, schema] as const)),
  ['drill', 3],
]

describe.each(EVERY)('a %s of schema %i', (name, schema) => {
  const body = saved(name, schema)
  const { id } = body.record

  test('is read, and loses nothing', () => {
    expect(() => upcast(id, body), CHANGED).not.toThrow()
    const read = upcast(id, body)
    if (body.schema === SCHEMA) expect(read, CHANGED).toEqual(body.record)
    else expect(read.kind).toBe(name)
  })

  test('from a newer version, or without a field, is refused with a sentence that names it', () => {
    const { id: _, ...rest } = body.record

    expect(() => upcast(id, { ...body, schema: SCHEMA + 1 })).toThrow(
      /cannot be read: it was saved by a newer version.*Start the newer version\.$/,
    )
    expect(() => upcast(id, { ...body, record: rest })).toThrow(UnreadableRecord)
    expect(() => upcast(id, { ...body, record: rest })).toThrow(
      `${id} cannot be read: id is not as it should be (Invalid input: expected string, received undefined). Restore it from a backup, or start the version that saved it.`,
    )
  })
})

describe('a case of schema 2', () => {
  test('no longer tells administrators itself, nor counts them as told instead of the person', () => {
    const { late } = z
      .object({ late: z.array(Late) })
      .parse(upcast(RecordId.parse('case-7k2m9q4x'), saved('case', 2)))

    expect(late.flatMap(({ told }) => told).map(({ slot }) => slot)).toEqual(['nudge:D1:2'])
  })
})

describe('upcasting', () => {
  const body = saved('organisation', SCHEMA)
  const { id } = body.record

  test('goes from each schema to the next', () => {
    const upcasts = {
      [SCHEMA]: (old: unknown) => ({ ...Object(old), name: 'Renamed' }),
      [SCHEMA + 1]: (old: unknown) => ({ ...Object(old), name: `${Object(old).name} twice` }),
    }

    expect(upcast(id, body, { ...recordFormat, number: SCHEMA + 2, upcasts })).toMatchObject({
      name: 'Renamed twice',
    })
  })

  test('never skips a step that is missing', () => {
    const lacking = { ...recordFormat, number: SCHEMA + 1, upcasts: {} }

    expect(() => upcast(id, body, lacking)).toThrow(/lacks the step from format \d to \d/)
  })

  test('of what is no record at all is refused like any other', () => {
    const upcasts = { 1: (old: unknown) => ({ name: (old as { name: string }).name }) } // as a real step may

    expect(() =>
      upcast(id, { schema: 1, record: null }, { ...recordFormat, number: 2, upcasts }),
    ).toThrow('it is not what format 1 should be')
  })

  test('people are told whom to tell, and nothing of how it is kept', () => {
    const error = new UnreadableRecord(RecordId.parse('case-7k2m9q4x'), { why: 'x', cure: 'y' })

    expect(error.told).toBe(
      'This case cannot be read; tell your administrator (reference C-7K2M-9Q4X). If it is urgent, phone.',
    )
  })
})

describe('a kept pack', () => {
  const listening = () => {
    const warnings: string[] = []
    const warn = (_: object, words: string) => void warnings.push(words)
    return { warnings, log: { info() {}, warn, error() {} } }
  }

  test.each([1, 2, 3])('of schema %i is read, and loses nothing', (schema) => {
    const kept = saved('pack', schema)

    expect(readPack(kept), PACK_CHANGED).toMatchObject({ ok: true })
    if (kept.schema === packFormat.number)
      expect(readPack(kept), PACK_CHANGED).toEqual({ ok: true, value: kept.policy })
  })

  test('is brought up from each schema to the next, and no step is skipped', () => {
    const { number } = packFormat
    const kept = saved('pack', number)
    const upcasts = { [number]: (old: unknown) => ({ ...Object(old), label: 'Renamed' }) }
    const newer = { ...packFormat, number: number + 1 }

    expect(readPack(kept, { ...newer, upcasts })).toMatchObject({ value: { label: 'Renamed' } })
    expect(readPack(kept, newer)).toMatchObject({
      ok: false,
      why: expect.stringContaining(`lacks the step from format ${number} to ${number + 1}`),
    })
  })

  test('is kept with its schema beside the one in force, and found by its hash', async () => {
    const store = memoryStore()
    const { log, warnings } = listening()

    const before = await openPacks(store, policyOf('provider-collaborative'), log)
    const after = await openPacks(store, policyOf('social-care'), log)

    const { hash } = before.current
    expect(after.byHash(hash)).toEqual(policyOf('provider-collaborative'))
    expect(await store.setting(`pack:${hash}`)).toMatchObject({ schema: packFormat.number })
    expect(warnings).toEqual([])
  })

  test('that cannot be read is named in the log with what to do, and the start goes on', async () => {
    const store = memoryStore()
    const { log, warnings } = listening()
    await store.keepSetting('packs', ['newer', 'broken', 'bare', 'gone'])
    await store.keepSetting('pack:newer', { schema: 99, policy: {} })
    await store.keepSetting('pack:broken', { schema: packFormat.number, policy: { id: 'x' } })
    await store.keepSetting('pack:bare', { id: 'x' })

    const packs = await openPacks(store, policyOf('provider-collaborative'), log)

    expect(packs.byHash('newer')).toBeUndefined()
    expect(warnings).toEqual([
      expect.stringMatching(/kept as newer cannot be read.*Start the newer version/),
      expect.stringMatching(/kept as broken cannot be read: version is not as it should be/),
      expect.stringMatching(/kept as bare cannot be read: it is missing, or does not say/),
      expect.stringMatching(/kept as gone cannot be read: it is missing/),
    ])
  })

  test('that was kept without its schema is kept anew while it is in force', async () => {
    const store = memoryStore()
    const { log, warnings } = listening()
    const policy = policyOf('provider-collaborative')
    const { hash } = (await openPacks(store, policy, log)).current
    await store.keepSetting(`pack:${hash}`, policy)

    await openPacks(store, policy, log)

    expect(await store.setting(`pack:${hash}`)).toEqual({ schema: packFormat.number, policy })
    expect(warnings).toEqual([])
  })
})
