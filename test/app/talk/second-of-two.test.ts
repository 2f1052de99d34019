import { describe, expect, test } from 'vitest'
import type { Intent } from '../../../src/core/intent.ts'
import { actingFor } from '../../../src/core/people/posts.ts'
import { providerId } from '../../../src/core/record-id.ts'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import { person } from '../../fixtures/cases.ts'
import { policyOf } from '../../fixtures/context.ts'
import { toLevel } from './on-file.ts'
import { fieldIn, formIn, pressOn, speaker, wordsOf } from './speaking.ts'

const WILLOW = providerId('willow')
const CHANGED = 'This was changed while your form was open.'
/** Who, when and what. */
const WHO_WHEN_WHAT =
  /[A-Z]\w+ [A-Z]\w+, \w{3} \d{1,2} \w{3} 2027 \d\d:\d\d \w{3}: “.*Willow House.*”/

const willow = (world: TestApp) => world.record('provider', WILLOW)

const opens = async (world: TestApp, who: string, form: string, filled = {}) =>
  formIn(await speaker(world, who).press({ do: 'open', form, record: WILLOW, with: filled }))

/** A call by the Quality Manager that finds assurance, with the three months anyway. */
async function heldAnyway(world: TestApp): Promise<void> {
  const by = person('mara')
  const must = async (intent: Intent, to = WILLOW) => {
    const answer = await world.ask(intent, to)
    if (!answer.ok) throw new Error(answer.refusal.message)
    await world.settle()
  }
  const how = { via: 'web', seats: null, startsAt: null, why: 'Assurance.', urgent: false } as const
  await must({ kind: 'provider', type: 'convene', by, meeting: 'M9', ...how })
  const meeting = (await willow(world)).meetings?.at(-1)?.meeting
  const present = ['mara', 'quinn']
  const answers = { conclusion: 'Safe.', judgement: 'Assured.', assurance: 'hold', present }
  const form = 'intelligenceRecord'
  await must(
    { kind: 'meeting', type: 'record', by, heldAt: world.app.now(), form, answers },
    meeting,
  )
}

/** How a provider comes to each level, and what somebody else decides there before the second sends. */
const LEVELS: Readonly<
  Record<string, Record<'come' | 'leave', (world: TestApp) => Promise<void>>>
> = {
  ROUTINE: { come: async () => {}, leave: (world) => toLevel(world, 'G2') },
  ENHANCED_PENDING_REVIEW: {
    come: (world) => toLevel(world, 'G2'),
    leave: (world) => toLevel(world, 'G13'),
  },
  ENHANCED: { come: (world) => toLevel(world, 'G13'), leave: heldAnyway },
  ENHANCED_ASSURANCE_HOLD: {
    async come(world) {
      await toLevel(world, 'G13')
      await heldAnyway(world)
    },
    leave: (world) => toLevel(world, 'G11'),
  },
}

/** How a provider came to its level where a way leads back from there alone. */
const CAME: Readonly<Record<string, (world: TestApp) => Promise<void>>> = {
  async G0P(world) {
    await toLevel(world, 'G2')
    await toLevel(world, 'G13')
  },
  async G0H(world) {
    await toLevel(world, 'G13')
    await heldAnyway(world)
    await toLevel(world, 'G13')
  },
}

const WAYS = policyOf('provider-collaborative')
  .transitions.filter(({ opens }) => !opens)
  .flatMap(({ id, from, decides }) =>
    (from.length > 0 ? from : Object.keys(LEVELS).filter((level) => level !== 'ENHANCED')).map(
      (level) => ({ id, level, decides }),
    ),
  )

describe('of two people who decide on one level at once, the second reads what the first decided', () => {
  test.each(WAYS)('$id from $level', async ({ id, level, decides }) => {
    const world = await openApp()
    const { come, leave } = LEVELS[level] ?? LEVELS.ROUTINE ?? expect.fail()
    await (CAME[id] ?? come)(world)
    const provider = await willow(world)
    const [post] = decides
    const may = post ? actingFor(world.app.directory(), provider, post, world.app.now()) : []
    const second = speaker(world, may.at(1) ?? may.at(0) ?? '')
    const stale = formIn(await second.command('muster', 'level willow'))
    expect(fieldIn(stale, 'transition').options?.map(({ value }) => value)).toContain(id)
    await leave(world)
    const decided = (await willow(world)).decisions.length
    const answers = { transition: id, reason: 'Wards are closed.', evidence: 'A visit, 25 March.' }

    const refused = formIn(await second.fill(stale, answers))

    expect(refused.problem).toContain(CHANGED)
    expect(refused.problem).toMatch(WHO_WHEN_WHAT)
    expect(fieldIn(refused, 'reason').value).toBe('Wards are closed.')
    expect(fieldIn(refused, 'evidence').value).toBe('A visit, 25 March.')
    const isStillOpen = fieldIn(refused, 'transition').options?.some(({ value }) => value === id)
    expect(refused.problem?.includes('Look again at “What was decided?”.')).toBe(!isStillOpen)
    expect((await willow(world)).decisions).toHaveLength(decided)
  })
})

