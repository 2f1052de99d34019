import { expect, test } from 'vitest'
import { memoryStore } from '../../adapters/stores/memory.ts'
import { handle } from '../../src/app/handle.ts'
import type { Store } from '../../src/app/ports.ts'
import type { Intent } from '../../src/core/intent.ts'
import { providerId, type RecordId } from '../../src/core/record-id.ts'
import { openApp } from '../fixtures/app.ts'
import { convening, person } from '../fixtures/cases.ts'
import { calledReview } from '../fixtures/provider-meeting.ts'
import { confidential } from './talk/confidentially.ts'

const WILLOW = providerId('willow')
const form = 'qualityReviewRecord'
const by = person('quinn')

/** A store in which something else is saved first, once, when that record is about to be. */
function crossingStore() {
  const store = memoryStore()
  const first: { before: RecordId | null; save: () => Promise<unknown> } = {
    before: null,
    save: async () => {},
  }
  const save: Store['save'] = async (id, version, change) => {
    if (id === first.before) {
      first.before = null
      await first.save()
    }
    return store.save(id, version, change)
  }
  return { first, store: { ...store, save } }
}

/** A review has opened the way to routine; that of a confidential case is to be recorded as deciding otherwise. */
async function aboutToCross() {
  const { first, store } = crossingStore()
  const world = await openApp({ store })
  const must = async (intent: Intent, to: RecordId) => {
    const answer = await world.ask(intent, to)
    if (!answer.ok) throw new Error(answer.refusal.message)
  }
  const before = (minutes: number) =>
    new Date(Date.parse(world.app.now()) - minutes * 60_000).toISOString().replace('.000Z', 'Z')
  const { meeting: open } = await calledReview(world)
  const { id } = await confidential(world)
  const seats = ['lead-provider-quality-lead']
  await must({ ...convening(), meeting: 'M6', urgent: false, seats }, id)
  const [called] = (await world.record('case', id)).meetings
  if (!called) throw new Error('No meeting was called')
  const { meeting } = called
  await world.pass(3600)
  const heldAt = before(20)
  const said = { judgement: 'Calm.', outcome: 'open', present: ['quinn', 'mara'] }
  await must({ kind: 'meeting', type: 'record', by, heldAt, form, answers: said }, open)
  const opened = { heldAt, answers: { ...said, outcome: 'acceptable' } }
  await must({ kind: 'meeting', type: 'correct', by, version: 0, ...opened }, open)
  const answers = { judgement: 'The keys are still gone.', outcome: 'continue' }
  const found = { kind: 'meeting', type: 'record', by, heldAt: before(10), form, answers } as const
  const reason = 'The risk is acceptable.'
  const left = { transition: 'G4', reason, evidence: null, because: null } as const
  const steps = { kind: 'provider', type: 'changeLevel', by: person('omar'), ...left } as const
  const asks = () =>
    world.web.standing.filter(
      ({ record, words }) => record === meeting && words.includes('Does that stand?'),
    ).length
  const pass = (key: string, intent: Intent, to: RecordId) => handle(world.app, { key, intent, to })
  return { first, world, meeting, found, steps, asks, pass, must }
}

test('a level that is left while a confidential review that decided otherwise is being recorded is asked about once', async () => {
  const { first, world, meeting, found, steps, asks, pass, must } = await aboutToCross()
  first.before = meeting
  first.save = () => pass('steps down', steps, WILLOW)

  await must(found, meeting)
  await world.settle()

  expect((await world.record('provider', WILLOW)).level).toBe('ROUTINE')
  expect(asks()).toBe(1)
})

test('and so is one of which the review is recorded while it is being left', async () => {
  const { first, world, meeting, found, steps, asks, pass, must } = await aboutToCross()
  first.before = WILLOW
  first.save = () => pass('is recorded', found, meeting)

  await must(steps, WILLOW)
  await world.settle()

  expect((await world.record('provider', WILLOW)).level).toBe('ROUTINE')
  expect(asks()).toBe(1)
})
