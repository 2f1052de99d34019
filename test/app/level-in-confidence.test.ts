import { describe, expect, test } from 'vitest'
import type { Intent } from '../../src/core/intent.ts'
import { providerId, type RecordId, referenceOf } from '../../src/core/record-id.ts'
import { openApp, type TestApp } from '../fixtures/app.ts'
import { convening, person } from '../fixtures/cases.ts'
import { calledReview } from '../fixtures/provider-meeting.ts'
import { confidential } from './talk/confidentially.ts'
import { formIn, pressOn, raisedIncident, speaker, wordsOf } from './talk/speaking.ts'

const WILLOW = providerId('willow')
const form = 'qualityReviewRecord'
const by = person('quinn')

async function must(world: TestApp, intent: Intent, to: RecordId) {
  const answer = await world.ask(intent, to)
  if (!answer.ok) throw new Error(answer.refusal.message)
  await world.settle()
}

const minutesBefore = (world: TestApp, minutes: number) =>
  new Date(Date.parse(world.app.now()) - minutes * 60_000).toISOString().replace('.000Z', 'Z')

/**
 * Willow is in enhanced. A review of it says, an hour after it began, that the risk is acceptable, which
 * opens the way to routine; a review of a confidential case says, later, that it continues.
 */
async function reviewed(outcome: string, when: 'later' | 'earlier' = 'later') {
  const world = await openApp()
  const { meeting: open } = await calledReview(world)
  const { id } = await confidential(world)
  await must(
    world,
    { ...convening(), meeting: 'M6', urgent: false, seats: ['lead-provider-quality-lead'] },
    id,
  )
  const [called] = (await world.record('case', id)).meetings
  if (!called) throw new Error('No meeting was called')
  await world.pass(3600)
  const at = {
    open: minutesBefore(world, 20),
    own: minutesBefore(world, when === 'later' ? 10 : 30),
  }
  const judgement = 'The keys are still gone.'
  const own = { heldAt: at.own, form, answers: { judgement, outcome } }
  await must(world, { kind: 'meeting', type: 'record', by, ...own }, called.meeting)
  const said = { judgement: 'Calm.', outcome: 'open', present: ['quinn', 'mara'] }
  await must(
    world,
    { kind: 'meeting', type: 'record', by, heldAt: at.open, form, answers: said },
    open,
  )
  const corrected = { version: 0, heldAt: at.open, answers: { ...said, outcome: 'acceptable' } }
  await must(world, { kind: 'meeting', type: 'correct', by, ...corrected }, open)
  return { world, meeting: called.meeting, case: id }
}

async function stepsDown(world: TestApp, who: string): Promise<string> {
  const somebody = speaker(world, who)
  const level = formIn(await somebody.command('muster', 'level willow'))
  const reply = await somebody.fill(level, { transition: 'G4', reason: 'The risk is acceptable.' })
  await world.settle()
  return wordsOf(world, reply)
}

const decided = async (world: TestApp) =>
  (await world.record('provider', WILLOW)).decisions.map(({ transition }) => transition)

const of = (world: TestApp, record: RecordId) =>
  world.web.standing.filter((one) => one.record === record).map(({ words }) => words)

test('whoever was in a confidential meeting that found otherwise cannot step down, and alone reads why', async () => {
  const { world, meeting } = await reviewed('continue')
  const before = await world.store.load(WILLOW)

  const words = await stepsDown(world, 'quinn')

  expect(words).toContain('For you alone, since you were in it: the quality review meeting (M6)')
  expect(words).toContain('recorded “It continues in enhanced” (G5)')
  expect(await decided(world)).toEqual(['G2'])
  expect(await world.store.load(WILLOW)).toEqual(before)
  expect(of(world, WILLOW).join()).not.toContain(referenceOf(meeting))
})

