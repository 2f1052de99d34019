import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CASE, happened, IN_ROOM, report, reporting } from './scene/incident.ts'
import { services } from './scene/index.ts'
import type { Scene, Somebody } from './scene/scene.ts'
import { playgroundWorld } from './scene/world.ts'

/** Forty minutes after the second 01:30. */
const NIGHT = '2027-10-31T02:10:00Z'
const OCCURRED = '2027-10-30 22:10'
const TWICE = happened(OCCURRED, '2027-10-31 01:30')
const WHICH = '01:30 happens twice that night. Which one?'

describe.each(services)('S05 on $name: the night in which summer time ends', ({ open }) => {
  let scene: Scene
  let lead: Somebody

  beforeAll(async () => {
    scene = await open(playgroundWorld(), NIGHT)
    lead = await scene.person('Teodora Whitlock')
    await scene.person('Gethin Okonjo')
  })
  afterAll(() => scene?.close())

  test('identified at 23:40, D1 is due 48 hours later: an hour earlier on the wall', async () => {
    await report(scene, happened(OCCURRED, '2027-10-30 23:40'))

    await lead.reads(
      IN_ROOM,
      CASE,
      'Sat 30 Oct 2027 23:40 BST',
      'due Mon 1 Nov 2027 22:40 GMT',
      'it is an hour earlier by the clock on the wall',
      'due Wed 3 Nov 2027 23:59 GMT',
    )
  })

  test('identified at 01:30, which happens twice, it is asked which; the first is offered', async () => {
    const [form, entered] = await reporting(scene, TWICE)
    const again = await form.goesOn(entered)
    await again.shows(WHICH, 'The first (01:30 BST)', 'The second (01:30 GMT)')
    await again.send()

    await lead.reads(
      IN_ROOM,
      CASE,
      'Sun 31 Oct 2027 01:30 BST',
      'due Tue 2 Nov 2027 00:30 GMT',
      'due Wed 3 Nov 2027 23:59 GMT',
    )
  })

  test('whoever says that it was the second has an hour more', async () => {
    const [form, entered] = await reporting(scene, TWICE)
    const again = await form.goesOn(entered)
    await again.send({ [WHICH]: 'The second (01:30 GMT)' })

    await lead.reads(IN_ROOM, CASE, 'Sun 31 Oct 2027 01:30 GMT', 'due Tue 2 Nov 2027 01:30 GMT')
  })

  test('a time that the clocks skipped in March is refused, and nothing is kept', async () => {
    const standing = async () => /C-\w{4}-\w{4}/.exec(await lead.reads(IN_ROOM, CASE))?.[0]
    const before = await standing()
    const gap = happened('2027-03-28 00:10', '2027-03-28 01:30')
    const [form, entered] = await reporting(scene, gap)
    const again = await form.goesOn(entered)
    await again.shows('01:30 does not exist on Sun 28 Mar 2027: the clocks go forward')
    await again.leave()

    expect(await standing()).toBe(before)
    expect(scene.faults.join('\n')).toBe('')
  })
})
