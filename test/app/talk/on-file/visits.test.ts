import { describe, expect, test } from 'vitest'
import { openApp, type TestApp } from '../../../fixtures/app.ts'
import { file, inPrivate, inRoom, numbered, told } from '../on-file.ts'

const VISIT = {
  kind: 'assurance',
  purpose: 'Restraint on Alder ward.',
  visitOn: '2027-04-12',
  goes: 'Quinn Adeyemi and a pharmacist',
  invited: ['quality-manager'],
}

async function unannounced(world: TestApp): Promise<void> {
  await file(world, 'quinn', 'visit', 'Plan an unannounced visit', VISIT)
}

describe('a quality assurance visit', () => {
  test('that is announced stands in the provider’s room, and whoever is asked reads of it in private', async () => {
    const world = await openApp()

    const invited = ['quality-manager', 'chief-executive']
    await file(world, 'quinn', 'visit', 'Plan a visit', { ...VISIT, invited })

    expect(inRoom(world)).toContain('Restraint on Alder ward.')
    expect(inPrivate(world, 'mara')).toContain('You are invited to support it.')
    expect(inPrivate(world, 'mara')).toContain('On which day? Mon 12 Apr 2027')
    expect(inPrivate(world, 'wanda')).toContain('The visit is announced to you.')
    expect(inPrivate(world, 'cleo')).toBe('')
  })

  test('that is moved or not held is told to whoever was invited, also where nobody is ticked again', async () => {
    const world = await openApp()
    const invited = ['quality-manager', 'chief-executive']
    await file(world, 'quinn', 'visit', 'Plan a visit', { ...VISIT, invited })
    await file(world, 'quinn', '1', 'Another day', { visitOn: '2027-04-19', reason: 'Snow.' })

    for (const who of ['mara', 'wanda'])
      expect(inPrivate(world, who)).toContain('On which day? Mon 19 Apr 2027')

    await file(world, 'quinn', '1', 'It is not held', { reason: 'More snow.' })
    for (const who of ['mara', 'wanda']) {
      expect(inPrivate(world, who)).toContain('It stands at: not held.')
      expect(inPrivate(world, who)).toContain('More snow.')
    }
  })

  test('that is not announced, and not held, is told to whoever was invited and to nobody of the provider', async () => {
    const world = await openApp()
    await unannounced(world)
    await file(world, 'quinn', '1', 'It is not held', { reason: 'The pharmacist is away.' })

    expect(inPrivate(world, 'mara')).toContain('It stands at: not held.')
    expect(inPrivate(world, 'wanda')).toBe('')
    expect(inRoom(world)).not.toContain('Alder')
  })

  test('that was held before it is put on file says when, and when its planning call was', async () => {
    const world = await openApp()
    await world.pass(17 * 86_400)
    const held = {
      kind: 'assurance',
      purpose: 'Restraint on Alder ward.',
      announced: 'yes',
      planningCallOn: '2027-04-01',
      heldAt: '2027-04-06 10:00',
      went: 'Quinn Adeyemi and a pharmacist',
      findingsOn: '2027-04-20',
    }

    await file(world, 'quinn', 'visit', 'Put a visit on file that was held', held)

    expect(inRoom(world)).toContain('On which day was the planning call?: Thu 1 Apr 2027')
    expect(inRoom(world)).toContain('When was it held?: Tue 6 Apr 2027 10:00 BST')
  })

  test('that is not announced is kept back from the provider, with the proof of who was asked', async () => {
    const world = await openApp()

    await unannounced(world)

    expect(inPrivate(world, 'mara')).toContain(
      `Visit ${await numbered(world)}: Restraint on Alder ward. It stands at: planned, not announced.`,
    )
    expect(inRoom(world)).not.toContain('Alder')
    expect(inRoom(world)).not.toContain('Asked to a visit')
    for (const words of ['file willow', 'status willow', 'tracker', 'export willow', 'mine']) {
      const read = await told(world, 'wanda', words)
      expect(read).not.toContain('Alder')
      expect(read).not.toContain('Asked to a visit')
    }
    expect(await told(world, 'quinn', 'status willow')).toContain('Asked to a visit')
    expect(await told(world, 'quinn', 'export willow')).toContain('Alder')
  })

  test('that is not announced moves unseen, and whoever goes is reminded in private', async () => {
    const world = await openApp()
    await unannounced(world)
    await file(world, 'quinn', '1', 'Another day', {
      visitOn: '2027-04-19',
      reason: 'The pharmacist is away.',
      invited: ['quality-manager'],
    })

    await world.pass(25 * 86_400)

    expect(inPrivate(world, 'mara')).toContain('It stands at: planned for another day.')
    expect(inPrivate(world, 'quinn')).toContain(
      `Visit ${await numbered(world)} (Restraint on Alder ward): the visit`,
    )
    expect(inRoom(world)).not.toContain('Visit')
  })

  test('is read by the provider once it was held, and goes on to findings, report and actions', async () => {
    const world = await openApp()
    await unannounced(world)
    await world.pass(17 * 86_400)

    await file(world, 'quinn', '1', 'It was held', {
      heldAt: '2027-04-12 10:00',
      went: 'Quinn Adeyemi and a pharmacist',
      findingsOn: '2027-04-20',
    })
    expect(inRoom(world)).toContain('Quality assurance visit, unannounced')
    await file(world, 'quinn', '1', 'Share the findings', {
      domains: ['safety'],
      findings: 'Charts were incomplete.',
      reportOn: '2027-04-30',
    })
    await file(world, 'ivan', '1', 'Answer the findings', { answer: 'We agree.' })
    await file(world, 'quinn', '1', 'Put the report on file', {
      report: 'Charts are to be checked daily.',
      sharedWith: ['provider', 'committee'],
      actions: 'Charts are checked daily by the incident lead.',
      actionsOn: '2027-05-28',
    })
    expect(await told(world, 'wanda', 'file willow 1')).toContain(
      'Next: what was done about it, due Fri 28 May 2027 23:59 BST, by Wanda Mensah',
    )
    await file(world, 'quinn', '1', 'The actions are done', { shown: 'Checked in May.' })

    expect(await told(world, 'ivan', 'file willow')).toContain('“/muster file willow” with visit.')
    expect(await told(world, 'ivan', 'file willow visit')).toContain('actions done')
  })

  test('that was not held is over, and stays unseen by the provider', async () => {
    const world = await openApp()
    await unannounced(world)

    await file(world, 'quinn', '1', 'It is not held', { reason: 'CQC goes that day.' })

    expect(await told(world, 'quinn', 'file willow 1')).toContain('It is closed.')
    expect(await told(world, 'wanda', 'file willow visit')).toContain('There is none yet.')
  })
})