test('whoever was not steps down as if there were none; those who were are asked whether it stands', async () => {
  const { world, meeting, case: kase } = await reviewed('continue')
  const asked = () => of(world, meeting).filter((words) => words.includes('Does that stand?'))
  expect(asked()).toEqual([])

  expect(await stepsDown(world, 'omar')).toContain('The decision stands in the')

  expect(await decided(world)).toEqual(['G2', 'G4'])
  const [question] = asked()
  expect(question).toContain('Willow House is on “Routine” now. Does that stand?')
  expect(question).toContain('Quinn Adeyemi: Enhanced, review pending → Routine (G4), decided')
  expect(question).toContain('by Omar Haddad')
  const kept = JSON.stringify(await world.store.load(WILLOW))
  const read = of(world, WILLOW).join()
  for (const id of [meeting, kase]) {
    expect(kept).not.toContain(id)
    expect(read).not.toContain(referenceOf(id))
  }
  const places = world.web.standing.filter(({ words }) => words.includes('Does that stand?'))
  expect(places.map(({ place, record }) => [place, record])).toEqual([
    ['web/room/room-3', meeting],
    ['web/room/room-2', kase],
  ])
  expect(places[1]?.words).toContain('had not decided so. Whoever decided may not know of it')

  const quinn = speaker(world, 'quinn')
  const note = formIn(await quinn.press(pressOn(places[0]?.message, 'Note why it stands…')))
  await quinn.fill(note, { text: 'The keys were found since.' })
  await world.settle()
  expect(of(world, meeting).join()).toContain('The keys were found since.')
  expect(JSON.stringify(await world.store.load(WILLOW))).not.toContain('keys were found')
})

test.each([
  ['found the same', 'acceptable', 'later'],
  ['was held before the one that opens the way', 'continue', 'earlier'],
] as const)('one that %s keeps nobody, and asks nobody', async (_what, outcome, when) => {
  const { world, meeting } = await reviewed(outcome, when)

  await stepsDown(world, 'quinn')

  expect(await decided(world)).toEqual(['G2', 'G4'])
  expect(of(world, meeting).join()).not.toContain('Does that stand?')
})

test('it never stands against a way that keeps a provider in enhanced', async () => {
  const { world } = await reviewed('open')
  const quinn = speaker(world, 'quinn')
  const level = formIn(await quinn.command('muster', 'level willow'))

  await quinn.fill(level, { transition: 'G13', reason: 'People are at risk now.' })

  expect(await decided(world)).toEqual(['G2', 'G13'])
})

/**
 * The same, but that the confidential review is recorded only once somebody who was not in it has stepped
 * Willow down; it was held `minutes` before that.
 */
async function recordedLate(outcome: string, minutes: number) {
  const world = await openApp()
  const { meeting: open } = await calledReview(world)
  const { id } = await confidential(world)
  const seats = ['lead-provider-quality-lead']
  await must(world, { ...convening(), meeting: 'M6', urgent: false, seats }, id)
  const [called] = (await world.record('case', id)).meetings
  if (!called) throw new Error('No meeting was called')
  await world.pass(3600)
  const said = { judgement: 'Calm.', outcome: 'open', present: ['quinn', 'mara'] }
  const heldAt = minutesBefore(world, 20)
  await must(world, { kind: 'meeting', type: 'record', by, heldAt, form, answers: said }, open)
  const answers = { ...said, outcome: 'acceptable' }
  await must(world, { kind: 'meeting', type: 'correct', by, version: 0, heldAt, answers }, open)
  await stepsDown(world, 'omar')
  await world.pass(600)
  const own = { heldAt: minutesBefore(world, minutes + 10), form }
  const found = { ...own, answers: { judgement: 'The keys are still gone.', outcome } }
  await must(world, { kind: 'meeting', type: 'record', by, ...found }, called.meeting)
  return { world, meeting: called.meeting, case: id, ...found }
}

const asks = (world: TestApp, record: RecordId) =>
  of(world, record).filter((words) => words.includes('Does that stand?'))

test('one that found otherwise and is recorded only after a step-down asks whether that stands, once, and nobody else', async () => {
  const { world, meeting, case: kase, heldAt, answers } = await recordedLate('continue', 10)

  expect(await decided(world)).toEqual(['G2', 'G4'])
  const [question] = asks(world, meeting)
  expect(question).toContain('Enhanced, review pending → Routine (G4), decided')
  expect(question).toContain('This meeting did not decide so.')
  expect(asks(world, kase)).toHaveLength(1)
  const kept = JSON.stringify(await world.store.load(WILLOW))
  for (const id of [meeting, kase]) {
    expect(kept).not.toContain(id)
    expect(of(world, WILLOW).join()).not.toContain(referenceOf(id))
  }
  const said = { heldAt, answers: { ...answers, judgement: 'They are gone for good.' } }
  await must(world, { kind: 'meeting', type: 'correct', by, version: 0, ...said }, meeting)
  expect(asks(world, meeting)).toHaveLength(1)
})

