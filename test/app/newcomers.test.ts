import { expect, test } from 'vitest'
import { memoryStore } from '../../adapters/stores/memory.ts'
import { handle } from '../../src/app/handle.ts'
import { inquiryInto } from '../../src/app/inquiry/inquiry.ts'
import type { Listing } from '../../src/core/organisation/organisation.ts'
import { organisationId, providerId } from '../../src/core/record-id.ts'
import { openApp, type TestApp } from '../fixtures/app.ts'
import { person } from '../fixtures/cases.ts'
import { listings } from '../fixtures/directory.ts'
import { flakyStore } from '../fixtures/flaky-store.ts'
import { fieldIn, formIn, speaker, wordsOf } from './talk/speaking.ts'

const WILLOW = providerId('willow')
const SLOT = 'notice:tell.1'

async function inEnhanced(startsAt = '2027-03-26T20:20:00Z', store = memoryStore()) {
  const world = await openApp({ startsAt, channels: ['web', 'slack'], store })
  const change = { transition: 'G2', reason: 'Complaints doubled.', evidence: 'T5' } as const
  const by = person('quinn')
  await world.ask({ kind: 'provider', type: 'changeLevel', by, ...change, because: null }, WILLOW)
  return world
}

/** The directory file comes with somebody new in that post. */
async function appointed(world: TestApp, key = 'again') {
  const listed = listings.find(({ slug }) => slug === 'downs-icb')
  if (!listed) throw new Error('Downs is not listed')
  const hester = {
    ...{ id: 'hester', name: 'Hester Vane', email: 'hester@example.org' },
    accounts: { web: 'hester' },
  }
  const held = { role: 'head-of-quality', holder: 'hester', deputy: null, onCall: null }
  const listing: Listing = {
    ...listed,
    people: [...listed.people, hester],
    holdings: [...listed.holdings, held],
  }
  const intent = { kind: 'organisation', type: 'import', listing } as const
  await handle(world.app, { key, to: organisationId('downs-icb'), intent })
  await world.settle()
}

const toHester = (world: TestApp) =>
  world.web.calls.filter((call) => call === `post web/person/hester ${SLOT}`)

async function proof(world: TestApp) {
  const { notices } = await world.record('provider', WILLOW)
  const n = notices.find(({ said }) => said.say === 'telling')?.n
  return world.web.says('web/room/willow', `notice:${n}`)
}

test('whoever an import puts in a post that was empty is told at once, and once (M11)', async () => {
  const world = await inEnhanced()
  expect(await proof(world)).toContain('ICB: head of quality and safety – not told')

  await appointed(world)
  await appointed(world, 'and again')
  await world.pass(60)

  expect(toHester(world)).toHaveLength(1)
  expect(await proof(world)).toContain('ICB: head of quality and safety – Hester Vane: told Fri 26')
  const provider = await world.record('provider', WILLOW)
  expect(provider.tellings?.[0]?.told.filter((one) => one.person === 'hester')).toHaveLength(1)
})

test('whoever could not be told when they came, since the store failed, is told once it is there again', async () => {
  const { store, unread } = flakyStore()
  const world = await inEnhanced(undefined, store)
  unread.id = WILLOW
  await appointed(world)
  await world.pass(1)
  expect(toHester(world)).toEqual([])
  const tried = world.complaints.filter((words) => words.includes('Nobody could be told'))
  expect(tried).toHaveLength(1)

  unread.id = null
  await world.pass(60)
  await world.pass(60)

  expect(toHester(world)).toHaveLength(1)
})

test('whoever an administrator puts there by a form is told, too, on the service that is theirs', async () => {
  const world = await inEnhanced()
  const harbour = organisationId('harbour')
  const held = { role: 'contract-lead', holder: 'halima', deputy: null, onCall: null }

  const by = person('halima')
  const answer = await world.ask({ kind: 'organisation', type: 'appoint', by, ...held }, harbour)

  expect(answer).toMatchObject({ ok: true })
  const told = world.channels.flatMap(({ calls }) => calls).filter((call) => call.endsWith(SLOT))
  expect(told.filter((call) => call.includes('person/halima'))).toHaveLength(1)
  expect(await proof(world)).toContain('Lead Provider: contract lead – Halima Begum: told')
})

