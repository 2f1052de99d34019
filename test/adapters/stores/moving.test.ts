import { describe, expect, onTestFinished, test } from 'vitest'
import { type StoreKind, stores } from '../../../adapters/stores/index.ts'
import { memoryStore } from '../../../adapters/stores/memory.ts'
import { keepLedgerDay } from '../../../src/app/ledger/keep.ts'
import { importItems } from '../../../src/app/moving/import.ts'
import { itemsOf } from '../../../src/app/moving/items.ts'
import { BadExport, readLines, writeLines } from '../../../src/app/moving/lines.ts'
import type { Store } from '../../../src/app/ports.ts'
import { SCHEMA } from '../../../src/app/schema.ts'
import { verifyAll } from '../../../src/app/verify/verify.ts'
import type { RecordId } from '../../../src/core/record-id.ts'
import { note, raised, SLACK, WILLOW } from '../../app/delivering.ts'
import { openApp } from '../../fixtures/app.ts'
import { freshSettings } from './fresh-settings.ts'

const AT = '2027-03-30T09:00:00Z'
const durable = stores.filter((kind) => kind.durable)
const pairs = durable.flatMap((from) => durable.map((to) => [from, to] as const))

async function opened(kind: StoreKind): Promise<Store> {
  const store = await kind.open(await freshSettings())
  onTestFinished(() => store.close())
  return store
}

/** A case with messages that stand, wait and were given up, and two days of the ledger. */
async function fill(store: Store): Promise<RecordId> {
  const world = await openApp({ store })
  world.web.trouble(WILLOW, { with: { type: 'never', reason: 'It is gone' }, times: 1 })
  world.channels
    .find(({ name }) => name === 'slack')
    ?.trouble(SLACK, { with: { type: 'later', reason: 'It is busy' } })
  const id = await raised(world)
  await note(world, id, 'He said “fine”. \u2028 Ünïcödé 🙂 and a "quote"')
  await keepLedgerDay(world.app)
  await world.pass(24 * 3600)
  await note(world, id, 'The next day')
  await keepLedgerDay(world.app)
  return id
}

async function exported(store: Store): Promise<string[]> {
  const lines: string[] = []
  for await (const line of writeLines(itemsOf(store), { version: '1.2.3', at: AT }))
    lines.push(line)
  return lines
}

async function* asRead(lines: readonly string[]): AsyncGenerator<string[]> {
  yield lines.map((line) => line.replace(/\n$/, ''))
}

/** Without the end, whose digest goes by the order of the records, and in one order. */
function ordered(lines: readonly string[]): string[] {
  return lines.slice(0, -1).sort()
}

describe.each(pairs)('from $0.name to $1.name', (from, to) => {
  test('everything is moved, and nothing differs', { timeout: 60_000 }, async () => {
    const [here, there] = [await opened(from), await opened(to)]
    const id = await fill(here)
    const before = await exported(here)

    const moved = await importItems(there, readLines(asRead(before)), AT)
    const after = await exported(there)

    expect(ordered(after)).toEqual(ordered(before))
    expect(moved.records + moved.settings).toBe(before.length - 2)
    expect(await there.load(id)).toEqual(await here.load(id))
    expect(await there.history(id)).toEqual(await here.history(id))
    expect(await there.outbox(id)).toEqual(await here.outbox(id))
    expect(await there.counts()).toEqual(await here.counts())
    expect((await there.counts()).dead).toBeGreaterThan(0)
    expect(await there.dead(10)).toEqual(await here.dead(10))
    const verdict = await verifyAll(readLines(asRead(after)))
    expect([...verdict.findings, ...verdict.ledger]).toEqual([])
    expect(verdict.days).toHaveLength(2)
  })
})

describe('an import', async () => {
  const source = memoryStore()
  await fill(source)
  const lines = await exported(source)
  const imported = (some: readonly string[], store = memoryStore()) =>
    importItems(store, readLines(asRead(some)), AT)

  test('is refused by a store that holds anything', async () => {
    const store = memoryStore()
    await store.keepSetting('x', 1)

    await expect(imported(lines, source)).rejects.toThrow(/Only an empty store takes an import/)
    await expect(imported(lines, store)).rejects.toThrow(/it holds the setting x/)
  })

  test('that broke off leaves a store that says what to do', async () => {
    const store = memoryStore()

    await expect(imported(lines.slice(0, -3), store)).rejects.toThrow(/The file is torn/)
    await expect(imported(lines, store)).rejects.toThrow(/broke off.*import again/)
  })

  const header = JSON.parse(lines[0] ?? '')
  const record = JSON.parse(lines.find((line) => line.startsWith('{"record"')) ?? '')
  const newer = {
    record: { ...record.record, saved: { ...record.record.saved, schema: SCHEMA + 1 } },
  }

  test.each<[string, string[], RegExp]>([
    ['nothing', [], /nothing to read/],
    ['another file', ['hello\n'], /not an export of Muster/],
    ['other JSON', ['{"a":1}\n'], /not an export of Muster/],
    [
      'a newer format',
      [JSON.stringify({ ...header, format: 2 })],
      /newer format.*Use that version/,
    ],
    [
      'a newer record',
      [lines[0] ?? '', JSON.stringify(newer)],
      /saved by a newer version of Muster.*Use the newer version/,
    ],
    ['a line that is cut in its middle', [...lines.slice(0, 5), '{"rec'], /breaks off at line 6/],
    ['a line too few', lines.toSpliced(4, 1), /changed or lost lines on its way/],
    [
      'a line that was changed',
      lines.map((line) => line.replace('The next day', 'The other day')),
      /with another digest/,
    ],
    [
      'a line of another kind',
      lines.toSpliced(3, 0, '{"what":1}\n'),
      /Line 4 is nothing that Muster/,
    ],
    ['more after the end', [...lines, lines[1] ?? ''], /comes after the end/],
  ])('of %s is refused with what to do', async (_what, some, message) => {
    const reading = imported(some)

    await expect(reading).rejects.toThrow(BadExport)
    await expect(reading).rejects.toThrow(message)
  })
})
