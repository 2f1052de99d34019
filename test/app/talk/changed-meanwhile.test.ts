import { beforeEach, describe, expect, test } from 'vitest'
import type { Answers } from '../../../src/core/message/form.ts'
import { Provider } from '../../../src/core/provider/provider.ts'
import { providerId } from '../../../src/core/record-id.ts'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import { policyOf } from '../../fixtures/context.ts'
import { scoresOf } from '../../fixtures/risk-rating.ts'
import { toLevel } from './on-file.ts'
import { fieldIn, formIn, speaker, wordsOf } from './speaking.ts'

const RATED: Answers = Object.fromEntries(
  Object.entries(scoresOf([3, 3, 3, 2, 2, 4, 2])).map(([row, score]) => [row, `${score}`]),
)

let world: TestApp

async function willow() {
  return Provider.parse((await world.store.load(providerId('willow')))?.record)
}

const opens = async (who: string, form: string, filled: Record<string, string> = {}) =>
  formIn(
    await speaker(world, who).press({
      do: 'open',
      form,
      record: providerId('willow'),
      with: filled,
    }),
  )

beforeEach(async () => {
  world = await openApp()
})

describe('of two people with one form open, the second', () => {
  test('reads which level was decided meanwhile, by whom and when, keeps what they wrote, and may send it again', async () => {
    const stale = await opens('quinn', 'surveillance')
    await toLevel(world, 'G2')
    const quinn = speaker(world, 'quinn')
    const answers = { transition: 'G13', reason: 'Wards are closed.' }

    const refused = formIn(await quinn.fill(stale, answers))

    expect(refused.problem).toContain('This was changed while your form was open.')
    expect(refused.problem).toMatch(/Quinn Adeyemi, .* 2027 .*: “Willow House: Routine → Enhanced/)
    expect(fieldIn(refused, 'reason').value).toBe('Wards are closed.')
    expect((await willow()).decisions).toHaveLength(1)
    // The form as it was first has seen nothing of it, however often it is sent.
    expect(formIn(await quinn.fill(stale, answers)).problem).toContain('was changed')

    await quinn.fill(refused, {})
    expect((await willow()).decisions.map(({ transition }) => transition)).toEqual(['G2', 'G13'])
  })

  test('overwrites no rating that they have not seen', async () => {
    world = await openApp({ policy: policyOf('social-care') })
    const stale = await opens('quinn', 'prr')
    await speaker(world, 'quinn').fill(await opens('quinn', 'prr'), RATED)

    const refused = formIn(await speaker(world, 'quinn').fill(stale, RATED))

    expect(refused.problem).toMatch(/Quinn Adeyemi, .* 2027 .*: “Willow House: .*”/)
    expect((await willow()).ratings).toHaveLength(1)
    await speaker(world, 'quinn').fill(await opens('quinn', 'prr'), RATED)
    expect((await willow()).ratings).toHaveLength(2)
  })

  test('gives why the round that both saw was not held, and not why the next was not', async () => {
    world = await openApp({ startsAt: '2027-05-20T10:00:00Z' })
    const quinn = speaker(world, 'quinn')
    await quinn.fill(await opens('quinn', 'beginDuty', { duty: 'D13b' }), {
      from: '2027-01-04 10:00',
      months: '1',
    })
    const stale = await opens('dora', 'dutyMissed', { cycle: 'D13b' })
    await quinn.fill(await opens('quinn', 'dutyMissed', { cycle: 'D13b' }), { reason: 'Snow.' })
    const dora = speaker(world, 'dora')

    const refused = formIn(await dora.fill(stale, { reason: 'Snow shut the roads.' }))

    expect(refused.problem).toMatch(/Quinn Adeyemi, .* 2027 .*: “.+”/)
    expect((await willow()).cycles[0]?.missed).toBe(1)
    await dora.fill(refused, { reason: 'Snow in March too.' })
    expect((await willow()).cycles[0]?.missed).toBe(2)
  })

  test('records no second round of what another has recorded meanwhile (D16)', async () => {
    await toLevel(world, 'G2')
    await world.pass(20 * 86_400)
    const stale = await opens('dora', 'feedback')
    const given = { given: '2027-04-14 10:00', to: 'both', summary: 'Calm.' }
    await speaker(world, 'quinn').fill(await opens('quinn', 'feedback'), given)

    const refused = formIn(await speaker(world, 'dora').fill(stale, given))

    expect(refused.problem).toContain('Quinn Adeyemi')
    const rounds = (await willow()).notices.filter(({ said }) => said.say === 'cycleDone')
    expect(rounds).toHaveLength(1)
  })

  test('neither changes nor stops a duty that another has changed', async () => {
    const quinn = speaker(world, 'quinn')
    await quinn.fill(await opens('quinn', 'beginDuty', { duty: 'D22' }), {
      from: '2027-03-01 10:00',
      months: '6',
    })
    const often = await opens('quinn', 'dutyInterval', { cycle: 'D22' })
    const stop = await opens('quinn', 'stopDuty', { cycle: 'D22' })
    const chosen = { amount: '3', unit: 'months', reason: 'Agreed with Willow House.' }
    await quinn.fill(await opens('quinn', 'dutyInterval', { cycle: 'D22' }), chosen)

    const notSeen = 'visit for Willow House: every 3 months”'
    expect(wordsOf(world, await quinn.fill(often, { ...chosen, amount: '5' }))).toContain(notSeen)
    expect(wordsOf(world, await quinn.fill(stop, { reason: 'It has ended.' }))).toContain(notSeen)
    expect((await willow()).cycles).toHaveLength(1)
  })
})

test('a form that is handed in twice is one rating, and no change that its author has not seen', async () => {
  world = await openApp({ policy: policyOf('social-care') })
  const quinn = speaker(world, 'quinn')
  const form = await opens('quinn', 'prr')
  await quinn.fill(form, RATED)

  const again = await quinn.fill(form, RATED)

  expect(wordsOf(world, again)).toContain('Recorded on Willow House')
  expect((await willow()).ratings).toHaveLength(1)
})
