import { describe, expect, test } from 'vitest'
import { memoryStore } from '../../adapters/stores/memory.ts'
import type { Store } from '../../src/app/ports.ts'
import type { RecordId } from '../../src/core/record-id.ts'
import { referenceOf } from '../../src/core/record-id.ts'
import type { Instant } from '../../src/core/time/instant.ts'
import { openApp, type TestApp } from '../fixtures/app.ts'
import { concern, incident, person } from '../fixtures/cases.ts'

const MINUTES = 60
const HOURS = 3600
const DAYS = 24 * HOURS
const EARLIER: Instant = '2027-03-26T19:00:00Z'

async function raise(world: TestApp, intent = incident()): Promise<RecordId> {
  const answer = await world.ask(intent)
  if (!answer.ok) throw new Error(answer.refusal.message)
  return answer.id
}

/** New messages since, without updates: `post web/room/willow nudge:D1:3`. */
function postsSince(world: TestApp): () => readonly string[] {
  const before = world.channels.map(({ calls }) => calls.length)
  return () =>
    world.channels.flatMap(({ calls }, index) =>
      calls.slice(before[index]).filter((call) => call.startsWith('post ')),
    )
}

/** A store that stops for good after so many saves: the process was killed. */
function mortal(store: Store): { store: Store; dieAfter(saves: number): void } {
  let left = Number.POSITIVE_INFINITY
  const alive = () => {
    if (left <= 0) throw new Error('killed')
  }
  return {
    dieAfter: (saves) => {
      left = saves
    },
    store: {
      ...store,
      async save(...args) {
        alive()
        left -= 1
        return store.save(...args)
      },
      async keepSetting(...args) {
        alive()
        return store.keepSetting(...args)
      },
      async requests(most) {
        alive()
        return store.requests(most)
      },
    },
  }
}

