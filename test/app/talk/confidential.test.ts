import { describe, expect, test } from 'vitest'
import type { Intent } from '../../../src/core/intent.ts'
import { organisationId, type RecordId, referenceOf } from '../../../src/core/record-id.ts'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import { concern, incident, person } from '../../fixtures/cases.ts'
import { policyOf } from '../../fixtures/context.ts'
import { fieldIn, formIn, pressOn, shownIn, speaker, triaged, wordsOf } from './speaking.ts'

const SECRET = 'The deputy took the keys home.'
const ROOM = 'web/room/room-1'

type Raise = Parameters<typeof concern>[0]

async function confidential(world: TestApp, over: Raise = {}) {
  const answer = await world.ask(concern({ what: SECRET, confidential: true, ...over }))
  if (!answer.ok) throw new Error(answer.refusal.message)
  return { id: answer.id, reference: referenceOf(answer.id) }
}

function access(by: string, type: 'giveAccess' | 'removeAccess' | 'refuseAccess', who: string) {
  return { kind: 'case', type, by: person(by), person: who, reason: 'It is needed.' } as const
}

async function done(world: TestApp, intent: Intent, id: RecordId): Promise<void> {
  const answer = await world.ask(intent, id)
  if (!answer.ok) throw new Error(answer.refusal.message)
}

async function listed(world: TestApp, id: RecordId): Promise<readonly string[]> {
  const { confidential: found } = await world.record('case', id)
  return found?.access.map((one) => one.person) ?? []
}

describe('a case that is confidential from the first moment', () => {
  test('says before sending who will see it, by name', async () => {
    const world = await openApp()
    const nia = speaker(world, 'nia')
    const form = formIn(await nia.command('concern'))
    const answers = { ...shownIn(form), provider: 'willow', confidential: 'yes' }

    const shown = formIn(await nia.refresh(form.ticket, answers))

    const { hint = '' } = fieldIn(shown, 'visible')
    expect(hint).toContain('Quinn Adeyemi (quality lead, Harbour NHS Foundation Trust)')
    expect(hint).toContain('Dora Novak (deputy quality lead, Harbour NHS Foundation Trust)')
    expect(hint).toContain('; you.')
    expect(fieldIn(form, 'confidential').value).toBe('no')
  })

  test('is seen by the people on its list: quality lead, deputy, and whoever raised it under their name', async () => {
    const world = await openApp()
    const { id } = await confidential(world)

    expect(await listed(world, id)).toEqual(['quinn', 'dora', 'nia'])
  })

  test.each(['inConfidence', 'anonymous'] as const)(
    'keeps whoever raised it %s off the list',
    async (how) => {
      const world = await openApp()
      const { id } = await confidential(world, { how })

      expect(await listed(world, id)).toEqual(['quinn', 'dora'])
      expect(world.web.says(ROOM, 'root')).not.toContain('Nia Roberts')
    },
  )

  test('stands in a private room that is named by its reference, and in no room of the provider', async () => {
    const world = await openApp({ channels: ['web'] })
    const { reference } = await confidential(world)

    expect(world.web.rooms).toEqual([
      expect.objectContaining({
        name: reference.toLowerCase(),
        topic: `${reference}. No patient identifiers.`,
        people: ['quinn', 'dora', 'nia'],
      }),
    ])
    expect(world.web.says(ROOM, 'root')).toContain(SECRET)
    expect(world.web.says(ROOM, 'root')).toContain('Only these people see it: Quinn Adeyemi')
    expect(world.web.standing.filter(({ place }) => place === 'web/room/willow')).toEqual([])
  })

  test('is told to each person alone where no room can be made', async () => {
    const world = await openApp({ channels: ['web'] })
    world.web.trouble('room', { with: { type: 'never', reason: 'Rooms are off.' } })
    await confidential(world)

    for (const who of ['quinn', 'dora'])
      expect(world.web.says(`web/person/${who}`, 'root')).toContain(SECRET)
    expect(world.web.says('web/person/quinn', 'notice:1')).toContain(
      'each person is told there alone',
    )
  })

  test('about a provider that is not listed is seen by the Lead Provider’s people', async () => {
    const world = await openApp()
    const { id } = await confidential(world, { provider: null })

    expect(await listed(world, id)).toEqual(['quinn', 'dora', 'nia'])
  })

  test('is refused where nobody would see it', async () => {
    const policy = policyOf('provider-collaborative')
    const rule = policy.confidential
    if (!rule) throw new Error('The pack has no such rule')
    const empty = { ...rule, access: rule.access.filter(({ when }) => when === 'safeguarding') }
    const world = await openApp({ policy: { ...policy, confidential: empty } })

    const answer = await world.ask(concern({ confidential: true, safeguarding: 'yes' }))

    expect(answer).toMatchObject({ ok: false, refusal: { code: 'missing' } })
    expect(await world.store.list({ facets: { kind: 'case' } })).toEqual([])
  })

  test('lets those who raised it without a place on the list hear what comes of it, and nothing else', async () => {
    const world = await openApp({ channels: ['web'] })
    const { id } = await confidential(world, { how: 'inConfidence' })
    await triaged(world, id)
    await done(
      world,
      {
        kind: 'case',
        type: 'close',
        by: person('quinn'),
        outcome: 'It is settled.',
        reason: 'So.',
      },
      id,
    )

    expect(world.web.says('web/person/nia', 'receipt')).toContain('It is confidential')
    expect(world.web.says('web/person/nia', 'outcome:1')).toContain('It is settled.')
    expect(wordsOf(world, await speaker(world, 'nia').command('muster', 'status'))).not.toContain(
      'C-',
    )
  })
})

