import { describe, expect, test } from 'vitest'
import { memoryStore } from '../../adapters/stores/memory.ts'
import { delivery } from '../../src/app/deliver.ts'
import { handle } from '../../src/app/handle.ts'
import type { Store, Task } from '../../src/app/ports.ts'
import { type Effect, type Outcome, queueOf } from '../../src/core/effect.ts'
import type { RecordId } from '../../src/core/record-id.ts'
import { openApp, type TestApp } from '../fixtures/app.ts'
import { incident, person } from '../fixtures/cases.ts'

const WILLOW = 'web/room/willow'
const SLACK = 'slack/room/C0WILLOW'
const NURSE = 'web/person/nia'
const HOUR = 3600

async function raised(world: TestApp): Promise<RecordId> {
  const answer = await world.ask(incident(), undefined, 'form:opening')
  if (!answer.ok) throw new Error(answer.refusal.message)
  return answer.id
}

function note(world: TestApp, id: RecordId, text: string) {
  return world.ask({ kind: 'case', type: 'note', by: person('quinn'), text }, id)
}

/** Puts an effect into the outbox of a record as if one of its facts had asked for it. */
async function putIn(world: TestApp, id: RecordId, effect: Effect): Promise<void> {
  const saved = await world.store.load(id)
  const listed = await world.store.list({ facets: { kind: 'case' } })
  const index = listed.find((one) => one.id === id)?.index
  if (!saved || !index) throw new Error(`${id} is not there`)
  const { version } = saved
  const queue = queueOf(effect)
  const addedAt = world.app.realNow()
  const task: Task = { id: `${id}:x:${queue}`, record: id, queue, effect, tries: 0, addedAt }
  const change = { saved: { ...saved, version: version + 1 }, index, tasks: [task] }
  await world.store.save(id, version, { ...change, entries: [], requests: [] })
}

function slotsAt(world: TestApp, place: string): string[] {
  return world.web.standing.filter((one) => one.place === place).map(({ slot }) => slot)
}

async function waiting(world: TestApp, id: RecordId): Promise<readonly Task[]> {
  const tasks = await world.store.outbox(id)
  return tasks.filter(({ last }) => last?.type !== 'done' && last?.type !== 'never')
}

