import { describe, expect, test } from 'vitest'
import { openApp, type TestApp } from '../../../fixtures/app.ts'
import { policyOf } from '../../../fixtures/context.ts'
import { file, inPrivate, inRoom, toLevel, told } from '../on-file.ts'

async function inEnhanced(): Promise<TestApp> {
  const world = await openApp()
  await toLevel(world, 'G2')
  return world
}

describe('what was put on file by mistake', () => {
  test('is withdrawn where it is a formal notice, and the provider is told so', async () => {
    const world = await inEnhanced()
    await file(world, 'quinn', '', 'Give formal notice', {
      concerns: 'Safeguarding referrals have doubled.',
      substantiated: 'By the quarterly return.',
      severity: 'High.',
      breach: 'notSettled',
      expected: 'An improvement plan.',
      timescales: 'In four weeks.',
      route: 'letter',
    })

    await file(world, 'quinn', '1', 'Withdraw the notice: given in error', {
      reason: 'It is of another provider.',
    })

    expect(inPrivate(world, 'wanda')).toContain('was given in error and is withdrawn.')
    expect(inRoom(world)).toContain('It is of another provider.')
    expect(await told(world, 'wanda', 'file willow 1')).toContain('It is closed.')
    expect(await told(world, 'quinn', 'file willow')).toContain('Missing: formal notice')
  })

  test('does not stand in the way of a baseline review that is begun anew', async () => {
    const world = await inEnhanced()
    const begin = () =>
      file(world, 'quinn', '', 'Begin the baseline review', {
        scope: 'All of it.',
        sources: ['soft'],
      })
    await begin()

    await file(world, 'quinn', '1', 'Stop the review', { reason: 'Begun too early.' })

    expect(await told(world, 'quinn', 'file willow')).not.toContain('All of it')
    expect(await begin()).toContain('All of it – under way')
  })

  test('teaches nobody any more, where it was learning', async () => {
    const world = await openApp()
    await file(world, 'ivan', 'learning', 'Put learning on file', {
      theme: 'Nights.',
      from: 'Three incidents.',
      learned: 'A second nurse helps.',
    })
    expect(await told(world, 'quinn', 'learning')).toContain('A second nurse')

    await file(world, 'ivan', '1', 'Withdraw it', { reason: 'Of another ward.' })

    expect(await told(world, 'quinn', 'learning')).not.toContain('A second nurse')
  })
})

test('every kind of matter can be ended by one person whose it is, or withdrawn', () => {
  const { matters = [] } = policyOf('provider-collaborative')
  const stuck = matters.flatMap(({ steps }) =>
    steps
      .filter(({ closes }) => !closes)
      .filter(({ id }) => !steps.some(({ closes, after }) => closes && reaches(steps, id, after)))
      .map(({ id }) => id),
  )

  expect(stuck).toEqual([])
})

type Steps = readonly { readonly id: string; readonly after?: readonly string[] }[]

/** Whether a step can follow one of these, at once or by others. */
function reaches(
  steps: Steps,
  from: string,
  after: readonly string[] = [],
  seen = new Set<string>(),
): boolean {
  if (after.includes(from)) return true
  return after.some((id) => {
    if (seen.has(id)) return false
    seen.add(id)
    return reaches(steps, from, steps.find((one) => one.id === id)?.after, seen)
  })
}
