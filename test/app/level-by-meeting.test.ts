import { expect, test } from 'vitest'
import type { Intent } from '../../src/core/intent.ts'
import type { Answers } from '../../src/core/message/form.ts'
import { providerId, type RecordId } from '../../src/core/record-id.ts'
import { plusMinutes } from '../../src/core/time/instant.ts'
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

async function review(answers: Answers, minutesBefore = 0) {
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
  const answers = { judgement: 'More is to be seen.', outcome: 'open', present: ['quinn', 'mara'] }
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
  const answers = {
    judgement: 'The ward is safe.',
    outcome: 'acceptable',
    present: ['quinn', 'mara'],
  }
  const { world, meeting, must, level } = await review(answers, 60)
  expect(await level()).toBe('ENHANCED_PENDING_REVIEW')

  const changed = { version: 0, heldAt: world.app.now(), answers } as const
  await must({ kind: 'meeting', type: 'correct', by, ...changed }, meeting)

  await must(down, WILLOW)
  expect(await level()).toBe('ROUTINE')
})

test('the three months that a summit decided on are counted from when it was held, also once that is corrected', async () => {
  const world = await openApp()
  const must = async (intent: Intent, to: RecordId) => {
    const answer = await world.ask(intent, to)
    if (!answer.ok) throw new Error(answer.refusal.message)
    await world.settle()
  }
  const why = { seats: null, startsAt: null, why: 'The ward is shut.', urgent: true }
  await must({ kind: 'provider', type: 'convene', by, via: 'web', meeting: 'M1', ...why }, WILLOW)
  const meeting = (await world.record('provider', WILLOW)).meetings?.[0]?.meeting ?? WILLOW
  await world.pass(3 * 24 * 3600)
  const held = (hours: number) => plusMinutes(world.app.now(), -60 * hours)
  const [first, corrected] = [held(2), held(26)]
  const answers = { judgement: 'It is assured.', assurance: 'hold', present: ['rhea', 'quinn'] }
  const record = { by: person('rhea'), form: 'riskSummitRecord', answers, heldAt: first }
  await must({ kind: 'meeting', type: 'record', ...record }, meeting)
  const hold = async () =>
    (await world.record('provider', WILLOW)).cycles.find(({ rule }) => rule === 'D19')
  expect(await hold()).toMatchObject({ startAt: first, dueAt: '2027-06-29T22:59:59Z' })

  const correct = { kind: 'meeting', type: 'correct', by: person('rhea') } as const
  await must({ ...correct, version: 0, heldAt: corrected, answers }, meeting)

  expect(await hold()).toMatchObject({ startAt: corrected, dueAt: '2027-06-28T22:59:59Z' })
  expect(await hold()).toMatchObject({ words: expect.stringContaining('3 months from Sun 28 Mar') })

  // Where it decides otherwise by now, somebody is asked whether the level stands.
  const other = { ...answers, assurance: 'no' }
  await must({ ...correct, version: 1, heldAt: first, answers: other }, meeting)
  expect((await hold())?.startAt).toBe(corrected)
  expect(world.complaints).toEqual([])
})

test('a summit that one person records as attended by nobody else changes no level, and whoever makes that good is asked', async () => {
  const { world, meeting, must, level } = await summit()
  const answers = { judgement: 'It is assured.', assurance: 'yes', present: ['quinn'] }
  const record = { by, form: 'riskSummitRecord', answers, heldAt: world.app.now() }
  await must({ kind: 'meeting', type: 'record', ...record }, meeting)

  expect(await level()).toBe('ENHANCED')
  const [question] = world.web.standing.filter(({ place }) => place === 'web/person/mara').slice(-1)
  expect(question?.words).toContain(
    'nobody of NHSE South East quality team, which chairs it, is recorded as having been there',
  )
  expect(question?.words).toContain('to decide G8, or hold it again')
  const g8 = { kind: 'provider', type: 'changeLevel', transition: 'G8', reason: 'Seen.' } as const
  await must({ ...g8, by: person('mara'), evidence: null, because }, WILLOW)
  expect(await level()).toBe('ROUTINE')
})

