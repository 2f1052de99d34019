import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ProviderIntentOf } from '../../../../src/core/provider/intent.ts'
import { Provider } from '../../../../src/core/provider/provider.ts'
import { providerId, RecordId } from '../../../../src/core/record-id.ts'
import { dueDate } from '../../../../src/core/time/due.ts'
import { type Instant, plusMinutes } from '../../../../src/core/time/instant.ts'
import { localDay } from '../../../../src/core/time/local.ts'
import { policyOf } from '../../../fixtures/context.ts'
import { lifeOf } from '../../../fixtures/life.ts'
import { cycleOf, done, filing, listedProvider, numberOf, person, register } from '../provider.ts'

const MARCH = '2027-03-01T10:00:00Z'
const HELD = '2027-03-20T14:00:00Z'
const WRITTEN = '2027-03-20T16:00:00Z'
const meeting = RecordId.parse('meeting-7k2m9q4x')
const shut = { kind: 'provider', type: 'noteOwnMeetingClosed', by: person('quinn') } as const

function begin(cycle: string, amount: number | null = null): ProviderIntentOf<'beginDuty'> {
  const by = person('quinn')
  return { kind: 'provider', type: 'beginDuty', by, cycle, startAt: MARCH, amount }
}

/** Willow House, whose clinical quality review meeting comes every month. */
function withMeetings() {
  const life = listedProvider()
  life.ask(MARCH, begin('D13b'))
  return life
}

type Life = ReturnType<typeof listedProvider>

function called(life: Life, at: Instant, rule = 'M5b', letters = '7k2m9q4x') {
  const id = RecordId.parse(`meeting-${letters}`)
  life.ask(at, { kind: 'provider', type: 'noteOwnMeeting', meeting: id, rule, label: rule })
  return id
}

function dones(life: Life): number {
  return life.record().notices.filter(({ said }) => said.say === 'cycleDone').length
}

