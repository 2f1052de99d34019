import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { memoryStore } from '../../adapters/stores/memory.ts'
import { inquiryFiles } from '../../src/app/inquiry/hand-over.ts'
import { currentEvent, keptEvent } from '../../src/app/kept-event.ts'
import { importItems } from '../../src/app/moving/import.ts'
import { type Item, itemsOf } from '../../src/app/moving/items.ts'
import type { Whole } from '../../src/app/ports.ts'
import { decideKeeping } from '../../src/app/retention/decide.ts'
import { subjectFiles } from '../../src/app/subject/files.ts'
import { verifyAll } from '../../src/app/verify/verify.ts'
import { RecordId, referenceOf } from '../../src/core/record-id.ts'
import { openApp } from '../fixtures/app.ts'
import { ADMINISTRATOR, TEXTS } from '../fixtures/closed-case.ts'
import { replacing } from '../fixtures/tampering.ts'

const CASE = RecordId.parse('case-n88t70s3')
const AFTER = '2027-03-27T09:00:00Z'
const PAST = '2037-03-28T09:00:00Z'

/** All that the last version of a schema kept of a case from its raising to its closing. */
function itemsIn(schema: number): readonly Item[] {
  const url = new URL(`../fixtures/saved/schema-${schema}/store.jsonl`, import.meta.url)
  const lines = readFileSync(url, 'utf8').trim().split('\n')
  return lines.map((line) => JSON.parse(line))
}

function rowsIn(items: readonly Item[]): readonly Whole[] {
  return items.flatMap((item) => ('record' in item ? [item.record] : []))
}

async function* those(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items
}

/** Muster as it is now, over what an older version kept. */
async function upgraded(items: readonly Item[]) {
  const store = memoryStore()
  await importItems(store, those(items), AFTER)
  return openApp({ store, startsAt: AFTER, administrators: [ADMINISTRATOR] })
}

/** The same, of which a newer version wrote the events of one type in one record. */
function fromNewer(items: readonly Item[], id: string, type: string): readonly Item[] {
  return items.map((item) => {
    if (!('record' in item) || item.record.id !== id) return item
    const entries = item.record.entries.map((entry) => {
      const event = JSON.parse(entry.body ?? '{}')
      return event.type === type
        ? { ...entry, body: JSON.stringify({ ...event, schema: 99 }) }
        : entry
    })
    return { record: { ...item.record, entries } }
  })
}

async function filesAbout(items: readonly Item[], person: string) {
  const handed = await subjectFiles((await upgraded(items)).app, person)
  if (handed.refused !== null) throw new Error(handed.refused)
  return new Map(handed.files.map(({ name, text }) => [name, text]))
}

async function inquiryOf(items: readonly Item[]): Promise<string> {
  const handed = await inquiryFiles((await upgraded(items)).app, referenceOf(CASE))
  if (handed.refused !== null) throw new Error(handed.refused)
  return handed.files.map(({ text }) => text).join('\n')
}

function sectionThree(text: string): string {
  return text.slice(text.indexOf('## 3. Who held which role'), text.indexOf('## 4. The rules'))
}

