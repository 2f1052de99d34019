import { describe, expect, test } from 'vitest'
import { itemsOf } from '../../../src/app/moving/items.ts'
import { verifyAll } from '../../../src/app/verify/verify.ts'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import { wordsOf } from '../talk/speaking.ts'
import { begin } from './playing.ts'

const DAY = 24 * 3600
const WORDS = 'Two of us stand at the fence beside the gate'

async function everything(world: TestApp): Promise<string> {
  const items: unknown[] = []
  for await (const item of itemsOf(world.store)) items.push(item)
  return JSON.stringify(items)
}

async function ended() {
  const world = await openApp()
  const played = await begin(world, 'good-friday')
  await played.reply(`note ${WORDS}`)
  await played.press('move this clock here', 'End it and see the score')
  return { world, played }
}

describe('a rehearsal that is over', () => {
  test('is kept for thirty days, as the pack says', async () => {
    const { world, played } = await ended()

    await world.pass(29 * DAY)

    expect((await played.drill()).records).not.toEqual([])
    expect(await everything(world)).toContain(WORDS)
  })

  test('is then cleaned away: no word of it, nobody who took part, and on no list', async () => {
    const { world, played } = await ended()

    await world.pass(30 * DAY)

    const drill = await played.drill()
    expect(drill).toMatchObject({ people: [], places: [], records: [], lines: [], moves: [] })
    expect(drill.removed).toMatchObject({ rule: 'rehearsals-kept', by: { type: 'clock' } })
    const all = JSON.stringify([
      await world.store.load(played.id),
      await world.store.history(played.id),
    ])
    expect(await everything(world)).not.toContain(WORDS)
    expect(all).not.toMatch(/\bnia\b|Nia Roberts/)
    for (const status of ['open', 'over'])
      expect(await world.store.list({ facets: { kind: 'drill', status } })).toEqual([])
  })

  test('leaves a chain that verifies and says that it was removed', async () => {
    const { world, played } = await ended()
    await world.pass(30 * DAY)

    const { findings, removed } = await verifyAll(itemsOf(world.store))

    expect(findings).toEqual([])
    expect(removed.map(({ record }) => record)).toEqual([played.id])
  })

  test('is woken no more, and an old button of it changes nothing', async () => {
    const { world, played } = await ended()
    const reference = `R-${played.id.slice('drill-'.length)}`
    await world.pass(30 * DAY)
    const before = await world.store.load(played.id)

    const said = await played.player.command('muster', `rehearse hour ${reference}`)
    await world.pass(60 * DAY)

    expect(wordsOf(world, said)).toContain('There is no such rehearsal that you can see')
    expect(await world.store.load(played.id)).toEqual(before)
  })
})
