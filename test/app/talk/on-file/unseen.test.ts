import { describe, expect, test } from 'vitest'
import type { Answers } from '../../../../src/core/message/form.ts'
import { plainMessage } from '../../../../src/core/message/plain.ts'
import { openApp, type TestApp } from '../../../fixtures/app.ts'
import { file, inRoom, numbered, toLevel, told } from '../on-file.ts'
import { standingIn } from '../speaking.ts'

const VISIT = {
  kind: 'assurance',
  purpose: 'Restraint on Alder ward.',
  visitOn: '2027-03-29',
  goes: 'Quinn Adeyemi and a pharmacist',
}
const LEARNING = { theme: 'Nights.', from: 'Three incidents.', learned: 'A second nurse helps.' }
const KEPT_BACK: readonly (readonly [string, string, Answers])[] = [
  ['an unannounced visit', 'Plan an unannounced visit', VISIT],
  [
    'a risk',
    'Put a risk on the register',
    {
      risk: 'Ligature points on Alder ward',
      domain: 'safety',
      consequence: '4',
      likelihood: '3',
      mitigation: 'Closer observation.',
      action: 'Replace the fittings.',
      reviewOn: '2027-04-16',
    },
  ],
  [
    'a handover note',
    'Write a handover note',
    {
      change: 'Quinn Adeyemi to Hugo Lindqvist',
      history: 'Restraint on Alder ward.',
      expect: 'Sickness.',
      takenOn: '2027-04-06',
    },
  ],
]

/** All that the provider’s own people can look up. */
async function seen(world: TestApp): Promise<string> {
  const words = [
    'file willow',
    'status willow',
    'export willow',
    'tracker',
    'mine',
    'duties willow',
  ]
  return (await Promise.all(words.map((one) => told(world, 'wanda', one)))).join('\n')
}

function sentToRoom(world: TestApp): readonly string[] {
  return world.web.calls.filter((call) => call.includes('web/room/willow'))
}

describe('what is kept back from a provider', () => {
  test.each(KEPT_BACK)(
    'leaves it no trace in its room, and none in what its people look up: %s',
    async (_what, label, answers) => {
      const world = await openApp()
      await toLevel(world, 'G2')
      const [before, sent] = [await seen(world), sentToRoom(world)]

      await file(world, 'quinn', '', label, answers)

      expect(sent).not.toEqual([])
      expect(await numbered(world)).toBeGreaterThanOrEqual(1000)
      expect(await seen(world)).toBe(before)
      expect(sentToRoom(world)).toEqual(sent)
    },
  )

  test('brings about no card where there is none, also when whoever owes it is reminded', async () => {
    const world = await openApp()
    await file(world, 'quinn', '', 'Plan an unannounced visit', VISIT)

    await world.pass(10 * 86_400)

    expect(await told(world, 'quinn', 'mine')).toContain('Restraint on Alder ward')
    expect(inRoom(world)).toBe('')
    expect(sentToRoom(world)).toEqual([])
  })

  test('makes no gap in the numbers that it reads', async () => {
    const world = await openApp()
    await file(world, 'quinn', '', 'Plan an unannounced visit', VISIT)

    const first = await file(world, 'ivan', '', 'Put learning on file', LEARNING)
    await file(world, 'quinn', '', 'Plan an unannounced visit', { ...VISIT, purpose: 'Nights.' })
    const second = await file(world, 'ivan', '', 'Put learning on file', LEARNING)

    expect(first).toContain('Learning 1: Nights')
    expect(second).toContain('Learning 2: Nights')
    const export_ = await told(world, 'wanda', 'export willow')
    expect(export_).toContain('This shows what you may read.')
    expect(export_).not.toMatch(/withheld|confidential|^\d+\. /im)
  })

  test('shows with its true times and its number once it is shared', async () => {
    const world = await openApp()
    await file(world, 'quinn', '', 'Plan an unannounced visit', VISIT)
    const n = await numbered(world)
    await world.pass(3 * 86_400)

    await file(world, 'quinn', '1', 'It was held', {
      heldAt: '2027-03-29 10:00',
      went: 'Quinn Adeyemi',
      findingsOn: '2027-04-06',
    })

    const card = standingIn(world, 'root')
    expect(card && plainMessage(card, world.app.directory())).toContain(`Visit ${n}: Restraint`)
    expect(await told(world, 'wanda', 'file willow 1')).toContain(
      'Quality assurance visit, unannounced, Fri 26 Mar 2027 20:20 GMT',
    )
    expect(await told(world, 'wanda', 'export willow')).toContain('Recorded: Fri 26 Mar 2027')
  })
})
