import { describe, expect, test } from 'vitest'
import { list, messageFor, read, write } from '../../src/app/read.ts'
import type { Place } from '../../src/core/effect.ts'
import { plainMessage } from '../../src/core/message/plain.ts'
import type { Actor } from '../../src/core/people/actor.ts'
import type { Viewer } from '../../src/core/people/viewer.ts'
import { RecordId } from '../../src/core/record-id.ts'
import { openApp, type TestApp } from '../fixtures/app.ts'
import { convening, incident, person } from '../fixtures/cases.ts'

const nowhere = RecordId.parse('case-00000000')

function by(who: string | Actor): Viewer {
  return { type: 'actor', actor: typeof who === 'string' ? person(who) : who }
}

function at(room: string, channel = 'web'): Viewer {
  return { type: 'place', place: placeOf(room, channel) }
}

function placeOf(room: string, channel = 'web'): Place {
  return { channel, to: { type: 'room', room } }
}

async function raised(world: TestApp, over: Parameters<typeof incident>[0] = {}) {
  const answer = await world.ask(incident(over))
  if (!answer.ok) throw new Error(answer.refusal.message)
  return answer.id
}

const gus: Actor = { type: 'unlisted', channel: 'web', account: 'guest', name: 'Gus Guest' }

describe('a case is read by its own and by nobody else:', () => {
  test.each<[string, Viewer, boolean]>([
    ['a person of the provider', by('nia'), true],
    ['a person of its Lead Provider', by('quinn'), true],
    ['a person of its region’s quality team', by('mara'), true],
    ['a person of another provider', by('anya'), false],
    ['a person of another region’s quality team', by('meera'), false],
    ['a person of the ICB', by('ada'), false],
    ['a person of the regulator', by('cleo'), false],
    ['somebody who is not in the directory', by(gus), false],
    ['a person who left', by('nobody-any-more'), false],
    ['its room', at('willow'), true],
    ['its room on another channel', at('C0WILLOW', 'slack'), true],
    ['a room of the same name on another channel', at('willow', 'slack'), false],
    ['another provider’s room', at('aspen'), false],
    ['the raiser’s own place', { type: 'place', place: personal('nia') }, true],
    ['another person’s place', { type: 'place', place: personal('anya') }, false],
    ['an administrator at the command line', { type: 'operator' }, true],
  ])('%s', async (_who, viewer, sees) => {
    const world = await openApp()
    const id = await raised(world)

    expect((await read(world.app, viewer, id)) !== undefined).toBe(sees)
  })

  test('both regions’ teams where a service is kept in another region', async () => {
    const world = await openApp()
    const id = await raised(world, { provider: 'aspen', by: person('anya') })

    const seen = ['mara', 'meera', 'nia'].map((who) => read(world.app, by(who), id))

    expect((await Promise.all(seen)).map((record) => record !== undefined)).toEqual([
      true,
      true,
      false,
    ])
  })

  test('somebody who was removed from the directory no longer', async () => {
    const world = await openApp()
    const id = await raised(world)
    const willow = world.app.directory().organisations.find(({ slug }) => slug === 'willow')
    if (!willow) throw new Error('Willow is gone')
    const { imported } = willow

    await world.ask(
      {
        kind: 'organisation',
        type: 'import',
        listing: { ...imported, people: imported.people.filter((one) => one.id !== 'nia') },
      },
      willow.id,
    )

    expect(await read(world.app, by('nia'), id)).toBeUndefined()
  })
})

function personal(who: string): Place {
  return { channel: 'web', to: { type: 'person', person: who } }
}

