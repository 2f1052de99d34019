import { describe, expect, test } from 'vitest'
import { memoryStore } from '../../../adapters/stores/memory.ts'
import { auditor } from '../../../src/app/audit.ts'
import { inquiryInto } from '../../../src/app/inquiry/inquiry.ts'
import type { Store } from '../../../src/app/ports.ts'
import { decideKeeping } from '../../../src/app/retention/decide.ts'
import { providerId, referenceOf } from '../../../src/core/record-id.ts'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import { person } from '../../fixtures/cases.ts'
import { ADMINISTRATOR, closedCase } from '../../fixtures/closed-case.ts'
import { everything, formIn, raisedIncident, speaker, standingIn, wordsOf } from './speaking.ts'

const WILLOW = providerId('willow')
const words = 'lynx-what-they-are-told'

async function told(world: TestApp, reference: string) {
  const quinn = speaker(world, 'quinn')
  const form = formIn(await quinn.command('muster', `tell ${reference} M7`))
  return quinn.fill(form, { telling: 'M7', words })
}

function says(world: TestApp, slot: string): string {
  const standing = standingIn(world, slot)
  return standing ? wordsOf(world, { type: 'say', message: standing }) : ''
}

describe('people who are told about a case by a rule (M7)', () => {
  test('stand on the case too: who was told and when, and who could not be', async () => {
    const world = await openApp()
    const { id, reference } = await raisedIncident(world)
    await told(world, reference)

    const kase = await world.record('case', id)
    const { n } = kase.notices.find(({ said }) => said.say === 'telling') ?? { n: 0 }
    const proof = says(world, `notice:${n}`)
    expect(proof).toContain('Care Quality Commission – Cleo Marchetti: told Fri 26 Mar 2027 20:20')
    expect(proof).toContain('Healthwatch – not told: the organisation is not in the directory')
    expect(proof).toContain(words)
    const root = standingIn(world, 'root')
    expect(root && wordsOf(world, { type: 'say', message: root })).toMatch(/In private: \d told/)
    const inquiry = await inquiryInto(world.app, id)
    const notes = inquiry?.subject.told.filter(({ event }) => event?.type === 'tellingNoted') ?? []
    expect(notes.length).toBeGreaterThan(1)
  })

  test('are not told on a case of another provider, or that is not theirs to see', async () => {
    const world = await openApp()
    const { id } = await raisedIncident(world, { provider: 'fern' })
    const ask = { kind: 'provider', type: 'tell', telling: 'M7', words, case: id } as const
    await world.ask({ ...ask, by: person('quinn') }, WILLOW)

    expect((await world.record('case', id)).tellings).toBeUndefined()
    const { notices } = await world.record('provider', WILLOW)
    expect(notices.map(({ said }) => said.say)).toContain('notDone')

    const secret = await raisedIncident(world, { confidential: true })
    await world.ask({ ...ask, case: secret.id, by: person('mara') }, WILLOW)
    expect((await world.record('case', secret.id)).tellings).toBeUndefined()
  })

  test('are words of the case: with it they go from the provider too', async () => {
    const world = await openApp({ administrators: [ADMINISTRATOR] })
    const { id } = await closedCase(world)
    const ask = { kind: 'provider', type: 'tell', telling: 'M7', words, case: id } as const
    await world.ask({ ...ask, by: person('quinn') }, WILLOW)
    expect(await everything(world)).toContain('lynx')
    const later = { ...world.app, now: () => '2047-03-27T09:00:00Z' }

    const asked = {
      what: 'remove',
      reference: referenceOf(id),
      because: 'Its time is over.',
    } as const
    expect(await decideKeeping(later, { ...asked, by: null })).toBeNull()

    const provider = await world.record('provider', WILLOW)
    expect(JSON.stringify([provider, await world.store.history(WILLOW)])).not.toContain('lynx')
  })
})

test('who must know of enhanced (M11) and was not told is told by the audit, once', async () => {
  const kept = memoryStore()
  let loses = false
  const store: Store = {
    ...kept,
    save: (id, version, change) =>
      kept.save(id, version, {
        ...change,
        tasks: change.tasks.filter(
          ({ queue, effect }) =>
            !(loses && effect.type === 'message' && queue === 'web/person/wanda'),
        ),
      }),
  }
  const world = await openApp({ store })
  loses = true
  const change = { transition: 'G2', reason: 'Complaints doubled.', evidence: 'T5' } as const
  const by = person('quinn')
  await world.ask({ kind: 'provider', type: 'changeLevel', by, ...change, because: null }, WILLOW)
  loses = false
  const toWanda = () =>
    world.web.calls.filter((call) => call === 'post web/person/wanda notice:tell.1')
  expect(toWanda()).toEqual([])
  const audits = auditor(world.app, null)

  expect(await audits.run()).toMatchObject({ repaired: 1 })
  await world.settle()
  expect(await audits.run()).toMatchObject({ repaired: 0 })
  await world.settle()

  expect(toWanda()).toHaveLength(1)
  const [telling] = (await world.record('provider', WILLOW)).tellings ?? []
  const wanda = telling?.told.find(
    ({ place }) =>
      place.channel === 'web' && place.to.type === 'person' && place.to.person === 'wanda',
  )
  expect(wanda?.acceptedAt).toBe('2027-03-26T20:20:00Z')
})