test.each([
  ['found the same', 'acceptable', 10],
  ['was held before the one that opened the way', 'continue', 30],
] as const)('one that is recorded so late and %s asks nobody', async (_what, outcome, minutes) => {
  const { world, meeting, case: kase } = await recordedLate(outcome, minutes)

  expect(await decided(world)).toEqual(['G2', 'G4'])
  expect([...asks(world, meeting), ...asks(world, kase)]).toEqual([])
})

test('one that is corrected to have found otherwise, after a step-down, asks as well', async () => {
  const { world, meeting, heldAt, answers } = await recordedLate('acceptable', 10)

  const said = { heldAt, answers: { ...answers, outcome: 'continue' } }
  await must(world, { kind: 'meeting', type: 'correct', by, version: 0, ...said }, meeting)

  expect(asks(world, meeting)).toHaveLength(1)
})

/** A review of an open case takes Willow to routine; then the case, and with it the review, becomes confidential. */
async function openedThenConfidential() {
  const world = await openApp()
  const { id } = await raisedIncident(world)
  const seats = ['lead-provider-quality-lead']
  await must(world, { ...convening(), meeting: 'M6', urgent: false, seats }, id)
  const [called] = (await world.record('case', id)).meetings
  if (!called) throw new Error('No meeting was called')
  await world.pass(600)
  const change = { transition: 'G2', reason: 'Complaints doubled.', evidence: 'T5' } as const
  await must(world, { kind: 'provider', type: 'changeLevel', by, ...change, because: null }, WILLOW)
  await world.pass(3600)
  const answers = { judgement: 'Calm.', outcome: 'acceptable', present: ['quinn', 'mara'] }
  const said = { heldAt: minutesBefore(world, 10), form, answers }
  await must(world, { kind: 'meeting', type: 'record', by, ...said }, called.meeting)
  expect(await decided(world)).toEqual(['G2', 'G4'])
  const reason = 'It is about a colleague.'
  await must(world, { kind: 'case', type: 'makeConfidential', by, reason }, id)
  return { world, meeting: called.meeting, case: id, ...said }
}

test.each([
  ['held before the level was open', 65, 'acceptable', 'by which it was too early'],
  ['decided otherwise', 10, 'continue', 'whose record says something else now'],
] as const)(
  'one on which a level rests, and that is corrected in confidence to have been %s, asks its list and nobody else',
  async (_what, minutes, outcome, why) => {
    const { world, meeting, case: kase, answers } = await openedThenConfidential()
    const before = await world.record('provider', WILLOW)

    const said = { heldAt: minutesBefore(world, minutes), answers: { ...answers, outcome } }
    await must(world, { kind: 'meeting', type: 'correct', by, version: 0, ...said }, meeting)

    const [question] = asks(world, meeting)
    expect(question).toContain(`Willow House is on “Routine” now. Does that stand?`)
    expect(question).toContain(why)
    expect(asks(world, kase)).toHaveLength(1)
    expect(await world.record('provider', WILLOW)).toEqual(before)
  },
)

test('one on which a level rests, and whose time is corrected without harm to it, asks nobody', async () => {
  const { world, meeting, answers } = await openedThenConfidential()

  const said = { heldAt: minutesBefore(world, 20), answers }
  await must(world, { kind: 'meeting', type: 'correct', by, version: 0, ...said }, meeting)

  expect(asks(world, meeting)).toEqual([])
})