describe('what may not be seen', () => {
  test('cannot be told from what is not there', async () => {
    const world = await openApp()
    const id = await raised(world)

    expect(await read(world.app, by('anya'), id)).toEqual(
      await read(world.app, by('anya'), nowhere),
    )
    expect(await messageFor(world.app, placeOf('aspen'), id, 'root')).toEqual(
      await messageFor(world.app, placeOf('aspen'), nowhere, 'root'),
    )
  })

  test('is not listed either, soonest owed first for those who see it', async () => {
    const world = await openApp()
    const later = await raised(world)
    const sooner = await raised(world, {
      occurredAt: '2027-03-26T08:00:00Z',
      identifiedAt: '2027-03-26T09:00:00Z',
    })
    await raised(world, { provider: 'aspen', by: person('anya') })
    const query = { facets: { kind: 'case' } }

    const seen = async (who: string) =>
      (await list(world.app, by(who), query)).map(({ record }) => record.id)

    expect(await seen('nia')).toEqual([sooner, later])
    expect(await seen('anya')).toHaveLength(1)
    expect(await seen('quinn')).toHaveLength(3)
    expect(await seen('cleo')).toEqual([])
  })
})

describe('a meeting’s room', () => {
  async function summit(world: TestApp) {
    const id = await raised(world)
    await world.ask(convening(), id)
    const [meeting] = await world.store.list({ facets: { kind: 'meeting' } })
    if (!meeting) throw new Error('No meeting was called')
    return meeting.id
  }

  test.each([
    ['rhea', true],
    ['quinn', true],
    ['cleo', true],
    ['nia', false],
    ['anya', false],
  ])('is for those who were called: %s %s', async (who, sees) => {
    const world = await openApp()
    const id = await summit(world)

    expect((await read(world.app, by(who), id)) !== undefined).toBe(sees)
  })

  test('does not show the case to those who were called from elsewhere', async () => {
    const world = await openApp()
    await summit(world)
    const [kase] = await world.store.list({ facets: { kind: 'case' } })

    expect(await read(world.app, by('cleo'), kase?.id ?? nowhere)).toBeUndefined()
  })
})

describe('whoever raised it in confidence', () => {
  const NAME = 'Nia Roberts'

  async function inConfidence(world: TestApp) {
    return raised(world, { how: 'inConfidence' })
  }

  test.each([
    ['the quality lead', 'quinn', true],
    ['the deputy who may act for the quality lead', 'dora', true],
    ['another person of the Lead Provider', 'hugo', false],
    ['their own chief executive', 'wanda', false],
    ['the incident lead', 'ivan', false],
    ['the Quality Manager', 'mara', false],
  ])('is named to %s (%s): %s', async (_who, who, named) => {
    const world = await openApp()
    const id = await inConfidence(world)
    const record = await read(world.app, by(who), id)
    if (!record) throw new Error('It should be seen')

    const root = write(world.app, by(who), record, 'root')

    const words = root ? plainMessage(root, world.app.directory()) : ''
    expect(words.includes(NAME)).toBe(named)
    expect(words).toContain('in confidence')
  })

  test('is never named in a place, whatever happens to the case', async () => {
    const world = await openApp()
    const id = await inConfidence(world)
    await world.ask(
      {
        kind: 'case',
        type: 'triage',
        by: person('quinn'),
        triggers: [{ id: 'T3', evidence: 'Seen.', direction: 'new' }],
        consequence: 4,
        likelihood: 4,
        urgent: true,
        safeguardingRoute: false,
      },
      id,
    )
    await world.ask(convening(), id)
    await world.moveTo('2027-03-30T12:00:00Z')

    const said = world.channels.flatMap(({ standing }) => standing)
    expect(said.length).toBeGreaterThan(30)
    for (const { place, slot, words } of said) expect(words, `${place} ${slot}`).not.toContain(NAME)
    expect(JSON.stringify(said.map(({ message }) => message))).not.toContain('"person":"nia"')
  })

  test('is named as “someone in confidence” in the room', async () => {
    const world = await openApp()
    const id = await inConfidence(world)

    const message = await messageFor(world.app, placeOf('willow'), id, 'root')

    expect(message && plainMessage(message, world.app.directory())).toContain(
      'someone in confidence',
    )
  })

  test('is told so in the confirmation', async () => {
    const world = await openApp()
    await inConfidence(world)

    expect(world.web.says('web/person/nia', 'receipt')).toContain('You raised it in confidence')
  })
})
