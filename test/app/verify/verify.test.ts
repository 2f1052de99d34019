import { describe, expect, test } from 'vitest'
import { chain, NO_HISTORY } from '../../../src/app/history.ts'
import { isLedger, makeDay, spokenHead } from '../../../src/app/ledger/day.ts'
import type { Item } from '../../../src/app/moving/items.ts'
import type { Whole } from '../../../src/app/ports.ts'
import { dayWithHead, verifyAll } from '../../../src/app/verify/verify.ts'
import { replacing, tamperTrials, worldOfDays } from '../../fixtures/tampering.ts'
import { randomFrom } from '../../proof/random.ts'

const items = await worldOfDays()
const kase = rowOf(items, 'case-')

function rowOf(all: readonly Item[], start: string): Whole {
  const rows = all.flatMap((item) => ('record' in item ? [item.record] : []))
  const row = rows.find(({ id }) => id.startsWith(start))
  if (!row) throw new Error(`There is no ${start}`)
  return row
}

async function* those(all: readonly Item[]): AsyncGenerator<Item> {
  yield* all
}

function ledgerNames(): string[] {
  return items.flatMap((item) =>
    'setting' in item && isLedger(item.setting[0]) ? [item.setting[0]] : [],
  )
}

describe('an untouched store', () => {
  test('is whole, and every record is what its history gives', async () => {
    const verdict = await verifyAll(those(items))

    expect(verdict.findings).toEqual([])
    expect(verdict.ledger).toEqual([])
    expect(verdict.records).toBe(items.filter((item) => 'record' in item).length)
    expect(verdict.folded).toBe(verdict.records)
    expect(verdict.days).toHaveLength(5)
    expect(verdict.newest?.day).toBe('2027-03-30')
  })

  test('is whole where an event is of an older schema; records are made otherwise since', async () => {
    const events = kase.entries.map(({ body }) => JSON.parse(body ?? ''))
    const { entries, head } = chain(
      NO_HISTORY,
      events.map((event) => ({ ...event, schema: 0 })),
    )
    const older = { ...kase, entries, saved: { ...kase.saved, head } }
    const others = items.filter((item) => !('setting' in item && isLedger(item.setting[0])))
    const verdict = await verifyAll(replacing(others, older))

    expect(verdict.findings).toEqual([])
    expect(verdict.folded).toBe(verdict.records - 1)
  })

  test('has heads that people can read out, and finds them again', async () => {
    const { days, newest } = await verifyAll(those(items))
    const spoken = spokenHead(newest?.head ?? '')

    expect(spoken).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/)
    expect(dayWithHead(days, spoken.toLowerCase().replaceAll('-', ' '))).toBe(newest)
    expect(dayWithHead(days, 'AAAA-BBBB')).toBeUndefined()
  })
})

test('ten of each kind of random change are found and the first entry named', async () => {
  const { failures, ...figure } = await tamperTrials(110, randomFrom(20270326))

  expect(failures).toEqual([])
  expect(figure).toMatchObject({ tried: 110, found: 110, named: 110 })
  expect(figure.exact).toBeGreaterThan(55)
})

test('whoever writes the whole ledger anew is found by a head that somebody kept', async () => {
  const before = await verifyAll(those(items))
  const events = kase.entries.map(({ body }) => JSON.parse(body ?? ''))
  const { entries, head } = chain(NO_HISTORY, events)
  const forged = { ...kase, entries, saved: { ...kase.saved, head } }
  let previous: string[] = []
  const anew = before.days.map(({ at, heads }) => {
    const { name, day } = makeDay(
      at,
      previous,
      heads.map(([id, seq, hash]) => [
        id,
        seq,
        id === kase.id ? (entries[seq - 1]?.hash ?? '') : hash,
      ]),
    )
    previous = [day.head]
    return { setting: [name, day] as const }
  })
  const others = items.filter((item) => !('setting' in item && isLedger(item.setting[0])))
  const after = await verifyAll(replacing([...anew, ...others], forged))

  expect([...after.findings, ...after.ledger]).toEqual([])
  const kept = spokenHead(before.newest?.head ?? '')
  expect(dayWithHead(before.days, kept)).toBeDefined()
  expect(dayWithHead(after.days, kept)).toBeUndefined()
})

describe('what is no entry is named as well', () => {
  test('a record that was changed beside its history', async () => {
    const saved = { ...kase.saved, record: { ...Object(kase.saved.record), what: 'Nothing' } }
    const { findings } = await verifyAll(replacing(items, { ...kase, saved }))

    expect(findings).toMatchObject([{ record: kase.id, flaw: null }])
    expect(findings[0]?.sentence).toContain('what is saved is not what its history gives')
  })

  test('a record that is gone', async () => {
    const left = items.filter((item) => !('record' in item) || item.record.id !== kase.id)
    const { findings } = await verifyAll(those(left))

    expect(findings).toMatchObject([{ record: kase.id, flaw: null }])
    expect(findings[0]?.sentence).toContain('the whole record was removed')
  })

  test.each(ledgerNames())('%s, changed', async (name) => {
    const touched = items.map((item) =>
      'setting' in item && item.setting[0] === name
        ? { setting: [name, { ...Object(item.setting[1]), heads: [] }] as const }
        : item,
    )
    const { ledger } = await verifyAll(those(touched))

    expect(ledger[0]).toBe(
      `The ledger: the entry of ${name.split(':')[1]} was changed after it was written.`,
    )
  })

  test.each(ledgerNames().slice(0, -1))('%s, removed', async (name) => {
    const next = ledgerNames()[ledgerNames().indexOf(name) + 1]?.split(':')[1]
    const left = items.filter((item) => !('setting' in item) || item.setting[0] !== name)
    const { ledger } = await verifyAll(those(left))

    expect(ledger).toEqual([`The ledger: an entry before that of ${next} was removed.`])
  })
})