test('nor does one at which nobody but the region was; the same people cannot decide by its record either', async () => {
  const { world, meeting, must, level } = await summit()
  const answers = { judgement: 'It is assured.', assurance: 'yes', present: ['rhea', 'wanda'] }
  const record = { by: person('rhea'), form: 'riskSummitRecord', answers }
  await must({ kind: 'meeting', type: 'record', ...record, heldAt: world.app.now() }, meeting)

  const g8 = { kind: 'provider', type: 'changeLevel', transition: 'G8', reason: 'Seen.' } as const
  const refused = await world.ask({ ...g8, by: person('mara'), evidence: null, because }, WILLOW)

  expect(await level()).toBe('ENHANCED')
  expect(refused).toMatchObject({
    ok: false,
    refusal: { message: expect.stringContaining('Hold it again with those who were missing.') },
  })
})

test('a record by which enough were there changes the level, and says who chaired and who recorded it', async () => {
  const { world, meeting, must, level } = await summit()
  const chair = { type: 'answer', prompt: 'chair', answer: 'confirm', revision: null } as const
  const confirms = { kind: 'meeting', ...chair, reason: null, person: null } as const
  await must({ ...confirms, by: person('rhea') }, meeting)
  const answers = { judgement: 'It is assured.', assurance: 'yes', present: ['rhea', 'quinn'] }
  const record = { by, form: 'riskSummitRecord', answers, heldAt: world.app.now() }
  await must({ kind: 'meeting', type: 'record', ...record }, meeting)

  expect(await level()).toBe('ROUTINE')
  const notice = world.web.standing.findLast(({ words }) => words.includes('Enhanced → Routine'))
  expect(notice?.words).toMatch(/Decided by: the risk summit M-.*, chaired by Rhea Dutta/)
  expect(notice?.words).toContain('Recorded by: Quinn Adeyemi (quality lead')
})

test.each([
  ['who had confirmed and did not come, says nothing of a chair', true, 'by: the risk summit M-'],
  ['where nobody had confirmed, says so', false, ', with no chair confirmed'],
])('a record without the chair %s', async (_what, confirms, words) => {
  const { world, meeting, must, level } = await summit()
  const chair = { type: 'answer', prompt: 'chair', answer: 'confirm', revision: null } as const
  const confirmed = { kind: 'meeting', ...chair, reason: null, person: null } as const
  if (confirms) await must({ ...confirmed, by: person('rhea') }, meeting)
  const answers = { judgement: 'It is assured.', assurance: 'yes', present: ['mara', 'quinn'] }
  const record = { by, form: 'riskSummitRecord', answers, heldAt: world.app.now() }
  await must({ kind: 'meeting', type: 'record', ...record }, meeting)

  expect(await level()).toBe('ROUTINE')
  const notice = world.web.standing.findLast(({ words }) => words.includes('Enhanced → Routine'))
  expect(notice?.words).toContain(words)
  expect(notice?.words).not.toContain('chaired by')
  expect(notice?.words.includes('no chair confirmed')).toBe(!confirms)
})

async function summit() {
  const world = await openApp()
  const must = async (intent: Intent, to: RecordId) => {
    const answer = await world.ask(intent, to)
    if (!answer.ok) throw new Error(answer.refusal.message)
    await world.settle()
  }
  const why = { seats: null, startsAt: null, why: 'The ward is shut.', urgent: true }
  await must({ kind: 'provider', type: 'convene', by, via: 'web', meeting: 'M1', ...why }, WILLOW)
  const meeting = (await world.record('provider', WILLOW)).meetings?.[0]?.meeting ?? WILLOW
  await world.pass(3600)
  const level = async () => (await world.record('provider', WILLOW)).level
  return { world, meeting, must, level }
}
