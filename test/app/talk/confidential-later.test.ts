import { describe, expect, test } from 'vitest'
import { organisationId, type RecordId, referenceOf } from '../../../src/core/record-id.ts'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import { concern, incident, person } from '../../fixtures/cases.ts'
import { confidential, done, listed, ROOM, SECRET } from './confidentially.ts'
import { fieldIn, formIn, speaker, wordsOf } from './speaking.ts'

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
    const standing = (one: string) => world.web.standing.filter(({ slot }) => slot === one)
    expect(standing('roll').map(({ place }) => place)).toEqual(['web/room/willow'])

    const reason = 'It is about a colleague.'
    await done(
      world,
      { kind: 'case', type: 'makeConfidential', by: person('quinn'), reason },
      answer.id,
    )

    expect(standing('roll')).toHaveLength(1)
    expect(standing('roll')[0]?.words).toMatch(/^This case is now confidential/)
    expect(standing('root').at(-1)?.place).toMatch(/^web\/room\/room-/)
    expect(standing('root').at(-1)?.words).toContain('Seats: ')
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
