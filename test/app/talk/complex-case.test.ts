import { describe, expect, test } from 'vitest'
import { type RecordId, referenceOf } from '../../../src/core/record-id.ts'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import { listings } from '../../fixtures/directory.ts'
import { fieldIn, formIn, pressOn, raisedIncident, speaker, wordsOf } from './speaking.ts'

const AGREED = {
  interest: 'To stay near home.',
  framework: 'Section 3.',
  here: 'Yes, with two more staff.',
  actions: 'The ward manager asks for them.',
  toldTo: 'The ward and the region.',
  contingency: 'A bed is held ready.',
  outOfHours: 'The ward, then the site manager.',
  differences: 'Not discussed, because all agreed.',
  judgement: 'To stay here, since it is closest.',
}

const ADVISER = 'mental-health-act-adviser'
const withAdviser = listings.map((one) => {
  if (one.slug !== 'harbour') return one
  const held = { role: ADVISER, holder: 'hugo', deputy: null, onCall: null }
  return { ...one, holdings: [...one.holdings, held] }
})

async function called(world: TestApp) {
  const { id } = await raisedIncident(world)
  return { id, meeting: await again(world, id) }
}

async function opened(world: TestApp, id: RecordId) {
  const open = { do: 'open', form: 'convene', record: id, with: { meeting: 'M8' } } as const
  return formIn(await speaker(world, 'quinn').press(open))
}

/** Calls one more about the case, with other seats than those that are ticked where some are given. */
async function again(world: TestApp, id: RecordId, over: { seats?: string[] } = {}) {
  const quinn = speaker(world, 'quinn')
  const preview = formIn(await quinn.fill(await opened(world, id), { why: 'It is hard.', ...over }))
  await quinn.fill(preview, {})
  const { meetings } = await world.record('case', id)
  const last = meetings.at(-1)?.meeting
  if (!last) throw new Error('It was not called.')
  return last
}

/** The form of its record, as whoever called it opens it. */
async function recordForm(world: TestApp, meeting: RecordId) {
  const quinn = speaker(world, 'quinn')
  const reply = await quinn.command('muster', `status ${referenceOf(meeting)}`)
  if (reply.type !== 'say') throw new Error('It does not show.')
  return {
    words: wordsOf(world, reply),
    form: formIn(await quinn.press(pressOn(reply.message, 'Save'))),
  }
}

async function recorded(world: TestApp, meeting: RecordId) {
  const { form } = await recordForm(world, meeting)
  return speaker(world, 'quinn').fill(form, { ...AGREED, present: ['quinn'] })
}

async function broughtIn(world: TestApp, meeting: RecordId, who: string) {
  const by = { type: 'person', person: 'quinn' } as const
  const asked = { kind: 'meeting', type: 'bringIn', by, person: who, why: 'Knows it.' } as const
  await world.ask(asked, meeting)
}

describe('the complex-case meeting (M8)', () => {
  test('shows whom the directory has on call, and its record asks who is reached out of hours', async () => {
    const world = await openApp()
    const { meeting } = await called(world)

    const { words, form } = await recordForm(world, meeting)
    expect(words).toContain('Out of hours, on call by the directory:')
    expect(words).toMatch(/Willow House: 01632 960\d+/)
    const asked = fieldIn(form, 'outOfHours')
    expect(asked.required).toBe(true)
    expect(asked.hint).toMatch(/^On call by the directory: Willow House: 01632 960\d+.*Harbour/)
  })

  test('is recorded only with an answer to each of its questions, or why there is none', async () => {
    const world = await openApp()
    const { meeting } = await called(world)
    const { form } = await recordForm(world, meeting)
    const quinn = speaker(world, 'quinn')

    const refused = formIn(
      await quinn.fill(form, { present: ['quinn'], judgement: 'To stay here.' }),
    )
    const missing = refused.fields.filter(({ error }) => error !== undefined).map(({ id }) => id)
    expect(missing).toEqual(Object.keys(AGREED).slice(0, -1))
    expect((await world.record('meeting', meeting)).status).toBe('open')
    await quinn.fill(refused, AGREED)
    expect((await world.record('meeting', meeting)).status).toBe('closed')
  })

  test('starts from the core team of the last one about the same case', async () => {
    const world = await openApp()
    const { id, meeting } = await called(world)
    await broughtIn(world, meeting, 'rhea')
    await recorded(world, meeting)

    const seats = fieldIn(await opened(world, id), 'seats')
    expect(seats.options).toContainEqual({
      value: 'team.rhea',
      label: 'Core team, from the meeting before',
      description: 'Rhea Dutta',
    })
    expect(seats.value).toContain('team.rhea')
    const next = await world.record('meeting', await again(world, id))
    expect(next.people).toContain('rhea')
    expect(next.lines.at(-1)).toMatchObject({ id: 'guests', label: 'Brought in' })
  })

  test('calls nobody of that team whom the convener unticks, and nobody who was withdrawn', async () => {
    const world = await openApp()
    const { id, meeting } = await called(world)
    await broughtIn(world, meeting, 'rhea')
    await recorded(world, meeting)
    const second = await again(world, id, { seats: ['icb-commissioner'] })
    expect((await world.record('meeting', second)).people).not.toContain('rhea')
    await broughtIn(world, second, 'mara')
    const by = { type: 'person', person: 'quinn' } as const
    await world.ask(
      { kind: 'meeting', type: 'takeOut', by, person: 'mara', reason: 'Done.' },
      second,
    )
    await recorded(world, second)

    expect(fieldIn(await opened(world, id), 'seats').value?.toString()).not.toContain('team.')
  })

  test('offers nobody of that team who is not on the list of a confidential case', async () => {
    const world = await openApp()
    const { id, meeting } = await called(world)
    await broughtIn(world, meeting, 'rhea')
    await recorded(world, meeting)
    const by = { type: 'person', person: 'quinn' } as const
    await world.ask({ kind: 'case', type: 'makeConfidential', by, reason: 'A colleague.' }, id)

    expect((await world.record('case', id)).confidential).toBeDefined()
    const { options } = fieldIn(await opened(world, id), 'seats')
    expect(options?.map(({ value }) => value)).not.toContain('team.rhea')
  })

  test('ticks no seat of the last one whose holder is not on the list of a confidential case', async () => {
    const world = await openApp({ listings: withAdviser })
    const { id } = await raisedIncident(world)
    await recorded(world, await again(world, id, { seats: ['icb-commissioner', ADVISER] }))
    expect(fieldIn(await opened(world, id), 'seats').value).toContain(ADVISER)
    const by = { type: 'person', person: 'quinn' } as const
    await world.ask({ kind: 'case', type: 'makeConfidential', by, reason: 'A colleague.' }, id)

    expect(fieldIn(await opened(world, id), 'seats').value).not.toContain(ADVISER)
  })
})