describe('a meeting that is the round of a duty', () => {
  test('settles it once it is recorded: who, when, by which meeting, and when the next is due', () => {
    const life = withMeetings()
    called(life, MARCH)

    life.ask(WRITTEN, { ...shut, meeting, heldAt: HELD })

    expect(cycleOf(life.record(), 'D13b')).toMatchObject({
      lastDoneAt: HELD,
      dueAt: '2027-04-20T22:59:59Z',
      through: { meeting },
    })
    const words = life.says(`notice:${life.record().notices.length}`)
    expect(words).toContain('CQRM with the sub-contractor done for Willow House: in time')
    expect(words).toContain(
      'Done Sat 20 Mar 2027 14:00 GMT by M-7K2M-9Q4X, recorded by Quinn Adeyemi',
    )
    expect(words).toContain('The next is due Tue 20 Apr 2027 23:59 BST')
  })

  test('is judged by the time that was corrected, from which the next is counted', () => {
    const life = withMeetings()
    called(life, MARCH)
    life.ask(WRITTEN, { ...shut, meeting, heldAt: HELD })
    const corrected = '2027-03-22T09:00:00Z'
    life.ask('2027-03-23T09:00:00Z', { ...shut, meeting, heldAt: corrected, was: HELD })

    expect(cycleOf(life.record(), 'D13b')).toMatchObject({
      lastDoneAt: corrected,
      dueAt: '2027-04-22T22:59:59Z',
      through: { meeting },
    })
    const words = life.says(`notice:${life.record().notices.length}`)
    expect(words).toContain('done at another time for Willow House: in time')
    expect(words).toContain(
      'Done Mon 22 Mar 2027 09:00 GMT, not Sat 20 Mar 2027 14:00 GMT as recorded before, by M-7K2M-9Q4X',
    )
    expect(words).toContain('The next is due Thu 22 Apr 2027 23:59 BST')
    expect(dones(life)).toBe(2)
  })

  test('is late once the corrected time is after its day', () => {
    const life = withMeetings()
    called(life, MARCH)
    life.ask(WRITTEN, { ...shut, meeting, heldAt: HELD })
    life.ask('2027-04-03T09:00:00Z', {
      ...shut,
      meeting,
      heldAt: '2027-04-02T09:00:00Z',
      was: HELD,
    })

    expect(life.says(`notice:${life.record().notices.length}`)).toContain(': LATE')
  })

  test('keeps the day number of its series when its time is corrected after a missed round (K5)', () => {
    const life = listedProvider()
    const startAt = '2027-01-31T10:00:00Z'
    life.ask(startAt, { ...begin('D13b'), startAt })
    called(life, startAt)
    const held = '2027-01-31T14:00:00Z'
    life.ask(held, { ...shut, meeting, heldAt: held })
    const by = person('quinn')
    life.ask('2027-03-02T09:00:00Z', {
      kind: 'provider',
      type: 'explainMissed',
      by,
      cycle: 'D13b',
      reason: 'Both leads were ill.',
    })
    expect(cycleOf(life.record(), 'D13b').dueAt).toBe('2027-03-31T22:59:59Z')

    const corrected = { heldAt: '2027-01-31T15:00:00Z', was: held }
    life.ask('2027-03-03T09:00:00Z', { ...shut, meeting, ...corrected })

    expect(cycleOf(life.record(), 'D13b')).toMatchObject({
      lastDoneAt: '2027-01-31T15:00:00Z',
      dueAt: '2027-03-31T22:59:59Z',
    })
  })

  test('that was held in time and put on record late asks for no reason', () => {
    const life = withMeetings()
    called(life, MARCH)
    life.ask('2027-03-21T09:00:00Z', done('D13b', HELD))

    life.ask('2027-05-10T09:00:00Z', { ...shut, meeting, heldAt: HELD })

    expect(life.says(`notice:${life.record().notices.length}`)).not.toContain('held after its time')
  })

  test('that was done by something else since stays as it is when its time is corrected', () => {
    const life = withMeetings()
    called(life, MARCH)
    life.ask(WRITTEN, { ...shut, meeting, heldAt: HELD })
    life.ask('2027-03-25T09:00:00Z', done('D13b', '2027-03-25T08:00:00Z'))
    const later = { heldAt: '2027-03-22T09:00:00Z', was: HELD }

    const { events } = life.ask('2027-03-25T10:00:00Z', { ...shut, meeting, ...later })
    expect(events.map(({ type }) => type)).toEqual(['meetingHeld'])
  })

  test('is one round, however often it is told, and whoever says so by hand as well', () => {
    const life = withMeetings()
    called(life, MARCH)
    life.ask(WRITTEN, { ...shut, meeting, heldAt: HELD })

    life.ask(WRITTEN, { ...shut, meeting, heldAt: HELD })
    const again = life.ask('2027-03-21T09:00:00Z', done('D13b', '2027-03-20T15:00:00Z'))

    expect(again.refusal).toMatchObject({
      code: 'closed',
      message: expect.stringContaining('was done Sat 20 Mar 2027 14:00 GMT, by M-7K2M-9Q4X'),
    })
    expect(dones(life)).toBe(1)
  })

  test('that somebody has recorded by hand before settles nothing more', () => {
    const life = withMeetings()
    called(life, MARCH)
    life.ask(WRITTEN, done('D13b', '2027-03-20T13:30:00Z'))

    life.ask('2027-03-20T17:00:00Z', { ...shut, meeting, heldAt: HELD })

    expect(dones(life)).toBe(1)
    expect(cycleOf(life.record(), 'D13b').lastDoneAt).toBe('2027-03-20T13:30:00Z')
  })

  test('leaves no trace where it was called off, was of one of its cases, is another, or nobody has begun the duty', () => {
    const off = withMeetings()
    called(off, MARCH)
    off.ask(WRITTEN, { ...shut, meeting, calledOff: true })
    const ofCase = withMeetings()
    ofCase.ask(WRITTEN, { ...shut, meeting, rule: 'M5b' })
    const other = withMeetings()
    called(other, MARCH, 'M6')
    other.ask(WRITTEN, { ...shut, meeting, heldAt: HELD })
    const idle = listedProvider()
    called(idle, MARCH)
    idle.ask(WRITTEN, { ...shut, meeting, heldAt: HELD })

    for (const life of [off, ofCase, other, idle]) expect(dones(life)).toBe(0)
  })

  test('held after its time settles nothing by itself: why is asked, and then it is done', () => {
    const life = withMeetings()
    called(life, MARCH)
    const late = '2027-04-05T10:00:00Z'

    life.ask('2027-04-05T12:00:00Z', { ...shut, meeting, heldAt: late })

    expect(dones(life)).toBe(0)
    const words = life.says(`notice:${life.record().notices.length}`)
    expect(words).toContain('A meeting that is held after its time is documented')
    expect(words).toContain('[Record CQRM with the sub-contractor…]')
    life.ask('2027-04-05T13:00:00Z', done('D13b', late, { lateReason: 'The chair was ill.' }))
    expect(dones(life)).toBe(1)
  })

  test('settles one round for each day on which one was held, each counted from it', () => {
    const day = 24 * 60
    const policy = policyOf('provider-collaborative')
    fc.assert(
      fc.property(fc.array(fc.nat(27), { minLength: 1, maxLength: 6 }), (gaps) => {
        const life = withMeetings()
        const days = new Set<string>()
        let heldAt: Instant = MARCH
        for (const [index, gap] of gaps.entries()) {
          heldAt = plusMinutes(heldAt, gap * day)
          days.add(localDay(heldAt, policy.zone))
          const id = called(life, heldAt, 'M5b', `7k2m9q4${index}`)
          life.ask(heldAt, { ...shut, meeting: id, heldAt })
        }
        expect(dones(life)).toBe(days.size)
        const counted = dueDate({ unit: 'months', amount: 1 }, heldAt, policy)
        expect(cycleOf(life.record(), 'D13b').dueAt).toBe(counted?.due)
      }),
      { numRuns: 20 },
    )
  })
})