describe('off for three days', () => {
  test('each room gets one new message, which says all that is late', async () => {
    const world = await openApp()
    const one = await raise(world)
    const other = await raise(world, incident({ occurredAt: EARLIER, identifiedAt: EARLIER }))
    const urgent = await raise(world, incident({ provider: 'aspen', danger: true }))
    const posts = postsSince(world)

    await world.off(3 * DAYS)

    expect(posts()).toEqual([
      'post web/room/aspen notice:1',
      'post web/room/willow notice:1',
      'post slack/room/C0WILLOW notice:1',
    ])
    expect(world.web.says('web/room/willow', 'notice:1')).toBe(
      [
        'Muster was off: 6 reminders are late',
        'Off from Fri 26 Mar 2027 20:20 GMT until Mon 29 Mar 2027 21:20 BST. Here they are, the most urgent first. To answer, go to the thread of the case.',
        'Became overdue while Muster was off:',
        `- ${referenceOf(other)} D1 StEIS alert: OVERDUE since Sun 28 Mar 2027 20:00 BST. Ivan Petrov, Ines Carvalho.`,
        `- ${referenceOf(one)} D1 StEIS alert: OVERDUE since Sun 28 Mar 2027 21:15 BST. Ivan Petrov, Ines Carvalho.`,
        'Still to be done:',
        `- ${referenceOf(other)} D3a 72-hour report to the Lead Provider: was due Mon 29 Mar 2027 20:00 BST. Ivan Petrov.`,
        `- ${referenceOf(one)} D3a 72-hour report to the Lead Provider: was due Mon 29 Mar 2027 21:15 BST. Ivan Petrov.`,
        'Waiting for an answer:',
        `- ${referenceOf(other)} Please triage this case: asked Fri 26 Mar 2027 20:20 GMT, no answer yet. Quinn Adeyemi, Dora Novak.`,
        `- ${referenceOf(one)} Please triage this case: asked Fri 26 Mar 2027 20:20 GMT, no answer yet. Quinn Adeyemi, Dora Novak.`,
        'All later reminders come at their times.',
        '[What I owe]',
      ].join('\n'),
    )
    const aspen = world.web.says('web/room/aspen', 'notice:1')
    expect(aspen).toContain(
      `Urgent:\n- ${referenceOf(urgent)} Please triage this case: asked Fri 26 Mar 2027 20:20 GMT`,
    )
    expect(aspen).not.toContain('Ivan')
  })

  test('stands at the top of its room, and the case’s first message is up to date', async () => {
    const world = await openApp()
    await raise(world)

    await world.off(3 * DAYS)

    const notice = world.web.standing.find(({ slot }) => slot === 'notice:1')
    expect(notice?.thread).toBeUndefined()
    expect(world.web.says('web/room/willow', 'root')).toContain(
      'OVERDUE since Sun 28 Mar 2027 21:15 BST',
    )
  })

  test('the clock has moved on as if it had nudged once, and its history says so', async () => {
    const world = await openApp()
    const id = await raise(world)

    await world.off(3 * DAYS)

    const d1 = (await world.record('case', id)).clocks.find(({ rule }) => rule === 'D1')
    expect(d1).toMatchObject({
      state: 'missed',
      reached: ['ivan', 'ines'],
      nudgeAt: '2027-03-30T08:00:00Z',
      climbAt: '2027-03-29T20:50:00Z',
    })
    expect(d1?.nudges.at(-1)).toMatchObject({ n: 2, why: 'overdue', folded: true })
    const events = (await world.store.history(id)).map(({ body }) => JSON.parse(body ?? '{}'))
    expect(events.map(({ type }) => type)).toContain('caughtUp')
  })

  test('nothing is skipped: the climb and the next reminder come as ever, with the live buttons', async () => {
    const world = await openApp()
    await raise(world)
    await world.off(3 * DAYS)
    const posts = postsSince(world)

    await world.moveTo('2027-03-30T08:00:00Z')

    const willow = posts().filter((call) => call.startsWith('post web/room/willow nudge:D1'))
    expect(willow).toEqual([3, 4, 5, 6].map((n) => `post web/room/willow nudge:D1:${n}`))
    expect(world.web.says('web/room/willow', 'nudge:D1:1')).not.toContain('[It is done…]')
    expect(world.web.says('web/room/willow', 'nudge:D1:6')).toContain('[It is done…]')
    expect(world.web.says('web/room/willow', 'nudge:D1:2')).toBeUndefined()
  })

  test('the buttons of the last message that was sent stay live until then', async () => {
    const world = await openApp()
    await raise(world)

    await world.off(3 * DAYS)

    expect(world.web.says('web/room/willow', 'nudge:D1:1')).toContain('[It is done…]')
    expect(world.web.says('web/room/willow', 'prompt:triage')).toContain('[Triage]')
  })

  test('off again, each room gets one more', async () => {
    const world = await openApp()
    await raise(world)
    await world.off(3 * DAYS)
    const posts = postsSince(world)

    await world.off(1 * DAYS)

    expect(posts()).toEqual(['post web/room/willow notice:2', 'post slack/room/C0WILLOW notice:2'])
    expect(world.web.says('web/room/willow', 'notice:2')).toContain('Overdue before that:')
  })

  test('a case without a room of its own is told in the Lead Provider’s', async () => {
    const world = await openApp()
    await raise(world, incident({ provider: 'fern' }))
    await raise(world, incident({ provider: 'fern' }))
    const posts = postsSince(world)

    await world.off(3 * DAYS)

    expect(posts()).toEqual([
      'post web/room/harbour-triage notice:1',
      'post slack/room/C0HARBOUR notice:1',
    ])
  })

  test('a provider’s recurring duty is told with the rest', async () => {
    const world = await openApp()
    await raise(world)
    await world.ask(
      {
        kind: 'provider',
        type: 'changeLevel',
        by: person('quinn'),
        transition: 'G2',
        reason: 'A trigger.',
        evidence: 'T1',
        because: null,
      },
      'provider-willow' as RecordId, // a listed provider’s id
    )
    const { cycles } = await world.record('provider', 'provider-willow' as RecordId)
    expect(cycles.length).toBeGreaterThan(0)
    const posts = postsSince(world)

    await world.off(40 * DAYS)

    const [cycle] = (await world.record('provider', 'provider-willow' as RecordId)).cycles
    expect(cycle?.nudges).toMatchObject([{ n: 1, folded: true }])
    expect(posts().filter((call) => call.startsWith('post web/room/willow'))).toEqual([
      'post web/room/willow prompt:panel',
      'post web/room/willow notice:1',
    ])
    expect(world.web.says('web/room/willow', 'notice:1')).toContain('for Willow House: OVERDUE')
  })
})

