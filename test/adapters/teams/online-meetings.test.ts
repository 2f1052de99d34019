import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { teamsCalls } from '../../../adapters/channels/teams/calls.ts'
import { graphOf } from '../../../adapters/channels/teams/graph.ts'
import { teamsChannel } from '../../../adapters/channels/teams/index.ts'
import { write } from '../../../src/app/read.ts'
import { guard } from '../../../src/core/guard/identifiers.ts'
import { plainMessage } from '../../../src/core/message/plain.ts'
import type { RecordId } from '../../../src/core/record-id.ts'
import { person, summit } from '../../core/meeting/meeting.ts'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import { incident } from '../../fixtures/cases.ts'
import { guarding } from '../../fixtures/guarding.ts'
import { type Authority, startAuthority } from './authority.ts'

const ORGANISER = '00000000-0000-4000-8000-0000000000ee'
const FIRST = '2027-03-29T14:00:00Z'
const SECOND = '2027-03-30T09:30:00Z'
const JOIN = 'https://teams.example/join/1'

let authority: Authority

beforeEach(async () => {
  authority = await startAuthority()
})
afterEach(() => authority.close())

const graph = () => authority.graph.state
const asked = () =>
  graph().calls.map((call) => call.replace(/MSo1\S+/, 'ID').replace(ORGANISER, 'O'))

describe('an online meeting', () => {
  const calls = () => teamsCalls(graphOf(authority.settings), ORGANISER)
  const call = { id: 'meeting-m7k2m9q4', subject: 'Risk summit', startsAt: FIRST }
  const done = { type: 'done', ref: JOIN }

  test('is made in one call, and in one again where nothing changed', async () => {
    expect(await calls().makeCall(call)).toEqual(done)
    expect(await calls().makeCall(call)).toEqual(done)

    expect(asked()).toEqual(Array(2).fill('POST /users/O/onlineMeetings/createOrGet'))
  })

  test('gets another start with its end and keeps its link', async () => {
    await calls().makeCall(call)

    expect(await calls().makeCall({ ...call, startsAt: SECOND })).toEqual(done)

    expect(graph().meetings).toMatchObject([
      { body: { startDateTime: SECOND, endDateTime: '2027-03-30T10:30:00Z' } },
    ])
    expect(asked().at(-1)).toBe('PATCH /users/O/onlineMeetings/ID')
  })

  test('is not there any more once it is ended, however often', async () => {
    await calls().makeCall(call)

    for (let n = 0; n < 2; n += 1)
      expect(await calls().endCall(call.id)).toMatchObject({ type: 'done' })

    expect(graph().meetings).toEqual([])
  })

  test('that is deleted by somebody else meanwhile is ended', async () => {
    await calls().makeCall(call)
    graph().faults.push('none', { status: 404 })

    expect(await calls().endCall(call.id)).toMatchObject({ type: 'done' })
  })

  test.each(['makeCall', 'endCall'] as const)('says which right %s takes', async (what) => {
    await calls().makeCall(call)
    graph().rights.delete('OnlineMeetings.ReadWrite.All')

    const outcome =
      what === 'endCall'
        ? await calls().endCall(call.id)
        : await calls().makeCall({ ...call, startsAt: SECOND })

    expect(outcome).toMatchObject({
      type: 'never',
      reason: expect.stringContaining('OnlineMeetings.ReadWrite.All'),
    })
  })

  test('is tried again where Graph is busy', async () => {
    await calls().makeCall(call)
    graph().faults.push('none', { status: 503 })

    expect(await calls().makeCall({ ...call, startsAt: SECOND })).toMatchObject({ type: 'later' })
  })
})

describe('the call of a meeting on Teams', () => {
  let opened: TestApp

  beforeEach(async () => {
    opened = await openApp({ startsAt: '2027-03-26T20:20:00Z', channels: ['web'] })
    const { app, conversation, store } = opened
    const settings = { ...authority.settings, MUSTER_TEAMS_ORGANISER: ORGANISER }
    const own = { log: app.log, directory: app.directory, now: app.now }
    const host = { conversation, store, ...own, guard: (text: string) => guard(text, guarding) }
    const delivery = <Result>(_: string, work: (done: () => void) => Promise<Result>) =>
      work(() => {})
    app.channels.set('teams', (await teamsChannel(settings, { ...host, delivery })).channel)
  })

  async function convened(): Promise<RecordId> {
    const raised = await opened.ask(incident())
    if (!raised.ok) throw new Error(raised.refusal.message)
    const places = [{ channel: 'web', to: { type: 'room', room: 'willow' } } as const]
    const answer = await opened.ask({ ...summit, case: raised.id, startsAt: FIRST, places })
    if (!answer.ok) throw new Error(answer.refusal.message)
    return answer.id
  }

  const by = person('quinn')
  const move = (id: RecordId, startsAt = SECOND) =>
    opened.ask(
      { kind: 'meeting', type: 'changeTime', by, startsAt, reason: 'The chair is away.' },
      id,
    )
  const callOff = (id: RecordId) =>
    opened.ask({ kind: 'meeting', type: 'callOff', by, reason: 'It was the wrong provider.' }, id)

  async function says(id: RecordId): Promise<string> {
    const record = await opened.record('meeting', id)
    const message = write(opened.app, { type: 'operator' }, record, 'root')
    return message ? plainMessage(message, opened.app.directory()) : ''
  }

  test('starts when the meeting does, also after two changes and a lost answer', async () => {
    const id = await convened()
    graph().faults.push('none', 'lost')

    await move(id, '2027-03-30T08:00:00Z')
    await move(id)
    for (let n = 0; n < 4; n += 1) await opened.pass(60)

    expect(graph().meetings).toMatchObject([{ externalId: id, body: { startDateTime: SECOND } }])
    expect(await says(id)).toContain(`Join the call: ${JOIN}`)
  })

  test('is gone when the meeting is called off', async () => {
    const id = await convened()
    graph().faults.push('none', 'lost')

    await callOff(id)
    for (let n = 0; n < 4; n += 1) await opened.pass(60)

    expect(graph().meetings).toEqual([])
    expect((await opened.record('meeting', id)).undelivered).toEqual([])
  })

  test('is made no more once the meeting is called off', async () => {
    graph().faults.push({ status: 503 })
    const id = await convened()

    await callOff(id)
    for (let n = 0; n < 4; n += 1) await opened.pass(60)

    expect(graph().meetings).toEqual([])
  })

  test('keeps its link where Graph refuses the new time, and the roll says who can mend it', async () => {
    const id = await convened()
    graph().rights.clear()

    await move(id)

    const roll = await says(id)
    expect(roll).toContain(`Join the call: ${JOIN}`)
    expect(roll).toMatch(/still shows its old time.*OnlineMeetings\.ReadWrite\.All/)
  })

  test('that cannot be taken away is said to be there still', async () => {
    const id = await convened()
    graph().rights.clear()

    await callOff(id)

    expect(await says(id)).toMatch(/could not be taken away.*OnlineMeetings\.ReadWrite\.All/)
  })
})
