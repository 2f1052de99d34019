import { expect, test } from 'vitest'
import { handle } from '../../src/app/handle.ts'
import type { MeetingIntentOf } from '../../src/core/meeting/intent.ts'
import { peopleComing } from '../../src/core/meeting/quorum.ts'
import { seatsOf } from '../../src/core/meeting/seats.ts'
import { organisationId, type RecordId, referenceOf } from '../../src/core/record-id.ts'
import { openApp, type TestApp } from '../fixtures/app.ts'
import { convening, person } from '../fixtures/cases.ts'
import { listings } from '../fixtures/directory.ts'
import { flakyStore } from '../fixtures/flaky-store.ts'
import { raisedIncident, speaker, wordsOf } from './talk/speaking.ts'

async function called(world: TestApp, meeting = 'M1', over = {}) {
  const { id } = await raisedIncident(world)
  await world.ask({ ...convening(), meeting, ...over }, id)
  const [one] = (await world.record('case', id)).meetings
  if (!one) throw new Error('No meeting was called')
  return { kase: id, meeting: one.meeting, reference: referenceOf(one.meeting) }
}

function answering(who: string, answer: string, prompt = `seat-${who}`): MeetingIntentOf<'answer'> {
  const blank = { revision: null, reason: null, person: null }
  return { kind: 'meeting', type: 'answer', by: person(who), prompt, answer, ...blank }
}

/** The directory file comes without them; `holder` has the posts that they held. */
async function leave(world: TestApp, slug: string, gone: string, holder: string | null = null) {
  const listed = listings.find((one) => one.slug === slug)
  if (!listed) throw new Error(`No ${slug}`)
  const listing = {
    ...listed,
    people: listed.people.filter(({ id }) => id !== gone),
    holdings: listed.holdings.map((one) =>
      one.holder === gone
        ? { ...one, holder, deputy: one.deputy === holder ? null : one.deputy }
        : one,
    ),
  }
  const intent = { kind: 'organisation', type: 'import', listing } as const
  await handle(world.app, { key: `again:${slug}`, to: organisationId(slug), intent })
  await world.settle()
}

function standing(world: TestApp, meeting: RecordId, slot: string) {
  return world.web.standing.findLast((one) => one.record === meeting && one.slot === slot)?.words
}

test('a meeting that could not be read when somebody left is told once it can be', async () => {
  const { store, unread } = flakyStore()
  const world = await openApp({ store })
  const { meeting } = await called(world, 'M4')
  unread.id = meeting
  await leave(world, 'harbour', 'quinn', 'dora')
  unread.id = null
  expect((await world.record('meeting', meeting)).people).toContain('quinn')

  await world.pass(60)

  expect((await world.record('meeting', meeting)).people).not.toContain('quinn')
})

test('the successor of whoever called and chairs a meeting sees it, is asked to chair it and records it', async () => {
  const world = await openApp()
  const { kase, meeting, reference } = await called(world, 'M4')
  await leave(world, 'harbour', 'quinn', 'dora')
  const { people, chair, prompts, form } = await world.record('meeting', meeting)
  expect(people).toContain('dora')
  expect(people).not.toContain('quinn')
  expect(chair?.person).toBeNull()
  expect(prompts.find(({ id }) => id === 'chair')?.asked).toEqual(['dora'])
  const said = await speaker(world, 'dora').command('muster', `status ${reference}`)
  expect(wordsOf(world, said)).toContain(reference)
  const record = await speaker(world, 'dora').press({ do: 'open', form, record: meeting })
  expect(record.type).toBe('form')
  expect((await world.record('case', kase)).meetings).toHaveLength(1)
})

test('whoever leaves the directory does not count, does not chair and is in no room; the next is called', async () => {
  const world = await openApp()
  const { meeting } = await called(world)
  await world.ask(answering('ada', 'coming'), meeting)
  await world.ask(answering('rhea', 'coming'), meeting)
  await world.ask(answering('rhea', 'confirm', 'chair'), meeting)
  await leave(world, 'south-east-team', 'rhea')
  await leave(world, 'downs-icb', 'ada')
  const after = await world.record('meeting', meeting)
  expect(after.people).not.toContain('ada')
  expect(after.chair?.person).toBeNull()
  expect(peopleComing(seatsOf(after))).not.toContain('ada')
  expect(world.web.calls).toContain('remove web/room/room-1 rhea')
  const roll = standing(world, meeting, 'root')
  expect(roll).toContain(
    'Rhea Dutta: has left the directory; Remy Clarke, deputy: called, no answer yet',
  )
  expect(roll).toContain(
    'Ada Fofanah: has left the directory. Empty – required: nobody in line is coming',
  )
  expect(roll).toContain('Seats: 1 coming')
  expect(standing(world, meeting, 'root')).toContain('Chair not confirmed. Asked: Remy Clarke.')
  const { version } = (await world.store.load(meeting)) ?? {}
  await world.settle()
  await handle(world.app, { key: null, to: meeting, intent: { kind: 'meeting', type: 'wake' } })
  expect((await world.store.load(meeting))?.version).toBe(version)
})

