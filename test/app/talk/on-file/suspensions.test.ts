import { describe, expect, test } from 'vitest'
import { openApp, type TestApp } from '../../../fixtures/app.ts'
import { file, inPrivate, inRoom, told } from '../on-file.ts'
import { formIn, pressOn, speaker, wordsOf } from '../speaking.ts'

const PART = {
  scope: ['adult-low-secure', 'cypmhs-picu'],
  exactly: 'New placements.',
  reasons: 'Several safeguarding concerns.',
  lifting: 'The improvement plan is complete.',
  lookOn: '2027-04-16',
}

async function suspended(world: TestApp): Promise<string> {
  return file(world, 'quinn', 'suspension', 'Suspend in part', PART)
}

describe('a suspension', () => {
  test('stands at the top of the card and in the tracker, with its scope, while it is open', async () => {
    const world = await openApp()

    const reply = await suspended(world)

    expect(reply).toContain('Suspension 1: Several safeguarding concerns – suspended in part.')
    const card = await told(world, 'ivan', 'status willow')
    expect(card).toContain(
      'SUSPENDED in part: Adult low secure: mental illness, personality disorder, learning disability, autism; Children and young people: psychiatric intensive care.',
    )
    expect(await told(world, 'mara', 'tracker')).toContain(
      'Willow House (willow): since Fri 26 Mar 2027. SUSPENDED in part: Adult low secure',
    )
    expect(inRoom(world)).toContain('New placements.')
  })

  test('is told in private to whoever must know, with proof in the thread', async () => {
    const world = await openApp()

    await suspended(world)

    for (const person of ['wanda', 'carl', 'mara'])
      expect(inPrivate(world, person)).toContain('SUSPENDED in part: Adult low secure')
    expect(inPrivate(world, 'carl')).toContain('Place nobody where it holds.')
    expect(inPrivate(world, 'carl')).toContain('What must be true before it is lifted?')
    expect(inRoom(world)).toContain('Must know of a suspension')
    expect(inRoom(world)).toContain('Local authority: commissioner – not told: ')
  })

  test('does not end on the day of the next look: the quality lead is reminded', async () => {
    const world = await openApp()
    await suspended(world)

    await world.pass(25 * 86_400)

    expect(inRoom(world)).toContain('a look at whether it is still right')
    expect(await told(world, 'quinn', 'file willow 1')).toContain('OVERDUE since')
    expect(await told(world, 'ivan', 'status willow')).toContain('SUSPENDED in part')
  })

  test('is lifted in part, lifted, and reinstated with what came before', async () => {
    const world = await openApp()
    await suspended(world)
    const again = {
      reason: 'The plan is complete.',
      lookOn: '2027-05-14',
      lifting: 'A good visit.',
    }
    await file(world, 'quinn', '1', 'Lift it in part', { ...again, scope: ['cypmhs-picu'] })
    expect(await told(world, 'quinn', 'tracker')).toContain(
      'SUSPENDED in part: Children and young people: psychiatric intensive care.',
    )

    await file(world, 'quinn', '1', 'Lift the suspension', { reason: 'Seen on a visit.' })
    expect(await told(world, 'quinn', 'status willow')).not.toContain('SUSPENDED')
    expect(inPrivate(world, 'carl')).toContain('It stands at: lifted.')
    await file(world, 'quinn', '1', 'Reinstate it in full', {
      ...again,
      reason: 'The next visit was poor.',
      history: 'Lifted weeks ago on paper alone.',
    })

    const whole = await told(world, 'quinn', 'file willow 1')
    for (const words of ['Suspension in part', 'Suspension: lifted', 'Lifted weeks ago on paper'])
      expect(whole).toContain(words)
    expect(await told(world, 'quinn', 'tracker')).toContain('SUSPENDED in full.')
  })

  test.each([
    ['lifted', 'Lift the suspension', 'The suspension is lifted: it holds nowhere any more.'],
    ['withdrawn', 'Withdraw it', 'The suspension was entered by mistake: it holds nowhere.'],
  ])('that is %s asks nobody to go on as if it held', async (_what, step, words) => {
    const world = await openApp()
    await suspended(world)
    const before = { wanda: inPrivate(world, 'wanda'), carl: inPrivate(world, 'carl') }

    await file(world, 'quinn', '1', step, { reason: 'It was another provider.' })

    for (const who of ['wanda', 'carl'] as const) {
      const now = inPrivate(world, who).replace(before[who], '')
      expect(now).toContain(words)
      expect(now).toContain('It was another provider.')
      expect(now).not.toMatch(/Place nobody|people placed there|ends only when|SUSPENDED/)
    }
  })

  test('is one at a time, and none is reinstated beside another', async () => {
    const world = await openApp()
    await suspended(world)
    await file(world, 'quinn', '1', 'Lift the suspension', { reason: 'Seen on a visit.' })
    await file(world, 'quinn', 'suspension', 'Suspend in full', { ...PART, reasons: 'A death.' })

    const reply = await file(world, 'quinn', '1', 'Reinstate it in full', {
      reason: 'Again.',
      history: 'Twice now.',
      lifting: 'A plan.',
      lookOn: '2027-05-14',
    })

    expect(reply).toContain('There is one open already: Suspension 2, “A death”')
    expect(await told(world, 'quinn', 'file willow')).not.toContain('[Suspend in full…]')
  })

  test('that was changed meanwhile is not decided on again unseen', async () => {
    const world = await openApp()
    await suspended(world)
    const hugo = speaker(world, 'hugo')
    const seen = await hugo.command('muster', 'file willow 1')
    const stale = formIn(
      await hugo.press(pressOn(seen.type === 'say' ? seen.message : undefined, 'Lift the susp')),
    )
    await file(world, 'quinn', '1', 'Lift it in part', {
      scope: ['cypmhs-picu'],
      reason: 'One ward is safe.',
      lifting: 'A good visit.',
      lookOn: '2027-05-14',
    })

    const reply = wordsOf(world, await hugo.fill(stale, { reason: 'All is well.' }))

    expect(reply).toContain(
      'Quinn Adeyemi put “Lift it in part, or change what it covers” on file meanwhile',
    )
    expect(await told(world, 'hugo', 'status willow')).toContain('SUSPENDED in part')
  })
})
