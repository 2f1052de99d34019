import { expect, test } from 'vitest'
import { referenceOf } from '../../../src/core/record-id.ts'
import { openApp } from '../../fixtures/app.ts'
import { convening } from '../../fixtures/cases.ts'
import { formIn, pressOn, raisedIncident, speaker, standingIn, wordsOf } from './speaking.ts'

async function called(meeting = 'M1') {
  const world = await openApp({ channels: ['web'] })
  const { id } = await raisedIncident(world)
  await world.ask({ ...convening(), meeting }, id)
  const [one] = (await world.record('case', id)).meetings
  if (!one) throw new Error('No meeting was called')
  return { world, id, meeting: one.meeting }
}

test('“Call it off…” asks why; the room is closed, everybody is told, and another one can be called', async () => {
  const { world, id, meeting } = await called()
  const [room] = (await world.record('meeting', meeting)).places
  const place = room?.to.type === 'room' ? `web/room/${room.to.room}` : ''
  const quinn = speaker(world, 'quinn')
  const form = formIn(await quinn.press(pressOn(standingIn(world, 'root', place), 'Call it off…')))
  const said = await quinn.fill(form, { reason: 'It was called for the wrong provider.' })

  expect(wordsOf(world, said)).toContain('Everybody who was called is told that it is off')
  const told = world.web.standing.filter(
    ({ place: at, slot, words }) =>
      at.startsWith('web/person/') && slot.startsWith('notice:') && words.includes('CALLED OFF'),
  )
  expect(told.length).toBeGreaterThan(1)
  expect((await world.record('meeting', meeting)).shut).toMatchObject([{ place: room }])
  const kase = await world.record('case', id)
  expect(kase.meetings).toMatchObject([{ meeting, calledOff: true }])
  const thread = world.web.standing.map(({ words }) => words).join('\n')
  expect(thread).toContain('Risk summit called off')
  expect(thread).not.toContain('held and recorded')

  const again = await world.ask(convening(), id)
  expect(again.ok).toBe(true)
  expect((await world.record('case', id)).meetings).toHaveLength(2)
})

test('a teleconference that is called off by the command leaves its clock running (D4)', async () => {
  const { world, id, meeting } = await called('M3')
  const d4 = async () => (await world.record('case', id)).clocks.find(({ rule }) => rule === 'D4')
  const before = await d4()
  const quinn = speaker(world, 'quinn')
  const form = formIn(await quinn.command('muster', `calloff ${referenceOf(meeting)}`))
  await quinn.fill(form, { reason: 'Called twice.' })

  expect((await world.record('meeting', meeting)).calledOff).toMatchObject({
    reason: 'Called twice.',
  })
  expect(await d4()).toEqual(before)
})

test('the reason is guarded, and the form is not opened by somebody who was only called', async () => {
  const { world, meeting } = await called()
  const press = { do: 'open', form: 'callOff', record: meeting } as const
  const form = formIn(await speaker(world, 'quinn').press(press))

  const said = await speaker(world, 'quinn').fill(form, { reason: 'See 999 000 0018.' })
  expect(wordsOf(world, said)).toContain('NHS number')
  expect(wordsOf(world, await speaker(world, 'wanda').press(press))).toMatch(
    /Only .* may call off the risk summit/,
  )
})

const MOVED = { startsAt: '2027-03-29 14:00', reason: 'The chair is away until Monday.' }

test('whoever calls off what has been moved meanwhile reads that first, and may send it again', async () => {
  const { world, meeting } = await called()
  const opens = (who: string, form: string) =>
    speaker(world, who).press({ do: 'open', form, record: meeting })
  const stale = formIn(await opens('rhea', 'callOff'))
  await speaker(world, 'quinn').fill(formIn(await opens('quinn', 'changeTime')), MOVED)
  const rhea = speaker(world, 'rhea')

  const refused = formIn(await rhea.fill(stale, { reason: 'Nobody can on Saturday.' }))

  expect(refused.problem).toContain('Its time was changed while your form was open.')
  expect(refused.problem).toMatch(/It starts Mon 29 Mar 2027 14:00 BST.* by Quinn Adeyemi/)
  expect(refused.problem).toContain('Why: The chair is away until Monday.')
  expect((await world.record('meeting', meeting)).calledOff).toBeUndefined()
  await rhea.fill(refused, {})
  expect((await world.record('meeting', meeting)).calledOff).toMatchObject({
    reason: 'Nobody can on Saturday.',
  })
})

test('whoever moves what has been called off meanwhile reads by whom and why', async () => {
  const { world, meeting } = await called()
  const opens = (who: string, form: string) =>
    speaker(world, who).press({ do: 'open', form, record: meeting })
  const stale = formIn(await opens('quinn', 'changeTime'))
  await speaker(world, 'rhea').fill(formIn(await opens('rhea', 'callOff')), {
    reason: 'Nobody can on Saturday.',
  })

  const said = wordsOf(world, await speaker(world, 'quinn').fill(stale, MOVED))

  expect(said).toMatch(/is over; nothing was changed\. It was called off .* 2027 .* by Rhea Dutta/)
  expect(said).toContain('because: Nobody can on Saturday.')
})