test('a record that is sealed after they left names whoever chaired as they were listed', async () => {
  const world = await openApp()
  const { meeting } = await called(world)
  await world.ask(answering('rhea', 'confirm', 'chair'), meeting)
  const answers = { risk: 'r', conclusion: 'c', attendance: 'none', assurance: 'no' }
  const heldAt = world.app.now()
  const kind = 'meeting'
  const form = 'riskSummitRecord'
  await world.ask({ kind, type: 'record', by: person('quinn'), heldAt, form, answers }, meeting)
  await leave(world, 'south-east-team', 'rhea')
  await world.ask({ kind, type: 'seal', by: person('quinn') }, meeting)
  const { minutes } = await world.record('meeting', meeting)
  expect(JSON.stringify(minutes?.sealed?.sections)).toContain('["Chair","Rhea Dutta"]')
})

test('whoever called a meeting that is recorded is followed by somebody who can correct its record', async () => {
  const world = await openApp()
  const { kase, meeting } = await called(world, 'M4', { seats: ['provider-incident-lead'] })
  const { form } = await world.record('meeting', meeting)
  const record = { kind: 'meeting', type: 'record', by: person('quinn'), form } as const
  await world.ask({ ...record, heldAt: world.app.now(), answers: {} }, meeting)

  await leave(world, 'harbour', 'quinn', 'dora')

  const { people, successors, lines } = await world.record('meeting', meeting)
  expect([people.includes('dora'), successors]).toEqual([true, ['dora']])
  expect(JSON.stringify(lines)).not.toContain('"gone"')
  const corrected = { kind: 'meeting', type: 'seal', by: person('dora') } as const
  expect(await world.ask(corrected, meeting)).toMatchObject({ ok: true })
  const { version } = (await world.store.load(meeting)) ?? {}
  await handle(world.app, { key: null, to: meeting, intent: { kind: 'meeting', type: 'wake' } })
  expect((await world.store.load(meeting))?.version).toBe(version)
  expect((await world.record('case', kase)).meetings).toMatchObject([{ meeting }])
})

test('one like it can be called as soon as a meeting is recorded, whether or not its record is sealed', async () => {
  const world = await openApp()
  const { kase, meeting } = await called(world, 'M4')
  const again = { ...convening(), meeting: 'M4' }
  expect(await world.ask(again, kase)).toMatchObject({ ok: false })
  const { form } = await world.record('meeting', meeting)
  const record = { kind: 'meeting', type: 'record', by: person('quinn'), form } as const
  await world.ask({ ...record, heldAt: world.app.now(), answers: {} }, meeting)
  expect((await world.record('meeting', meeting)).minutes?.sealed).toBeNull()

  expect(await world.ask(again, kase)).toMatchObject({ ok: true })
  expect((await world.record('case', kase)).meetings).toHaveLength(2)
})

test('of a confidential meeting only somebody who is let in may follow whoever called it', async () => {
  const alone = listings.map((one) => ({
    ...one,
    holdings: one.holdings.map((held) => ({ ...held, deputy: null, onCall: null })),
  }))
  const world = await openApp({ listings: alone })
  const { kase, meeting, reference } = await called(world, 'M4', {
    seats: ['provider-incident-lead'],
  })
  const secret = { kind: 'case', type: 'makeConfidential', by: person('quinn') } as const
  await world.ask({ ...secret, reason: 'A colleague is concerned.' }, kase)
  await leave(world, 'harbour', 'quinn', 'hugo')
  const { people, list = [] } = await world.record('meeting', meeting)
  expect(list).not.toContain('hugo')
  expect(people).not.toContain('hugo')
  const said = await speaker(world, 'hugo').command('muster', `status ${reference}`)
  expect(wordsOf(world, said)).toContain('There is no')
  const access = { kind: 'meeting', type: 'noteAccess', person: 'hugo', listed: true } as const
  await world.ask(access, meeting)
  const { successors, people: after } = await world.record('meeting', meeting)
  expect(successors).toEqual(['hugo'])
  expect(after).toContain('hugo')
})

test('whoever has a conflict of interest follows nobody', async () => {
  const world = await openApp()
  const { meeting } = await called(world)
  const whose = { type: 'organisation', slug: 'harbour' } as const
  const conflict = {
    kind: 'meeting',
    type: 'declareConflict',
    what: 'They run it.',
    whose,
  } as const
  await world.ask({ ...conflict, by: person('quinn') }, meeting)
  await leave(world, 'harbour', 'quinn', 'dora')
  expect((await world.record('meeting', meeting)).people).not.toContain('dora')
})

test('whoever calls a meeting is followed by whoever holds that post today', async () => {
  const world = await openApp()
  const { meeting } = await called(world, 'M4', { seats: ['provider-incident-lead'] })
  await leave(world, 'harbour', 'quinn', 'dora')
  const { successors = [], chair, prompts } = await world.record('meeting', meeting)
  expect([...successors, ...(prompts.find(({ id }) => id === 'chair')?.asked ?? [])]).toEqual([
    'dora',
    'dora',
  ])
  expect(chair?.person).toBeNull()
})
