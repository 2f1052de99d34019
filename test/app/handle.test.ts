import { describe, expect, test } from 'vitest'
import { handle } from '../../src/app/handle.ts'
import { upcast } from '../../src/app/upcast.ts'
import { flawOf } from '../../src/app/verify/flaw.ts'
import { foldsToItself } from '../../src/app/verify/fold.ts'
import type { Intent } from '../../src/core/intent.ts'
import { type RecordId, recordKind } from '../../src/core/record-id.ts'
import { openApp, STARTS, type TestApp } from '../fixtures/app.ts'
import { concern, incident, person } from '../fixtures/cases.ts'
import { policyOf } from '../fixtures/context.ts'

async function opened(world: TestApp, intent: Intent = incident()): Promise<RecordId> {
  const answer = await world.ask(intent, undefined, 'form:opening')
  if (!answer.ok) throw new Error(answer.refusal.message)
  return answer.id
}

function note(text: string, by = 'quinn'): Intent {
  return { kind: 'case', type: 'note', by: person(by), text }
}

describe('a key', () => {
  test('that comes twice makes one change and answers the same', async () => {
    const world = await openApp()
    const id = await opened(world)

    const first = await world.ask(note('Seen.'), id, 'form:note')
    const again = await world.ask(note('Seen.'), id, 'form:note')

    expect([first, again]).toMatchObject([
      { ok: true, id, again: false },
      { ok: true, id, again: true },
    ])
    expect(first.ok && again.ok && first.version === again.version).toBe(true)
    expect(
      (await world.record('case', id)).notices.filter(({ said }) => said.say === 'noted'),
    ).toHaveLength(1)
  })

  test('that opens a record twice opens one', async () => {
    const world = await openApp()

    const answers = [
      await world.ask(incident(), undefined, 'form:1'),
      await world.ask(incident(), undefined, 'form:1'),
      await world.ask(incident(), undefined, 'form:2'),
    ]

    const ids = answers.map((answer) => answer.ok && answer.id)
    expect(ids[0]).toBe(ids[1])
    expect(ids[0]).not.toBe(ids[2])
    expect(await world.store.list({ facets: { kind: 'case' } })).toHaveLength(2)
  })

  test('that opens a record gives the same reference in every store, since it derives from the key', async () => {
    const [one, other] = [await openApp(), await openApp()]

    expect(await opened(one)).toBe(await opened(other))
  })

  test('that comes twice at the same moment makes one change', async () => {
    const world = await openApp()

    const answers = await Promise.all(
      [1, 2, 3].map(() => handle(world.app, { key: 'form:1', intent: incident() })),
    )

    expect(answers.map((answer) => answer.ok && answer.version)).toEqual([1, 1, 1])
    expect(answers.filter((answer) => answer.ok && !answer.again)).toHaveLength(1)
  })

  test('is not used up by a refusal', async () => {
    const world = await openApp()
    const id = await opened(world)

    const refused = await world.ask(note(' '), id, 'form:note')
    const accepted = await world.ask(note('Seen.'), id, 'form:note')

    expect(refused).toMatchObject({ ok: false, refusal: { code: 'missing' } })
    expect(accepted).toMatchObject({ ok: true, again: false })
  })

  test('is forgotten after thirty days, and the record that it opened is not opened again', async () => {
    const world = await openApp()
    const id = await opened(world)
    await world.pass(31 * 24 * 3600)
    await world.ask(note('A month later.'), id, 'form:note')

    const again = await world.ask(incident(), undefined, 'form:opening')

    expect(again).toMatchObject({ ok: false, refusal: { code: 'alreadyOpen' } })
    expect((await world.store.load(id))?.keys.map(({ key }) => key)).not.toContain('form:opening')
  })

  test('that is null is not remembered', async () => {
    const world = await openApp()
    const id = await opened(world)

    await handle(world.app, { key: null, to: id, intent: note('One.') })
    await handle(world.app, { key: null, to: id, intent: note('Two.') })

    const { notices } = await world.record('case', id)
    expect(notices.filter(({ said }) => said.say === 'noted')).toHaveLength(2)
    expect((await world.store.load(id))?.keys.map(({ key }) => key)).not.toContain(null)
  })
})