describe('on the case, whether a level stands', () => {
  const SLOT = 'prompt:levelLeft'
  const question = (world: TestApp, kase: RecordId, slot = SLOT) =>
    world.web.standing.find((one) => one.record === kase && one.slot === slot)

  test('is asked of whoever leads on quality there, and of nobody who is not on its list', async () => {
    const { world, case: kase, meeting } = await recordedLate('continue', 10)

    expect(question(world, kase)?.place).toBe('web/room/room-2')
    expect(question(world, kase)?.words).toContain(
      'Is the level of Willow House to be decided anew?',
    )
    expect(question(world, kase)?.words).toContain(
      `A meeting of this case, ${referenceOf(meeting)}`,
    )
    expect(question(world, kase)?.words).toContain('Asked: Quinn Adeyemi')
    const mine = async (who: string) =>
      wordsOf(world, await speaker(world, who).command('muster', 'mine'))
    expect(await mine('quinn')).toContain('Is the level of Willow House to be decided anew?')
    expect(await mine('omar')).not.toContain('decided anew')
    expect(asks(world, kase).join()).not.toContain('Note why it stands')
  })

  test('is reminded of, those who may not see it passed over, until somebody answers', async () => {
    const { world, case: kase } = await recordedLate('continue', 10)

    await world.moveTo('2027-04-01T12:00:00Z')

    const reminders = world.web.standing.filter(
      ({ record, slot }) => record === kase && slot.startsWith('nudge:prompt.levelLeft'),
    )
    expect(reminders.length).toBeGreaterThan(1)
    expect(reminders.map(({ place }) => place).filter((one) => one !== 'web/room/room-2')).toEqual(
      [],
    )
    expect(reminders.map(({ words }) => words).join()).not.toContain('Omar Haddad, you are asked')
    const { prompts } = await world.record('case', kase)
    const asked = prompts.find(({ asks }) => asks === 'levelLeft')?.asked
    const list = (await world.record('case', kase)).confidential?.access.map((one) => one.person)
    expect(asked?.filter((one) => !list?.includes(one))).toEqual([])

    const stands = { prompt: 'levelLeft', answer: 'no', revision: null, reason: 'Keys found.' }
    await must(world, { kind: 'case', type: 'answer', by, ...stands }, kase)
    await world.moveTo('2027-04-09T12:00:00Z')
    const now = world.web.standing.filter(
      ({ record, slot }) => record === kase && slot.startsWith('nudge:prompt.levelLeft'),
    )
    expect(now).toHaveLength(reminders.length)
    expect(question(world, kase)?.words).toContain('it stands: Keys found.')
    expect(JSON.stringify(await world.store.load(WILLOW))).not.toContain('Keys found')
  })

  test('is answered by its form, or in words once the level was decided anew', async () => {
    const { world, case: kase } = await recordedLate('continue', 10)
    const quinn = speaker(world, 'quinn')
    const press = pressOn(question(world, kase)?.message, 'It stands…')

    await quinn.fill(formIn(await quinn.press(press)), { reason: 'The keys were found since.' })

    expect(question(world, kase)?.words).toContain('it stands: The keys were found since.')

    const other = await recordedLate('continue', 10)
    const words = { prompt: 'levelLeft', answer: 'done', revision: null, reason: null }
    await must(other.world, { kind: 'case', type: 'answer', by, ...words }, other.case)
    expect(question(other.world, other.case)?.words).toContain('decided anew with the provider')
  })
})

/** A mistaken level, on which a confidential case has a review that is recorded. */
async function mistakenWithReview(ways: readonly string[] = ['G2']) {
  const world = await openApp()
  const quinn = speaker(world, 'quinn')
  const evidence = 'Referral figures, March.'
  for (const transition of ways) {
    const level = formIn(await quinn.command('muster', 'level willow'))
    await quinn.fill(level, { transition, evidence, reason: 'Referrals have doubled.' })
    await world.pass(60)
  }
  const { id } = await confidential(world)
  const seats = ['lead-provider-quality-lead']
  await must(world, { ...convening(), meeting: 'M6', urgent: false, seats }, id)
  const [called] = (await world.record('case', id)).meetings
  if (!called) throw new Error('No meeting was called')
  await world.pass(3600)
  const answers = { judgement: 'The keys are still gone.', outcome: 'continue' }
  const record = { heldAt: minutesBefore(world, 10), form, answers }
  await must(world, { kind: 'meeting', type: 'record', by, ...record }, called.meeting)
  return { world, meeting: called.meeting, case: id }
}

