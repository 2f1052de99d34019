import { describe, expect, test } from 'vitest'
import { type RecordId, referenceOf } from '../../src/core/record-id.ts'
import { openApp, type TestApp } from '../fixtures/app.ts'
import { convening, person } from '../fixtures/cases.ts'
import { raisedIncident, speaker, wordsOf } from './talk/speaking.ts'

const by = person('quinn')
const WHAT = 'Mend the yak gate.'

async function call(world: TestApp, kase: RecordId, meeting: string): Promise<RecordId> {
  const answer = await world.ask({ ...convening(), meeting, seats: null }, kase)
  if (!answer.ok) throw new Error(answer.refusal.message)
  await world.settle()
  const called = (await world.record('case', kase)).meetings.at(-1)
  if (!called) throw new Error('No meeting was called')
  return called.meeting
}

async function askFor(world: TestApp, meeting: RecordId) {
  const action = { what: WHAT, of: 'harbour', owner: 'quinn', evidence: 'A rota.', risk: null }
  const due = { again: null, dueAt: '2027-05-09T22:59:59Z' } as const
  await world.ask({ kind: 'meeting', type: 'askAction', by, ...due, ...action }, meeting)
  await world.settle()
}

async function makeConfidential(world: TestApp, kase: RecordId) {
  const reason = 'A colleague is concerned.'
  await world.ask({ kind: 'case', type: 'makeConfidential', by, reason }, kase)
  await world.settle()
}

async function briefOf(world: TestApp, meeting: RecordId): Promise<string> {
  const said = await speaker(world, 'quinn').command('muster', `status ${referenceOf(meeting)}`)
  return wordsOf(world, said)
}

describe('what a meeting of a confidential case asks for', () => {
  test('is carried to the brief of its next meeting, and to no provider', async () => {
    const world = await openApp()
    const { id } = await raisedIncident(world)
    await makeConfidential(world, id)
    const first = await call(world, id, 'M3')
    await askFor(world, first)

    const next = await call(world, id, 'M4')

    expect(await briefOf(world, next)).toContain(`${WHAT} Harbour NHS Foundation Trust`)
    expect(await briefOf(world, next)).toContain(`From ${referenceOf(first)}`)
    const { provider } = await world.record('case', id)
    expect(provider.slug).toBe('willow')
    const willow = await speaker(world, 'quinn').command('muster', 'status willow')
    expect(wordsOf(world, willow)).not.toContain('yak')
  })

  test('is carried too where its case became confidential only afterwards, and goes once it is withdrawn', async () => {
    const world = await openApp()
    const { id } = await raisedIncident(world)
    const first = await call(world, id, 'M3')
    await askFor(world, first)
    await makeConfidential(world, id)
    const next = await call(world, id, 'M4')
    expect(await briefOf(world, next)).toContain(WHAT)

    const withdrawn = { kind: 'meeting', type: 'withdrawAction', by, action: 1 } as const
    await world.ask({ ...withdrawn, reason: 'It is mended.' }, first)
    await world.settle()

    expect(await briefOf(world, next)).not.toContain(WHAT)
    expect((await world.record('case', id)).actions).toEqual([])
  })

  test('stands with the provider alone where the case is not confidential', async () => {
    const world = await openApp()
    const { id } = await raisedIncident(world)
    const first = await call(world, id, 'M3')
    await askFor(world, first)

    expect('actions' in (await world.record('case', id))).toBe(false)
    expect((await world.record('meeting', await call(world, id, 'M4'))).carried).toBeUndefined()
  })
})