describe('a record', () => {
  test('is not half made by a refusal: nothing is stored and nothing is said', async () => {
    const world = await openApp()
    const before = world.web.calls.length

    const answer = await world.ask(incident({ what: ' ' }))

    expect(answer).toMatchObject({ ok: false, refusal: { fields: { what: expect.any(String) } } })
    expect(await world.store.list({ facets: { kind: 'case' } })).toEqual([])
    expect(world.web.calls).toHaveLength(before)
  })

  test('is changed by everybody who changes it at the same moment', async () => {
    const world = await openApp()
    const id = await opened(world)
    const people = Array.from({ length: 8 }, (_, n) => n)

    const answers = await Promise.all(
      people.map((n) =>
        handle(world.app, { key: `note:${n}`, to: id, intent: note(`Note ${n}.`) }),
      ),
    )

    expect(answers.every(({ ok }) => ok)).toBe(true)
    const { notices } = await world.record('case', id)
    expect(notices.filter(({ said }) => said.say === 'noted')).toHaveLength(8)
    expect(new Set(notices.map(({ n }) => n)).size).toBe(notices.length)
  })

  test('is the fold of its history, and the history is a sound chain', async () => {
    const world = await openApp()
    const id = await opened(world)
    await world.ask(note('Seen.'), id)
    await world.moveTo('2027-03-29T12:00:00Z')
    await world.ask({ kind: 'case', type: 'have', by: person('quinn'), clock: 'D3' }, id)

    const saved = await world.store.load(id)
    const entries = await world.store.history(id)

    if (!saved) throw new Error('The case is gone')
    expect(flawOf(entries, saved.head)).toBeNull()
    for await (const row of world.store.rows()) expect(foldsToItself(row)).toBe(true)
    expect(upcast(id, saved)).toEqual(saved.record)
  })

  test('that nothing happened to keeps its version', async () => {
    const world = await openApp()
    const id = await opened(world)
    const before = await world.store.load(id)

    const answer = await handle(world.app, {
      key: null,
      to: id,
      intent: { kind: 'case', type: 'wake' },
    })

    expect(answer).toMatchObject({ ok: true, version: before?.version })
    expect(await world.store.load(id)).toEqual(before)
  })

  test('that is not there is refused with a sentence, whatever is asked of it', async () => {
    const world = await openApp()
    const id = 'case-00000000' as RecordId // of the right form, and nobody's
    const intents: Intent[] = [note('Hello?'), { kind: 'case', type: 'wake' }]

    for (const intent of intents)
      expect(await world.ask(intent, id)).toMatchObject({
        ok: false,
        refusal: { code: 'notFound' },
      })
    expect(recordKind(id)).toBe('case')
    expect(await world.store.load(id)).toBeUndefined()
  })

  test('of another kind than the intent is refused', async () => {
    const world = await openApp()
    const id = await opened(world)

    const answer = await world.ask({ kind: 'provider', type: 'wake' }, id)

    expect(answer).toMatchObject({ ok: false, refusal: { code: 'wrongKind' } })
  })
})

describe('the pack', () => {
  const pack = policyOf('provider-collaborative')
  /** The same pack a version later, in which the StEIS alert is due after an hour. */
  const stricter = {
    ...pack,
    version: pack.version + 1,
    clocks: pack.clocks.map((clock) =>
      clock.id === 'D1' ? { ...clock, within: { unit: 'hours', amount: 1 } as const } : clock,
    ),
  }

  test('under which a record began is kept, and a new record begins under the new one', async () => {
    const first = await openApp({ policy: pack })
    const old = await opened(first, concern())

    const later = await openApp({ policy: stricter, store: first.store })
    await later.ask(
      {
        kind: 'case',
        type: 'becomeIncident',
        by: person('quinn'),
        reason: 'It is one.',
        occurredAt: STARTS,
        identifiedAt: STARTS,
        safeguarding: 'no',
        answers: {},
      },
      old,
    )
    const fresh = await later.ask(incident(), undefined, 'form:fresh')

    const due = async (id: RecordId) =>
      (await later.record('case', id)).clocks.find(({ rule }) => rule === 'D1')?.dueAt
    expect(await due(old)).toBe('2027-03-28T20:20:00Z')
    expect(fresh.ok && (await due(fresh.id))).toBe('2027-03-26T21:15:00Z')
    expect(later.app.packs.current.hash).not.toBe(first.app.packs.current.hash)
  })

  test('gives its holidays as they are today, also to records that began under an older one', async () => {
    const first = await openApp({ policy: pack })
    const old = await opened(first, concern())
    const corrected = {
      ...pack,
      version: pack.version + 1,
      holidays: pack.holidays.filter(({ date }) => date !== '2027-03-29'),
    }

    const later = await openApp({ policy: corrected, store: first.store })
    await later.ask(
      {
        kind: 'case',
        type: 'becomeIncident',
        by: person('quinn'),
        reason: 'It is one.',
        occurredAt: STARTS,
        identifiedAt: STARTS,
        safeguarding: 'no',
        answers: {},
      },
      old,
    )

    const { clocks } = await later.record('case', old)
    // Easter Monday counts after the correction, so the third working day is the Wednesday.
    expect(clocks.find(({ rule }) => rule === 'D3')?.dueAt).toBe('2027-03-31T22:59:59Z')
  })
})
