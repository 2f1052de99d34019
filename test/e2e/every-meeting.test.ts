import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isAbout } from '../../src/core/meeting/convening.ts'
import type { Meeting } from '../../src/core/meeting/meeting.ts'
import { nameOf } from '../../src/core/people/find.ts'
import { actingFor } from '../../src/core/people/posts.ts'
import type { MeetingRule } from '../../src/core/policy/meeting.ts'
import type { Provider } from '../../src/core/provider/provider.ts'
import { providerId, type RecordId, referenceOf } from '../../src/core/record-id.ts'
import { policyOf } from '../fixtures/context.ts'
import { fullyStaffed } from '../fixtures/fully-staffed.ts'
import { services } from './scene/index.ts'
import { type Entered, OWN, type Scene, type Where } from './scene/scene.ts'
import { worldOf } from './scene/world.ts'

const policy = policyOf('provider-collaborative')
const WILLOW = { slug: 'willow', leadProvider: 'harbour' }
const CASE = /^C-/
const PROVIDER = /^Willow House: (Routine|Enhanced)/
const everyCall = policy.meetings.flatMap((rule) =>
  (['case', 'provider'] as const)
    .filter((from) => isAbout(rule, from))
    .map((from) => ({ name: `${rule.id} ${rule.label}, from a ${from}`, rule, from })),
)

/** Something in every field of the record that must have an answer and has none yet. */
function recordOf({ record }: MeetingRule): Entered {
  const fields = policy.forms.find(({ id }) => id === record)?.fields ?? []
  return Object.fromEntries(
    fields.flatMap((field) => {
      // Whoever said that they were coming is ticked already.
      if (field.kind === 'moment' || field.kind === 'many' || !field.required) return []
      const [option] = field.kind === 'choice' ? (field.options ?? []) : []
      return [[field.label, option?.label ?? 'Agreed.']]
    }),
  )
}

test('the pack has every meeting that the sources name', () => {
  const ids = ['M1', 'M2', 'M3', 'M4', 'M5a', 'M5b', 'M6', 'M8', 'M9', 'M10', 'M12', 'RRR']
  expect(policy.meetings.map(({ id }) => id)).toEqual(ids)
  const toTell = policy.tellings?.map(({ id }) => id).filter((id) => /^M\d+$/.test(id))
  expect(toTell).toEqual(['M7', 'M11'])
})

