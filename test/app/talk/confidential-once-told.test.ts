import { describe, expect, test } from 'vitest'
import { followCase } from '../../../src/core/case/follow.ts'
import { providerId, type RecordId, referenceOf } from '../../../src/core/record-id.ts'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import { convening, incident, person } from '../../fixtures/cases.ts'
import { done, ROOM } from './confidentially.ts'
import { formIn, raisedIncident, speaker, triaged, WILLOW_KEY, wordsOf } from './speaking.ts'

const REASON = 'The deputy took the keys home.'
const WHY = 'The keys are still gone.'
const EVIDENCE = 'Three sets of keys.'
const WITHHELD = 'The reason is confidential.'

/** Triaged to enhanced with a reason, and a meeting called, while everybody of the provider reads it. */
async function told(world: TestApp) {
  const answer = await world.ask(incident())
  if (!answer.ok) throw new Error(answer.refusal.message)
  const { id } = answer
  await triaged(world, id, { triggers__T3__evidence: EVIDENCE })
  const level = { prompt: 'level', answer: 'enhanced', revision: null, reason: REASON }
  await done(world, { kind: 'case', type: 'answer', by: person('quinn'), ...level }, id)
  return { id, reference: referenceOf(id) }
}

async function madeConfidential(world: TestApp, id: RecordId) {
  const reason = 'It is about a colleague.'
  await done(world, { kind: 'case', type: 'makeConfidential', by: person('quinn'), reason }, id)
}

async function meetingOf(world: TestApp, id: RecordId): Promise<RecordId> {
  const [called] = (await world.record('case', id)).meetings
  if (!called) throw new Error('No meeting was called')
  return called.meeting
}

const ofProvider = (world: TestApp) =>
  world.web.standing.filter(({ record }) => record === providerId('willow'))
const callOf = (world: TestApp, who: string) =>
  world.web.says(`web/person/${who}`, `prompt:seat-${who}`)

const TOLD = 'The deputy has the keys.'

describe('of a case that is made confidential once people were told of it (M7)', () => {
  test.each([true, false])(
    'the words go from the room and from private copies, and stay on the case (triaged: %s)',
    async (isTriaged) => {
      const world = await openApp({ channels: ['web'] })
      const { id, reference } = await raisedIncident(world)
      if (isTriaged) await triaged(world, id)
      const quinn = speaker(world, 'quinn')
      const form = formIn(await quinn.command('muster', `tell ${reference} M7`))
      await quinn.fill(form, { telling: 'M7', words: TOLD })
      const standing = () => world.web.standing.filter(({ words }) => words.includes(TOLD))
      expect(standing().map(({ place }) => place)).toContain(WILLOW_KEY)

      await madeConfidential(world, id)
      await world.settle()

      expect(standing().filter(({ record }) => record === providerId('willow'))).toEqual([])
      expect(standing().map(({ record, place }) => [record, place])).toEqual([[id, ROOM]])
      const withheld = ofProvider(world).filter(({ words }) => words.includes('confidential now'))
      expect(withheld.length).toBeGreaterThan(2)
    },
  )
})

