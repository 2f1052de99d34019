import { describe, expect, test } from 'vitest'
import { handle } from '../../src/app/handle.ts'
import { openApp } from '../fixtures/app.ts'
import { convening, incident, person } from '../fixtures/cases.ts'

const NHS_NUMBER = '999 000 0018'
/** The postcode of a place where people meet. */
const VENUE = 'LS11 5PQ'
const confirmed = [
  { field: 'Why', looksLike: [{ kind: 'postcode', label: 'a postcode' }], reason: 'Where we meet' },
]

describe('an intent, from wherever it comes', () => {
  test('is refused with what identifies a patient, and opens nothing', async () => {
    const world = await openApp()

    const answer = await world.ask(incident({ where: `Alder, ${NHS_NUMBER}` }))

    expect(answer).toMatchObject({ ok: false, refusal: { code: 'identifier' } })
    expect(await world.store.list({ facets: { kind: 'case' } })).toEqual([])
  })

  test('is refused with what is doubtful, until somebody has said what it is', async () => {
    const world = await openApp()
    const intent = incident({ what: `A fall at ${VENUE}.` })

    expect(await world.ask(intent)).toMatchObject({ ok: false })
    const answer = await handle(world.app, { key: 'said', intent, confirmed })

    if (!answer.ok) throw new Error(answer.refusal.message)
    const [first, ...others] = (await world.store.history(answer.id)).map(({ body }) =>
      JSON.parse(body ?? '{}'),
    )
    expect(first).toMatchObject({ type: 'raised', confirmed })
    expect(others.some((event) => 'confirmed' in event)).toBe(false)
  })

  test('that one record asks of another was guarded when it was written', async () => {
    const world = await openApp()
    const raised = await world.ask(incident())
    if (!raised.ok) throw new Error(raised.refusal.message)
    const intent = { ...convening(), why: `We meet at ${VENUE}.` }

    const answer = await handle(world.app, { key: 'meet', to: raised.id, intent, confirmed })
    await world.settle()

    expect(answer.ok).toBe(true)
    const [meeting] = await world.store.list({ facets: { kind: 'meeting' } })
    expect(meeting && (await world.record('meeting', meeting.id)).why).toContain(VENUE)
  })

  test('is guarded by the pack of today, whatever its record began under', async () => {
    const first = await openApp()
    const raised = await first.ask(incident())
    if (!raised.ok) throw new Error(raised.refusal.message)
    const { policy } = first.app.packs.current
    const identifiers = policy.identifiers.filter(({ id }) => id !== 'postcode')
    const later = await openApp({ store: first.store, policy: { ...policy, identifiers } })
    const note = { kind: 'case', type: 'note', by: person('quinn'), text: `At ${VENUE}` } as const

    expect(await first.ask(note, raised.id)).toMatchObject({ ok: false })
    expect(await later.ask(note, raised.id)).toMatchObject({ ok: true })
  })
})
