import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { teamsChannel } from '../../../adapters/channels/teams/index.ts'
import { write } from '../../../src/app/read.ts'
import type { Slot } from '../../../src/core/effect.ts'
import { guard } from '../../../src/core/guard/identifiers.ts'
import { plainMessage } from '../../../src/core/message/plain.ts'
import type { Listing } from '../../../src/core/organisation/organisation.ts'
import type { RecordId } from '../../../src/core/record-id.ts'
import { summit } from '../../core/meeting/meeting.ts'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import { incident } from '../../fixtures/cases.ts'
import { listings } from '../../fixtures/directory.ts'
import { guarding } from '../../fixtures/guarding.ts'
import { type Authority, startAuthority } from './authority.ts'

const ROOM = '19:willow@thread.tacv2'
const WILLOW = 'web/room/willow'
const ORGANISER = '00000000-0000-4000-8000-0000000000ee'
const EVERYBODY = listings.flatMap(({ people }) => people.map(({ id }) => id))

const accountOf = (person: string) =>
  `00000000-0000-4000-8000-${String(EVERYBODY.indexOf(person) + 100).padStart(12, '0')}`

/** The made-up collaborative on Teams; its rooms stand on the web as well. */
const onTeams: readonly Listing[] = listings.map((one) => ({
  ...one,
  rooms: one.rooms.map((room) =>
    room.channel === 'slack' ? { ...room, channel: 'teams', room: ROOM } : room,
  ),
  people: one.people.map((person) => ({ ...person, accounts: { teams: accountOf(person.id) } })),
}))

let authority: Authority
let opened: TestApp

beforeEach(async () => {
  authority = await startAuthority()
  for (const person of EVERYBODY) authority.graph.add(accountOf(person), `${person}@example.org`)
  opened = await openApp({
    startsAt: '2027-03-26T20:20:00Z',
    channels: ['web', 'mail'],
    listings: onTeams,
    administrators: ['hugo@example.org'],
  })
  const { app, conversation, store } = opened
  const settings = { ...authority.settings, MUSTER_TEAMS_ORGANISER: ORGANISER }
  const own = { log: app.log, directory: app.directory, now: app.now }
  const host = { conversation, store, ...own, guard: (text: string) => guard(text, guarding) }
  const delivery = <Result>(_: string, work: (done: () => void) => Promise<Result>) =>
    work(() => {})
  await store.keepSetting('teams/service-url', authority.serviceUrl)
  app.channels.set('teams', (await teamsChannel(settings, { ...host, delivery })).channel)
})
afterEach(() => authority.close())

const graph = () => authority.graph.state

async function raised(): Promise<RecordId> {
  const answer = await opened.ask(incident())
  if (!answer.ok) throw new Error(answer.refusal.message)
  return answer.id
}

/** A risk summit, from the case on both services. */
async function convened(): Promise<RecordId> {
  const answer = await opened.ask({
    ...summit,
    case: await raised(),
    startsAt: null,
    seats: ['cqc-inspector', 'provider-chief-executive'],
    places: [
      { channel: 'web', to: { type: 'room', room: 'willow' } },
      { channel: 'teams', to: { type: 'room', room: ROOM } },
    ],
  })
  if (!answer.ok) throw new Error(answer.refusal.message)
  return answer.id
}

/** What a message of the meeting says now, wherever it stands. */
async function says(id: RecordId, slot: Slot): Promise<string | undefined> {
  const record = await opened.record('meeting', id)
  const message = write(opened.app, { type: 'operator' }, record, slot)
  return message && plainMessage(message, opened.app.directory())
}

const onTeamsChat = () => {
  const chat = graph().chats[0]?.id ?? 'none'
  const calls = authority.calls.filter(({ path }) => path.includes(chat))
  return JSON.stringify(calls.map(({ body }) => body))
}

describe('a room that Muster is not in', () => {
  beforeEach(() => {
    graph().without.add(ROOM)
  })

  test('takes no reminder: the next person and the mail have it at once, and the case says why', async () => {
    const id = await raised()

    const [, mail] = opened.channels
    expect((await opened.record('case', id)).late).toContainEqual(
      expect.objectContaining({ slot: 'nudge:D1:1', refused: true, instead: 'nudge:D1:2' }),
    )
    expect(mail?.calls.filter((call) => call.includes('nudge:D1:2'))).toEqual([
      'post mail/person/ivan nudge:D1:2',
      'post mail/person/ines nudge:D1:2',
    ])
    expect(opened.web.says(WILLOW, 'root')).toContain(
      'Teams did not take the reminder of D1 StEIS alert: Not reached on Teams: Muster is not installed there.',
    )
  })
})

