import { describe, expect, test } from 'vitest'
import { memoryStore } from '../../adapters/stores/memory.ts'
import { delivery } from '../../src/app/deliver.ts'
import { handle } from '../../src/app/handle.ts'
import type { Store } from '../../src/app/ports.ts'
import type { Outcome } from '../../src/core/effect.ts'
import { plusSeconds } from '../../src/core/time/instant.ts'
import { openApp } from '../fixtures/app.ts'
import { convening, incident, person } from '../fixtures/cases.ts'
import { NURSE, note, putIn, raised, SLACK, slotsAt, WILLOW, waiting } from './delivering.ts'

const HOUR = 3600

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

test('what is no longer held when everything had been asked for is left to whoever has it', async () => {
  const store = memoryStore()
  let [frozen, asked] = [3, 0]
  const claim: Store['claim'] = async (now, most) => {
    const claims = await store.claim(now, most)
    return claims.map((one) => ({ ...one, until: frozen-- > 0 ? 0 : Number.POSITIVE_INFINITY }))
  }
  const world = await openApp({ store: { ...store, claim }, channels: ['web'] })
  world.app.channels.set('web', {
    ...world.web,
    async post(place, message, post, hold) {
      asked += 1
      hold?.()
      return world.web.post(place, message, post)
    },
  })

  const id = await raised(world)
  await world.pass(2)

  expect(asked - world.web.calls.length).toBe(3)
  expect(await waiting(world, id)).toEqual([])
  expect(slotsAt(world, WILLOW).filter((slot) => slot === 'root')).toHaveLength(1)
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

    for (let n = 0; n < 23; n++) await world.pass(HOUR)
    expect(await waiting(world, id)).not.toEqual([])
    for (let n = 0; n < 2; n++) await world.pass(HOUR)

    const { notices } = await world.record('case', id)
    expect(notices.map(({ said }) => said)).toContainEqual({
      say: 'notDone',
      words: expect.stringMatching(/Given up after 24 hours.*The service is down/),
    })
  })
})

describe('a message that waits while Muster is off for longer than a day', () => {
  const down: Outcome = { type: 'later', reason: 'The service is down.' }

  test('is not given up at the first try that fails afterwards', async () => {
    const world = await openApp()
    world.web.trouble(WILLOW, { with: down, times: 2 })
    const id = await raised(world)

    await world.pass(30 * HOUR)
    const left = await waiting(world, id)
    await world.pass(2)

    expect(left.find(({ queue }) => queue === WILLOW)).toMatchObject({ tries: 2, last: down })
    expect(slotsAt(world, WILLOW)).toContain('root')
  })

  test('and has never been tried yet is tried for a day from then', async () => {
    const world = await openApp()
    const id = await raised(world)
    world.web.trouble(WILLOW, { with: down, times: 1 })
    const place = { channel: 'web', to: { type: 'room', room: 'willow' } } as const
    const addedAt = plusSeconds(world.app.realNow(), -30 * HOUR)

    await putIn(world, id, { type: 'message', place, slot: 'root', urgent: false }, addedAt)
    await world.settle()

    expect(await waiting(world, id)).toMatchObject([{ tries: 1, last: down }])
  })
})

describe('a room', () => {
  test('is made once, however its making ended the first time', async () => {
    const world = await openApp({ channels: ['web'] })
    const id = await raised(world)
    const lost: Outcome = { type: 'unclear', reason: 'reset' }
    world.web.trouble('room', { with: lost, times: 1, arrives: true })

    await world.ask(convening(), id)
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
  test('sends to at most 128 places at once', async () => {
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

    for (let n = 0; n < 140; n++) {
      const by = { type: 'unlisted', channel: 'web', account: `guest-${n}`, name: 'Guest' } as const
      await handle(world.app, { key: `guest:${n}`, intent: incident({ by }) })
    }
    await expect.poll(() => now).toBe(128)
    open()
    await world.settle()

    expect(most).toBe(128)
    expect(world.web.standing.filter(({ slot }) => slot === 'receipt')).toHaveLength(140)
  })

  test('goes on after a service answered with text that no store takes', async () => {
    const world = await openApp()
    const garbage: Outcome = { type: 'unclear', reason: 'PNG\0\ud83d' }
    world.web.trouble(WILLOW, { with: garbage, times: 1 })

    const id = await raised(world)
    await world.pass(10)

    expect(slotsAt(world, WILLOW)).toContain('root')
    expect(await waiting(world, id)).toEqual([])
    expect(world.complaints).toEqual([])
  })

  test('does not post the same thing over and over when the outcome cannot be written down', async () => {
    const store = memoryStore()
    let full = false
    const filling: Store = {
      ...store,
      async settle(claim, ended) {
        if (full) throw new Error('ENOSPC: no space left on device')
        return store.settle(claim, ended)
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
          async claim() {
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