test('whoever is back from leave is told once they are', async () => {
  const world = await openApp({ startsAt: '2027-03-26T20:20:00Z' })
  const icb = organisationId('downs-icb')
  const leave = { person: 'ada', from: '2027-03-26T08:00:00Z', until: '2027-03-29T08:00:00Z' }
  const by = person('ada')
  await world.ask({ kind: 'organisation', type: 'setLeave', by, ...leave, cover: null }, icb)
  const change = { transition: 'G2', reason: 'Complaints doubled.', evidence: 'T5' } as const
  await world.ask(
    { kind: 'provider', type: 'changeLevel', by: person('quinn'), ...change, because: null },
    WILLOW,
  )
  const toAda = () =>
    world.web.calls.filter((call) => call === `post web/person/ada ${SLOT}`).length
  await world.pass(60)
  expect(toAda()).toBe(0)

  await world.moveTo('2027-03-29T08:30:00Z')
  await world.settle()

  expect(toAda()).toBe(1)
})

test('a provider that is not in enhanced tells nobody', async () => {
  const world = await openApp()
  const before = await world.store.load(WILLOW)

  await appointed(world)

  expect(await world.store.load(WILLOW)).toEqual(before)
  const status = await speaker(world, 'quinn').command('muster', 'status willow')
  expect(wordsOf(world, status)).not.toContain('People who were told')
})

test('that somebody was told by phone is not kept for whoever came into the post while the form was open', async () => {
  const world = await inEnhanced()
  const open = { do: 'open', form: 'recordTold', record: WILLOW, with: { telling: '1' } } as const
  const quinn = speaker(world, 'quinn')
  const form = formIn(await quinn.press(open))
  world.web.trouble('web/person/hester', { with: { type: 'later', reason: 'Not there.' } })
  await appointed(world)

  const said = { post: 'icb-head-of-quality', name: 'Ada Fofanah', how: 'phone' }
  const reply = await quinn.fill(form, { ...said, at: '2027-03-26 20:20' })

  expect(wordsOf(world, reply)).toContain('That is not on the list, or not any more. Choose again.')
  expect(fieldIn(formIn(reply), 'post').options?.map(({ label }) => label)).toContain(
    'ICB: head of quality and safety: Hester Vane',
  )
  expect(await proof(world)).not.toContain('by phone')
})

test('that somebody was told by phone is recorded with the list, by whoever may and in their name', async () => {
  const world = await inEnhanced()
  const { id } = await world.record('provider', WILLOW)
  const open = { do: 'open', form: 'recordTold', record: id, with: { telling: '1' } } as const
  const barred = await speaker(world, 'ivan').press(open)
  expect(wordsOf(world, barred)).toMatch(/Only .+ may/)
  const quinn = speaker(world, 'quinn')
  const form = formIn(await quinn.press(open))
  const posts = fieldIn(form, 'post').options?.map(({ label }) => label)
  expect(posts).toContain('ICB: head of quality and safety')
  expect(posts).not.toContain('Provider: chief executive: Wanda Mensah')

  const said = { post: 'icb-head-of-quality', name: 'Hester Vane', how: 'phone' }
  const reply = await quinn.fill(form, { ...said, at: '2027-03-26 20:20' })

  expect(wordsOf(world, reply)).toContain('It stands in the list beside the others')
  expect(await proof(world)).toContain(
    'Hester Vane: told Fri 26 Mar 2027 20:20 GMT by phone, by Quinn Adeyemi',
  )
  const history = await inquiryInto(world.app, WILLOW)
  const kept = history?.subject.told.find(({ event }) => event?.type === 'toldOutside')
  expect(kept?.event).toMatchObject({ name: 'Hester Vane', how: 'phone' })
})
