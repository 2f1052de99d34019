import { describe, expect, test } from 'vitest'
import { providerId } from '../../../src/core/record-id.ts'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import { person } from '../../fixtures/cases.ts'
import { formIn, pressOn, speaker, standingIn, wordsOf } from '../talk/speaking.ts'

const WILLOW = providerId('willow')
/** A Wednesday after Easter, in the evening: 35 days later is one too. */
const WEDNESDAY = '2027-04-07T17:00:00Z'
const ASKED = '2027-05-12T08:00:00Z'
const QUESTION = 'prompt:question-1'

/** Willow comes to enhanced, and nothing more is recorded. */
async function enhanced(): Promise<TestApp> {
  const world = await openApp({ startsAt: WEDNESDAY })
  await world.ask(
    {
      kind: 'provider',
      type: 'changeLevel',
      by: person('quinn'),
      transition: 'G2',
      reason: 'Referrals have doubled.',
      evidence: 'Referral figures, March.',
      because: null,
    },
    WILLOW,
  )
  return world
}

function questions(world: TestApp): readonly string[] {
  return world.web.standing
    .filter(({ words }) => words.startsWith('Willow House: nothing on its own record since'))
    .map(({ place, words }) => `${place}\n${words}`)
}

async function noted(world: TestApp): Promise<void> {
  const note = { kind: 'provider', type: 'note', by: person('quinn'), text: 'Visited.' } as const
  await world.ask(note, WILLOW)
}

async function lookAgain(world: TestApp, who: string, on: string): Promise<string> {
  const someone = speaker(world, who)
  const reply = await someone.press({ do: 'open', form: 'lookAgain', record: WILLOW })
  if (reply.type !== 'form') return wordsOf(world, reply)
  return wordsOf(world, await someone.fill(formIn(reply), { on }))
}

describe('a provider in enhanced about which nothing is recorded for 35 days', () => {
  test('is asked about once, of the quality lead, in its thread and in private', async () => {
    const world = await enhanced()
    await world.moveTo('2027-05-12T07:59:59Z')
    expect(questions(world)).toEqual([])

    await world.moveTo(ASKED)

    const words = [
      'Willow House: nothing on its own record since Wed 7 Apr 2027',
      'It is on “Enhanced, review pending”. Its cases have records of their own. Decide on its level, note what happened, or say when you look again. Otherwise it is asked again on Wed 16 Jun 2027.',
      'Quinn Adeyemi: please decide. Nothing of it happens by itself.',
      '[Look again on…] [Note what happened…] [Change its level…]',
      'Rule quiet · Muster, gone quiet · Muster’s choice, adjustable',
    ].join('\n')
    expect(questions(world)).toEqual([`web/person/quinn\n${words}`, `web/room/willow\n${words}`])
    await world.moveTo('2027-05-20T08:00:00Z')
    expect(questions(world)).toHaveLength(2)
  })

  test('is among what the quality lead owes, and an alert of the digest', async () => {
    const world = await enhanced()
    await speaker(world, 'quinn').command('muster', 'digest daily')
    await world.moveTo('2027-05-13T08:00:00Z')

    expect(wordsOf(world, await speaker(world, 'quinn').command('muster', 'mine'))).toContain(
      'Willow House: nothing on its own record since Wed 7 Apr 2027: a note, a level, or a day to look again?',
    )
    const digest = world.web.standing.findLast(({ slot }) => slot.startsWith('notice:digest.'))
    expect(digest?.words).toContain('Waits for a decision: nothing on its own record since')
  })

  test('is asked about no more once something is recorded, and anew after as long', async () => {
    const world = await enhanced()
    await world.moveTo('2027-05-13T08:00:00Z')
    await noted(world)

    expect(standingIn(world, QUESTION)?.parts[1]).toEqual({
      kind: 'text',
      text: 'Something was recorded; nothing is asked any more.',
    })
    await world.moveTo('2027-06-16T08:00:00Z')
    expect(standingIn(world, 'prompt:question-2')).toBeUndefined()
    await world.moveTo('2027-06-17T08:00:00Z')
    expect(standingIn(world, 'prompt:question-2')?.title).toContain('since Thu 13 May 2027')
  })

  test('is asked about again after as long where nobody answers', async () => {
    const world = await enhanced()
    await world.moveTo('2027-06-16T08:00:00Z')

    expect(standingIn(world, QUESTION)?.parts[1]).toMatchObject({
      text: 'A newer question took its place.',
    })
    expect(standingIn(world, 'prompt:question-2')?.title).toContain('since Wed 7 Apr 2027')
  })

  test('is asked about on the day that was named, and not before', async () => {
    const world = await enhanced()
    await world.moveTo(ASKED)
    pressOn(standingIn(world, QUESTION), 'Look again on…')

    expect(await lookAgain(world, 'quinn', '2027-06-25')).toContain('Nobody is asked before')
    expect(JSON.stringify(standingIn(world, QUESTION))).toContain(
      'To be looked at again on Fri 25 Jun 2027.',
    )
    await world.moveTo('2027-06-25T07:00:00Z')
    expect(standingIn(world, 'prompt:question-2')).toBeUndefined()
    await world.moveTo('2027-06-25T08:00:00Z')
    expect(standingIn(world, 'prompt:question-2')?.title).toContain('since Wed 7 Apr 2027')
  })

  test('is not put off for longer than the rules allow, nor by somebody else', async () => {
    const world = await enhanced()
    await world.moveTo(ASKED)

    expect(await lookAgain(world, 'quinn', '2027-12-24')).toContain(
      'Give a day after today, and by Tue 10 Aug 2027.',
    )
    expect(await lookAgain(world, 'ivan', '2027-06-25')).toContain('Only the quality lead')
  })

  test('is not asked about where it has left enhanced, or never was there', async () => {
    const world = await openApp({ startsAt: WEDNESDAY })
    await world.moveTo('2027-08-09T08:00:00Z')

    expect(questions(world)).toEqual([])
    expect(await lookAgain(world, 'quinn', '2027-09-09')).toContain('is not in enhanced')
  })
})