describe('what is on file', () => {
  const plan = {
    kind: 'assurance',
    purpose: 'Ligature points',
    visitOn: '2027-03-20T23:59:59Z',
    invited: [],
  }
  const held = { heldAt: HELD, went: 'Quinn', findingsOn: '2027-04-01T22:59:59Z' }

  function visited(answers: Record<string, string | string[]>, first = 'visit.announced') {
    const life = listedProvider()
    life.ask(MARCH, begin('D22', 3))
    life.ask(MARCH, filing('quinn', first, null, { ...plan, ...answers }))
    life.ask(WRITTEN, filing('quinn', 'visit.held', 1, held))
    return life
  }

  test.each(['visit.announced', 'visit.unannounced'])(
    'as held settles the visit that is owed (%s)',
    (first) => {
      const life = visited({}, first)

      expect(cycleOf(life.record(), 'D22')).toMatchObject({
        lastDoneAt: HELD,
        dueAt: '2027-06-20T22:59:59Z',
        through: { matter: numberOf(life) },
      })
      expect(life.says(`notice:${life.record().notices.length}`)).toContain(
        `Done Sat 20 Mar 2027 14:00 GMT by visit ${numberOf(life)}, put on file by Quinn Adeyemi`,
      )
    },
  )

  test('as held before it was put on file settles it by its true day', () => {
    const life = listedProvider()
    life.ask(MARCH, begin('D22', 3))
    const first = { kind: 'assurance', purpose: 'Nights', ...held }
    const put = (answers: Record<string, string>) =>
      life.ask(WRITTEN, filing('quinn', 'visit.before', null, { ...first, ...answers }))

    put({})
    put({ heldAt: '2027-03-10T10:00:00Z' })

    expect(cycleOf(life.record(), 'D22')).toMatchObject({
      lastDoneAt: HELD,
      dueAt: '2027-06-20T22:59:59Z',
      through: { matter: 1 },
    })
    expect(dones(life)).toBe(1)
  })

  test('of a desktop review, for which nobody goes there, settles no visit', () => {
    expect(dones(visited({ kind: 'desktop' }))).toBe(0)
  })

  test('settles nothing while it is kept back from the provider', () => {
    const policy = structuredClone(policyOf('provider-collaborative'))
    const rule = policy.cycles.find(({ id }) => id === 'D22')
    if (rule) rule.metBy = [{ filed: 'visit', steps: ['visit.unannounced'] }]
    const life = lifeOf<Provider>(
      { kind: 'provider', status: 'none', id: providerId('willow') },
      { policy, channels: ['web'] },
    )
    life.ask(MARCH, register)
    life.ask(MARCH, begin('D22', 3))

    life.ask(WRITTEN, filing('quinn', 'visit.unannounced', null, plan))

    expect(life.record().matters).toHaveLength(1)
    expect(dones(life)).toBe(0)
    expect(cycleOf(life.record(), 'D22').lastDoneAt).toBeNull()
  })

  test('of a framework checkpoint settles the one that the Lead Provider owes', () => {
    const life = lifeOf<Provider>(
      { kind: 'provider', status: 'none', id: providerId('harbour') },
      { channels: ['web'] },
    )
    life.ask(MARCH, { ...register, slug: 'harbour', name: 'Harbour NHS Foundation Trust' })
    life.ask(MARCH, begin('D24'))

    const answers = { collaborative: 'South', level: '2', achievements: 'Some.' }
    life.ask(WRITTEN, filing('quinn', 'framework.assessed', null, { ...answers, heldAt: HELD }))
    expect(cycleOf(life.record(), 'D24')).toMatchObject({ lastDoneAt: HELD })

    const next = '2027-09-20T16:00:00Z'
    life.ask(next, filing('quinn', 'framework.again', 1, answers))
    expect(cycleOf(life.record(), 'D24')).toMatchObject({ lastDoneAt: next })
  })
})

