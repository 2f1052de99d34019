import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scenario } from '../core/time/england.ts'
import { CASE, happened, IN_ROOM, NEWS, report, UNDER_CASE } from './scene/incident.ts'
import { services } from './scene/index.ts'
import { withClocks } from './scene/pack.ts'
import type { Entered, Form, Scene, Somebody } from './scene/scene.ts'
import { playgroundWorld } from './scene/world.ts'

/** The incident of S01, and the panel a month later. */
const TIMES = happened('2027-02-02 14:30', '2027-02-02 15:10')
const { panel } = scenario('S08').expected
const INVESTIGATION = 'E1c Investigation within 60 working days'
const CLOSED = /^C-.*CLOSED/
const PANEL = /^Incident panel: downgrade/

const decided = (decision: string): Entered => ({
  'What did the panel decide?': decision,
  'When did the panel meet?': '2027-03-03 14:00',
  'Who chaired it?': 'Callum Oyinlola',
  'Was the Quality Manager there?': 'Yes',
})

describe.each(services)('S08 on $name: the panel downgrades', ({ open }) => {
  let scene: Scene
  let reporter: Somebody
  let lead: Somebody
  let form: Form

  const pressed = (who: Somebody, label: string): Promise<Form> => who.opens(IN_ROOM, CASE, label)

  beforeAll(async () => {
    scene = await open(playgroundWorld(), '2027-02-02T15:20:00Z', withClocks('E1c', 'E1d'))
    lead = await scene.person('Teodora Whitlock')
    reporter = await report(scene, TIMES)
  })
  afterAll(() => scene?.close())

  test('the optional investigation counts from the StEIS report, so that it does not run before', async () => {
    expect(await lead.reads(IN_ROOM, CASE)).not.toContain('E1c')
    await scene.at('2027-02-03T09:40:00Z')
    form = await pressed(reporter, 'D1 StEIS alert')
    await form.send({ 'When was it done?': '2027-02-03 09:30', Reference: '2027/1234' })

    await lead.reads(
      IN_ROOM,
      CASE,
      'met Wed 3 Feb 2027 09:30 GMT, in time',
      INVESTIGATION,
      'due Fri 30 Apr 2027 23:59 BST',
    )
  })

  test('shared before the SitRep was sent, the 72-hour report leaves the SitRep overdue', async () => {
    await scene.at('2027-02-05T10:20:00Z')
    form = await pressed(lead, 'D3 72-hour report shared')
    await form.send({
      'When was it shared with the Quality Manager?': '2027-02-05 10:15',
      'Where is the report kept?': 'Folder 12 of the quality share',
    })

    await lead.reads(UNDER_CASE, /^D2 SitRep is OVERDUE/, 'due Fri 5 Feb 2027 10:15 GMT')
  })

  test('the panel is refused to others than the Lead Provider’s quality lead', async () => {
    await scene.at('2027-03-03T15:40:00Z')

    expect(await reporter.isTold(IN_ROOM, CASE, 'Close')).toMatch(
      /Only the quality lead of Saltmarsh.* may record the panel’s decision\./,
    )
  })

  test('nothing is closed without what the panel decided, and without its reason', async () => {
    form = await pressed(lead, 'Close')
    const { 'What did the panel decide?': _, ...rest } = decided('')
    form = await form.goesOn(rest)
    form = await form.goesOn({ 'What did the panel decide?': 'Delete' })

    const root = await lead.reads(IN_ROOM, CASE, INVESTIGATION)
    expect(root).not.toContain('CLOSED')
  })

  test('“Close” is refused while the SitRep and the investigation are owed', async () => {
    form = await form.goesOn({
      'What did the panel decide?': 'Close',
      'Why?': 'It was not a serious incident',
    })

    await form.shows(`Still missing: D2 SitRep; ${INVESTIGATION}`)
  })

  test('a downgrade closes it: what is owed is cancelled, neither met nor breached', async () => {
    expect(panel).toMatchObject({ utc: '2027-03-03T14:00:00Z' })
    await form.send({
      'What did the panel decide?': 'Downgrade',
      'When was StEIS updated?': '2027-03-03 15:30',
    })

    await lead.reads(
      UNDER_CASE,
      PANEL,
      'Wed 3 Mar 2027 14:00 GMT',
      'Callum Oyinlola',
      'It was not a serious incident',
      'Wed 3 Mar 2027 15:30 GMT',
    )
    const root = await lead.reads(IN_ROOM, CLOSED, INVESTIGATION, 'cancelled with the case')
    expect(root).not.toContain('30 Apr 2027')
    expect(root).toContain('met Wed 3 Feb 2027 09:30 GMT, in time')
  })

  test('the breach that was on record before stays on record', async () => {
    await lead.reads(
      IN_ROOM,
      CLOSED,
      'OVERDUE since Fri 5 Feb 2027 10:15 GMT; then cancelled with the case',
    )
    await lead.reads(
      UNDER_CASE,
      /^C-\S+ is closed/,
      'Cancelled with it, neither met nor missed: D3a, D4, E1c.',
      'Overdue before, which stays on record; no longer owed: D2.',
    )
  })

  test('whoever reported it is told, and the sixtieth working day passes without a word', async () => {
    await reporter.reads(NEWS, /^News of C-/, 'decided that it is not a serious incident')
    const before = await scene.app.store.counts()
    await scene.at('2027-05-04T09:00:00Z')

    expect(await scene.app.store.counts()).toEqual(before)
    expect(scene.faults.join('\n')).toBe('')
  })
})