describe('of two people at once, the second reads what the first did', () => {
  test('with a duty that both begin, and nothing of one that somebody else begins beside it', async () => {
    const world = await openApp()
    const stale = await opens(world, 'dora', 'beginDuty', { duty: 'D22' })
    const beside = await opens(world, 'dora', 'beginDuty', { duty: 'D21' })
    const [quinn, dora] = [speaker(world, 'quinn'), speaker(world, 'dora')]
    const answers = { from: '2027-03-01 10:00', months: '6' }
    await quinn.fill(await opens(world, 'quinn', 'beginDuty', { duty: 'D22' }), answers)

    const refused = formIn(await dora.fill(stale, { ...answers, months: '3' }))

    expect(refused.problem).toContain(`${CHANGED} Quinn Adeyemi, Fri 26 Mar 2027`)
    expect(refused.problem).toContain('Look again at “Which duty?”.')
    expect(fieldIn(refused, 'from').value).toBe('2027-03-01 10:00')
    expect(wordsOf(world, await dora.fill(beside, answers))).toContain('Recorded on Willow House')
    expect((await willow(world)).cycles.map(({ rule }) => rule)).toEqual(['D22', 'D21'])
  })

  test('with a duty that both leave as it is', async () => {
    const world = await openApp()
    const quinn = speaker(world, 'quinn')
    const begun = { from: '2027-03-01 10:00', months: '6' }
    await quinn.fill(await opens(world, 'quinn', 'beginDuty', { duty: 'D22' }), begun)
    await toLevel(world, 'G13')
    const stale = await opens(world, 'dora', 'dutyStays', { cycle: 'D22' })
    const first = await opens(world, 'quinn', 'dutyStays', { cycle: 'D22' })
    await quinn.fill(first, { reason: 'The ward is visited weekly.' })

    const refused = formIn(await speaker(world, 'dora').fill(stale, { reason: 'No staff.' }))

    expect(refused.problem).toMatch(/any more. Quinn Adeyemi, Fri 26 Mar 2027 20:20 GMT: “.+”/)
    expect(fieldIn(refused, 'reason').value).toBe('No staff.')
  })

  test('with a suspension that both open', async () => {
    const world = await openApp({ policy: policyOf('social-care') })
    const suspend = async (who: string) => {
      const reply = await speaker(world, who).command('muster', 'file willow')
      const message = reply.type === 'say' ? reply.message : undefined
      return formIn(await speaker(world, who).press(pressOn(message, 'Suspend in full')))
    }
    const [first, second] = [await suspend('quinn'), await suspend('hugo')]
    const answers = { reasons: 'Unsafe.', lookOn: '2027-04-10', lifting: 'Safe staffing.' }
    await speaker(world, 'quinn').fill(first, answers)

    const refused = formIn(await speaker(world, 'hugo').fill(second, answers))

    expect(refused.problem).toContain('There is one open already: Suspension 1, “Unsafe”.')
    expect(refused.problem).toContain(
      'Quinn Adeyemi put “Suspend in full” on file there, Fri 26 Mar',
    )
    expect(fieldIn(refused, 'lifting').value).toBe('Safe staffing.')
  })

  test('with something on file that both go on with, and may send theirs once they have read it', async () => {
    const world = await openApp({ policy: policyOf('social-care') })
    const file = async (who: string, at: string, label: string) => {
      const reply = await speaker(world, who).command('muster', `file willow ${at}`)
      const message = reply.type === 'say' ? reply.message : undefined
      return formIn(await speaker(world, who).press(pressOn(message, label)))
    }
    const [quinn, hugo] = [speaker(world, 'quinn'), speaker(world, 'hugo')]
    await quinn.fill(await file('quinn', '', 'Suspend in full'), {
      reasons: 'Unsafe.',
      lookOn: '2027-04-10',
      lifting: 'Safe staffing.',
    })
    const stale = await file('hugo', '1', 'Lift the suspension')
    await quinn.fill(await file('quinn', '1', 'It stays as it is'), {
      why: 'Still unsafe.',
      reason: 'Still unsafe.',
      lookOn: '2027-05-10',
    })

    const refused = formIn(await hugo.fill(stale, { reason: 'A good visit.' }))

    expect(refused.problem).toContain(
      'Quinn Adeyemi put “It stays as it is” on file meanwhile, Fri',
    )
    expect(refused.problem).toContain('“/muster file willow 1”')
    expect(fieldIn(refused, 'reason').value).toBe('A good visit.')
    expect(wordsOf(world, await hugo.fill(refused, {}))).toContain('Unsafe – lifted')
  })
})

test('a decision on the level that is handed in twice is no change that its author has not seen', async () => {
  const world = await openApp()
  const quinn = speaker(world, 'quinn')
  const form = formIn(await quinn.command('muster', 'level willow'))
  const answers = { transition: 'G2', reason: 'Referrals doubled.', evidence: 'Figures of March.' }
  const first = wordsOf(world, await quinn.fill(form, answers))

  expect(wordsOf(world, await quinn.fill(form, answers))).toBe(first)
  expect((await willow(world)).decisions).toHaveLength(1)
})
