import { describe, expect, test } from 'vitest'
import type { RecordId } from '../../../src/core/record-id.ts'
import { answer, concern } from '../../core/case/cases.ts'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import { convening, person } from '../../fixtures/cases.ts'
import { policyOf } from '../../fixtures/context.ts'
import {
  buttonsOf,
  formIn,
  pressOn,
  speaker,
  standingIn,
  triaged,
  wordsOf,
} from '../talk/speaking.ts'

/** A Wednesday after Easter, in the evening: 28 days later is one too. */
const WEDNESDAY = '2027-04-07T17:00:00Z'
const BEFORE = '2027-05-05T07:59:59Z'
const ASKED = '2027-05-05T08:00:00Z'
const QUESTION = 'prompt:quiet'
const TITLE = 'Nothing was recorded for 28 days: is it still open?'

/** A concern about Willow that was triaged and stays on routine: nobody is reminded of anything. */
async function decided(
  world: TestApp,
  over: Parameters<typeof concern>[0] = {},
): Promise<RecordId> {
  const raised = await world.ask(concern(over))
  if (!raised.ok) throw new Error(raised.refusal.message)
  await triaged(world, raised.id)
  await world.ask(answer('quinn', 'level', 'routine', { reason: 'Known.' }), raised.id)
  return raised.id
}

async function silent(over?: Parameters<typeof concern>[0]) {
  const world = await openApp({ startsAt: WEDNESDAY })
  const id = await decided(world, over)
  return { world, id }
}

function asked(world: TestApp): readonly string[] {
  return world.web.standing
    .filter(({ slot }) => slot.startsWith('prompt:quiet'))
    .map(({ place, words }) => `${place}\n${words}`)
}

describe('an open case of which nobody is reminded, and on which nothing is recorded for 28 days', () => {
  test('is asked about in its thread, of the quality lead, in the morning and not before', async () => {
    const { world } = await silent()
    await world.moveTo(BEFORE)
    expect(asked(world)).toEqual([])

    await world.moveTo(ASKED)

    const words = [
      TITLE,
      'Nobody is reminded of anything here. Note what happened, close the case, or say why it is still open: “yes because …”. This is asked once, until something is recorded.',
      'Rule quiet · Muster, gone quiet · Muster’s choice, adjustable',
      'Asked: Quinn Adeyemi',
      '[Still open…] [Note what happened…] [Close…]',
    ].join('\n')
    expect(asked(world)).toEqual([`web/room/willow\n${words}`])
    expect(wordsOf(world, await speaker(world, 'quinn').command('muster', 'mine'))).toContain(TITLE)
  })

  test('is asked about once: nobody else is asked, and it is not asked again', async () => {
    const { world, id } = await silent()
    await world.moveTo('2027-09-01T08:00:00Z')

    const kase = await world.record('case', id)
    expect(kase.prompts.filter(({ asks }) => asks === 'quiet')).toMatchObject([
      { state: 'open', asked: ['quinn'], openedAt: ASKED, revision: 1 },
    ])
    expect(await world.store.next('live', 'wakeAt', '2027-09-01T08:00:00Z')).not.toBe(ASKED)
  })

  test('is asked about no more once something is recorded, and anew after as long', async () => {
    const { world, id } = await silent()
    await world.moveTo('2027-05-06T08:00:00Z')
    await speaker(world, 'quinn').reply(id, 'note Visited the ward.')

    expect(standingIn(world, QUESTION)?.title).toBe(`${TITLE} · withdrawn`)
    await world.moveTo('2027-06-03T07:59:59Z')
    expect(standingIn(world, 'prompt:quiet.2')).toBeUndefined()
    await world.moveTo('2027-06-03T08:00:00Z')
    expect(standingIn(world, 'prompt:quiet.2')?.title).toBe(TITLE)
  })

  test('stays open for a reason that is given in words, and is asked about after as long', async () => {
    const { world, id } = await silent()
    await world.moveTo(ASKED)
    const quinn = speaker(world, 'quinn')
    await quinn.reply(id, 'yes because the staffing review reports in June')

    expect(JSON.stringify(standingIn(world, QUESTION))).toContain(
      'still open: the staffing review reports in June',
    )
    await world.moveTo('2027-06-02T08:00:00Z')
    expect(standingIn(world, 'prompt:quiet.2')?.title).toBe(TITLE)
  })

  test('stays open for a reason that is given in the form, and not without one', async () => {
    const { world, id } = await silent()
    await world.moveTo(ASKED)
    const quinn = speaker(world, 'quinn')
    const form = formIn(await quinn.press(pressOn(standingIn(world, QUESTION), 'Still open…')))

    expect((await quinn.fill(form, { reason: '' })).type).toBe('form')
    expect(
      wordsOf(world, await quinn.fill(form, { reason: 'The review reports in June.' })),
    ).toContain('It is asked again once as long a time has gone by.')
    const kase = await world.record('case', id)
    expect(kase.prompts.find(({ asks }) => asks === 'quiet')?.answer).toBe(
      'still open: The review reports in June.',
    )
  })

  test('is closed with the form that its button opens', async () => {
    const { world, id } = await silent()
    await world.moveTo(ASKED)
    const quinn = speaker(world, 'quinn')
    const form = formIn(await quinn.press(pressOn(standingIn(world, QUESTION), 'Close…')))
    await quinn.fill(form, { outcome: 'Staffing was put right.', reason: 'No further risk.' })

    expect((await world.record('case', id)).status).toBe('closed')
    expect(standingIn(world, QUESTION)?.title).toBe(`${TITLE} · withdrawn`)
    expect(await world.store.next('live', 'wakeAt', ASKED)).not.toBe(ASKED)
  })

  test('is the business of those on its list alone where it is confidential', async () => {
    const { world } = await silent({ confidential: true })
    await world.moveTo(ASKED)

    const standing = asked(world)
    expect(standing.length).toBeGreaterThan(0)
    expect(standing.filter((one) => one.startsWith('web/room/willow'))).toEqual([])
  })

  test('is not answered by somebody who was not asked', async () => {
    const { world, id } = await silent()
    await world.moveTo(ASKED)

    const refused = await world.ask(answer('nia', 'quiet', 'open', { reason: 'No.' }), id)

    expect(refused.ok).toBe(false)
    expect(standingIn(world, QUESTION)?.title).toBe(TITLE)
  })
})

describe('nobody is asked whether a case is still open', () => {
  test('while somebody is reminded of something on it', async () => {
    const world = await openApp({ startsAt: WEDNESDAY })
    await world.ask(concern())
    await world.moveTo(ASKED)

    expect(asked(world)).toEqual([])
  })

  test('while its meeting is not recorded, or once it is closed', async () => {
    const { world, id } = await silent()
    const met = await decided(world)
    await world.ask({ ...convening(), meeting: 'M3' }, met)
    await world.ask(
      { kind: 'case', type: 'close', by: person('quinn'), outcome: 'Done.', reason: 'Done.' },
      id,
    )
    await world.moveTo(ASKED)

    expect(asked(world)).toEqual([])
  })

  test('by a pack that does not say when', async () => {
    const { quiet, ...policy } = policyOf('provider-collaborative')
    expect(quiet?.caseDays).toBe(28)
    const world = await openApp({ startsAt: WEDNESDAY, policy })
    const id = await decided(world)
    await world.moveTo('2027-06-12T08:00:00Z')

    expect(asked(world)).toEqual([])
    expect((await world.record('case', id)).quietAt).toBeNull()
    expect(buttonsOf(standingIn(world, 'root') ?? { title: '', parts: [] })).not.toEqual([])
  })
})
