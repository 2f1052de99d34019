import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CASE, happened, IN_ROOM, report, UNDER_CASE } from './scene/incident.ts'
import { services } from './scene/index.ts'
import { withClocks } from './scene/pack.ts'
import type { Scene, Somebody } from './scene/scene.ts'
import { playgroundWorld } from './scene/world.ts'

const PACK = withClocks('E3a', 'E3b', 'E3c', 'E4')
const UNDER_18 = /^E4 CQC: under 18 on an adult ward: without delay/
const ABSENCE = /^E3b CQC: absence without leave: /

describe.each(services)(
  'S14 on $name: under 18 on an adult ward as the clocks go back',
  ({ open }) => {
    let scene: Scene
    let reporter: Somebody

    beforeAll(async () => {
      scene = await open(playgroundWorld(), '2027-10-29T22:10:00Z', PACK)
      reporter = await scene.person('Gethin Okonjo')
    })
    afterAll(() => scene?.close())

    test('the 48 hours are every hour, so that they end at 22:00 GMT; no time after that is made up', async () => {
      await report(scene, {
        ...happened('2027-10-29 23:00', '2027-10-29 23:05'),
        'Was it somebody under 18 on an adult ward?': 'Yes',
      })

      const root = await reporter.reads(
        IN_ROOM,
        CASE,
        'E4 CQC: under 18 on an adult ward',
        'without delay from Sun 31 Oct 2027 22:00 GMT',
        'the rule gives no time by which',
      )
      expect(root).not.toMatch(/E3[abc]|E1|E2/)
    })

    test('nobody is asked a minute before', async () => {
      await scene.at('2027-10-31T21:59:00Z')

      await expect(reporter.reads(UNDER_CASE, UNDER_18)).rejects.toThrow()
    })

    test('once they are reached the incident lead is asked to tell CQC', async () => {
      await scene.at('2027-10-31T22:00:00Z')

      await reporter.reads(UNDER_CASE, UNDER_18, 'Gethin Okonjo', 'CQC notifications')
    })

    test('what is done is neither in time nor late, for there is no time', async () => {
      const form = await reporter.opens(UNDER_CASE, UNDER_18, 'It is done')
      await form.send({ 'When was it done?': '2027-10-31 22:00', Reference: 'N-4471' })

      const root = await reporter.reads(IN_ROOM, CASE, 'met Sun 31 Oct 2027 22:00 GMT')
      expect(root).not.toMatch(/22:00 GMT, (in time|LATE)/)
      expect(scene.faults.join('\n')).toBe('')
    })
  },
)

describe.each(services)('S14 on $name: away from a low-secure ward', ({ open }) => {
  let scene: Scene
  let reporter: Somebody

  beforeAll(async () => {
    scene = await open(playgroundWorld(), '2027-03-20T21:40:00Z', PACK)
    reporter = await scene.person('Gethin Okonjo')
  })
  afterAll(() => scene?.close())

  test('CQC is not asked for before midnight', async () => {
    await report(scene, {
      ...happened('2027-03-20 21:30', '2027-03-20 21:35'),
      'What kind of incident?': 'Absence without leave or escape',
      'Was the patient detained under the Mental Health Act?': 'Yes',
    })

    await reporter.reads(
      IN_ROOM,
      CASE,
      'E3b CQC: absence without leave',
      'without delay from Sun 21 Mar 2027 00:00 GMT',
    )
    await scene.at('2027-03-20T23:59:00Z')
    await expect(reporter.reads(UNDER_CASE, ABSENCE)).rejects.toThrow()
  })

  test('still away at midnight, it is asked for without delay, and by half past the deputy is told too', async () => {
    await scene.at('2027-03-21T00:00:00Z')
    await reporter.reads(
      UNDER_CASE,
      ABSENCE,
      'without leave: without delay',
      'Gethin Okonjo',
      'CQC notifications, Regulation 17',
    )

    await scene.at('2027-03-21T00:30:00Z')
    await reporter.reads(UNDER_CASE, ABSENCE, 'no answer yet', 'Priya Lundgren')
  })

  test('once CQC has notice of the absence, the return is listed; nobody knows when it will be', async () => {
    const form = await reporter.opens(UNDER_CASE, ABSENCE, 'It is done')
    await form.send({ 'When was it done?': '2027-03-21 00:20', Reference: 'N-4472' })

    await reporter.reads(
      IN_ROOM,
      CASE,
      'met Sun 21 Mar 2027 00:20 GMT',
      'E3c CQC: return from absence',
      'as required; the rule gives no time',
    )
    expect(scene.faults.join('\n')).toBe('')
  })
})
