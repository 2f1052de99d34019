import { describe, expect, test, vi } from 'vitest'
import { organisationId, referenceOf } from '../../../src/core/record-id.ts'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import { incident, person } from '../../fixtures/cases.ts'
import { access, confidential, done, listed, ROOM, rootIn, SECRET } from './confidentially.ts'
import { formIn, pressOn, speaker, wordsOf } from './speaking.ts'

describe('access', () => {
  test('is given with a reason: the person is let into the room, and all see that', async () => {
    const world = await openApp({ channels: ['web'] })
    const { id } = await confidential(world)
    const quinn = speaker(world, 'quinn')
    const form = formIn(await quinn.press(pressOn(rootIn(world), 'Who sees it…')))

    await quinn.fill(form, { action: 'give', give: 'safia', reason: 'She leads on safeguarding.' })

    expect(await listed(world, id)).toContain('safia')
    expect(world.web.calls).toContain(`invite ${ROOM} safia`)
    expect(world.web.says(ROOM, 'root')).toContain('Safia Khan (She leads on safeguarding.)')
    const said = wordsOf(world, await speaker(world, 'safia').command('muster', 'status'))
    expect(said).toContain(referenceOf(id))
  })

  test('is taken away at once: out of the room, and every card that is open is dead', async () => {
    const world = await openApp({ channels: ['web'] })
    const { id, reference } = await confidential(world)
    await done(world, access('quinn', 'giveAccess', 'safia'), id)
    const safia = speaker(world, 'safia')
    const form = formIn(await safia.press({ do: 'open', form: 'note', record: id }))
    const root = rootIn(world)

    await done(world, access('quinn', 'removeAccess', 'safia'), id)

    expect(world.web.calls).toContain(`remove ${ROOM} safia`)
    const place = { channel: 'web', to: { type: 'room', room: 'room-1' } } as const
    const heard = { actor: person('safia'), channel: 'web', key: 'looks' }
    const answers = [
      await safia.fill(form, { text: 'Too late.' }),
      await safia.refresh(form.ticket, { text: 'Too late.' }),
      await safia.press(pressOn(root, 'Who sees it…')),
      await safia.reply(id, 'note Too late.', place, ROOM),
      await safia.command('muster', `status ${reference}`),
    ]
    for (const reply of answers) expect(wordsOf(world, reply)).toMatch(/^$|There is no C-/)
    expect(await world.conversation.view(heard, place, id, 'root')).toBeUndefined()
    expect(JSON.stringify(await world.store.history(id))).not.toContain('Too late.')
  })

  test('cannot be taken from the last who sees it', async () => {
    const world = await openApp()
    const { id } = await confidential(world, { how: 'anonymous' })
    await done(world, access('quinn', 'removeAccess', 'dora'), id)

    const answer = await world.ask(access('quinn', 'removeAccess', 'quinn'), id)

    expect(answer).toMatchObject({ ok: false, refusal: { code: 'invalid' } })
    expect(await listed(world, id)).toEqual(['quinn'])
  })

  test('is decided on by the quality lead and whoever stands in, and by everybody left where they are off it', async () => {
    const world = await openApp()
    const { id } = await confidential(world)

    const refused = await world.ask(access('nia', 'giveAccess', 'ivan'), id)
    await done(world, access('dora', 'removeAccess', 'quinn'), id)
    await done(world, access('dora', 'removeAccess', 'dora'), id)
    const given = await world.ask(access('nia', 'giveAccess', 'halima'), id)

    expect(refused).toMatchObject({ ok: false, refusal: { code: 'notYours' } })
    expect(given.ok).toBe(true)
  })

  test('takes what was left to somebody to the next on the list', async () => {
    const world = await openApp({ channels: ['web'] })
    const answer = await world.ask(incident({ confidential: true }))
    if (!answer.ok) throw new Error(answer.refusal.message)
    const { id } = answer
    await done(world, { kind: 'case', type: 'have', by: person('quinn'), clock: 'D1' }, id)

    await done(world, access('dora', 'removeAccess', 'quinn'), id)
    await world.pass(2)

    const { clocks, prompts } = await world.record('case', id)
    expect(clocks.flatMap(({ haver, owner, reached }) => [haver, owner, ...reached])).not.toContain(
      'quinn',
    )
    expect(prompts.find((one) => one.id === 'triage')?.asked.at(-1)).toBe('dora')
  })

  test('ends a room in which somebody stays who may not see it any more', async () => {
    const world = await openApp({ channels: ['web'] })
    const { id } = await confidential(world)
    world.web.trouble(ROOM, { with: { type: 'never', reason: 'Not allowed.' }, times: 1 })

    await done(world, access('quinn', 'removeAccess', 'nia'), id)

    expect(world.web.says(ROOM, 'root')).toMatch(/^This case is now confidential/)
    expect(world.web.says('web/person/quinn', 'root')).toContain(SECRET)
    expect(world.web.says('web/person/nia', 'root')).toBeUndefined()
  })
})