async function takesBack(world: TestApp, who: string, transition = 'G0'): Promise<string> {
  const somebody = speaker(world, who)
  const level = formIn(await somebody.command('muster', 'level willow'))
  const reply = await somebody.fill(level, { transition, reason: 'It was mistyped.' })
  await world.settle()
  return wordsOf(world, reply)
}

test('a level is not taken back by whoever knows of a confidential meeting on it; of anybody else it is asked there', async () => {
  const { world, meeting, case: kase } = await mistakenWithReview()

  const words = await takesBack(world, 'quinn')
  expect(words).toContain('For you alone, since you were in it: the quality review meeting (M6)')
  expect(words).toContain('It is confidential, and G0 is not open to you. Nothing was changed')
  expect(await decided(world)).toEqual(['G2'])

  expect(await takesBack(world, 'hugo')).toContain('The decision stands in the')
  expect(await decided(world)).toEqual(['G2', 'G0'])
  expect(of(world, meeting).join()).toContain('Willow House is on “Routine” now. Does that stand?')
  const kept = JSON.stringify(await world.store.load(WILLOW))
  const read = of(world, WILLOW).join()
  for (const id of [meeting, kase]) {
    expect(kept).not.toContain(id)
    expect(read).not.toContain(referenceOf(id))
  }
})

test('so it is of a level that is taken back to a review that is pending (G0P)', async () => {
  const { world, meeting } = await mistakenWithReview(['G2', 'G13'])

  const words = await takesBack(world, 'quinn', 'G0P')
  expect(words).toContain('For you alone, since you were in it: the quality review meeting (M6)')
  expect(words).toContain('It is confidential, and G0P is not open to you.')

  expect(await takesBack(world, 'omar', 'G0P')).toContain('The decision stands in the')
  expect(await decided(world)).toEqual(['G2', 'G13', 'G0P'])
  expect(asks(world, meeting).join()).toContain(
    'Willow House is on “Enhanced, review pending” now.',
  )
})

test('of a level that was taken back so, a confidential meeting asks that is recorded only afterwards', async () => {
  const { world, case: kase } = await mistakenWithReview(['G2', 'G13'])
  const seats = ['lead-provider-quality-lead']
  await must(world, { ...convening(), meeting: 'M6', urgent: false, seats }, kase)
  const called = (await world.record('case', kase)).meetings.at(-1)
  if (!called) throw new Error('No meeting was called')
  const heldAt = minutesBefore(world, 1)
  await takesBack(world, 'omar', 'G0P')
  await world.pass(60)
  const answers = { judgement: 'The keys are still gone.', outcome: 'continue' }
  const record = { heldAt, form, answers }

  await must(world, { kind: 'meeting', type: 'record', by, ...record }, called.meeting)

  expect(asks(world, called.meeting)).toHaveLength(1)
})

test.each(['stays called', 'is called off in confidence', 'is recorded in confidence'])(
  'a level is taken back by whoever does not know of a case’s meeting that became confidential and %s',
  async (what) => {
    const world = await openApp()
    const { id } = await raisedIncident(world)
    const change = { transition: 'G2', reason: 'Mistyped.', evidence: 'T5', because: null } as const
    await must(world, { kind: 'provider', type: 'changeLevel', by, ...change }, WILLOW)
    const seats = ['lead-provider-quality-lead']
    await must(world, { ...convening(), meeting: 'M6', urgent: false, seats }, id)
    const [called] = (await world.record('case', id)).meetings
    if (!called) throw new Error('No meeting was called')
    const reason = 'It is about a colleague.'
    await must(world, { kind: 'case', type: 'makeConfidential', by, reason }, id)
    await world.pass(3600)
    if (what === 'is called off in confidence')
      await must(world, { kind: 'meeting', type: 'callOff', by, reason: 'No.' }, called.meeting)
    if (what === 'is recorded in confidence') {
      const answers = { judgement: 'The keys are still gone.', outcome: 'continue' }
      const record = { heldAt: minutesBefore(world, 10), form, answers }
      await must(world, { kind: 'meeting', type: 'record', by, ...record }, called.meeting)
    }

    const words = await takesBack(world, 'hugo')

    expect(words).toContain('The decision stands in the')
    expect(words).not.toContain(referenceOf(called.meeting))
    expect(await decided(world)).toEqual(['G2', 'G0'])
  },
)
