import { beforeEach, describe, expect, test } from 'vitest'
import type { Answers } from '../../../src/core/message/form.ts'
import { providerId } from '../../../src/core/record-id.ts'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import { file, told } from './on-file.ts'

const FIRST: Answers = {
  collaborative: 'South coast secure care',
  focus: ['a11', 'a21'],
  a11Level: 'emerging',
  a11Evidence: 'The dashboard of the year.',
  a21Level: 'maturing',
  a21Evidence: 'One board, one plan.',
}

describe('a self-assessment of a collaborative', () => {
  let world: TestApp
  let quinn: (label: string, answers: Answers, at?: string) => Promise<string>

  beforeEach(async () => {
    world = await openApp()
    quinn = (label, answers, at = '') => file(world, 'quinn', at, label, answers, 'harbour')
  })

  test('stands on the Lead Provider’s own record and says that it is not for assurance', async () => {
    const reply = await quinn('Assess maturity', FIRST)

    expect(reply).toContain('1.1 unwarranted variation and inequalities 1 emerging')
    expect(reply).toContain('2.1 shared vision and governance 3 maturing')
    expect(reply).not.toContain('1.2')
    expect(reply).toContain('Voluntary; not for assurance.')
    const words = await told(world, 'quinn', 'file harbour 1')
    expect(words).toContain('Voluntary; not for assurance.')
    expect(words).toContain('The dashboard of the year.')
  })

  test('shows the change from the one before', async () => {
    await quinn('Assess maturity', FIRST)
    const { collaborative: _, ...rest } = FIRST

    await quinn('Assess it again', { ...rest, a11Level: 'developing' }, '1')

    const words = await told(world, 'quinn', 'file harbour 1')
    expect(words).toContain('1.1 Unwarranted variation and inequalities: 2, Developing, up from 1')
    expect(words).toContain('2.1 Shared vision and governance: 3, Maturing, as before')
  })

  test('of the Quality Maturity Framework names the levels that the sources name, and that they name no more', async () => {
    const collaborative = 'South coast secure care'
    const evidence = 'Its milestones.'
    const checkpoint = { collaborative, level: 'forming', evidence }
    expect(await quinn('Record a framework checkpoint', checkpoint)).toContain(
      'where it stands forming',
    )

    await quinn('Record the next checkpoint', { level: 'between', evidence }, '1')

    expect(await told(world, 'quinn', 'file harbour 1')).toContain(
      'Where it stands: Between forming and established, further than before',
    )
  })

  test('of the quality premium says what follows from the three conditions, and that nothing is decided', async () => {
    const found = { cqc: 'no', flagged: 'yes', enforced: 'no', response: 'yes' }
    const evidence = 'Letter of the regulator.'
    const check = () =>
      quinn('Check the quality premium gateway', { failure: 'Licence.', ...found, evidence })
    const end = (still: string, at: string) =>
      quinn('Record the position at the end of the year', { still, evidence }, at)

    await check()
    await end('yes', '1')
    expect(await told(world, 'quinn', 'file harbour 1')).toContain(
      'All three conditions are met: NHS England may withhold payment (QSIF 2020, 4.2).',
    )
    await check()
    await end('no', '2')
    expect(await told(world, 'quinn', 'file harbour 2')).toContain(
      'Not all three conditions are met',
    )
  })

  test('is not offered for a provider, and nothing about a provider on that record', async () => {
    expect(await told(world, 'quinn', 'file willow')).not.toContain('Assess maturity')
    const words = await told(world, 'quinn', 'file harbour')
    expect(words).toContain('On file: Harbour NHS Foundation Trust, Lead Provider')
    expect(words).not.toContain('risk')

    const file = {
      kind: 'provider',
      type: 'file',
      by: { type: 'person', person: 'quinn' },
    } as const
    const opened = { ...file, matter: null, seen: null, answers: FIRST }
    const assessed = { ...opened, rule: 'maturity', step: 'maturity.assessed' }
    expect(await world.ask(assessed, providerId('willow'))).toMatchObject({
      ok: false,
      refusal: { message: expect.stringContaining('“/muster file harbour”') },
    })
    const risk = { ...opened, rule: 'risk', step: 'risk.opened' }
    expect(await world.ask(risk, providerId('harbour'))).toMatchObject({ ok: false })
  })

  test('is not seen by a provider', async () => {
    await quinn('Assess maturity', FIRST)

    expect(await told(world, 'wanda', 'file harbour')).not.toContain('Maturity matrix')
  })
})