describe('asking for access', () => {
  async function asks(world: TestApp, who: string, reference: string): Promise<string> {
    const one = speaker(world, who)
    const form = formIn(await one.command('muster', `access ${reference}`))
    return wordsOf(world, await one.fill(form, { reason: 'I need to know.' }))
  }

  test('is answered the same whether or not there is such a case', async () => {
    const world = await openApp({ channels: ['web'] })
    const { reference } = await confidential(world)

    const there = await asks(world, 'ivan', reference)
    const nowhere = await asks(world, 'ivan', 'C-0000-0000')

    expect(there).toBe(nowhere)
    expect(there).toContain('If there is such a confidential case')
  })

  test('is answered without waiting for what it leads to, and is done all the same', async () => {
    const world = await openApp({ channels: ['web'] })
    const { reference } = await confidential(world)
    const { save } = world.store
    let goOn = () => {}
    const held = new Promise<void>((resolve) => {
      goOn = resolve
    })
    Object.assign(world.store, {
      save: async (...change: Parameters<typeof save>) => {
        await held
        return save(...change)
      },
    })
    const form = formIn(await speaker(world, 'ivan').command('muster', `access ${reference}`))
    const heard = { actor: person('ivan'), channel: 'web', key: 'asks' }
    const handIn = (answers: object) =>
      world.conversation.submit(heard, form.ticket, { reference, reason: 'I must.', ...answers })

    expect(wordsOf(world, await handIn({}))).toContain('If there is such a confidential case')
    goOn()
    await vi.waitFor(async () => {
      await world.settle()
      expect(world.web.says('web/person/quinn', 'notice:ask.1')).toContain('Ivan Petrov')
    })
  })

  test('is not told in the log: neither of which case nor what was asked', async () => {
    const lines: object[] = []
    const info = (about: object, words: string) => void lines.push({ ...about, words })
    const log = { info, warn() {}, error() {} }
    const world = await openApp({ channels: ['web'], log })
    const { id, reference } = await confidential(world)
    lines.length = 0
    await asks(world, 'ivan', reference)
    await done(world, access('quinn', 'giveAccess', 'ivan'), id)
    await done(world, access('quinn', 'removeAccess', 'ivan'), id)

    const saved = lines.filter((line) => 'words' in line && line.words === 'Saved')
    expect(saved.length).toBeGreaterThanOrEqual(3)
    expect(saved).toEqual(saved.map(() => ({ words: 'Saved' })))
  })

  test('asks the quality lead, in private, once', async () => {
    const world = await openApp({ channels: ['web'] })
    const { reference } = await confidential(world)

    for (let times = 0; times < 3; times++) await asks(world, 'ivan', reference)

    const asked = world.web.standing.filter(({ slot }) => slot.startsWith('notice:ask.'))
    expect(asked.map(({ place }) => place)).toEqual(['web/person/quinn'])
    expect(asked[0]?.words).toContain('Ivan Petrov')
    expect(asked[0]?.words).toContain('I need to know.')
  })

  test('leads to access, or to a refusal of which the one who asked hears nothing', async () => {
    const world = await openApp({ channels: ['web'] })
    const { id, reference } = await confidential(world)
    await asks(world, 'ivan', reference)
    await asks(world, 'mara', reference)
    const standing = world.web.standing.length

    await done(world, access('quinn', 'refuseAccess', 'ivan'), id)
    const quinn = speaker(world, 'quinn')
    const asked = world.web.standing.find(({ slot }) => slot === 'notice:ask.2')
    const form = formIn(await quinn.press(pressOn(asked?.message, 'Decide…')))
    await quinn.fill(form, { reason: 'The region must know.' })

    expect(world.web.says('web/person/quinn', 'notice:ask.1')).toContain('Refused.')
    expect(world.web.says('web/person/quinn', 'notice:ask.2')).toContain('They were given access.')
    expect(await listed(world, id)).toEqual(['quinn', 'dora', 'nia', 'mara'])
    const since = world.web.standing.slice(standing).map(({ place }) => place)
    expect(since.filter((place) => place.includes('ivan'))).toEqual([])
  })
})

describe('a list of which nobody is left in the directory', () => {
  test('goes to whoever holds the post now, who is reminded and may decide', async () => {
    const administrators = ['hugo@example.org']
    const world = await openApp({ administrators })
    const raised = await world.ask(incident({ what: SECRET, confidential: true, how: 'anonymous' }))
    if (!raised.ok) throw new Error(raised.refusal.message)
    const { id } = raised
    const harbour = organisationId('harbour')
    for (const who of ['quinn', 'dora']) {
      const leaver = { kind: 'organisation', type: 'removePerson', person: who } as const
      const left = { ...leaver, by: person('hugo'), reason: 'Left.' }
      expect((await world.ask(left, harbour)).ok).toBe(true)
    }
    const post = { kind: 'organisation', type: 'appoint', role: 'quality-lead' } as const
    const holding = { holder: 'omar', deputy: null, onCall: null }
    expect((await world.ask({ ...post, ...holding, by: person('hugo') }, harbour)).ok).toBe(true)

    await world.pass(24 * 3600)

    expect(await listed(world, id)).toContain('omar')
    expect(
      wordsOf(world, await speaker(world, 'omar').command('muster', `status ${referenceOf(id)}`)),
    ).toContain(SECRET)
  })
})