describe('a round that is on record as missed', () => {
  const why = { kind: 'provider', type: 'explainMissed', by: person('quinn') } as const
  const inTime = '2027-03-29T10:00:00Z'
  const noticesOf = (life: Life) => life.record().notices.map(({ n }) => life.says(`notice:${n}`))

  function missed(reason = 'The lead was ill.', at: Instant = '2027-04-03T10:00:00Z') {
    const life = withMeetings()
    life.ask(at, { ...why, cycle: 'D13b', reason })
    called(life, at)
    return life
  }

  test('is taken back by the record of a meeting that was held in time, and settles no later one', () => {
    const life = missed()
    expect(cycleOf(life.record(), 'D13b')).toMatchObject({
      missed: 1,
      dueAt: '2027-05-01T22:59:59Z',
    })

    life.ask('2027-04-04T10:00:00Z', { ...shut, meeting, heldAt: inTime })

    const cycle = cycleOf(life.record(), 'D13b')
    expect(cycle).toMatchObject({ lastDoneAt: inTime, dueAt: '2027-04-29T22:59:59Z' })
    expect(cycle.missed).toBeUndefined()
    expect(cycle.through).toEqual({ meeting })
    expect(dones(life)).toBe(0)
    expect(life.says('root')).not.toContain('not held')
    const [before, after] = [
      noticesOf(life).find((one) => one?.includes('So far one')),
      noticesOf(life).at(-1),
    ]
    expect(before).toContain('The lead was ill.')
    expect(before).toContain('Taken back since: it was held Mon 29 Mar 2027 11:00 BST.')
    expect(after).toContain('CQRM with the sub-contractor for Willow House was held after all')
    expect(after).toContain('by M-7K2M-9Q4X, recorded by Quinn Adeyemi')
    expect(after).toContain('None is on record as not held now.')
    expect(Provider.parse(JSON.parse(JSON.stringify(life.record())))).toEqual(life.record())
  })

  test('is taken back once, and by no meeting that was held after its time', () => {
    const late = missed()
    late.ask('2027-04-04T10:00:00Z', { ...shut, meeting, heldAt: '2027-04-02T10:00:00Z' })
    expect(cycleOf(late.record(), 'D13b').missed).toBe(1)

    const life = missed()
    life.ask('2027-04-04T10:00:00Z', { ...shut, meeting, heldAt: inTime })
    const again = life.ask('2027-04-04T10:00:00Z', { ...shut, meeting, heldAt: inTime })
    expect(again.events).toEqual([])
  })

  test('is taken back when the record of its meeting is corrected, also once a later one was done', () => {
    for (const laterDone of [false, true]) {
      const life = withMeetings()
      called(life, MARCH)
      const recorded = '2027-04-02T10:00:00Z'
      life.ask('2027-04-02T12:00:00Z', { ...shut, meeting, heldAt: recorded })
      life.ask('2027-04-03T10:00:00Z', { ...why, cycle: 'D13b', reason: 'Nobody came.' })
      const next = '2027-04-20T09:00:00Z'
      if (laterDone) life.ask('2027-04-20T10:00:00Z', done('D13b', next))

      life.ask('2027-04-21T10:00:00Z', { ...shut, meeting, heldAt: inTime, was: recorded })

      const cycle = cycleOf(life.record(), 'D13b')
      expect(cycle.missed).toBeUndefined()
      expect(cycle.lastDoneAt).toBe(laterDone ? next : inTime)
      expect(cycle.dueAt).toBe(laterDone ? '2027-05-20T22:59:59Z' : '2027-04-29T22:59:59Z')
    }
  })

  test('of two the one is taken back in which it was held, and the other stays', () => {
    const life = missed()
    life.ask('2027-05-03T10:00:00Z', { ...why, cycle: 'D13b', reason: 'Again.' })
    const { dueAt } = cycleOf(life.record(), 'D13b')

    life.ask('2027-05-04T10:00:00Z', { ...shut, meeting, heldAt: inTime })

    expect(cycleOf(life.record(), 'D13b')).toMatchObject({ missed: 1, lastDoneAt: inTime, dueAt })
    expect(noticesOf(life).at(-1)).toContain('Still one was not held.')
  })

  const LATE = '2027-04-02T09:00:00Z'
  const first = (life: Life) => noticesOf(life).find((one) => one?.includes('So far one')) ?? ''

  /** Missed, taken back by a record, and missed again by its corrected time. */
  function missedAgain(laterDone?: Instant) {
    const life = missed()
    life.ask('2027-04-04T10:00:00Z', { ...shut, meeting, heldAt: inTime })
    if (laterDone) life.ask('2027-04-20T10:00:00Z', done('D13b', laterDone))
    const before = dones(life)
    life.ask('2027-04-21T10:00:00Z', { ...shut, meeting, heldAt: LATE, was: inTime })
    return { life, settled: dones(life) - before }
  }

  test.each([undefined, '2027-04-20T09:00:00Z'])(
    'is missed again once the record that took it back says a later time, whatever was done since (%s)',
    (next) => {
      const { life } = missedAgain(next)

      const cycle = cycleOf(life.record(), 'D13b')
      expect(cycle.missed).toBe(1)
      if (next) expect(cycle).toMatchObject({ lastDoneAt: next, dueAt: '2027-05-20T22:59:59Z' })
      const words = noticesOf(life)
      expect(first(life)).not.toContain('Taken back since')
      const again = words.find((one) => one?.includes('was not held in time after all'))
      expect(again).toContain(
        'Its record was corrected: held Fri 2 Apr 2027 10:00 BST, and due Thu 1 Apr 2027 23:59 BST. Why not in time, said before by Quinn Adeyemi',
      )
      expect(again).toContain('The lead was ill.')
      expect(again).toContain('So far one was not held.')

      const back = { heldAt: '2027-03-30T09:00:00Z', was: LATE }
      life.ask('2027-04-22T10:00:00Z', { ...shut, meeting, ...back })

      const taken = cycleOf(life.record(), 'D13b')
      expect(taken.missed).toBeUndefined()
      expect(taken.lastDoneAt).toBe(next ?? back.heldAt)
      expect(taken.dueAt).toBe(next ? '2027-05-20T22:59:59Z' : '2027-04-30T22:59:59Z')
      expect(first(life)).toContain('Taken back since: it was held Tue 30 Mar 2027 10:00 BST.')
      expect(life.says('prompt:question-1')).toContain('It was held in time.')
      expect(Provider.parse(JSON.parse(JSON.stringify(life.record())))).toEqual(life.record())
    },
  )

  test('and missed again settles the round in which it was held by its corrected time', () => {
    const { life, settled } = missedAgain()

    expect(settled).toBe(1)
    expect(cycleOf(life.record(), 'D13b')).toMatchObject({
      missed: 1,
      lastDoneAt: LATE,
      dueAt: '2027-05-02T22:59:59Z',
      through: { meeting },
    })
    expect(noticesOf(life).at(-1)).toContain('done for Willow House: in time')

    expect(missedAgain('2027-04-20T09:00:00Z').settled).toBe(0)
  })

  test('and missed again takes back the later one in which it was held by its corrected time', () => {
    const life = missed()
    life.ask('2027-04-04T10:00:00Z', { ...shut, meeting, heldAt: inTime })
    life.ask('2027-05-03T10:00:00Z', { ...why, cycle: 'D13b', reason: 'Again.' })

    life.ask('2027-05-04T10:00:00Z', { ...shut, meeting, heldAt: LATE, was: inTime })

    expect(cycleOf(life.record(), 'D13b')).toMatchObject({
      missed: 1,
      lastDoneAt: LATE,
      dueAt: '2027-05-02T22:59:59Z',
    })
  })

  test('and missed again is asked anew why, of whoever owes it, with what was said first', () => {
    const { life } = missedAgain()
    const round = '2027-04-01T22:59:59Z'
    const asked = life.says('prompt:question-1')
    expect(asked).toContain('why was the CQRM with the sub-contractor not held in time?')
    expect(asked).toContain('said before, when it was on record as not held: “The lead was ill.”')
    expect(asked).toContain('Quinn Adeyemi: please say why anew.')
    expect(life.record().questions).toMatchObject([{ asked: ['quinn'] }])
    expect(life.says('root')).toContain(
      'Waits for an answer: why was the CQRM with the sub-contractor (D13b) due Thu 1 Apr 2027 not held in time.',
    )
    const before = cycleOf(life.record(), 'D13b')

    const answer = { ...why, cycle: 'D13b', reason: 'The room was flooded.', round }
    expect(life.ask('2027-04-22T10:00:00Z', answer).refusal).toBeUndefined()

    expect(cycleOf(life.record(), 'D13b')).toEqual(before)
    const words = noticesOf(life).at(-1)
    expect(words).toContain('Why not in time, says now Quinn Adeyemi')
    expect(words).toContain('The room was flooded.')
    expect(words).toContain('Said first: “The lead was ill.”')
    expect(life.says('root')).not.toContain('Waits for an answer')
    expect(life.says('prompt:question-1')).toContain('Why not in time: The room was flooded.')
    expect(life.ask('2027-04-22T11:00:00Z', answer).refusal).toMatchObject({ code: 'stale' })
  })

  test('and missed again is asked about by the time that is true, where that is corrected to another late one', () => {
    const { life } = missedAgain()
    const round = '2027-04-01T22:59:59Z'
    const heldAt = '2027-04-02T14:00:00Z'

    life.ask('2027-04-22T09:00:00Z', { ...shut, meeting, heldAt, was: LATE })

    expect(life.says('prompt:question-1')).toContain('A newer question took its place.')
    expect(life.says('prompt:question-2')).toContain(
      'Its record was corrected: held Fri 2 Apr 2027 15:00 BST, and due Thu 1 Apr 2027 23:59 BST.',
    )
    const answer = { ...why, cycle: 'D13b', reason: 'The room was flooded.', round }
    expect(life.ask('2027-04-22T10:00:00Z', answer).refusal).toBeUndefined()
    expect(noticesOf(life).at(-1)).toContain('held Fri 2 Apr 2027 15:00 BST')
    expect(life.says('root')).not.toContain('Waits for an answer')
    expect(cycleOf(life.record(), 'D13b')).toMatchObject({ missed: 1, lastDoneAt: heldAt })

    const again = { heldAt: '2027-04-02T16:00:00Z', was: heldAt }
    const { events } = life.ask('2027-04-22T11:00:00Z', { ...shut, meeting, ...again })
    expect(events.map(({ type }) => type)).not.toContain('questionAsked')
  })

  test('is asked about no more once the duty is stopped', () => {
    const { life } = missedAgain()

    const stop = { kind: 'provider', type: 'stopDuty', by: person('quinn') } as const
    life.ask('2027-04-22T10:00:00Z', { ...stop, cycle: 'D13b', reason: 'Merged with another.' })

    expect(life.says('root')).not.toContain('Waits for an answer')
  })

  test('begins where the one before it that was taken back was held', () => {
    const life = missed()
    life.ask('2027-04-04T10:00:00Z', { ...shut, meeting, heldAt: inTime })
    life.ask('2027-05-03T10:00:00Z', { ...why, cycle: 'D13b', reason: 'Again.' })
    const heldAt = '2027-03-31T10:00:00Z'
    const other = called(life, '2027-05-03T10:00:00Z', 'M5b', '9k2m9q4x')

    life.ask('2027-05-04T10:00:00Z', { ...shut, meeting: other, heldAt })

    const cycle = cycleOf(life.record(), 'D13b')
    expect(cycle).toMatchObject({ lastDoneAt: heldAt, dueAt: '2027-04-30T22:59:59Z' })
    expect(cycle.missed).toBeUndefined()
  })

  test('is taken back by hand only where no meeting of its own is its record', () => {
    const life = missed()
    const byHand = life.ask('2027-04-04T11:00:00Z', done('D13b', inTime))
    expect(byHand.refusal?.message).toContain('The round that is open began Thu 1 Apr 2027')
    life.ask('2027-04-20T10:00:00Z', done('D13b', '2027-04-20T09:00:00Z'))
    expect(cycleOf(life.record(), 'D13b').dueAt).toBe('2027-05-20T22:59:59Z')

    const other = listedProvider()
    other.ask(MARCH, begin('D21', 1))
    other.ask('2027-04-03T10:00:00Z', { ...why, cycle: 'D21', reason: 'Nobody came.' })
    other.ask('2027-04-04T11:00:00Z', done('D21', inTime))
    expect(cycleOf(other.record(), 'D21')).toMatchObject({ lastDoneAt: inTime })
    expect(cycleOf(other.record(), 'D21').missed).toBeUndefined()
    expect(noticesOf(other).at(-1)).toContain('Discussed and agreed.')
  })
})
