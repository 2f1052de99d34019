import { describe, expect, test } from 'vitest'
import { keepLedgerDay } from '../../../src/app/ledger/keep.ts'
import { itemsOf } from '../../../src/app/moving/items.ts'
import type { Store } from '../../../src/app/ports.ts'
import { decideKeeping } from '../../../src/app/retention/decide.ts'
import { retentionReport } from '../../../src/app/retention/report.ts'
import { verifyAll } from '../../../src/app/verify/verify.ts'
import { providerId, referenceOf } from '../../../src/core/record-id.ts'
import { REMOVED_WORDS } from '../../../src/core/retention.ts'
import { openApp } from '../../fixtures/app.ts'
import { ADMINISTRATOR, closedCase } from '../../fixtures/closed-case.ts'
import { calledReview, MEETING_TEXTS, reviewedProvider } from '../../fixtures/provider-meeting.ts'

const PAST = '2047-03-27T09:00:00Z'
const because = 'Nobody asks for it any more.'

async function reviewed() {
  const world = await openApp({ administrators: [ADMINISTRATOR] })
  const { meeting } = await reviewedProvider(world)
  await keepLedgerDay(world.app)
  const reference = referenceOf(meeting)
  const later = { ...world.app, now: () => PAST }
  const decide = (what: 'hold' | 'release' | 'remove', app = later) =>
    decideKeeping(app, { what, reference, because, by: null })
  return { world, meeting, reference, later, decide }
}

async function everythingIn(store: Store): Promise<string> {
  const items: unknown[] = []
  for await (const item of itemsOf(store)) items.push(item)
  return JSON.stringify(items)
}

describe('a meeting about a provider', () => {
  test('is listed with the rule that keeps it and the day until which it does', async () => {
    const { world, reference, later } = await reviewed()
    const kept = {
      reference,
      type: 'meeting',
      until: '2047-03-26',
      rule: 'E7-meeting',
      because: null,
    }

    expect(await retentionReport(world.app)).toEqual([{ ...kept, state: 'kept' }])
    expect(await retentionReport(later)).toEqual([{ ...kept, state: 'past' }])
  })

  test('is not removed while a rule keeps it, nor while it is held', async () => {
    const { world, meeting, decide } = await reviewed()
    const before = await everythingIn(world.store)
    expect(await decide('remove', world.app)).toContain('is kept until Tue 26 Mar 2047')
    expect(await everythingIn(world.store)).toBe(before)

    expect(await decide('hold')).toBeNull()
    expect(await decide('remove')).toContain('is held since')
    expect((await world.record('meeting', meeting)).hold).toMatchObject({ because })
    expect(await decide('hold')).toContain('is held already')
    expect(await decide('release')).toBeNull()
    expect((await world.record('meeting', meeting)).hold).toBeUndefined()
  })

  test('leaves no word of itself when it is removed, at the provider neither; the histories verify', async () => {
    const { world, meeting, reference, decide } = await reviewed()
    const before = await everythingIn(world.store)
    for (const text of MEETING_TEXTS) expect(before).toContain(text)

    expect(await decide('remove')).toBeNull()

    const after = await everythingIn(world.store)
    for (const text of MEETING_TEXTS) expect(after).not.toContain(text)
    expect((await world.record('meeting', meeting)).removed).toMatchObject({ because })
    const provider = await world.record('provider', providerId('willow'))
    expect(provider.meetings).toEqual([])
    expect(provider.decisions.map(({ reason }) => reason)).toEqual([
      'Complaints doubled.',
      REMOVED_WORDS,
    ])
    expect(provider.level).toBe('ROUTINE')
    const { findings, ledger, removed } = await verifyAll(itemsOf(world.store))
    expect([...findings, ...ledger]).toEqual([])
    expect(removed.map(({ sentence }) => sentence)).toEqual([
      expect.stringContaining(`${reference} (${meeting}): removed under retention 2047-03-27`),
    ])
    expect(await decide('hold')).toContain('was removed under retention')
  })

  test('is kept until it is recorded, and until what it asks for is over', async () => {
    const world = await openApp({ administrators: [ADMINISTRATOR] })
    const { meeting } = await calledReview(world)
    const reference = referenceOf(meeting)
    const later = { ...world.app, now: () => PAST }
    const asked = { what: 'remove', reference, because, by: null } as const

    expect(await decideKeeping(later, asked)).toContain('only what is recorded can be removed')
  })

  test('goes with its case where it has one, and not by itself', async () => {
    const world = await openApp({ administrators: [ADMINISTRATOR] })
    const { id, meeting } = await closedCase(world)
    const asked = { what: 'remove', reference: referenceOf(meeting), because, by: null } as const

    expect(await decideKeeping({ ...world.app, now: () => PAST }, asked)).toBe(
      `${referenceOf(meeting)} is a meeting of ${referenceOf(id)}: it is kept, held and removed with it.`,
    )
    expect((await retentionReport(world.app)).map(({ type }) => type)).toEqual(['incident'])
  })

  test('that was altered afterwards is named by the verification', async () => {
    const { world, meeting } = await reviewed()
    async function* forged() {
      for await (const item of itemsOf(world.store)) {
        if ('record' in item && item.record.id === meeting) {
          const [first, second, ...rest] = item.record.entries
          if (!first || !second) throw new Error('There is no history')
          const changed = { ...second, body: `${second.body} ` }
          yield { record: { ...item.record, entries: [first, changed, ...rest] } }
        } else yield item
      }
    }
    const { findings } = await verifyAll(forged())

    expect(findings.map(({ record }) => record)).toEqual([meeting])
  })
})