describe('somebody who is not on the list', () => {
  const outsiders = ['ivan', 'wanda', 'mara', 'halima', 'omar']

  test.each(outsiders)('sees no trace of it: %s', async (who) => {
    const world = await openApp()
    const { id, reference } = await confidential(world)
    const one = speaker(world, who)
    const open = { do: 'open', form: 'note', record: id } as const

    for (const words of ['status', 'mine', `status ${reference}`, `note ${reference}`])
      expect(wordsOf(world, await one.command('muster', words)).replaceAll(reference, '')).toBe(
        wordsOf(
          world,
          await one.command('muster', words.replace(reference, 'C-0000-0000')),
        ).replaceAll('C-0000-0000', ''),
      )
    expect(wordsOf(world, await one.press(open))).toContain('There is no')
  })

  test('is not reminded of what they owe: the next on the list is', async () => {
    const world = await openApp({ channels: ['web'] })
    const answer = await world.ask(incident({ confidential: true, what: SECRET }))
    if (!answer.ok) throw new Error(answer.refusal.message)
    const { clocks } = await world.record('case', answer.id)

    expect(clocks.find(({ rule }) => rule === 'D1')?.reached).toEqual(['quinn'])
    expect(clocks.flatMap(({ owner, reached }) => [owner, ...reached])).not.toContain('ivan')
  })

  test('is let in with the reason “owes D1” where the pack says so', async () => {
    const policy = policyOf('provider-collaborative')
    const rule = policy.confidential
    if (!rule) throw new Error('The pack has no such rule')
    const world = await openApp({
      channels: ['web'],
      policy: { ...policy, confidential: { ...rule, offList: 'add' } },
    })
    const answer = await world.ask(incident({ confidential: true }))
    if (!answer.ok) throw new Error(answer.refusal.message)

    expect(await listed(world, answer.id)).toContain('ivan')
    expect(world.web.says(ROOM, 'root')).toContain('Ivan Petrov (owes D1)')
    expect(world.web.calls).toContain(`invite ${ROOM} ivan`)
  })

  test('is not told after an outage, nor are administrators when a message is not accepted', async () => {
    const world = await openApp({
      channels: ['web', 'mail'],
      administrators: ['halima@example.org'],
    })
    const answer = await world.ask(incident({ confidential: true, what: SECRET }))
    if (!answer.ok) throw new Error(answer.refusal.message)
    world.web.trouble(ROOM, { with: { type: 'never', reason: 'The room is read-only.' } })
    await world.off(40 * 3600)
    await world.pass(3600)

    const told = world.channels.flatMap(({ standing }) => standing)
    expect(told.filter(({ slot }) => slot.startsWith('alarm:'))).toEqual([])
    expect(told.filter(({ record }) => record.startsWith('organisation-'))).toEqual([])
    expect(told.filter(({ place }) => /person\/(halima|ivan|mara|omar)/.test(place))).toEqual([])
  })
})

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

