import { describe, expect, test } from 'vitest'
import { openApp, type TestApp } from '../../../fixtures/app.ts'
import { file, inPrivate, inRoom, numbered, told } from '../on-file.ts'
import { formIn, pressOn, raisedIncident, speaker, triaged, wordsOf } from '../speaking.ts'

const REPORT = {
  what: 'Restraint has doubled.',
  from: 'cqrm',
  why: 'The provider’s plan does not work.',
  done: 'The board is asked to look.',
  nextOn: '2027-04-09',
}

const HOP = {
  receivedOn: '2027-03-26 09:00',
  receivedBy: 'Halima Begum',
  decided: 'escalated',
  words: 'Not assured.',
}

async function governing(world: TestApp): Promise<string> {
  await file(world, 'quinn', 'exception', 'Write an exception report', REPORT)
  await file(world, 'quinn', '1', 'The Contract Review Board had it', HOP)
  await file(world, 'quinn', '1', 'The Quality Committee had it', HOP)
  return file(world, 'quinn', '1', 'It was escalated to the Governing Body', HOP)
}

describe('an exception report', () => {
  test('asks nobody any more whether it goes to enhanced once that was decided (G3)', async () => {
    const world = await openApp()
    await governing(world)
    expect(await told(world, 'quinn', 'mine')).toContain('whether it goes to enhanced (G3)')

    const quinn = speaker(world, 'quinn')
    const form = formIn(await quinn.command('muster', 'level willow'))
    const evidence = 'The minute of the Governing Body of 1 April.'
    await quinn.fill(form, { transition: 'G3', reason: 'The board asked.', evidence })

    expect(await told(world, 'quinn', 'status willow')).toContain('Willow House: Enhanced')
    expect(await told(world, 'quinn', 'mine')).not.toContain('whether it goes to enhanced (G3)')
  })

  test('goes up step by step, each with who received it and what it decided, unseen by the provider', async () => {
    const world = await openApp()

    await governing(world)

    const whole = await told(world, 'mara', 'file willow 1')
    expect(whole).toContain('Exception report: the Contract Review Board')
    expect(whole).toContain('Who received it there?: Halima Begum')
    expect(inRoom(world)).not.toContain('Restraint')
    expect(await told(world, 'wanda', 'file willow exception')).toContain('There is none yet.')
  })

  test('that is escalated to the Governing Body has enhanced considered, and changes no level by itself', async () => {
    const world = await openApp()

    const reply = await governing(world)

    expect(reply).toContain('whether it goes to enhanced (G3), due Mon 5 Apr 2027 23:59 BST')
    const quinn = speaker(world, 'quinn')
    const seen = await quinn.command('muster', `file willow ${await numbered(world)}`)
    const form = formIn(
      await quinn.press(pressOn(seen.type === 'say' ? seen.message : undefined, 'Decide G3')),
    )
    expect(form.fields.find(({ id }) => id === 'transition')?.value).toBe('G3')
    expect(await told(world, 'quinn', 'status willow')).toContain('Willow House: Routine')
    await world.pass(14 * 86_400)
    expect(inPrivate(world, 'quinn')).toContain('whether it goes to enhanced (G3)')

    await file(world, 'quinn', '1', 'Record that enhanced was considered', {
      outcome: 'routine',
      reason: 'The plan is days old.',
    })
    expect(await told(world, 'quinn', 'file willow 1')).not.toContain('Decide G3')
  })

  test('is read by the provider once it is shared', async () => {
    const world = await openApp()
    await governing(world)
    await file(world, 'quinn', '1', 'Record that enhanced was considered', {
      outcome: 'routine',
      reason: 'The plan is days old.',
    })

    await file(world, 'quinn', '1', 'Share it with the provider', { words: 'What was decided.' })

    expect(inRoom(world)).toContain('Restraint has doubled')
  })
})

test('interest of the media in an open case asks for a communications strategy, until there is one', async () => {
  const world = await openApp()
  const { id } = await raisedIncident(world)
  await triaged(world, id, {
    triggers: ['T8'],
    triggers__T8__evidence: 'A call from a newspaper.',
    triggers__T8__direction: 'new',
  })
  const quinn = speaker(world, 'quinn')
  const card = await quinn.command('muster', 'status willow')
  expect(wordsOf(world, card)).toContain(
    'Communications strategy: wanted because of T8 in an open case (Adverse media interest).',
  )

  const message = card.type === 'say' ? card.message : undefined
  const form = formIn(await quinn.press(pressOn(message, 'Agree what is said')))
  await quinn.fill(form, {
    interest: 'A newspaper.',
    spokesperson: 'Halima Begum',
    lines: 'We look into it.',
  })

  expect(await told(world, 'quinn', 'status willow')).not.toContain('wanted because of T8')
})
