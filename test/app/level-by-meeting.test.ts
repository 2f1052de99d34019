import { expect, test } from 'vitest'
import type { Intent } from '../../src/core/intent.ts'
import { providerId, type RecordId } from '../../src/core/record-id.ts'
import { openApp } from '../fixtures/app.ts'
import { person } from '../fixtures/cases.ts'
import { calledReview } from '../fixtures/provider-meeting.ts'

const WILLOW = providerId('willow')
const by = person('quinn')
const because = null
const down = {
  kind: 'provider',
  type: 'changeLevel',
  by,
  transition: 'G4',
  reason: 'The risk is acceptable.',
  evidence: null,
  because,
} as const

async function review(answers: Readonly<Record<string, string>>, minutesBefore = 0) {
  const world = await openApp()
  const { meeting } = await calledReview(world)
  const at = new Date(Date.parse(world.app.now()) - minutesBefore * 60_000)
  const heldAt = at.toISOString().replace('.000Z', 'Z')
  const must = async (intent: Intent, to: RecordId) => {
    const answer = await world.ask(intent, to)
    if (!answer.ok) throw new Error(answer.refusal.message)
    await world.settle()
  }
  const form = 'qualityReviewRecord'
  await must({ kind: 'meeting', type: 'record', by, heldAt, form, answers }, meeting)
  const level = async () => (await world.record('provider', WILLOW)).level
  return { world, meeting, heldAt, must, level }
}

test('a review that is recorded as not decided opens no way; once its draft is corrected, it does', async () => {
  const answers = { judgement: 'More is to be seen.', outcome: 'open' }
  const { world, meeting, heldAt, must, level } = await review(answers)

  const refused = await world.ask(down, WILLOW)
  expect(refused).toMatchObject({
    ok: false,
    refusal: { message: expect.stringContaining('recorded nothing that leads to another level') },
  })
  const changed = { version: 0, heldAt, answers: { ...answers, outcome: 'acceptable' } } as const
  await must({ kind: 'meeting', type: 'correct', by, ...changed }, meeting)

  expect(await level()).toBe('ENHANCED_PENDING_REVIEW')
  await must(down, WILLOW)
  expect(await level()).toBe('ROUTINE')
})

test('a review that says that it was held before the level began leads nowhere until its time is corrected', async () => {
  const answers = { judgement: 'The ward is safe.', outcome: 'acceptable' }
  const { world, meeting, must, level } = await review(answers, 60)
  expect(await level()).toBe('ENHANCED_PENDING_REVIEW')

  const changed = { version: 0, heldAt: world.app.now(), answers } as const
  await must({ kind: 'meeting', type: 'correct', by, ...changed }, meeting)

  await must(down, WILLOW)
  expect(await level()).toBe('ROUTINE')
})
