import { beforeEach, describe, expect, test } from 'vitest'
import type { Message } from '../../src/core/message/message.ts'
import { plainMessage } from '../../src/core/message/plain.ts'
import { providerId, type RecordId, referenceOf } from '../../src/core/record-id.ts'
import { openApp, type TestApp } from '../fixtures/app.ts'
import { concern, person } from '../fixtures/cases.ts'
import { policyOf } from '../fixtures/context.ts'
import { fullyStaffed } from '../fixtures/fully-staffed.ts'
import {
  buttonsOf,
  formIn,
  pressOn,
  speaker,
  standingIn,
  triaged,
  wordsOf,
} from './talk/speaking.ts'

const WILLOW = providerId('willow')
const policy = policyOf('provider-collaborative')
const CHANGE = 'Change it to Enhanced (G11)'
const STAYS = 'It stays on “Enhanced, three-month hold”'

let world: TestApp
beforeEach(async () => {
  world = await openApp({
    policy,
    listings: fullyStaffed(policy),
    startsAt: '2027-11-29T09:00:00Z',
  })
})

async function decide(by: string, transition: string, rests?: RecordId): Promise<void> {
  const said = { reason: 'Figures of the week.', evidence: 'Report, 26 Nov.', because: null }
  const intent = { kind: 'provider', type: 'changeLevel', by: person(by), transition } as const
  const answer = await world.ask({ ...intent, ...said, ...(rests && { rests }) }, WILLOW)
  if (!answer.ok) throw new Error(answer.refusal.message)
  await world.settle()
}

/** The urgent way to enhanced, and a call that gains assurance with the hold. */
async function onHold(): Promise<void> {
  await decide('quinn', 'G13')
  await world.moveTo('2027-11-30T09:00:00Z')
  const called = { meeting: 'M9', why: 'To share what is known.', urgent: false, startsAt: null }
  const asked = { via: 'web', seats: null, ...called }
  await world.ask({ kind: 'provider', type: 'convene', by: person('mara'), ...asked }, WILLOW)
  await world.settle()
  const meeting = (await world.record('provider', WILLOW)).meetings?.at(-1)?.meeting
  if (!meeting) throw new Error('No meeting was called')
  const present = ['quinn', 'mara']
  const answers = { conclusion: 'It lasted.', judgement: 'Better.', assurance: 'hold', present }
  const form = 'intelligenceRecord'
  const heldAt = world.app.now()
  const by = person('mara')
  const answer = await world.ask(
    { kind: 'meeting', type: 'record', by, heldAt, form, answers },
    meeting,
  )
  if (!answer.ok) throw new Error(answer.refusal.message)
  await world.settle()
  await world.moveTo('2027-12-10T09:00:00Z')
}

async function concerned(over: Parameters<typeof triaged>[2] = {}): Promise<RecordId> {
  const answer = await world.ask(concern({ what: 'Doors were found unlocked again.' }))
  if (!answer.ok) throw new Error(answer.refusal.message)
  await triaged(world, answer.id, over)
  return answer.id
}

const plain = (message: Message | undefined) =>
  message ? plainMessage(message, world.app.directory()) : ''
const asked = () => plain(standingIn(world, 'prompt:level'))
const labels = () => {
  const message = standingIn(world, 'prompt:level')
  return message ? buttonsOf(message).map(({ label }) => label) : []
}
const level = async () => (await world.record('provider', WILLOW)).level
const press = (label: string) =>
  speaker(world, 'quinn').press(pressOn(standingIn(world, 'prompt:level'), label))
const says = async (who: string, words: string) =>
  wordsOf(world, await speaker(world, who).command('muster', words))
const news = async (id: RecordId) =>
  (await world.record('case', id)).told.map(({ words }) => words).at(-1)

