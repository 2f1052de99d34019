import { describe, expect, test } from 'vitest'
import { openApp } from '../../fixtures/app.ts'
import { convening, person } from '../../fixtures/cases.ts'
import {
  fieldIn,
  formIn,
  pressOn,
  raisedIncident,
  speaker,
  standingIn,
  wordsOf,
} from './speaking.ts'

/** A risk summit on the day before the clocks go forward, in a room of its own. */
async function called(startsAt = '2027-03-27T10:00:00Z') {
  const world = await openApp({ channels: ['web'] })
  const { id } = await raisedIncident(world)
  const seats = ['regional-director', 'provider-chief-executive']
  await world.ask({ ...convening(), seats, startsAt }, id)
  const [meeting] = (await world.record('case', id)).meetings
  if (!meeting) throw new Error('No meeting was called')
  const [room] = (await world.record('meeting', meeting.meeting)).places
  const place = room?.to.type === 'room' ? `web/room/${room.to.room}` : ''
  const open = (who: string) =>
    speaker(world, who).press({ do: 'open', form: 'changeTime', record: meeting.meeting })
  return { world, meeting: meeting.meeting, place, open }
}

describe('“Another time…” under a meeting', () => {
  test('asks for a time and a reason, and tells everybody', async () => {
    const { world, meeting, place } = await called()
    const press = pressOn(standingIn(world, 'root', place), 'Another time…')
    const quinn = speaker(world, 'quinn')
    const form = formIn(await quinn.press(press))

    const said = await quinn.fill(form, {
      startsAt: '2027-03-29 14:00',
      reason: 'The chair is away until Monday.',
    })

    expect(wordsOf(world, said)).not.toContain('not saved')
    expect((await world.record('meeting', meeting)).startsAt).toBe('2027-03-29T13:00:00Z')
    const told = world.web.standing.filter(
      ({ place: at, words }) => at.startsWith('web/person/') && words.includes('another time'),
    )
    expect(told.map(({ place: at }) => at).sort()).toEqual(['web/person/rhea', 'web/person/wanda'])
  })

  test('tells each on their own service, and shows on both what the other answers', async () => {
    const world = await openApp()
    const { id } = await raisedIncident(world)
    await world.ask({ ...convening(), seats: ['cqc-inspector', 'provider-chief-executive'] }, id)
    const [called] = (await world.record('case', id)).meetings
    if (!called) throw new Error('No meeting was called')
    const ticket = { form: 'changeTime', nonce: 'n-1', record: called.meeting }
    const answers = { startsAt: '2027-03-29 14:00', reason: 'The chair is away.' }
    await speaker(world, 'quinn', 'slack').submit(ticket, answers)

    const slack = world.channels[1]?.standing ?? []
    const told = slack.find(
      ({ place, words }) => place === 'slack/person/cleo' && /another time/.test(words),
    )
    const cleo = speaker(world, 'cleo', 'slack')
    await cleo.press(pressOn(told?.message, 'Coming'))
    const roll = world.web.standing.find(
      ({ slot, record }) => slot === 'root' && record === called.meeting,
    )
    expect(roll?.words).toContain(
      'Answered for the new time: Cleo Marchetti. Not yet: Wanda Mensah.',
    )
  })

  test.each([
    ['in the gap of the clock change', '2027-03-28 01:30', 'does not exist|clocks go forward'],
    ['that has passed', '2027-03-26 20:00', 'has passed'],
    ['that is none', 'soon', ''],
  ])('refuses a time %s, and keeps what was written', async (_what, startsAt, words) => {
    const { world, meeting, open } = await called()
    const form = formIn(await open('quinn'))

    const said = await speaker(world, 'quinn').fill(form, {
      startsAt,
      reason: 'The chair is away.',
    })

    expect(wordsOf(world, said)).toMatch(new RegExp(words))
    const again = formIn(said)
    expect(fieldIn(again, 'reason').value).toBe('The chair is away.')
    expect((await world.record('meeting', meeting)).startsAt).toBe('2027-03-27T10:00:00Z')
  })

  test('asks which of two a time is meant that comes twice', async () => {
    const { world, meeting, open } = await called()
    const form = formIn(await open('quinn'))
    const quinn = speaker(world, 'quinn')
    const answers = { startsAt: '2027-10-31 01:30', reason: 'After the clocks went back.' }

    const asked = await quinn.fill(form, answers)
    expect(wordsOf(world, asked)).toContain('Which one?')
    const fold = formIn(asked).fields.find(
      ({ id }) => id.startsWith('startsAt') && id !== 'startsAt',
    )
    await quinn.fill(formIn(asked), { ...answers, ...(fold && { [fold.id]: 'second' }) })

    expect((await world.record('meeting', meeting)).startsAt).toBe('2027-10-31T01:30:00Z')
  })

  test('of two people at once the second reads what the first did, keeps what they wrote, and may send it again', async () => {
    const { world, meeting, open } = await called()
    const [first, second] = [formIn(await open('quinn')), formIn(await open('rhea'))]
    const moved = { startsAt: '2027-03-29 14:00', reason: 'The chair is away until Monday.' }
    await speaker(world, 'quinn').fill(first, moved)
    const rhea = speaker(world, 'rhea')
    const answers = { startsAt: '2027-03-30 09:00', reason: 'The region cannot on Saturday.' }

    const refused = formIn(await rhea.fill(second, answers))

    expect(refused.problem).toContain(
      'It starts Mon 29 Mar 2027 14:00 BST, and not Sat 27 Mar 2027 10:00 GMT.',
    )
    expect(refused.problem).toContain('by Quinn Adeyemi')
    expect(refused.problem).toContain('Why: The chair is away until Monday.')
    expect(fieldIn(refused, 'reason').value).toBe(answers.reason)
    expect((await world.record('meeting', meeting)).times).toHaveLength(1)
    // The form as it was first has seen nothing of it, however often it is sent.
    expect(formIn(await rhea.fill(second, answers)).problem).toContain('was changed')

    await rhea.fill(refused, {})
    expect((await world.record('meeting', meeting)).startsAt).toBe('2027-03-30T08:00:00Z')
  })

  test('refuses what identifies a patient in the reason', async () => {
    const { world, open } = await called()
    const form = formIn(await open('quinn'))
    const answers = { startsAt: '2027-03-29 14:00', reason: 'See 999 000 0018.' }

    expect(wordsOf(world, await speaker(world, 'quinn').fill(form, answers))).toContain(
      'NHS number',
    )
  })

  test('is not opened by somebody who was only called, and says who may', async () => {
    const { world, open } = await called()

    expect(wordsOf(world, await open('wanda'))).toMatch(/Only .* may give another time to/)
  })

  test('lets nobody in who was let go', async () => {
    const { world, meeting, open } = await called()
    const { case: id } = await world.record('meeting', meeting)
    if (!id) throw new Error('It is of no case')
    const reason = 'Staff are named.'
    await world.ask({ kind: 'case', type: 'makeConfidential', by: person('quinn'), reason }, id)
    const leaves = { person: 'rhea', listed: false } as const
    await world.ask({ kind: 'meeting', type: 'noteAccess', ...leaves }, meeting)

    expect(wordsOf(world, await open('rhea'))).toContain('that you can see')
    const form = formIn(await open('quinn'))
    await speaker(world, 'quinn').fill(form, { startsAt: '2027-03-29 14:00', reason })
    const told = world.web.standing.filter(({ words }) => words.includes('another time'))
    expect(told.map(({ place }) => place)).not.toContain('web/person/rhea')
  })
})
