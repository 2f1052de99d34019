import { expect, test } from 'vitest'
import { allRooms } from '../../../src/core/meeting/room/rooms.ts'
import type { RecordId } from '../../../src/core/record-id.ts'
import { referenceOf } from '../../../src/core/record-id.ts'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import { convening } from '../../fixtures/cases.ts'
import {
  fieldIn,
  formIn,
  NHS_NUMBER,
  pressOn,
  raisedIncident,
  shownIn,
  speaker,
  wordsOf,
} from './speaking.ts'

const JUDGEMENT = 'The ward is safe tonight.'

/** A risk summit that Quinn has recorded; what its room says of the record. */
async function recorded() {
  const world = await openApp()
  const { id } = await raisedIncident(world)
  await world.ask(convening(), id)
  const [meeting] = await world.store.list({ facets: { kind: 'meeting' } })
  if (!meeting) throw new Error('No meeting was called')
  await world.pass(3600)
  const quinn = speaker(world, 'quinn')
  const press = { do: 'open', form: 'riskSummitRecord', record: meeting.id } as const
  await quinn.fill(formIn(await quinn.press(press)), {
    heldAt: '2027-03-26 21:00',
    judgement: JUDGEMENT,
  })
  return { world, id: meeting.id, reference: referenceOf(meeting.id), quinn }
}

async function roomOf(world: TestApp, id: RecordId): Promise<string> {
  const [place] = allRooms(await world.record('meeting', id))
  if (place?.to.type !== 'room') throw new Error('It has no room')
  return `${place.channel}/room/${place.to.room}`
}

/** The newest message in its room that holds these words. */
async function standing(world: TestApp, id: RecordId, words: string) {
  const room = await roomOf(world, id)
  const found = world.web.standing.findLast(
    (one) => one.place === room && one.words.includes(words),
  )
  if (!found) throw new Error(`Nothing in ${room} says “${words}”`)
  return found
}

test('“Correct…” opens the form with what the record says; the message says the new version', async () => {
  const { world, id, quinn } = await recorded()
  const draft = await standing(world, id, 'DRAFT')
  expect(draft.words).toContain('It can be corrected until')

  const form = formIn(await quinn.press(pressOn(draft.message, 'Correct…')))
  expect(shownIn(form)).toMatchObject({ heldAt: '2027-03-26 21:00', judgement: JUDGEMENT })
  await quinn.fill(form, { judgement: 'Two more staff are needed.' })

  const now = await standing(world, id, 'DRAFT')
  expect(now.slot).toBe(draft.slot)
  expect(now.words).toContain('Two more staff are needed.')
  expect(now.words).not.toContain(JUDGEMENT)
  const history = (await world.store.history(id)).map(({ body }) => body).join()
  expect(history).toContain(JUDGEMENT)
})

test('who was there is asked by person, with their seats: whoever said that they were coming is ticked', async () => {
  const { world, id, quinn } = await recorded()
  expect((await world.record('meeting', id)).record?.answers.present).toEqual(['quinn'])
  const draft = await standing(world, id, 'DRAFT')
  expect(draft.words).toContain('Lead Provider: quality lead – present – Quinn Adeyemi: was there')

  const form = formIn(await quinn.press(pressOn(draft.message, 'Correct…')))
  const { options = [], value } = fieldIn(form, 'present')
  expect(value).toEqual(['quinn'])
  expect(options).toContainEqual({
    value: 'lena',
    label: 'Lena Marsh (Local authority: adult safeguarding lead)',
    description: 'did not answer',
  })
  await quinn.fill(form, { present: ['lena', 'quinn'] })

  expect((await standing(world, id, 'DRAFT')).words).toContain('Lena Marsh: was there')
  const nobody = formIn(
    await quinn.fill(formIn(await quinn.command('muster', `correct ${referenceOf(id)}`)), {
      present: [],
    }),
  )
  expect(fieldIn(nobody, 'present')).toMatchObject({
    error: expect.stringContaining('Choose at least one'),
    value: [],
  })
})

test('a form that was opened before somebody else’s correction loses nothing of theirs', async () => {
  const { world, id, quinn } = await recorded()
  const press = pressOn((await standing(world, id, 'DRAFT')).message, 'Correct…')
  const [first, second] = [formIn(await quinn.press(press)), formIn(await quinn.press(press))]
  await quinn.fill(first, { judgement: 'The first.' })

  const late = formIn(await quinn.fill(second, { judgement: 'The second.' }))

  expect(late.problem).toContain('Open it again')
  expect((await world.record('meeting', id)).record?.answers.judgement).toBe('The first.')
})