describe('a new concern while the provider is in its hold (G11)', () => {
  beforeEach(onHold)

  test('asks the quality lead what becomes of the hold, and says until when it runs', async () => {
    const id = await concerned()

    expect(asked()).toContain(
      'Willow House: Enhanced, three-month hold, since Tue 30 Nov 2027, until Tue 29 Feb 2028 at the earliest.',
    )
    expect(asked()).toContain('Rule G11 · Muster, transitions')
    expect(labels()).toEqual([CHANGE, `${STAYS}…`])
    expect(await says('quinn', 'mine')).toContain(referenceOf(id))
    expect(await level()).toBe('ENHANCED_ASSURANCE_HOLD')
    const card = await says('quinn', 'status willow')
    expect(card).toContain(`Waits for a decision, here or on the case: ${referenceOf(id)}.`)
    expect(card).toContain('[Decide G11…]')
  })

  test('her decision ends the hold; the thread, the card, the raiser and the provider read just that', async () => {
    const id = await concerned()
    await press(CHANGE)

    expect(await level()).toBe('ENHANCED')
    expect(plain(standingIn(world, 'notice:1'))).toContain('Decided: Enhanced (G11)')
    const card = await says('quinn', `status ${referenceOf(id)}`)
    expect(card).toContain(
      'Level: Decided on Fri 10 Dec 2027: Enhanced (G11), as the trigger tool recommended',
    )
    expect(card).toContain('Its provider now: Enhanced, since Fri 10 Dec 2027')
    expect(await news(id)).toContain('has asked for closer oversight of the service')
    const decisions = (await world.record('provider', WILLOW)).decisions
    expect(decisions.at(-1)).toMatchObject({ transition: 'G11', because: id })
    expect(await says('quinn', 'status willow')).not.toContain('Waits for a decision')
  })

  test('or the hold goes on, with a reason; nobody is told of closer oversight', async () => {
    const id = await concerned()
    const form = formIn(await press(STAYS))
    await speaker(world, 'quinn').fill(form, { reason: 'A lock was mended the same day.' })

    expect(await level()).toBe('ENHANCED_ASSURANCE_HOLD')
    expect(await says('quinn', `status ${referenceOf(id)}`)).toContain(
      'Level: Decided on Fri 10 Dec 2027: it stays on “Enhanced, three-month hold”, chosen otherwise: A lock was mended the same day.',
    )
    expect(await news(id)).toContain('within the oversight that the service is under')
    expect(await says('quinn', 'status willow')).not.toContain('Waits for a decision')
  })

  test('in words it is answered as by the buttons', async () => {
    const id = await concerned()
    const stays = await speaker(world, 'quinn').reply(id, 'routine because a lock was mended')
    expect(wordsOf(world, stays)).not.toContain('One more thing')
    expect(await world.record('case', id)).toMatchObject({
      level: { found: { level: 'ENHANCED_ASSURANCE_HOLD', way: null } },
    })
    const other = await concerned()
    await speaker(world, 'quinn').reply(other, 'accept')
    expect(await level()).toBe('ENHANCED')
  })

  test('decided with the provider on that case, it is not asked on the case any more', async () => {
    const id = await concerned()
    await decide('quinn', 'G11', id)

    expect(await world.record('case', id)).toMatchObject({
      level: { level: 'enhanced', found: { way: 'G11' } },
    })
    expect(asked()).toContain('decided with the provider')
    expect(labels()).toEqual([])
  })

  test('of two cases the second reads that the hold has ended', async () => {
    const one = await concerned()
    await concerned()
    await decide('quinn', 'G11', one)

    expect(asked()).toContain('Willow House: Enhanced, since Fri 10 Dec 2027.')
    expect(labels()).toEqual(['Keep it as a further reason', 'It is no further reason…'])
  })

  test('the next meeting about the provider reads in its brief that it waits for a decision', async () => {
    const id = await concerned()
    const called = { meeting: 'M2', why: 'To review.', urgent: false, startsAt: null }
    const intent = { kind: 'provider', type: 'convene', by: person('mara'), via: 'web' } as const
    await world.ask({ ...intent, seats: null, ...called }, WILLOW)
    await world.settle()
    const meeting = (await world.record('provider', WILLOW)).meetings?.at(-1)?.meeting
    if (!meeting) throw new Error('No meeting was called')

    expect(await says('mara', `status ${referenceOf(meeting)}`)).toMatch(
      new RegExp(`${referenceOf(id)}: .*It waits for a decision on the level`),
    )
  })

  test('where the tool recommends nothing, the hold goes on without a reason, and ends with one', async () => {
    await concerned({ triggers: ['T4'] })

    expect(labels()).toEqual([STAYS, `${CHANGE}…`])
    await press(STAYS)
    expect(await level()).toBe('ENHANCED_ASSURANCE_HOLD')
  })

  test('made confidential, the case asks as any other does, and the provider knows nothing of it', async () => {
    const id = await concerned()
    const reason = 'Somebody speaks up.'
    await world.ask({ kind: 'case', type: 'makeConfidential', by: person('quinn'), reason }, id)
    await world.settle()

    const kase = await world.record('case', id)
    expect(kase).not.toHaveProperty('providerLevel')
    expect(kase.prompts.find((one) => one.id === 'level')?.offers[0]?.label).toBe('Accept')
    expect(await says('quinn', 'status willow')).not.toContain(referenceOf(id))
  })
})

test('a provider that is in enhanced already stays there: nobody reads that its level was changed', async () => {
  await decide('quinn', 'G2')
  const id = await concerned()

  expect(asked()).toContain('It is there already: its level stays, whatever you decide here.')
  await press('Keep it as a further reason')
  expect(await level()).toBe('ENHANCED_PENDING_REVIEW')
  expect(await says('quinn', `status ${referenceOf(id)}`)).toContain(
    'Level: Decided on Mon 29 Nov 2027: it stays on “Enhanced, review pending”, as the trigger tool recommended',
  )
  expect(await news(id)).toContain('within the oversight that the service is under')
  const told = world.web.standing.findLast(({ words }) => words.startsWith('Willow House stays on'))
  expect(told?.words).not.toContain('By: G2')
})

test('the level that was chosen on a case carries its day, whatever becomes of the provider', async () => {
  const id = await concerned()
  await press('Accept')
  const [decided, now] = [
    'Level: Decided on Mon 29 Nov 2027: Enhanced, review pending, as the trigger tool recommended',
    'Its provider now: Enhanced, since Tue 30 Nov 2027',
  ]
  await world.moveTo('2027-11-30T09:00:00Z')
  await decide('quinn', 'G13')

  const card = await says('quinn', `status ${referenceOf(id)}`)
  expect(card).toContain(decided)
  expect(card).toContain(now)
})
