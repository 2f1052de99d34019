import { describe, expect, test } from 'vitest'
import { auditor } from '../../src/app/audit.ts'
import { dropDead } from '../../src/app/dead-letters.ts'
import { lastSent } from '../../src/core/case/clock-run.ts'
import { placeKey } from '../../src/core/effect.ts'
import type { RecordId } from '../../src/core/record-id.ts'
import { openApp, type TestApp } from '../fixtures/app.ts'
import { incident, person } from '../fixtures/cases.ts'
import { SLACK, WILLOW, waiting } from './delivering.ts'

const HOUR = 3600
const down = { type: 'later', reason: 'Slack is down.' } as const
const gone = { type: 'never', reason: 'The room was archived.' } as const

async function world() {
  const opened = await openApp()
  const [, slack] = opened.channels
  if (!slack) throw new Error('Two channels are needed')
  const raise = async (): Promise<RecordId> => {
    const answer = await opened.ask(incident())
    if (!answer.ok) throw new Error(answer.refusal.message)
    return answer.id
  }
  return { ...opened, slack, raise }
}

async function hours(opened: TestApp, count: number): Promise<void> {
  for (let n = 0; n < count * 6; n++) await opened.pass(HOUR / 6)
}

/** The reminders of clocks of a case that stand in a place, `D1:5`. */
function reminders({ channels }: TestApp, id: RecordId, place: string): string[] {
  return channels
    .flatMap(({ standing }) => standing)
    .filter((one) => one.record === id && one.place === place)
    .flatMap(({ slot }) => /^nudge:(D\d+:\d+)$/.exec(slot)?.[1] ?? [])
}

describe('when Slack is up again after eight hours', () => {
  test('the newest reminder of each clock arrives in each place, and the record keeps them all', async () => {
    const opened = await world()
    const { slack } = opened
    slack.trouble(SLACK, { with: down })
    const ids = [await opened.raise(), await opened.raise(), await opened.raise()]
    await hours(opened, 8)
    slack.mend(SLACK)
    await hours(opened, 1)

    for (const id of ids) {
      const { clocks } = await opened.record('case', id)
      const nudged = clocks.filter(({ nudges }) => nudges.length > 0)
      const all = nudged.flatMap(({ rule, nudges }) => nudges.map(({ n }) => `${rule}:${n}`))
      expect(reminders(opened, id, SLACK)).toEqual(
        nudged.map((run) => `${run.rule}:${lastSent(run)}`),
      )
      expect(reminders(opened, id, WILLOW).toSorted()).toEqual(all.toSorted())
      expect(all.length).toBeGreaterThan(nudged.length)
      expect(await waiting(opened, id)).toEqual([])
    }
    expect(await auditor(opened.app, null).run()).toMatchObject({ repaired: 0, late: 0, failed: 0 })
    expect(opened.complaints).toEqual([])
  })

  test('a reminder to people whom the newer one does not name arrives as well', async () => {
    const opened = await world()
    const { slack } = opened
    slack.trouble(SLACK, { with: down })
    const id = await opened.raise()
    await hours(opened, 1)
    await opened.ask({ kind: 'case', type: 'have', by: person('ines'), clock: 'D1' }, id)
    await hours(opened, 24)
    const { clocks } = await opened.record('case', id)
    const run = clocks.find(({ rule }) => rule === 'D1')
    slack.mend(SLACK)
    await hours(opened, 1)

    expect(run?.nudges.map(({ to }) => to.join(' '))).toEqual([
      'ivan',
      'ivan ines',
      'ivan ines otto',
      'ines',
    ])
    expect(reminders(opened, id, SLACK).filter((one) => one.startsWith('D1'))).toEqual([
      'D1:3',
      'D1:4',
    ])
  })
})

describe('a reminder that a newer one has followed', () => {
  test('loses its buttons where it stands, and nothing else', async () => {
    const opened = await world()
    const { slack } = opened
    const id = await opened.raise()
    slack.trouble(SLACK, { with: down })
    await hours(opened, 8)
    slack.mend(SLACK)
    await hours(opened, 1)

    expect(reminders(opened, id, SLACK).filter((one) => one.startsWith('D1'))).toEqual([
      'D1:1',
      'D1:5',
    ])
    expect(slack.says(SLACK, 'nudge:D1:1')).not.toContain('[I have it]')
    expect(slack.says(SLACK, 'nudge:D1:5')).toContain('[I have it]')
  })

  test('is sent all the same where the newer one was given up', async () => {
    const opened = await world()
    const { slack } = opened
    slack.trouble(SLACK, { with: gone })
    const id = await opened.raise()
    await hours(opened, 1)
    slack.mend(SLACK)
    const first = (await opened.store.dead(100)).find(
      ({ effect }) => effect.type === 'message' && effect.slot === 'nudge:D1:1',
    )

    expect(await opened.store.revive(first?.id ?? '', opened.app.realNow())).toBe(true)
    await opened.settle()

    expect(reminders(opened, id, SLACK)).toContain('D1:1')
  })

  test('costs no time where the service takes only so many messages', async () => {
    const opened = await openApp({ channels: ['slack'] })
    const [slack] = opened.channels
    if (!slack) throw new Error('A channel is needed')
    Object.assign(slack, { rates: [{ messages: 1, seconds: 60 }] })
    slack.trouble(SLACK, { with: down })
    const answer = await opened.ask(incident())
    await hours(opened, 8)
    slack.mend(SLACK)
    const posted = () => slack.calls.filter((call) => call.includes(` ${SLACK} `)).length

    const arrived = () => slack.says(SLACK, 'nudge:D1:5') !== undefined

    let passed = 0
    for (; passed < 60 && !arrived(); passed++) {
      if (posted() === 0) passed = 0
      await opened.pass(61)
    }

    expect(answer.ok && arrived()).toBe(true)
    expect(passed).toBe(posted())
  })
})