describe('a place', () => {
  test('gets the root first, and everything else in its thread', async () => {
    const world = await openApp()

    await raised(world)

    const [root, ...others] = world.web.standing.filter(({ place }) => place === WILLOW)
    expect(root).toMatchObject({ slot: 'root', thread: undefined })
    expect(others.map(({ slot }) => slot)).toContain('prompt:triage')
    expect(others.every(({ thread }) => thread === root?.ref)).toBe(true)
  })

  test('keeps its order while its first message is delayed', async () => {
    const world = await openApp()
    world.web.trouble(WILLOW, { with: { type: 'later', reason: 'busy' }, times: 3 })

    const id = await raised(world)
    expect(slotsAt(world, WILLOW)).toEqual([])
    await note(world, id, 'One.')
    for (let n = 0; n < 8; n++) await world.pass(1)

    expect(slotsAt(world, WILLOW)[0]).toBe('root')
    expect(slotsAt(world, WILLOW).at(-1)).toMatch(/^notice:/)
    expect(await waiting(world, id)).toEqual([])
  })

  test('that is stuck holds up no other', async () => {
    const world = await openApp()
    world.web.trouble(WILLOW, { with: { type: 'later', reason: 'busy' } })

    await raised(world)

    const [, slack] = world.channels
    expect(slack?.says(SLACK, 'root')).toContain('Serious incident')
    expect(world.web.says(NURSE, 'receipt')).toContain('Thank you.')
    expect(slotsAt(world, WILLOW)).toEqual([])
  })

  test('gets an update of its message, not a second one', async () => {
    const world = await openApp()
    const id = await raised(world)

    await world.ask({ kind: 'case', type: 'have', by: person('ivan'), clock: 'D1' }, id)

    expect(slotsAt(world, WILLOW).filter((slot) => slot === 'root')).toHaveLength(1)
    expect(world.web.calls).toContain(`update ${WILLOW} root`)
    expect(world.web.says(WILLOW, 'root')).toContain('Ivan Petrov has it')
  })

  test('gets one message for all that changed while it was stuck, written when it is sent', async () => {
    const world = await openApp()
    const id = await raised(world)
    const before = world.web.calls.length
    world.web.trouble(WILLOW, { with: { type: 'later', reason: 'busy' }, times: 1 })
    await note(world, id, 'Holds the queue.')

    await world.ask({ kind: 'case', type: 'have', by: person('ivan'), clock: 'D1' }, id)
    await world.ask({ kind: 'case', type: 'have', by: person('ines'), clock: 'D1' }, id)
    await world.pass(2)

    const since = world.web.calls.slice(before).filter((call) => call.includes(WILLOW))
    expect(since.filter((call) => call === `update ${WILLOW} root`)).toHaveLength(1)
    expect(world.web.says(WILLOW, 'root')).toContain('Ines Carvalho has it')
  })

  test('that may not see the record when it is sent gets nothing', async () => {
    const world = await openApp()
    const id = await raised(world)
    const place = { channel: 'web', to: { type: 'room', room: 'aspen' } } as const

    await putIn(world, id, { type: 'message', place, slot: 'root', urgent: false })
    await world.settle()

    expect(world.web.tries).not.toContain('web/room/aspen')
    expect(await waiting(world, id)).toEqual([])
  })

  test('to which there was nothing to say yet gets a new message once there is', async () => {
    const world = await openApp()
    const id = await raised(world)
    const place = { channel: 'web', to: { type: 'person', person: 'nia' } } as const
    await putIn(world, id, { type: 'message', place, slot: 'outcome:1', urgent: false })
    await world.settle()
    expect(slotsAt(world, NURSE)).toEqual(['receipt'])

    await world.ask(
      {
        kind: 'case',
        type: 'panel',
        by: person('quinn'),
        decision: 'downgrade',
        heldAt: '2027-03-26T20:20:00Z',
        chair: 'Quinn Adeyemi',
        qualityManagerPresent: true,
        reason: 'Not one.',
        answers: {},
      },
      id,
    )

    expect(world.web.calls).toContain(`post ${NURSE} outcome:1`)
  })
})

describe('a service that asks to wait', () => {
  test('is left alone for as long as it asked, in real time', async () => {
    const world = await openApp()
    const later: Outcome = { type: 'later', reason: 'slow down', retryAfterSeconds: 120 }
    world.web.trouble(WILLOW, { with: later, times: 1 })
    await raised(world)
    const tried = () => world.web.tries.filter((place) => place === WILLOW).length

    await world.pass(119)
    expect(tried()).toBe(1)
    await world.pass(1)

    expect(slotsAt(world, WILLOW)).toContain('root')
  })

  test('is not tried sooner because the records’ clock was moved on', async () => {
    const world = await openApp()
    const later: Outcome = { type: 'later', reason: 'slow down', retryAfterSeconds: 120 }
    world.web.trouble(WILLOW, { with: later, times: 1 })
    await raised(world)

    await world.moveTo('2027-03-27T12:00:00Z')

    expect(world.web.tries.filter((place) => place === WILLOW)).toHaveLength(1)
  })

  test('and says no time is tried with growing pauses of at most ten minutes', async () => {
    const world = await openApp()
    await raised(world)
    world.web.trouble(WILLOW, { with: { type: 'later', reason: 'down' } })
    const before = world.web.tries.length
    const times: number[] = []
    const id = await raisedId(world)
    await note(world, id, 'Hello.')

    for (let second = 0; second <= 2 * HOUR; second++) {
      const tries = world.web.tries.length - before
      if (tries > times.length) times.push(second)
      await world.pass(1)
    }

    const pauses = times.slice(1).map((time, n) => time - (times[n] ?? 0))
    expect(pauses.slice(0, 4)).toEqual([1, 2, 4, 8])
    expect(Math.max(...pauses)).toBe(600)
  })
})

