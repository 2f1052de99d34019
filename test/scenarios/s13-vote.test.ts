import { beforeAll, describe, expect, test } from 'vitest'
import type { Answers } from '../../src/core/message/form.ts'
import type { RecordId } from '../../src/core/record-id.ts'
import { formIn, pressOn, shownIn, speaker, wordsOf } from '../app/talk/speaking.ts'
import { scenario } from '../core/time/england.ts'
import { openApp, type TestApp } from '../fixtures/app.ts'
import { convening, incident } from '../fixtures/cases.ts'
import { sevenMembersOn } from '../fixtures/seven-members.ts'

const { expected } = scenario('S13')
/** Seven organisations are called; these five are affected. One of them has a conflict of interest. */
const AFFECTED = ['south-east-team', 'cqc', 'downs-icb', 'willow', 'gmc']
const QUESTION = 'The unit takes no new patients until it is safe.'

describe.each(['web', 'slack', 'teams'])('S13 on %s: a vote of those affected', (channel) => {
  let world: TestApp
  let meeting: RecordId
  let room: string

  const by = (who: string) => speaker(world, who, channel)
  const here = () => {
    const [only] = world.channels
    if (!only) throw new Error('No channel')
    return only
  }
  const standing = (slot: string) =>
    here().standing.findLast((one) => one.place === room && one.slot === slot)?.message
  const says = (slot: string) => here().says(room, slot) ?? ''

  /** Opens the form behind a button that stands in the room, and hands it in. */
  async function fills(who: string, slot: string, label: string, answers: Answers) {
    const form = formIn(await by(who).press(pressOn(standing(slot), label)))
    return wordsOf(world, await by(who).fill(form, { ...shownIn(form), ...answers }))
  }

  async function votes(who: string, label: string, decision = 1) {
    return wordsOf(world, await by(who).press(pressOn(standing(`decision:${decision}`), label)))
  }

  beforeAll(async () => {
    world = await openApp({
      startsAt: '2027-08-14T07:55:00Z',
      channels: [channel],
      listings: sevenMembersOn(channel),
    })
    const raised = await world.ask(incident({ via: channel }))
    if (!raised.ok) throw new Error(raised.refusal.message)
    await world.ask({ ...convening(), via: channel }, raised.id)
    const called = (await world.record('case', raised.id)).meetings[0]?.meeting
    if (!called) throw new Error('No meeting was called')
    meeting = called
    room = `${channel}/room/${here().rooms[0]?.room}`
    await by('rhea').press({
      do: 'answer',
      record: meeting,
      prompt: 'chair',
      answer: 'confirm',
      revision: 1,
    })
  })

  test('one of them declares a conflict of interest, and leaves the room', async () => {
    const said = await fills('greta', 'root', 'Conflict of interest…', {
      whose: 'all:gmc',
      what: 'It is looking into a doctor of the unit.',
    })

    expect(said).toContain('Recorded on M-')
    expect(here().calls).toContain(`remove ${room} greta`)
    expect(says('root')).toContain('General Medical Council: It is looking into a doctor')
  })

  test('the chair puts the question for five of seven: four of them may vote', async () => {
    const answers = { question: QUESTION, affects: AFFECTED, form: 'joint', authority: 'decision' }
    const said = await fills('rhea', 'root', 'Put to a decision…', { ...answers, gate: 'risk' })

    expect(said).toContain('Recorded on M-')
    expect(says('decision:1')).toContain(`0 of ${expected.eligible} have voted`)
    expect(says('decision:1')).toContain('General Medical Council – no vote: it has a conflict')
    expect(says('decision:1')).toContain('Not affected, so without a vote: Downs Council; Harbour')
  })

  test('two are for and two against: each presses once, and the roll shows it', async () => {
    expect(await votes('wanda', 'For')).toBe('')
    expect(await votes('cleo', 'For')).toBe('')
    expect(await votes('ada', 'Against')).toBe('')
    expect(await votes('mick', 'Against')).toBe('')

    expect(says('decision:1')).toContain('4 of 4 have voted')
  })

  test('the other two members, and whoever has the conflict, are told privately that they have none', async () => {
    for (const [who, why] of [
      ['quinn', 'Harbour NHS Foundation Trust is not one of them.'],
      ['lena', 'Downs Council is not one of them.'],
    ] as const)
      expect(await votes(who, 'For')).toContain(why)
    expect(await votes('greta', 'For')).toContain('it has a conflict of interest')
    expect(await votes('wanda', 'For')).toContain('already. Nothing was changed.')

    expect((await world.record('meeting', meeting)).decisions?.[0]?.votes).toHaveLength(4)
  })

  test('the tie does not pass, is in dispute, and leaves the gate locked', async () => {
    expect(expected.tie_2_2).toBe('not passed -> dispute')
    await fills('rhea', 'decision:1', 'Close the vote…', { reason: 'All that is known was said.' })

    expect(says('decision:1')).toContain('decision 1, not passed, in dispute')
    expect(says('decision:1')).toContain('Not passed: 2 for, 2 against')
    expect(says('root')).toContain('Gate “Which risk is shared”: in dispute')
    expect(says('notice:3')).toContain('Resolved by: Ada Fofanah')
    expect(says('notice:3')).toContain('To be resolved by: Fri 27 Aug 2027 23:59 BST')
    const answers = { question: 'Nobody is moved.', form: 'joint', authority: 'decision' }
    expect(
      await fills('rhea', 'root', 'Put to a decision…', { ...answers, gate: 'response' }),
    ).toContain('“What is done about it” is locked')
    expect(await votesLate('ada')).toContain('Your vote was not counted.')
  })

  async function votesLate(who: string) {
    const pressed = { do: 'vote', record: meeting, decision: 1, choice: 'for' } as const
    return wordsOf(world, await by(who).press(pressed))
  }

  test('voted on again, three are for and one against: it passes, and the next gate opens', async () => {
    expect(expected.revote_3_1).toBe('passed')
    await fills('rhea', 'notice:3', 'Vote again…', {})
    expect(says('decision:2')).toContain(QUESTION)
    expect(says('decision:2')).toContain('Instead of: decision 1')
    expect(says('decision:2')).toContain('0 of 4 have voted')
    for (const who of ['wanda', 'cleo', 'ada']) expect(await votes(who, 'For', 2)).toBe('')
    expect(await votes('mick', 'Against', 2)).toBe('')

    await fills('rhea', 'decision:2', 'Close the vote…', { reason: 'The ICB has seen the ward.' })

    expect(says('decision:2')).toContain('decision 2, passed')
    expect(says('decision:1')).toContain('not passed; decision 2 stands instead')
    expect(says('root')).toContain('Gate “Which risk is shared”: passed')
    const answers = { question: 'Nobody is moved.', form: 'joint', authority: 'decision' }
    await fills('rhea', 'root', 'Put to a decision…', { ...answers, gate: 'response' })
    expect(says('decision:3')).toContain('Gate: What is done about it')
  })

  test('the record waits for the open vote, and then holds decisions and conflicts', async () => {
    const record = { judgement: 'The risk is shared.', heldAt: '2027-08-14 08:55' }
    expect(await fills('rhea', 'root', 'Save summit record', record)).toContain(
      'Decision 3 is still being voted on',
    )
    await fills('rhea', 'decision:3', 'Withdraw it…', { reason: 'There is no time left.' })
    await fills('rhea', 'root', 'Save summit record', record)

    const { notices } = await world.record('meeting', meeting)
    const words = says(`notice:${notices.length}`)
    expect(words).toContain('CONFLICTS OF INTEREST')
    expect(words).toContain('Decision 1: not passed; decision 2 stands instead')
    expect(words).toContain('Decision 2: passed')
    expect(words).toContain('Decision 3: withdrawn, not decided')
    expect(await votesLate('ada')).toContain('is over; nothing was changed.')
  })
})