describe('a case that is made confidential later', () => {
  async function made(world: TestApp) {
    const answer = await world.ask(incident({ what: SECRET }))
    if (!answer.ok) throw new Error(answer.refusal.message)
    const { id } = answer
    await done(
      world,
      { kind: 'case', type: 'note', by: person('ivan'), text: 'Keys are gone.' },
      id,
    )
    const quinn = speaker(world, 'quinn')
    const form = formIn(await quinn.command('muster', `confidential ${referenceOf(id)}`))
    await quinn.fill(form, { reason: 'It is about a colleague.' })
    return { id, form }
  }

  test('leaves its rooms: each of its messages there says so, in threads too', async () => {
    const world = await openApp()
    await made(world)

    for (const channel of world.channels) {
      const room = channel.name === 'web' ? 'web/room/willow' : 'slack/room/C0WILLOW'
      const there = channel.standing.filter(({ place }) => place === room)
      expect(there.length).toBeGreaterThan(3)
      for (const { words } of there)
        expect(words).toBe(
          'This case is now confidential\nIt is not shown here any more. Only the people on its list see it.',
        )
    }
  })

  test('says who could have read it, and keeps that in the history', async () => {
    const world = await openApp({ channels: ['web'] })
    const { id } = await made(world)
    const { notices } = await world.record('case', id)

    const said = world.web.says(ROOM, `notice:${notices.length}`)

    expect(said).toContain('This case is confidential from now on')
    expect(said).toContain('Willow House: 7 people')
    expect(said).toContain('Harbour NHS Foundation Trust: 5 people')
    expect(said).toContain('It stood in 1 room')
    const history = JSON.stringify(await world.store.history(id))
    expect(history).toContain('madeConfidential')
    expect(history).toContain('wanda')
  })

  test('takes its notes along, and is shut to everybody else', async () => {
    const world = await openApp({ channels: ['web'] })
    const { id } = await made(world)

    expect(world.web.says(ROOM, 'notice:1')).toContain('Keys are gone.')
    expect(await listed(world, id)).toEqual(['quinn', 'dora', 'nia'])
    expect(wordsOf(world, await speaker(world, 'ivan').command('muster', 'mine'))).not.toContain(
      'C-',
    )
    expect(wordsOf(world, await speaker(world, 'ivan').command('muster', 'status'))).not.toContain(
      'C-',
    )
  })

  test('is not named any more in the notice after an outage, nor in what administrators were told', async () => {
    const administrators = ['halima@example.org']
    const world = await openApp({ channels: ['web', 'mail', 'slack'], administrators })
    const answer = await world.ask(incident({ what: SECRET }))
    if (!answer.ok) throw new Error(answer.refusal.message)
    const { id } = answer
    await world.off(40 * 3600)
    world.web.trouble('web/room/willow', { with: { type: 'never', reason: 'Read-only.' } })
    await world.pass(3 * 24 * 3600)
    world.web.mend('web/room/willow')
    const told = () =>
      world.channels
        .flatMap(({ name, standing }) => (name === 'mail' ? [] : standing))
        .filter(({ record }) => record.startsWith('organisation-'))
    expect(told().filter(({ words }) => words.includes(referenceOf(id))).length).toBeGreaterThan(1)

    const reason = 'It is about a colleague.'
    await done(world, { kind: 'case', type: 'makeConfidential', by: person('quinn'), reason }, id)

    expect(told().filter(({ words }) => words.includes(referenceOf(id)))).toEqual([])
    const kept = await world.record('organisation', organisationId('willow'))
    expect(JSON.stringify([kept.outages, kept.alarms])).not.toContain(id)
  })

  test('says before sending who will see it', async () => {
    const world = await openApp()
    const { form } = await made(world)

    expect(fieldIn(form, 'visible').hint).toContain('Dora Novak')
  })

  test('takes the meeting out of its thread into a room of its own', async () => {
    const world = await openApp({ channels: ['web'] })
    const answer = await world.ask(incident({ what: SECRET }))
    if (!answer.ok) throw new Error(answer.refusal.message)
    await done(world, convene('M3'), answer.id)
    const roll = () => world.web.standing.filter(({ slot }) => slot === 'roll')
    expect(roll().map(({ place }) => place)).toEqual(['web/room/willow'])

    const reason = 'It is about a colleague.'
    await done(
      world,
      { kind: 'case', type: 'makeConfidential', by: person('quinn'), reason },
      answer.id,
    )

    expect(roll()[0]?.words).toMatch(/^This case is now confidential/)
    expect(roll()[1]?.place).toMatch(/^web\/room\/room-/)
  })

  test('is made so by the quality lead alone', async () => {
    const world = await openApp()
    const answer = await world.ask(concern())
    if (!answer.ok) throw new Error(answer.refusal.message)

    const reason = 'It is about me.'
    const said = await world.ask(
      { kind: 'case', type: 'makeConfidential', by: person('ivan'), reason },
      answer.id,
    )

    expect(said).toMatchObject({ ok: false, refusal: { code: 'notYours' } })
  })
})

describe('a meeting of a confidential case', () => {
  test('has a room of its own, for those who are called, and moves no level that others see', async () => {
    const world = await openApp({ channels: ['web'] })
    const { id } = await confidential(world)

    await done(world, convene('M3'), id)
    await done(world, { ...convene('M1'), urgent: true }, id)

    const meetings = await world.store.list({ facets: { kind: 'meeting' } })
    expect(meetings).toHaveLength(2)
    for (const { id: meeting } of meetings) {
      const { people, places } = await world.record('meeting', meeting)
      expect(places.every(({ under }) => under === undefined)).toBe(true)
      const stranger = ['bao', 'hugo', 'anya'].find((one) => !people.includes(one)) ?? ''
      const said = await speaker(world, stranger).command(
        'muster',
        `status ${referenceOf(meeting)}`,
      )
      expect(wordsOf(world, said)).toContain('There is no')
    }
    const history = await world.store.history('provider-willow' as RecordId)
    expect(JSON.stringify(history)).not.toContain(id)
  })
})

function convene(meeting: string) {
  return {
    kind: 'case',
    type: 'convene',
    by: person('quinn'),
    via: 'web',
    meeting,
    seats: null,
    startsAt: null,
    why: 'To agree what to do.',
    urgent: false,
  } as const
}

function rootIn(world: TestApp) {
  return world.web.standing.find(({ place, slot }) => place === ROOM && slot === 'root')?.message
}

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