async function raisedId(world: TestApp): Promise<RecordId> {
  const [first] = await world.store.list({ facets: { kind: 'case' } })
  if (!first) throw new Error('Nothing was raised')
  return first.id
}

describe('a message whose fate is unclear', () => {
  test.each<[string, Outcome | Error]>([
    ['a time-out', { type: 'unclear', reason: 'timed out' }],
    ['something that was thrown', new Error('socket hang up')],
  ])('after %s is looked for, and not posted twice when it had arrived', async (_what, trouble) => {
    const world = await openApp()
    world.web.trouble(WILLOW, { with: trouble, times: 1, arrives: true })

    const id = await raised(world)
    await world.pass(2)

    expect(world.web.calls.filter((call) => call === `post ${WILLOW} root`)).toHaveLength(1)
    expect(await waiting(world, id)).toEqual([])
    const [root] = world.web.standing.filter(({ slot }) => slot === 'root')
    expect(await world.store.shown(id, WILLOW, 'root')).toBe(root?.ref)
  })

  test('is posted again when it is not found', async () => {
    const world = await openApp()
    world.web.trouble(WILLOW, { with: { type: 'unclear', reason: 'reset' }, times: 2 })

    const id = await raised(world)
    for (let n = 0; n < 5; n++) await world.pass(1)

    expect(slotsAt(world, WILLOW).filter((slot) => slot === 'root')).toHaveLength(1)
    expect(await waiting(world, id)).toEqual([])
  })

  test('is posted once, and then brought up to date, when it changed meanwhile', async () => {
    const world = await openApp()
    world.web.trouble(WILLOW, {
      with: { type: 'unclear', reason: 'reset' },
      times: 1,
      arrives: true,
    })

    const id = await raised(world)
    await world.ask({ kind: 'case', type: 'have', by: person('ivan'), clock: 'D1' }, id)
    for (let n = 0; n < 5; n++) await world.pass(1)

    expect(slotsAt(world, WILLOW).filter((slot) => slot === 'root')).toHaveLength(1)
    expect(world.web.says(WILLOW, 'root')).toContain('Ivan Petrov has it')
  })
})

describe('a message that cannot be delivered', () => {
  const gone: Outcome = { type: 'never', reason: 'The room was archived.' }

  test('is told to the record, which tells its other places', async () => {
    const world = await openApp()
    world.web.trouble(WILLOW, { with: gone })

    const id = await raised(world)

    const { notices } = await world.record('case', id)
    expect(notices.map(({ said }) => said)).toContainEqual({
      say: 'notDone',
      words: expect.stringContaining('The room was archived.'),
    })
    const [, slack] = world.channels
    expect(slack?.standing.some(({ words }) => words.includes('The room was archived.'))).toBe(true)
  })

  test('does not lead to messages without end, even where no place can be reached', async () => {
    const world = await openApp()
    for (const channel of world.channels) {
      for (const place of [WILLOW, SLACK, NURSE]) channel.trouble(place, { with: gone })
    }

    const id = await raised(world)
    const tries = world.channels.map((channel) => channel.tries.length)
    for (let n = 0; n < 5; n++) await world.pass(60)

    expect(world.channels.map((channel) => channel.tries.length)).toEqual(tries)
    expect(Math.max(...tries)).toBeLessThan(30)
    expect(await waiting(world, id)).toEqual([])
  })

  test('because its channel is switched off waits for it to be switched on again', async () => {
    const before = await openApp()
    const id = await raised(before)
    const world = await openApp({ store: before.store, channels: ['web'] })

    await note(world, id, 'Slack is off now.')

    expect(await waiting(world, id)).not.toEqual([])
    const outbox = await world.store.outbox(id)
    expect(outbox.map(({ last }) => last)).toContainEqual({
      type: 'later',
      reason: 'The channel “slack” is not switched on.',
    })
  })

  test('is given up after 24 hours, and the record learns it', async () => {
    const world = await openApp()
    world.web.trouble(WILLOW, { with: { type: 'later', reason: 'The service is down.' } })
    const id = await raised(world)

    await world.pass(23 * HOUR)
    expect(await waiting(world, id)).not.toEqual([])
    await world.pass(2 * HOUR)

    const { notices } = await world.record('case', id)
    expect(notices.map(({ said }) => said)).toContainEqual({
      say: 'notDone',
      words: expect.stringMatching(/Given up after 24 hours.*The service is down/),
    })
  })
})

