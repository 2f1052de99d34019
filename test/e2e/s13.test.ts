import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scenario } from '../core/time/england.ts'
import { services } from './scene/index.ts'
import { type Kept, OWN, type Scene, type Somebody } from './scene/scene.ts'
import { BRIEF, heldNow, IN_SUMMIT, SUMMIT, UNDER_BRIEF } from './scene/summit.ts'
import { sevenMembers } from './scene/world.ts'

const { expected } = scenario('S13')
const QUESTION = 'The ward takes nobody new until it is safe.'
const AFFECTED = [
  'NHS England South East quality team',
  'Care Quality Commission',
  'Downland Integrated Care Board',
  'Alder House',
  'General Medical Council',
]
/** Each speaks for an affected organisation without a conflict of interest. */
const FOR = ['Oluchi Brandreth', 'Lakshmi Dunmore']
const AGAINST = ['Harriet Nwachukwu', 'Hamza Trevithick']
const HOW = {
  'How is it decided?': 'Joint committee',
  'Does it bind?': 'Yes, it is a decision',
}
const FIRST = /decision 1, /
const SECOND = /decision 2, /
const DISPUTE = /decision 1 is in dispute/

describe.each(services)('S13 on $name: a vote of those affected', ({ open }) => {
  let scene: Scene
  let chair: Somebody
  let adviser: Somebody
  let keptByAdviser: Kept

  beforeAll(async () => {
    scene = await open(sevenMembers(), '2027-08-14T07:55:00Z')
    chair = await heldNow(scene)
    adviser = await scene.person('Odette Farrant')
    await Promise.all([...FOR, ...AGAINST, 'Delroy Winspear'].map(scene.person))
  })
  afterAll(() => scene?.close())

  const votes = async (who: string, title: RegExp, label: string) =>
    (await scene.person(who)).presses(UNDER_BRIEF, title, label)
  const refused = async (who: string, title: RegExp, label: string) =>
    (await scene.person(who)).isTold(UNDER_BRIEF, title, label)
  const closes = async (title: RegExp, reason: string) => {
    const form = await chair.opens(UNDER_BRIEF, title, 'Close the vote')
    await form.send({ 'What are the reasons for this decision?': reason })
  }

  test('the chair puts a question to five of the seven members', async () => {
    const form = await chair.opens(IN_SUMMIT, BRIEF, 'Put to a decision')
    await form.send({
      'What is to be decided? Write it so that one can vote for or against it.': QUESTION,
      'Whom does it affect? Only they vote.': AFFECTED,
      ...HOW,
      'Which gate does it decide?': 'Which risk is shared',
    })

    await chair.reads(
      UNDER_BRIEF,
      FIRST,
      'being voted on',
      QUESTION,
      '0 of 5 have voted',
      'Not affected, so without a vote: Westwater Council; Saltmarsh NHS Foundation Trust.',
    )
    keptByAdviser = await adviser.keeps(UNDER_BRIEF, FIRST)
  })

  test('one of the five has a conflict of interest and leaves the room: four may vote', async () => {
    const form = await adviser.opens(IN_SUMMIT, BRIEF, 'Conflict of interest')
    await form.send({
      'Whose is it?': 'All of General Medical Council',
      'What is it?': 'It is looking into a doctor of the ward.',
    })

    await chair.reads(
      UNDER_BRIEF,
      FIRST,
      `0 of ${expected.eligible} have voted`,
      'General Medical Council – no vote: it has a conflict of interest',
    )
    await chair.reads(IN_SUMMIT, BRIEF, 'It is looking into a doctor of the ward.')
    expect(await adviser.isIn(SUMMIT)).toBe(false)
    await adviser.reads({ room: OWN }, /^You are called/, 'You are out of the closed part')
  })

  test('whoever is out reads nothing of it, also not by asking', async () => {
    const [reference = ''] = /M-\w{4}-\w{4}/.exec(await chair.reads(IN_SUMMIT, BRIEF)) ?? []
    const status = await adviser.asks(`/muster status ${reference}`)

    expect(status).toContain('You are out of the closed part')
    expect(status).not.toContain(QUESTION)
  })

  test('it has no vote, and neither have the two members who are not affected', async () => {
    for (const [who, of] of [
      ['Teodora Whitlock', 'Saltmarsh NHS Foundation Trust'],
      ['Delroy Winspear', 'Westwater Council'],
    ] as const)
      expect(await refused(who, FIRST, 'For')).toContain(`${of} is not one of them.`)
    const said = await keptByAdviser.isTold('For')
    expect(said).toMatch(/it has a conflict of interest|That button is not there any more/)

    await chair.reads(UNDER_BRIEF, FIRST, '0 of 4 have voted')
  })

  test('two are for and two against; a vote that is repeated changes nothing', async () => {
    for (const who of FOR) await votes(who, FIRST, 'For')
    for (const who of AGAINST) await votes(who, FIRST, 'Against')
    const again = await refused('Oluchi Brandreth', FIRST, 'For')

    expect(again).toMatch(/Alder House voted “for” at .* already\. Nothing was changed\./)
    await chair.reads(UNDER_BRIEF, FIRST, '4 of 4 have voted')
  })

  test('the tie does not pass, is in dispute, and leaves the gate locked', async () => {
    expect(expected.tie_2_2).toBe('not passed -> dispute')
    const director = await scene.person('Samir Colquhoun')
    const kept = await director.keeps(UNDER_BRIEF, FIRST)
    await scene.at('2027-08-14T08:10:00Z')
    await closes(FIRST, 'All that is known was said.')

    await chair.reads(
      UNDER_BRIEF,
      FIRST,
      'decision 1, not passed, in dispute',
      'Not passed: 2 for, 2 against',
      'A tie does not pass.',
    )
    await chair.reads(UNDER_BRIEF, DISPUTE, 'Harriet Nwachukwu', 'Fri 27 Aug 2027 23:59 BST')
    await chair.reads(IN_SUMMIT, BRIEF, 'Gate “Which risk is shared”: in dispute')
    expect(await kept.isTold('Against')).toContain('Your vote was not counted.')
    const form = await chair.opens(IN_SUMMIT, BRIEF, 'Put to a decision')
    const next = await form.goesOn({
      'What is to be decided? Write it so that one can vote for or against it.': 'Nobody is moved.',
      ...HOW,
      'Which gate does it decide?': 'What is done about it',
    })
    await next.shows('“What is done about it” is locked')
    await next.leave()
  })

  test('voted on again, three are for and one against: it passes, and the gate opens', async () => {
    expect(expected.revote_3_1).toBe('passed')
    const form = await chair.opens(UNDER_BRIEF, DISPUTE, 'Vote again')
    await form.send()
    await chair.reads(UNDER_BRIEF, SECOND, QUESTION, '0 of 4 have voted')
    for (const who of [...FOR, 'Harriet Nwachukwu']) await votes(who, SECOND, 'For')
    await votes('Hamza Trevithick', SECOND, 'Against')
    await closes(SECOND, 'The board has seen the ward.')

    await chair.reads(UNDER_BRIEF, SECOND, 'decision 2, passed', '3 for, 1 against')
    await chair.reads(UNDER_BRIEF, FIRST, 'not passed; decision 2 stands instead')
    await chair.reads(
      IN_SUMMIT,
      BRIEF,
      'Gate “Which risk is shared”: passed',
      'Gate “What is done about it”: open to be decided',
    )
  })

  test('the record keeps the first vote beside the second', async () => {
    const form = await chair.opens(IN_SUMMIT, BRIEF, 'Save summit record')
    await form.send({ 'What did the summit conclude?': 'The risk is shared.' })

    await chair.reads(
      UNDER_BRIEF,
      /risk summit record · DRAFT/,
      'Decision 1: not passed; decision 2 stands instead',
      'Not passed: 2 for, 2 against',
      'against: Harriet Nwachukwu, Sat 14 Aug 2027 08:55 BST',
      'Decision 2: passed',
      'Passed: 3 for, 1 against',
      'for: Harriet Nwachukwu, Sat 14 Aug 2027 09:10 BST',
      'It is looking into a doctor of the ward.',
    )
    expect(scene.faults.join('\n')).toBe('')
  })
})