describe.each(services)('every meeting of the pack on $name', ({ name, open }) => {
  let scene: Scene
  let kase: string

  const named = (id: string) => nameOf(scene.app.directory(), id)
  const recordNamed = async (id: RecordId) => {
    const saved = await scene.app.store.load(id)
    if (!saved) throw new Error(`There is no ${id}`)
    return saved.record
  }
  // What is saved under the id of a meeting.
  const meetingOf = async (id: RecordId) => (await recordNamed(id)) as Meeting
  const meetings = () => scene.app.store.list({ facets: { kind: 'meeting' } })

  beforeAll(async () => {
    scene = await open(worldOf(fullyStaffed(policy)), '2027-03-26T20:20:00Z')
    const nurse = await scene.person('Nia Roberts')
    const form = await nurse.types('/incident')
    await form.send({
      'What happened?': 'A patient fell',
      'Where?': 'Heron ward',
      'When did it happen?': '2027-03-26 20:15',
      'When was it identified as a serious incident?': '2027-03-26 20:15',
      'Is anyone in immediate danger?': 'No',
      'What has been done so far?': 'The ward is safe',
      'Is it a safeguarding matter?': 'No',
    })
    const [only] = await scene.app.store.list({ facets: { kind: 'case' } })
    kase = only ? referenceOf(only.id) : ''
  })
  afterAll(() => scene?.close())

  /** Calls it as its first caller does, by a command. */
  async function called(rule: MeetingRule, from: 'case' | 'provider') {
    const [post] = rule.mayCall
    const [id = ''] = post ? actingFor(scene.app.directory(), WILLOW, post, scene.app.now()) : []
    const caller = await scene.person(named(id))
    const before = new Set((await meetings()).map((one) => one.id))
    const form = await caller.types(`/muster convene ${from === 'case' ? kase : WILLOW.slug}`)
    const preview = await form.goesOn({
      'Which meeting?': `${rule.label} (${rule.id})`,
      'Why is it called?': 'The doors do not close',
    })
    await preview.shows('Nobody has been called yet.')
    await preview.send()
    const found = (await meetings()).find((one) => !before.has(one.id))
    if (!found) throw new Error('No meeting was called')
    return { caller, meeting: found.id }
  }

  /** Where its record is read: a room of its own, or the thread of the case. */
  function placeOf({ id, label, room }: Meeting): { main: Where; thread: Where } {
    if (room !== 'room') {
      const thread = { room: WILLOW.slug, under: CASE }
      return { main: thread, thread }
    }
    const own = `${label}-${referenceOf(id)}`.toLowerCase().replace(/[^a-z0-9]+/g, '-')
    return { main: { room: own }, thread: { room: own, under: / \(M-/ } }
  }

  test.each(everyCall)('is called, held, recorded and sealed: $name', async ({ rule, from }) => {
    const { caller, meeting } = await called(rule, from)
    const { people, chair, prompts } = await meetingOf(meeting)
    const reference = referenceOf(meeting)
    const open = prompts.filter(({ state }) => state === 'open')
    const chairs = open.find(({ id }) => id === 'chair')?.asked[0]
    if (chairs) {
      const somebody = await scene.person(named(chairs))
      await somebody.presses({ room: OWN }, new RegExp(`^Who chairs: ${rule.label}`), 'I chair it')
    }
    // Whoever chairs it has said by that that they come.
    const seated = open.find(({ id, asked: [first] }) => id !== 'chair' && first !== chairs)
      ?.asked[0]
    if (seated) {
      const somebody = await scene.person(named(seated))
      await somebody.presses({ room: OWN }, new RegExp(`^You are called: .*${reference}`), 'Coming')
    }
    const held = await meetingOf(meeting)
    expect(held.chair?.person ?? null).toEqual(chair ? expect.any(String) : null)

    const { main, thread } = placeOf(held)
    const root = new RegExp(`^${rule.label}: .*${reference}`)
    const label = policy.forms.find(({ id }) => id === rule.record)?.submit ?? ''
    await caller.reads(
      main,
      root,
      ...(chairs ? [`Chair: ${named(chairs)}, confirmed.`] : []),
      ...(seated ? [`${named(seated)}: coming`] : []),
    )
    const record = await caller.opens(main, root, label)
    const said = recordOf(rule)
    await record.send(said)
    const draft = new RegExp(`${reference}: .* · DRAFT$`)
    const seal = await caller.opens(thread, draft, 'Seal now')
    await seal.send()

    const sealed = new RegExp(`${reference}: .* · SEALED$`)
    const { minutes } = await meetingOf(meeting)
    // Each is at a tab of their own, and a browser has its limits.
    const readers = name === 'the playground' ? people.slice(0, 4) : people
    for (const id of readers) {
      const reader = await scene.person(named(id))
      const where = minutes?.apart.includes(id) ? { room: OWN } : thread
      const present = seated ? [`${named(seated)}: was there`] : []
      const words = [...Object.values(said).flat(), ...present]
      await reader.reads(where, sealed, 'Nobody can change it any more', ...words)
    }
    const about = { room: WILLOW.slug, under: from === 'case' ? CASE : PROVIDER }
    await caller.reads(about, new RegExp(`^${rule.label} held and recorded`), reference)
    expect(scene.faults).toEqual([])
  })

  /** Everybody whom a list names reads it in private, and its proof says when and where each was told. */
  async function proven(rule: string, label: string, words: string) {
    // What is saved under the id of a provider.
    const { tellings = [] } = (await recordNamed(providerId(WILLOW.slug))) as Provider
    const telling = tellings.find((one) => one.rule === rule)
    const told = [...new Set(telling?.told.map(({ person }) => person))]
    expect(told.length).toBeGreaterThan(2)
    const lead = await scene.person('Quinn Adeyemi')
    const proof = await lead.reads(
      { room: WILLOW.slug, under: PROVIDER },
      new RegExp(`^Willow House: ${label}`),
      `In private: ${told.length} told, 0 not yet`,
    )
    for (const id of told) {
      expect(proof).toMatch(
        new RegExp(
          `${named(id)}: told Fri 26 Mar 2027 .* on ${name === 'the playground' ? 'Web' : name}`,
        ),
      )
      const reader = await scene.person(named(id))
      await reader.reads({ room: OWN }, /^You are told: Willow House/, words)
    }
  }

  test('M11: whoever must know that it is in enhanced has been told, with proof', async () => {
    await proven('M11', 'Must know that it is in enhanced', 'has gone from “Routine” to “Enhanced”')
  })

  test('M7: the host commissioner’s links are told what somebody writes, with proof', async () => {
    const lead = await scene.person('Quinn Adeyemi')
    const form = await lead.types(`/muster tell ${WILLOW.slug}`)
    await form.send({
      'Who is told?': 'Host commissioner’s links (M7)',
      'What are they told?': 'The unit takes nobody new',
    })

    await proven('M7', 'Host commissioner’s links', 'The unit takes nobody new')
  })
})