test('a reply under the notice changes nothing, and says where it is done', async () => {
  const world = await openApp()
  await raise(world)
  await world.off(3 * DAYS)
  const notice = world.web.standing.find(({ slot }) => slot === 'notice:1')
  const heard = { actor: person('ivan'), channel: 'web', key: 'reply' }
  const where = {
    place: { channel: 'web', to: { type: 'room', room: 'willow' } } as const,
    ref: notice?.ref ?? '',
  }

  const reply = await world.conversation.said(heard, where, 'have D1')
  const talk = await world.conversation.said(heard, where, 'What a weekend.')

  expect(JSON.stringify(reply)).toContain('Reply in the thread of the case itself')
  expect(talk).toEqual({ type: 'nothing' })
})

describe('what is no outage', () => {
  test('off for five minutes, reminders come one by one as ever', async () => {
    const world = await openApp()
    await raise(world)
    await world.pass(28 * MINUTES)
    const posts = postsSince(world)

    await world.off(5 * MINUTES)

    expect(posts()).toContain('post web/room/willow nudge:D1:2')
    expect(posts().filter((call) => call.includes('notice'))).toEqual([])
  })

  test('off while nothing was due, nobody is told', async () => {
    const world = await openApp()
    await raise(world, concern())
    const posts = postsSince(world)

    await world.off(2 * HOURS)

    expect(posts()).toEqual([])
    expect(world.complaints.join()).toContain('Muster was off')
  })

  test('the records’ clock that is moved is no outage', async () => {
    const world = await openApp()
    await raise(world)

    await world.moveTo('2027-03-29T20:20:00Z')
    await world.off(1)

    expect(world.web.standing.filter(({ record }) => record.startsWith('organisation'))).toEqual([])
  })

  test('a clock that was put back is none, and put forward again it is none either', async () => {
    const world = await openApp()
    await raise(world)

    await world.off(-1 * HOURS)
    await world.off(5 * MINUTES)

    expect(world.complaints).toEqual([])
  })
})

const NIGHTS: readonly { name: string; startsAt: Instant; words: string }[] = [
  {
    name: 'go forward',
    startsAt: '2027-03-28T00:30:00Z',
    words: 'Off from Sun 28 Mar 2027 00:30 GMT until 03:30 BST.',
  },
  {
    name: 'go back',
    startsAt: '2027-10-31T00:30:00Z',
    words: 'Off from Sun 31 Oct 2027 01:30 BST until 02:30 GMT.',
  },
]

test.each(NIGHTS)(
  'off over the night in which the clocks $name, it says both times as the wall shows them',
  async ({ startsAt, words }) => {
    const world = await openApp({ startsAt })
    await raise(world, incident({ occurredAt: startsAt, identifiedAt: startsAt }))

    await world.off(2 * HOURS)

    expect(world.web.says('web/room/willow', 'notice:1')).toContain(words)
  },
)

describe('killed while it catches up, and started again', () => {
  test.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])(
    'after %i saves: still exactly one notice for each place, and it is whole',
    async (saves) => {
      const kept = memoryStore()
      const { store, dieAfter } = mortal(kept)
      const first = await openApp({ store })
      for (const provider of ['willow', 'aspen', 'willow'])
        await raise(first, incident({ provider }))
      dieAfter(saves)
      await first.off(3 * DAYS).catch(() => {})

      const second = await openApp({ store: kept, startsAt: first.app.realNow() })
      await second.off(1)

      const [willow, aspen] = await Promise.all(
        ['willow', 'aspen'].map(async (slug) => {
          const id = `organisation-${slug}` as RecordId // a listed organisation’s id
          return (await second.record('organisation', id)).outages
        }),
      )
      expect(willow?.map(({ tells }) => tells.map(({ late }) => late.length))).toEqual([[6, 6]])
      expect(aspen?.map(({ tells }) => tells.map(({ late }) => late.length))).toEqual([[3]])
      const posts = [first, second].flatMap(({ channels }) =>
        channels.flatMap(({ calls }) => calls.filter((call) => call.startsWith('post '))),
      )
      expect(posts.filter((call) => call.includes('notice'))).toHaveLength(3)
      expect(posts.filter((call) => /nudge:.*:[2-9]/.test(call))).toEqual([])
    },
  )
})