describe('when the newest reminder is given up after the older ones were left to it', () => {
  /** After four hours of Slack down, the newest reminder of D1 and whatever `refused` adds is refused for good. */
  async function refusing(refused: readonly string[] = []) {
    const opened = await world()
    const { slack } = opened
    slack.trouble(SLACK, { with: down })
    const id = await opened.raise()
    await hours(opened, 8)
    slack.mend(SLACK)
    const { post } = slack
    const tried: string[] = []
    slack.post = async (place, message, one) => {
      if (placeKey(place) === SLACK && one.slot.startsWith('nudge:D1:')) tried.push(one.slot)
      return ['nudge:D1:5', ...refused].includes(one.slot) ? gone : post(place, message, one)
    }
    const audit = auditor(opened.app, null)
    const audited = async () => {
      const report = await audit.run()
      await opened.settle()
      return report?.repaired
    }
    await hours(opened, 1)
    return { ...opened, id, tried, audited }
  }

  const ofD1 = (opened: TestApp, id: RecordId) =>
    reminders(opened, id, SLACK).filter((one) => one.startsWith('D1'))

  test('the newest of those is sent after all, once', async () => {
    const { id, audited, tried, ...opened } = await refusing()
    expect(ofD1(opened, id)).toEqual([])

    expect([await audited(), await audited()]).toEqual([1, 0])
    await hours(opened, 1)

    expect(await audited()).toBe(0)
    expect(ofD1(opened, id)).toEqual(['D1:4'])
    expect(tried).toEqual(['nudge:D1:5', 'nudge:D1:4'])
    expect(opened.slack.says(SLACK, 'nudge:D1:4')).toContain('Quinn Adeyemi')
  })

  test('the one before is sent where that one is refused as well; nothing is tried twice', async () => {
    const all = ['nudge:D1:4', 'nudge:D1:3', 'nudge:D1:2', 'nudge:D1:1']
    const { id, audited, tried, ...opened } = await refusing(all)

    const found: unknown[] = []
    for (let n = 0; n < 7; n++) found.push(await audited())

    expect(found).toEqual([1, 1, 1, 1, 0, 0, 0])
    expect(tried).toEqual(['nudge:D1:5', ...all])
    expect(ofD1(opened, id)).toEqual([])
  })

  test('it is sent too where an administrator has dropped the newest by then', async () => {
    const { id, audited, ...opened } = await refusing()
    const [dead] = await opened.store.dead(100)

    expect(await dropDead(opened.app, dead?.id ?? '', 'The message is broken.')).toBeNull()
    await audited()

    expect(ofD1(opened, id)).toEqual(['D1:4'])
  })

  test('it is not sent where the newest was taken up again', async () => {
    const { id, audited, tried, ...opened } = await refusing()
    const [dead] = await opened.store.dead(100)
    await opened.store.revive(dead?.id ?? '', opened.app.realNow())

    expect(await audited()).toBe(0)
    expect(tried).toEqual(['nudge:D1:5', 'nudge:D1:5'])
    expect(ofD1(opened, id)).toEqual([])
  })

  test('it is not sent where the clock is met by then', async () => {
    const { id, audited, ...opened } = await refusing()
    const { occurredAt } = await opened.record('case', id)
    const doneAt = occurredAt ?? opened.app.now()
    const by = person('quinn')
    const met = {
      type: 'evidence',
      clock: 'D1',
      doneAt,
      reference: null,
      form: null,
      answers: {},
    } as const
    await opened.ask({ kind: 'case', by, ...met }, id)

    expect(await audited()).toBe(0)
    expect(ofD1(opened, id)).toEqual([])
  })

  test('a room that takes nothing is told no older reminder: each was given up itself', async () => {
    const opened = await world()
    opened.slack.trouble(SLACK, { with: gone })
    await opened.raise()
    const audit = auditor(opened.app, null)

    for (let n = 0; n < 24; n++) {
      await opened.pass(HOUR / 6)
      expect(await audit.run()).toMatchObject({ repaired: 0 })
    }
  })
})