describe.each([1, 2])('a store that a version of schema %i wrote', (schema) => {
  const items = itemsIn(schema)

  test('gives from each history just the record that is saved', async () => {
    const verdict = await verifyAll(those(items))

    expect([...verdict.findings, ...verdict.ledger, ...verdict.unsure]).toEqual([])
    expect(verdict.folded).toBe(rowsIn(items).length)
  })

  test('is told as unsure, and as no finding, where the record is another than its history gives', async () => {
    const row = rowsIn(items).find(({ id }) => id === CASE)
    if (!row) throw new Error('The case is not there')
    const saved = { ...row.saved, record: { ...Object(row.saved.record), what: 'Nothing' } }
    const verdict = await verifyAll(replacing(items, { ...row, saved }))

    expect(verdict.findings).toEqual([])
    expect(verdict.unsure).toEqual([CASE])
  })

  test('keeps no word of a case that was removed, also where it led to a level', async () => {
    const { app, store } = await upgraded(items)
    const because = 'Nobody asks for it any more.'
    const reference = referenceOf(CASE)
    const kept = async () => {
      const all: Item[] = []
      for await (const item of itemsOf(store)) all.push(item)
      return JSON.stringify(all)
    }
    const before = await kept()
    for (const text of TEXTS) expect(before).toContain(text)

    const later = { ...app, now: () => PAST }
    expect(await decideKeeping(later, { what: 'remove', reference, because, by: null })).toBeNull()

    const after = await kept()
    for (const text of TEXTS) expect(after).not.toContain(text)
    const verdict = await verifyAll(itemsOf(store))
    expect(verdict.findings).toEqual([])
    expect(verdict.removed).toHaveLength(2)
  })

  test('answers an inquiry: every entry is readable, and who held which role is known', async () => {
    const text = await inquiryOf(items)

    expect(text).not.toContain('Not readable')
    expect(sectionThree(text)).toContain(
      'Incident lead, Willow House: holder Ivan Petrov; deputy Ines Carvalho; on-call Otto Baptiste',
    )
    expect(sectionThree(text)).not.toContain('cannot be read')
  })

  test('tells a person all that it holds about them', async () => {
    const files = await filesAbout(items, 'ivan@example.org')

    expect(files.get('subject-access.md')).toContain('What Muster holds about Ivan Petrov')
    expect(files.get('subject-access.md')).toContain('Reminders were put off; the clock ran on')
    expect(files.get('operator-notes.md')).not.toContain('cannot be read')
  })

  test('says what it cannot read in the section of the roles, and in the operator’s notes', async () => {
    const lacking = fromNewer(items, 'organisation-willow', 'imported')
    expect(sectionThree(await inquiryOf(lacking))).toContain(
      'Of organisation-willow a part of the history cannot be read by this version of Muster',
    )

    const unread = fromNewer(items, CASE, 'clockSnoozed')
    expect(sectionThree(await inquiryOf(unread))).toMatch(/Entries that cannot be read: \d+\./)
    const notes = (await filesAbout(unread, 'ivan')).get('operator-notes.md')
    expect(notes).toMatch(
      new RegExp(`${referenceOf(CASE)} has entries that this version cannot read: \\d+`),
    )
  })
})

describe('an event of an older schema', () => {
  const told = (slot: string) => ({ place: 'mail/person/ivan', slot })

  test('of what was not accepted no longer tells administrators', () => {
    const late = { type: 'notAccepted', told: [told('alarm:slack:2027'), told('nudge:D1:2')] }

    expect(currentEvent(JSON.stringify({ schema: 2, ...late }))).toEqual({
      ...late,
      told: [told('nudge:D1:2')],
    })
  })

  test('of a cycle knows of no reminder that it was told in a notice', () => {
    const nudge = { n: 1 }
    const set = { type: 'cycleSet', cycle: { nudges: [nudge] } }
    const nudged = { type: 'cycleNudged', cycle: 'PRR', nudge }

    expect(currentEvent(JSON.stringify({ schema: 1, ...set }))).toEqual({
      ...set,
      cycle: { nudges: [{ n: 1, folded: false }] },
    })
    expect(currentEvent(JSON.stringify(nudged))).toEqual({
      ...nudged,
      nudge: { n: 1, folded: false },
    })
  })

  test('is not guessed where it is not what its schema says, or is newer', () => {
    expect(currentEvent(JSON.stringify({ schema: 1, type: 'called' }))).toBeNull()
    expect(currentEvent(JSON.stringify({ schema: 99, type: 'noted' }))).toBeNull()
    expect(currentEvent(JSON.stringify({ schema: 0, type: 'noted' }))).toBeNull()
  })

  test('is kept in the present one when it is written today', () => {
    const event = { type: 'wentPrivate', at: AFTER, list: [] } as const

    expect(currentEvent(JSON.stringify(keptEvent(event)))).toEqual(event)
  })
})

test('whoever raised in confidence is not named by an entry that cannot be read', async () => {
  const told = itemsIn(2).map((item) => {
    if (!('record' in item) || item.record.id !== CASE) return item
    const record = Object(item.record.saved.record)
    const raiser = { ...record.raiser, how: 'inConfidence' }
    const saved = { ...item.record.saved, record: { ...record, raiser } }
    return { record: { ...item.record, saved } }
  })
  const text = await inquiryOf(fromNewer(told, CASE, 'raised'))
  const data = text.slice(text.indexOf('{"muster":"inquiry"'))

  expect(data).toContain('"withheld":true')
  expect(data).not.toContain('"raiser\\":{')
})
