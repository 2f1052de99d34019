import { describe, expect, test } from 'vitest'
import { openApp } from '../../fixtures/app.ts'
import {
  formIn,
  guest,
  pressOn,
  raisedIncident,
  speaker,
  standingIn,
  triaged,
  WILLOW_KEY,
  wordsOf,
} from './speaking.ts'

describe('whoever is not in the directory', () => {
  test('may raise, and is told what comes of it', async () => {
    const world = await openApp()
    const gus = speaker(world, guest)
    const form = formIn(await gus.command('concern'))

    const said = await gus.fill(form, {
      what: 'The door does not lock.',
      provider: 'willow',
      danger: 'no',
    })

    expect(wordsOf(world, said)).toMatch(/Recorded as C-/)
    expect(world.web.says('web/account/guest', 'receipt')).toContain('Thank you.')
    expect(world.web.says(WILLOW_KEY, 'root')).toContain('Gus Guest (not in the directory)')
  })

  test('may not decide: each way is answered with a sentence, and nothing changes', async () => {
    const world = await openApp()
    const { id, reference } = await raisedIncident(world)
    await triaged(world, id)
    const before = await world.store.load(id)
    const gus = speaker(world, guest)

    const said = [
      await gus.press(pressOn(standingIn(world, 'prompt:level'), 'Accept')),
      await gus.press({ do: 'have', record: id, clock: 'D1' }),
      await gus.press({ do: 'open', form: 'triage', record: id }),
      await gus.command('muster', `have ${reference} D1`),
      await gus.command('muster', `close ${reference}`),
      await gus.reply(id, 'accept'),
      await gus.reply(id, 'done StEIS ref 2027/1234'),
    ]

    for (const reply of said)
      expect(wordsOf(world, reply)).toContain('You are not in the directory')
    expect(await world.store.load(id)).toEqual(before)
  })

  test('is left alone when they only talk', async () => {
    const world = await openApp()
    const { id } = await raisedIncident(world)

    expect(await speaker(world, guest).reply(id, 'Thank you all.')).toEqual({ type: 'nothing' })
  })
})

describe('a button', () => {
  test('of an answered question names who answered, and changes nothing', async () => {
    const world = await openApp()
    const { id } = await raisedIncident(world)
    await triaged(world, id)
    const accept = pressOn(standingIn(world, 'prompt:level'), 'Accept')

    const first = await speaker(world, 'quinn').press(accept)
    const before = await world.store.load(id)
    const second = await speaker(world, 'dora').press(accept)

    expect(first).toEqual({ type: 'nothing' })
    expect(wordsOf(world, second)).toContain(
      'Quinn Adeyemi answered this at Fri 26 Mar 2027 20:20 GMT',
    )
    expect(await world.store.load(id)).toEqual(before)
  })

  test('that two people press at the same moment is answered by one of them', async () => {
    const world = await openApp()
    const { id } = await raisedIncident(world)
    await triaged(world, id)
    const accept = pressOn(standingIn(world, 'prompt:level'), 'Accept')

    const said = await Promise.all([
      speaker(world, 'quinn').press(accept),
      speaker(world, 'dora').press(accept),
    ])

    expect(said.map(({ type }) => type).sort()).toEqual(['nothing', 'say'])
    const { notices } = await world.record('case', id)
    expect(notices.filter((one) => one.said.say === 'levelChosen')).toHaveLength(1)
  })

  test('from before the question was asked again is out of date', async () => {
    const world = await openApp()
    const { id } = await raisedIncident(world)
    await triaged(world, id)
    const old = pressOn(standingIn(world, 'prompt:level'), 'Accept')
    await triaged(world, id, { triggers: [], consequence: '1', likelihood: '1' })

    const said = await speaker(world, 'quinn').press(old)

    expect(wordsOf(world, said)).toContain('out of date')
    expect((await world.record('case', id)).level).toBeNull()
  })

  test('pressed twice does it once', async () => {
    const world = await openApp()
    const { id } = await raisedIncident(world)
    await triaged(world, id)
    const accept = pressOn(standingIn(world, 'prompt:level'), 'Accept')
    const quinn = speaker(world, 'quinn')

    const said = [await quinn.press(accept), await quinn.press(accept)]

    expect(said).toEqual([{ type: 'nothing' }, { type: 'nothing' }])
    expect((await world.record('case', id)).notices).toHaveLength(1)
  })

  test('“I have it” works again after somebody else had it', async () => {
    const world = await openApp()
    const { id } = await raisedIncident(world)
    const have = { do: 'have', record: id, clock: 'D1' } as const

    for (const who of ['ivan', 'ines', 'ivan']) await speaker(world, who).press(have)

    const { clocks } = await world.record('case', id)
    expect(clocks.find(({ rule }) => rule === 'D1')?.haver).toBe('ivan')
  })

  test('of somebody who may not answer says who may', async () => {
    const world = await openApp()
    const { id } = await raisedIncident(world)
    await triaged(world, id)

    const said = await speaker(world, 'nia').press(
      pressOn(standingIn(world, 'prompt:level'), 'Accept'),
    )

    expect(wordsOf(world, said)).toMatch(/Only the quality lead of Harbour.*may answer this/)
  })

  test('on something that somebody may not see answers as if it were not there', async () => {
    const world = await openApp()
    const { id, reference } = await raisedIncident(world)
    const nowhere = { do: 'have', record: 'case-00000000' as typeof id, clock: 'D1' } as const
    const anya = speaker(world, 'anya')

    const hidden = wordsOf(world, await anya.press({ ...nowhere, record: id }))
    const absent = wordsOf(world, await anya.press(nowhere))

    expect(hidden.replaceAll(reference, 'C-0000-0000')).toBe(absent)
  })
})