describe('a room', () => {
  test('is made once, however its making ended the first time', async () => {
    const world = await openApp({ channels: ['web'] })
    const id = await raised(world)
    const lost: Outcome = { type: 'unclear', reason: 'reset' }
    world.web.trouble('room', { with: lost, times: 1, arrives: true })

    await world.ask(
      {
        kind: 'case',
        type: 'convene',
        by: person('quinn'),
        via: 'web',
        meeting: 'M1',
        seats: null,
        startsAt: null,
        why: 'A grave risk.',
        urgent: true,
      },
      id,
    )
    await world.pass(2)

    expect(world.web.rooms).toHaveLength(1)
    const [meeting] = await world.store.list({ facets: { kind: 'meeting' } })
    if (!meeting) throw new Error('No meeting was called')
    expect((await world.record('meeting', meeting.id)).places).toEqual([
      { channel: 'web', to: { type: 'room', room: 'room-1' } },
    ])
  })
})

describe('the outbox', () => {
  test('sends to at most 32 places at once', async () => {
    const world = await openApp({ channels: ['web'] })
    let [now, most] = [0, 0]
    let open: () => void = () => {}
    const gate = new Promise<void>((resolve) => {
      open = resolve
    })
    world.app.channels.set('web', {
      ...world.web,
      async post(place, message, post) {
        now += 1
        most = Math.max(most, now)
        await gate
        now -= 1
        return world.web.post(place, message, post)
      },
    })

    for (let n = 0; n < 40; n++) {
      const by = { type: 'unlisted', channel: 'web', account: `guest-${n}`, name: 'Guest' } as const
      await handle(world.app, { key: `guest:${n}`, intent: incident({ by }) })
    }
    open()
    await world.settle()

    expect(most).toBe(32)
    expect(world.web.standing.filter(({ slot }) => slot === 'receipt')).toHaveLength(40)
  })

  test('does not post the same thing over and over when the outcome cannot be written down', async () => {
    const store = memoryStore()
    let full = false
    const filling: Store = {
      ...store,
      async settle(task, replies) {
        if (full) throw new Error('ENOSPC: no space left on device')
        await store.settle(task, replies)
      },
    }
    const world = await openApp({ store: filling, channels: ['web'] })
    full = true
    const id = await raised(world)
    for (let n = 0; n < 5; n++) await world.pass(60)
    const tries = world.web.tries.length
    full = false
    for (let n = 0; n < 3; n++) await world.pass(600)

    expect(tries).toBe(2)
    expect(slotsAt(world, WILLOW).filter((slot) => slot === 'root')).toHaveLength(1)
    expect(slotsAt(world, NURSE)).toEqual(['receipt'])
    expect(await waiting(world, id)).toEqual([])
  })

  test.each(Array.from({ length: 12 }, (_, n) => n))(
    'is looked at again when it is asked to %i moments after a look began',
    async (moments) => {
      const world = await openApp()
      let looks = 0
      const outbox = delivery({
        ...world.app,
        store: {
          ...world.store,
          async tasks() {
            looks += 1
            if (looks === 1) void later(moments, outbox.kick)
            return []
          },
        },
      })

      outbox.kick()
      await later(40, () => {})

      expect(looks).toBe(2)
    },
  )
})

async function later(moments: number, doing: () => void): Promise<void> {
  for (let n = 0; n < moments; n++) await Promise.resolve()
  doing()
}