test('a form of before the record was made does not write over it', async () => {
  const { world, id, quinn } = await recorded()
  const ticket = { form: 'riskSummitRecord', nonce: 'old', record: id, with: {} }

  const answers = { heldAt: '2027-03-26 21:00', present: ['quinn'], judgement: 'Other.' }
  const reply = await quinn.submit(ticket, answers)

  expect(wordsOf(world, reply)).toContain('is over')
  expect((await world.record('meeting', id)).record?.answers.judgement).toBe(JUDGEMENT)
})

test('“Seal now…” says what it means, seals, and leaves an addendum as the only way', async () => {
  const { world, id, reference, quinn } = await recorded()
  const draft = await standing(world, id, 'DRAFT')

  const form = formIn(await quinn.press(pressOn(draft.message, 'Seal now…')))
  expect(fieldIn(form, 'final').label).toContain('nobody can correct it, not even you')
  await quinn.fill(form, {})

  expect((await standing(world, id, 'SEALED')).words).toContain('[Addendum…]')
  expect((await standing(world, id, 'record sealed')).words).toContain('Sealed by Quinn Adeyemi')
  const inCase = world.web.standing.findLast(({ words }) => words.includes('Risk summit: record'))
  expect(inCase?.place).toBe('web/room/willow')
  expect(inCase?.words).toContain('was sealed by Quinn Adeyemi')
  expect(inCase?.words).not.toContain(JUDGEMENT)
  expect(wordsOf(world, await quinn.command('muster', `correct ${reference}`))).not.toContain(
    'DRAFT',
  )
  const adding = formIn(await quinn.command('muster', `addendum ${reference} The region has it.`))
  await quinn.fill(adding, {})
  // The room is closed by now.
  const added = world.web.standing.findLast(({ words }) => words.includes('ADDENDUM 1'))
  expect(added?.place).toMatch(/^web\/person\//)
  expect(added?.words).toContain('The region has it.')
})

test('is sealed by itself after two working days, over Easter', async () => {
  const { world, id } = await recorded()

  await world.moveTo('2027-03-31T22:59:59Z')

  expect((await world.record('meeting', id)).minutes?.sealed?.by).toEqual({ type: 'clock' })
  expect((await standing(world, id, 'SEALED')).words).toContain(
    'since the time for corrections was over, Wed 31 Mar 2027 23:59 BST',
  )
})

test('whoever may not seal it is told before the form opens, and by whom it may be', async () => {
  const { world, id } = await recorded()
  const press = { do: 'open', form: 'sealRecord', record: id } as const

  const reply = await speaker(world, 'wanda').press(press)

  expect(reply.type).toBe('say')
  expect(wordsOf(world, reply)).toMatch(/Only .+ may seal the record|that you can see/)
})

test('what identifies a patient is refused in a correction and in an addendum', async () => {
  const { world, id, reference, quinn } = await recorded()
  const draft = await standing(world, id, 'DRAFT')
  const form = formIn(await quinn.press(pressOn(draft.message, 'Correct…')))

  const refused = formIn(await quinn.fill(form, { judgement: `${NHS_NUMBER} is safe.` }))
  expect(fieldIn(refused, 'judgement').error).toContain('NHS number')
  await quinn.fill(formIn(await quinn.command('muster', `seal ${reference}`)), {})
  const adding = formIn(await quinn.command('muster', `addendum ${reference}`))
  const again = formIn(await quinn.fill(adding, { text: `${NHS_NUMBER} was moved.` }))
  expect(fieldIn(again, 'text').error).toContain('NHS number')
})

test('/muster export shows the record to whoever was called, and to nobody else', async () => {
  const { world, reference, quinn } = await recorded()

  const own = wordsOf(world, await quinn.command('muster', `export ${reference}`))
  const other = wordsOf(
    world,
    await speaker(world, 'ivan').command('muster', `export ${reference}`),
  )

  expect(own).toContain(JUDGEMENT)
  expect(own).toContain('ATTENDANCE')
  expect(other).toContain('that you can see')
})

test('a case is no record of a meeting: whoever would correct it reads what stays, and where the truth is put', async () => {
  const world = await openApp()
  const { reference } = await raisedIncident(world)
  const said = async (who: string) =>
    wordsOf(world, await speaker(world, who).command('muster', `correct ${reference}`))

  expect(await said('quinn')).toContain(
    `${reference} is a case, and this corrects the record of a meeting.`,
  )
  expect(await said('quinn')).toContain(`“/muster note ${reference} …”`)
  expect(await said('anya')).toContain(`There is no ${reference} that you can see`)
})
