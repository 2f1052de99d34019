import { beforeEach, describe, expect, test } from 'vitest'
import type { Answers } from '../../../src/core/message/form.ts'
import { providerId } from '../../../src/core/record-id.ts'
import { scores } from '../../core/provider/provider.ts'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import { file, inRoom, numbered, toLevel, told } from './on-file.ts'

const WILLOW = providerId('willow')

const DRAFT: Answers = {
  why: 'Concerns persist after the first plan.',
  grounds: 'persistent',
  asked: 'commissioner',
  ...scores('4', '4'),
  sources: 'Visits, referrals and the plan.',
}
const CQC: Answers = {
  stakeholder: 'cqc',
  contributor: 'The inspector',
  view: 'Staffing is worse than the draft says.',
  differs: ['safety'],
}
const COUNCIL: Answers = { ...CQC, stakeholder: 'localAuthority', contributor: 'Its lead' }
const MODERATED: Answers = {
  ...scores('4', '3'),
  agreedBy: 'NHSE/I, CQC and the council',
  groupOn: '2027-04-21',
}

describe('a quality risk profile', () => {
  let world: TestApp
  let quinn: (label: string, answers: Answers, at?: string) => Promise<string>

  beforeEach(async () => {
    world = await openApp()
    await toLevel(world, 'G13')
    quinn = (label, answers, at = '1') => file(world, 'quinn', at, label, answers)
  })

  async function moderated(): Promise<void> {
    await quinn('Draft a quality risk profile', DRAFT, '')
    await quinn('Add a contribution', CQC)
    await quinn('Add a contribution', COUNCIL)
    await quinn('Record the moderated scores', MODERATED)
  }

  test('is begun by the lead commissioner, rates five domains, and says whose tool it is', async () => {
    const reply = await quinn('Draft a quality risk profile', DRAFT, '')

    expect(reply).toContain(
      `Quality risk profile ${await numbered(world)}: Concerns persist after the first plan`,
    )
    expect(reply).toContain('safety 16 extreme')
    expect(reply).toContain('use of resources 16 extreme')
    const words = await told(world, 'quinn', 'file willow 1')
    expect(words).toContain('not the NHS England tool')
    expect(words).toContain('On what grounds?: Concerns about quality persist or grow')
  })

  test('is recommended by NHSE/I, whereupon the lead commissioner is asked for a draft', async () => {
    const why = 'People continue to be at risk.'
    const reply = await file(world, 'mara', '', 'Recommend a quality risk profile', { why })

    expect(reply).toContain('recommended by NHSE/I, waits for a draft. Next: its draft, due')
    expect(reply).toContain('by Quinn Adeyemi')
    await quinn('Draft the profile', { ...DRAFT, asked: 'recommended' })
    expect(await told(world, 'quinn', 'mine')).not.toContain('its draft')
  })

  test('waits for two stakeholders before it is moderated', async () => {
    await quinn('Draft a quality risk profile', DRAFT, '')
    await quinn('Add a contribution', CQC)
    await quinn('Add a contribution', { ...CQC, view: 'And once more.' })

    const refused = await quinn('Record the moderated scores', MODERATED)
    expect(refused).toContain('needs “Add a contribution” 2 times before, each from somebody else')

    await quinn('Add a contribution', COUNCIL)
    expect(await quinn('Record the moderated scores', MODERATED)).toContain(
      'moderated and agreed; share it with the provider, or say why not',
    )
  })

  test('is kept back from the provider until it is shared, and then takes its evidence', async () => {
    await moderated()
    expect(await told(world, 'wanda', 'file willow')).not.toContain('Concerns persist')
    expect(inRoom(world)).not.toContain('Concerns persist')

    await quinn('Share it with the provider', { words: 'We agreed on this together.' })

    expect(inRoom(world)).toContain('Staffing is worse than the draft says.')
    const reply = await file(world, 'wanda', '1', 'Add the provider’s evidence', {
      evidence: 'Nine nurses have begun.',
    })
    expect(reply).toContain('shared, with the provider’s evidence')
  })

  test('is moderated anew after the provider’s evidence, before the group has it', async () => {
    await moderated()
    await quinn('Share it with the provider', { words: 'We agreed on this together.' })
    const evidence = 'Nine nurses have begun.'
    await file(world, 'wanda', '1', 'Add the provider’s evidence', { evidence })

    const reply = await quinn('Moderate the scores anew', { ...MODERATED, ...scores('3', '2') })

    expect(reply).toContain('moderated anew after the provider’s evidence')
    expect(await told(world, 'wanda', 'file willow 1')).toContain('Safety: 6, Moderate')
    expect(await told(world, 'quinn', 'mine')).toContain('(D18)')
  })

  test('that is not shared says why, and the provider never reads it', async () => {
    await moderated()
    const reason = 'The police ask us to wait.'
    await quinn('Do not share it', { reason })

    expect(await told(world, 'quinn', 'file willow 1')).toContain(reason)
    expect(await told(world, 'wanda', 'file willow 1')).toContain(
      `There is no “${await numbered(world)}” on file`,
    )
  })

  test('is owed to the next surveillance group until it is reported (D18)', async () => {
    await moderated()
    expect(await told(world, 'quinn', 'mine')).toContain(
      'its report to the quality surveillance group (D18)',
    )
    await quinn('Share it with the provider', { words: 'Agreed.' })

    const words = await told(world, 'quinn', 'file willow 1')
    expect(words).toContain('(D18), due Wed 21 Apr 2027 23:59 BST, by Quinn Adeyemi')
    await quinn('Report it to the surveillance group', {
      heldAt: '2027-03-26 20:00',
      assurance: 'notGained',
      reason: 'Staffing is not safe yet.',
    })
    expect(await told(world, 'quinn', 'mine')).not.toContain('D18')
    const { cycles } = await world.record('provider', WILLOW)
    expect(cycles.some(({ rule }) => rule.startsWith('matter-'))).toBe(false)
  })

  test('is run again and compared with the one before, not with its own draft', async () => {
    await moderated()
    await quinn('Stop it', { reason: 'A new one begins.' })
    await quinn('Draft a quality risk profile', { ...DRAFT, ...scores('4', '4') }, '')
    expect(await told(world, 'quinn', 'file willow 2')).toContain('Safety: 16, Extreme, up from 12')

    await quinn('Add a contribution', CQC, '2')
    await quinn('Add a contribution', COUNCIL, '2')
    await quinn('Record the moderated scores', { ...MODERATED, ...scores('3', '2') }, '2')

    expect(await told(world, 'quinn', 'file willow 2')).toContain(
      'Safety: 6, Moderate, down from 12',
    )
  })

  test('belongs to enhanced: before its review nobody is offered one', async () => {
    const fresh = await openApp()
    await toLevel(fresh, 'G2')

    expect(await told(fresh, 'quinn', 'file willow')).not.toContain('quality risk profile…')
  })
})
