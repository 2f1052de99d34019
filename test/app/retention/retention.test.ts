import { describe, expect, test } from 'vitest'
import { memoryStore } from '../../../adapters/stores/memory.ts'
import { erase } from '../../../src/app/history.ts'
import { keepLedgerDay } from '../../../src/app/ledger/keep.ts'
import { importItems } from '../../../src/app/moving/import.ts'
import { itemsOf } from '../../../src/app/moving/items.ts'
import type { Store } from '../../../src/app/ports.ts'
import { decideKeeping } from '../../../src/app/retention/decide.ts'
import { retentionReport } from '../../../src/app/retention/report.ts'
import { verifyAll } from '../../../src/app/verify/verify.ts'
import { providerId, referenceOf } from '../../../src/core/record-id.ts'
import { REMOVED_WORDS } from '../../../src/core/retention.ts'
import { openApp } from '../../fixtures/app.ts'
import { person } from '../../fixtures/cases.ts'
import { ADMINISTRATOR, closedCase, TEXTS } from '../../fixtures/closed-case.ts'
import { raised } from '../delivering.ts'
import { speaker, wordsOf } from '../talk/speaking.ts'

const PAST = '2037-03-27T09:00:00Z'
const because = 'Nobody asks for it any more.'

async function closed() {
  const world = await openApp({ administrators: [ADMINISTRATOR] })
  const { id, meeting } = await closedCase(world)
  await keepLedgerDay(world.app)
  const reference = referenceOf(id)
  /** Ten years later, without everything that would have woken meanwhile. */
  const later = { ...world.app, now: () => PAST }
  const decide = (what: 'hold' | 'release' | 'remove', app = later, by: string | null = null) =>
    decideKeeping(app, { what, reference, because, by })
  return { world, id, meeting, reference, later, decide }
}

async function everythingIn(store: Store): Promise<string> {
  const items: unknown[] = []
  for await (const item of itemsOf(store)) items.push(item)
  return JSON.stringify(items)
}

describe('the list of what is kept', () => {
  test('names closed cases with rule and day, and says which may go', async () => {
    const { world, reference, later } = await closed()
    await raised(world)

    expect(await retentionReport(world.app)).toEqual([
      {
        reference,
        type: 'incident',
        state: 'kept',
        until: '2037-03-26',
        rule: 'E7-other',
        because: null,
      },
    ])
    expect(await retentionReport(later)).toMatchObject([{ reference, state: 'past' }])
  })
})

describe('a removal', () => {
  test('is refused with the date while a rule keeps it, and nothing changes', async () => {
    const { world, decide } = await closed()
    const before = await everythingIn(world.store)

    expect(await decide('remove', world.app)).toContain('is kept until Thu 26 Mar 2037')
    expect(await everythingIn(world.store)).toBe(before)
  })

  test('leaves no word of the case, its meeting or its level in the store; the decision stays', async () => {
    const { world, id, meeting, decide } = await closed()
    const before = await everythingIn(world.store)
    for (const text of TEXTS) expect(before).toContain(text)

    expect(await decide('remove')).toBeNull()

    const after = await everythingIn(world.store)
    for (const text of TEXTS) expect(after).not.toContain(text)
    expect((await world.record('case', id)).removed).toMatchObject({
      because,
      rule: 'E7-other',
      by: { name: 'Hugo Lindqvist' },
    })
    expect((await world.record('meeting', meeting)).removed).toMatchObject({ because })
    const { decisions } = await world.record('provider', providerId('willow'))
    expect(decisions.map(({ reason }) => reason)).toEqual(decisions.map(() => REMOVED_WORDS))
    expect(decisions.length).toBeGreaterThan(0)
  })

  test('still verifies, and says what was removed; a move to another store keeps that', async () => {
    const { world, reference, decide } = await closed()
    await decide('remove')
    await keepLedgerDay(world.app)
    const verdict = await verifyAll(itemsOf(world.store))

    expect([...verdict.findings, ...verdict.ledger]).toEqual([])
    expect(verdict.removed).toHaveLength(2)
    expect(verdict.removed[0]?.sentence).toContain(
      `${reference} (${verdict.removed[0]?.record}): removed under retention 2037-03-27 by Hugo Lindqvist (E7-other, kept until Thu 26 Mar 2037): ${because}`,
    )
    const other = memoryStore()
    await importItems(other, itemsOf(world.store), PAST)
    expect((await verifyAll(itemsOf(other))).removed).toEqual(verdict.removed)
  })

  test('is told at the command line alone, and nothing can be done to it any more', async () => {
    const { world, reference, decide } = await closed()
    await decide('remove')

    const quinn = speaker(world, 'quinn')
    const status = wordsOf(world, await quinn.command('muster', `status ${reference}`))
    expect(status).toContain(`There is no ${reference} that you can see`)
    expect(await decide('hold')).toContain('was removed under retention')
    expect(await decide('remove')).toContain('was removed under retention')
    expect(await retentionReport(world.app)).toMatchObject([{ reference, state: 'removed' }])
  })

  test('waits until all that was to be sent of it is dealt with', async () => {
    const { world, id, decide } = await closed()
    world.web.trouble('web/room/willow', { with: { type: 'later', reason: 'It is busy' } })
    const note = {
      kind: 'case',
      type: 'note',
      by: person('quinn'),
      text: 'One thing more',
    } as const
    await world.ask(note, id)
    await world.settle()

    expect(await decide('remove')).toMatch(
      /^\d+ messages or follow-ups of C-\S+ have not been dealt with/,
    )
    expect((await world.record('case', id)).removed).toBeUndefined()
  })
})

describe('who decides', () => {
  test('an administrator whom the settings name and the directory lists, and nobody else', async () => {
    const { decide, world } = await closed()

    expect(await decide('hold', world.app, 'quinn@example.org')).toContain(
      `one of: ${ADMINISTRATOR}`,
    )
    expect(await decide('hold', world.app, ADMINISTRATOR.toUpperCase())).toBeNull()
    const none = { ...world.app, administrators: [] }
    expect(
      await decideKeeping(none, { what: 'hold', reference: 'C-7K2M-9Q4X', because, by: null }),
    ).toContain('set MUSTER_ADMINISTRATORS')
  })

  test('gives a reason that identifies no patient', async () => {
    const { world, reference } = await closed()
    const asked = { what: 'hold', reference, because: 'About 943 476 5919', by: null } as const

    expect(await decideKeeping(world.app, asked)).toContain('NHS number')
  })
})

test('what was erased without a decision on record is found', async () => {
  const { world, id } = await closed()
  const items = []
  for await (const item of itemsOf(world.store)) items.push(item)
  const touched = items.map((item) =>
    'record' in item && item.record.id === id
      ? {
          record: {
            ...item.record,
            entries: item.record.entries.map((one) => (one.seq === 3 ? erase(one) : one)),
          },
        }
      : item,
  )
  const { findings } = await verifyAll(
    (async function* () {
      yield* touched
    })(),
  )

  expect(findings).toMatchObject([{ record: id, flaw: null }])
  expect(findings[0]?.sentence).toContain('entry 3 was erased, and no decision on record says so')
})
