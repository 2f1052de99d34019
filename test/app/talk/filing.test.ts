import { describe, expect, test } from 'vitest'
import type { Answers } from '../../../src/core/message/form.ts'
import { plainMessage } from '../../../src/core/message/plain.ts'
import { providerId } from '../../../src/core/record-id.ts'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import { file, inRoom, numbered, toLevel, told } from './on-file.ts'
import { formIn, pressOn, speaker, wordsOf } from './speaking.ts'

const WILLOW = providerId('willow')

const RISK: Answers = {
  risk: 'Ligature points on Alder ward',
  domain: 'safety',
  consequence: '4',
  likelihood: '3',
  mitigation: 'Closer observation.',
  action: 'Replace the fittings.',
  reviewOn: '2027-04-16',
}

const enhanced = (world: TestApp) => toLevel(world, 'G2')

describe('what is on file about a provider', () => {
  test('shows the steps of the level with what is missing, and offers what whoever looks may begin', async () => {
    const world = await openApp()
    await enhanced(world)

    const words = await told(world, 'quinn', 'file willow')

    expect(words).toContain(
      '(a) Engage the provider and set up: 1 of 4. Missing: formal notice, governance set up, a risk register (owed by Quinn Adeyemi); not told: nobody holds ICB: their deputy, ICB: head of quality and safety and 2 more',
    )
    expect(words).toContain('[Give formal notice…]')
    expect(await told(world, 'mara', 'file willow')).not.toContain('[Give formal notice…]')
    expect(await told(world, 'ada', 'file willow')).toContain('that you can see')
    expect(await told(world, 'quinn', 'file nowhere')).toContain('Name the provider')
  })

  test('rates a risk, keeps it back from the provider, and tells its room nothing', async () => {
    const world = await openApp()
    await enhanced(world)

    const reply = await file(world, 'quinn', '', 'Put a risk on the register', RISK)
    const n = await numbered(world)

    expect(reply).toContain(`Risk ${n}: Ligature points on Alder ward – open, rating 12 high.`)
    expect(reply).toContain('Next: its review, due Fri 16 Apr 2027 23:59 BST, by Quinn Adeyemi')
    expect(reply).toContain('The provider does not see it before it is shared')
    expect(inRoom(world)).not.toContain('Ligature')
    expect(await told(world, 'wanda', 'file willow')).not.toContain('Ligature')
    expect(await told(world, 'wanda', 'file willow 1')).toContain(`There is no “${n}” on file`)
    expect(await told(world, 'wanda', 'status willow')).not.toContain('Ligature')
    expect(await told(world, 'wanda', 'tracker')).not.toContain('Ligature')
    expect(await told(world, 'wanda', 'export willow')).not.toContain('Ligature')
    expect(await told(world, 'mara', 'file willow 1')).toContain('Ligature')
    expect(await told(world, 'quinn', 'mine')).toContain(
      `Risk ${n} (Ligature points on Alder ward)`,
    )
  })

  test('shows the provider all of it once it is fed back', async () => {
    const world = await openApp()
    await enhanced(world)
    await file(world, 'quinn', '', 'Put a risk on the register', RISK)

    await file(world, 'quinn', '1', 'Feed the risk back', { feedback: 'Please replace them.' })

    expect(inRoom(world)).toContain('Ligature points on Alder ward')
    expect(inRoom(world)).toContain('Please replace them.')
    expect(await told(world, 'wanda', 'file willow 1')).toContain('Closer observation.')
  })

  test('reminds whoever owes the next step, in private while it is kept back', async () => {
    const world = await openApp()
    await enhanced(world)
    await file(world, 'quinn', '', 'Put a risk on the register', RISK)

    const n = await numbered(world)
    await world.pass(21 * 86_400)

    const reminder = world.web.standing.find(({ slot }) => slot === `nudge:matter-${n}:1`)
    expect(reminder?.place).toBe('web/person/quinn')
    const words = reminder ? plainMessage(reminder.message, world.app.directory()) : ''
    expect(words).toContain(`Risk ${n} (Ligature points on Alder ward): its review`)
    expect(words).toContain('[Go on with it…]')
  })

  test('compares a rating with the one before, and refuses what does not follow', async () => {
    const world = await openApp()
    await enhanced(world)
    await file(world, 'quinn', '', 'Put a risk on the register', RISK)
    await file(world, 'quinn', '1', 'Review the risk', {
      changed: 'Fittings ordered.',
      consequence: '4',
      likelihood: '2',
      mitigation: 'Observation.',
      reviewOn: '2027-05-14',
    })
    expect(await told(world, 'quinn', 'file willow 1')).toContain('Rating: 8, High, down from 12')
    await file(world, 'quinn', '1', 'Close the risk', { reason: 'Replaced.' })

    const again = await world.ask(
      {
        kind: 'provider',
        type: 'file',
        by: { type: 'person', person: 'quinn' },
        rule: 'risk',
        step: 'risk.reviewed',
        matter: await numbered(world),
        seen: null,
        answers: {},
      },
      WILLOW,
    )

    expect(again).toMatchObject({
      ok: false,
      refusal: { message: expect.stringContaining('stands at “closed”') },
    })
    const { cycles } = await world.record('provider', WILLOW)
    expect(cycles.some(({ rule }) => rule.startsWith('matter-'))).toBe(false)
  })

  test('has somebody else sign off what the provider gave evidence of, and lets nobody overlook what changed meanwhile', async () => {
    const world = await openApp()
    await enhanced(world)
    await file(world, 'wanda', '', 'Add an action to the plan', {
      risk: 'Ligature points',
      action: 'Replace the fittings',
      owner: 'ivan',
      dueOn: '2027-04-30',
      metric: 'None left.',
    })
    expect(inRoom(world)).toContain('by Ivan Petrov')
    const quinn = speaker(world, 'quinn')
    const old = await quinn.command('muster', 'file willow 1')
    const stale = formIn(
      await quinn.press(pressOn(old.type === 'say' ? old.message : undefined, 'Report progress')),
    )
    await file(world, 'ivan', '1', 'It is done', { evidence: 'Photographs.' })

    expect(wordsOf(world, await quinn.fill(stale, { progress: 'Slow.' }))).toContain(
      'Ivan Petrov put “It is done” on file meanwhile',
    )
    await file(world, 'quinn', '1', 'Sign off', {
      group: 'Estates subgroup',
      why: 'Seen on a visit.',
      sustainedOn: '2027-06-30',
    })
    expect(await told(world, 'quinn', 'file willow 1')).toContain('signed off; does it last?')
  })

  test('tells in private those who must read a formal notice, with proof in the thread', async () => {
    const world = await openApp()
    await enhanced(world)

    await file(world, 'quinn', '', 'Give formal notice', {
      concerns: 'Safeguarding referrals have doubled.',
      substantiated: 'By the quarterly return.',
      severity: 'High.',
      breach: 'notSettled',
      expected: 'An improvement plan.',
      timescales: 'In four weeks.',
      route: 'letter',
    })

    const wanda = world.web.standing.filter(({ place }) => place === 'web/person/wanda')
    const words = wanda
      .map(({ message }) => plainMessage(message, world.app.directory()))
      .join('\n')
    expect(words).toContain('This is a formal notice to your organisation')
    expect(inRoom(world)).toContain('Safeguarding referrals have doubled.')
    expect(inRoom(world)).toContain('Read the formal notice')
  })

  test('opens nothing that belongs to another level, and no way down by a plan that is not over', async () => {
    const world = await openApp()
    const notice = {
      kind: 'provider',
      type: 'file',
      by: { type: 'person', person: 'quinn' },
    } as const
    const asked = { ...notice, rule: 'notice', step: 'notice.given', matter: null, seen: null }
    const refused = await world.ask({ ...asked, answers: { concerns: 'Many.' } }, WILLOW)

    expect(refused).toMatchObject({
      ok: false,
      refusal: { message: expect.stringContaining('Willow House is on “Routine”') },
    })
  })
})