describe('of a case that is made confidential once it has led to a level', () => {
  test('the provider keeps the level, and its card and thread no longer say why', async () => {
    const world = await openApp({ channels: ['web'] })
    const { id, reference } = await told(world)
    await done(world, { ...convening(), why: WHY }, id)
    const meeting = referenceOf(await meetingOf(world, id))
    const before = ofProvider(world).map(({ words }) => words)
    for (const words of [REASON, WHY, EVIDENCE, reference, meeting])
      expect(before.join('\n')).toContain(words)

    await madeConfidential(world, id)

    const now = ofProvider(world).map(({ words }) => words)
    expect(now).toHaveLength(before.length)
    for (const words of [REASON, WHY, EVIDENCE, reference, meeting])
      expect(now.join('\n')).not.toContain(words)
    expect(now.filter((words) => words.includes(WITHHELD))).toHaveLength(3)
    const { level, decisions } = await world.record('provider', providerId('willow'))
    expect([level, decisions.length]).toEqual(['ENHANCED', 2])
    expect(world.web.says(WILLOW_KEY, 'root')).toBeDefined()
  })

  test('nobody reads why by looking the provider up', async () => {
    const world = await openApp({ channels: ['web'] })
    const { id } = await told(world)

    await madeConfidential(world, id)

    for (const who of ['bao', 'hugo', 'quinn']) {
      const said = wordsOf(world, await speaker(world, who).command('muster', 'status willow'))
      expect(said).toContain(WITHHELD)
      expect(said).not.toContain(REASON)
    }
  })

  test('what a level was chosen for otherwise is still said', async () => {
    const world = await openApp({ channels: ['web'] })
    const { id } = await told(world)
    const other = await told(world)

    await madeConfidential(world, id)

    const now = ofProvider(world)
      .map(({ words }) => words)
      .join('\n')
    expect(now).toContain(other.reference)
    expect(now).toContain(REASON)
  })

  test('whoever was called keeps their call, and reads why only when they are on the list', async () => {
    const world = await openApp({ channels: ['web'] })
    const { id, reference } = await told(world)
    await done(world, { ...convening(), why: WHY }, id)
    expect(callOf(world, 'bao')).toContain(WHY)

    await madeConfidential(world, id)

    expect(callOf(world, 'bao')).toContain('You are called: Risk summit')
    expect(callOf(world, 'bao')).toContain(WITHHELD)
    expect(callOf(world, 'bao')).not.toContain(WHY)
    expect(callOf(world, 'quinn')).toContain(WHY)
    const meeting = await meetingOf(world, id)
    const room = world.web.standing.find(
      (one) => one.record === meeting && one.slot === 'root',
    )?.words
    expect(room).toContain(WITHHELD)
    expect(room).not.toContain(WHY)
    expect(room).not.toContain(reference)
    const status = `status ${referenceOf(meeting)}`
    const bao = wordsOf(world, await speaker(world, 'bao').command('muster', status))
    const quinn = wordsOf(world, await speaker(world, 'quinn').command('muster', status))
    expect(bao).toContain(WITHHELD)
    expect(bao).not.toContain(WHY)
    expect(quinn).toContain(WHY)
  })

  test('a call in its thread loses why as well, before the new room is made', async () => {
    const world = await openApp({ channels: ['web'] })
    const { id } = await told(world)
    await done(world, { ...convening(), meeting: 'M3', urgent: false, why: WHY }, id)
    expect(callOf(world, 'mara')).toContain(WHY)

    await madeConfidential(world, id)

    expect(callOf(world, 'mara')).toContain(WITHHELD)
    expect(callOf(world, 'mara')).not.toContain(WHY)
  })

  test('whoever is put on the list reads why in their call from then on', async () => {
    const world = await openApp({ channels: ['web'] })
    const { id } = await told(world)
    await done(world, { ...convening(), why: WHY }, id)
    await madeConfidential(world, id)

    const given = { kind: 'case', type: 'giveAccess', by: person('quinn'), person: 'bao' } as const
    await done(world, { ...given, reason: 'He leads the board.' }, id)

    expect(callOf(world, 'bao')).toContain(WHY)
  })

  test('a meeting that was on its way when that happened is told as soon as it is there', async () => {
    const world = await openApp({ channels: ['web'] })
    const { id } = await told(world)
    await done(world, { ...convening(), why: WHY }, id)
    await madeConfidential(world, id)
    const kase = await world.record('case', id)
    const meeting = await meetingOf(world, id)
    const at = '2027-03-26T20:21:00Z'

    const asked = followCase(kase, { type: 'meetingCalled', at, meeting, rule: 'M1', label: '' })

    const list = ['quinn', 'dora', 'nia']
    const intent = { kind: 'meeting', type: 'noteConfidential', list }
    expect(asked).toEqual([{ to: meeting, intent }])
  })
})