describe('a summit on Teams', () => {
  test('has a chat with those who are on Teams, the brief in it, and one call for all', async () => {
    const id = await convened()

    expect(graph().chats).toMatchObject([
      { members: ['quinn', 'cleo', 'wanda', 'rhea'].map(accountOf), app: true },
    ])
    expect(graph().meetings).toEqual([
      { id: expect.any(String), externalId: id, organiser: ORGANISER, body: expect.anything() },
    ])
    expect(onTeamsChat()).toContain('https://teams.example/join/1')
    expect(await says(id, 'root')).toContain('Join the call: https://teams.example/join/1')
    // Nobody of those called is told on the web.
    expect(opened.web.rooms).toEqual([])
  })

  test('keeps one call when the answer to the first try was lost', async () => {
    graph().faults.push({ status: 504 }, 'lost', { status: 500 })

    const id = await convened()
    for (let n = 0; n < 8; n += 1) await opened.pass(60)

    expect(graph().meetings).toHaveLength(1)
    expect(graph().chats.filter(({ app }) => app)).toHaveLength(1)
    expect((await opened.record('meeting', id)).call?.url).toBe('https://teams.example/join/1')
  })

  test('is held in the case’s thread with the bridge where Graph gives no right, and says which are missing', async () => {
    graph().rights.clear()

    const id = await convened()

    const roll = await says(id, 'root')
    expect(roll).toMatch(
      /No room could be made on Teams: .*AppCatalog\.Read\.All.*consent\. The case’s thread is used/,
    )
    expect(roll).toMatch(/No call could be made on Teams: .*OnlineMeetings\.ReadWrite\.All/)
    expect((await opened.record('meeting', id)).places).toContainEqual(
      expect.objectContaining({ channel: 'teams', to: { type: 'room', room: ROOM } }),
    )
    expect((await opened.record('meeting', id)).call).toBeNull()
  })

  test('does without a call where the setting was taken away before it was made', async () => {
    // The chat’s first call and the meeting’s, in whatever order.
    graph().faults.push({ status: 503 }, { status: 503 })
    const id = await convened()
    const teams = opened.app.channels.get('teams')
    if (!teams) throw new Error('Teams is off')
    const { makeCall, ...without } = teams

    opened.app.channels.set('teams', without)
    await opened.pass(60)

    expect(makeCall).toBeDefined()
    expect((await opened.record('meeting', id)).undelivered).toContainEqual(
      expect.objectContaining({ slot: 'call', reason: expect.stringContaining('any more') }),
    )
  })

  test('names the access policy where that is what is missing', async () => {
    Object.assign(graph(), { policy: false })

    const id = await convened()

    const roll = await says(id, 'root')
    expect(roll).toContain('New-CsApplicationAccessPolicy')
  })
})

describe('somebody who has not got the app', () => {
  test('is called on Teams all the same, where Muster may install it', async () => {
    graph().without.add(accountOf('wanda'))

    const id = await convened()

    expect((await opened.record('meeting', id)).undelivered).toEqual([])
    expect(graph().without.size).toBe(0)
  })

  test('otherwise is said to be not reached, has a mail, and the next in line is called', async () => {
    graph().rights.delete('TeamsAppInstallation.ReadWriteSelfForUser.All')
    graph().without.add(accountOf('wanda'))

    const id = await convened()

    const meeting = await opened.record('meeting', id)
    expect(meeting.undelivered).toMatchObject([
      {
        slot: 'prompt:seat-wanda',
        place: 'teams/person/wanda',
        reason: expect.stringMatching(/^Not reached on Teams: .*ReadWriteSelfForUser\.All/),
      },
    ])
    expect(meeting.people).toContain('bao')
    const [, mail] = opened.channels
    expect(mail?.calls.filter((call) => call.includes('wanda prompt:'))).toEqual([
      'post mail/person/wanda prompt:seat-wanda',
    ])
    const roll = await says(id, 'root')
    expect(roll).toContain('Wanda Mensah was not reached on Teams: Muster is not installed')
  })
})
