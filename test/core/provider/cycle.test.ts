import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextCycleNudge } from '../../../src/core/provider/cycles.ts'
import { providerKind } from '../../../src/core/provider/index.ts'
import { RecordId } from '../../../src/core/record-id.ts'
import { isWorkingDay } from '../../../src/core/time/calendar.ts'
import { plusDays } from '../../../src/core/time/day.ts'
import { toInstant } from '../../../src/core/time/instant.ts'
import { localDay, showTime } from '../../../src/core/time/local.ts'
import { policyOf } from '../../fixtures/context.ts'
import { directoryWith } from '../../fixtures/directory.ts'
import { sent } from '../../fixtures/life.ts'
import {
  change,
  cycleOf,
  done,
  listedProvider,
  person,
  planLasted,
  recorded,
  wake,
} from './provider.ts'

const may = '2027-05-10T09:00:00Z'
const _meeting = RecordId.parse('meeting-7k2m9q4x')
const _kase = RecordId.parse('case-7k2m9q4x')

describe('enhanced feedback (D16)', () => {
  test('is next due a month after it was given, as in S10', () => {
    const life = listedProvider()
    life.ask(may, change('G2'))

    life.ask('2027-06-09T15:00:00Z', done('D16', '2027-06-09T14:00:00Z'))

    expect(cycleOf(life.record(), 'D16').dueAt).toBe('2027-07-09T22:59:59Z')
    expect(life.says('notice:3')).toContain('Enhanced feedback done for Willow House: in time')
    expect(life.says('notice:3')).toContain('The next is due Fri 9 Jul 2027 23:59 BST')
  })

  test('given late says so, judged on when it was given and not on when that was recorded', () => {
    const life = listedProvider()
    life.ask(may, change('G2'))

    life.ask('2027-06-14T09:00:00Z', done('D16', '2027-06-10T15:00:00Z'))
    expect(life.says('notice:3')).toContain('in time')

    life.ask('2027-07-20T09:00:00Z', done('D16', '2027-07-20T08:00:00Z'))
    expect(life.says('notice:4')).toContain('LATE')
  })

  test.each([
    ['before it is owed', done('D16', may), 'notRunning', 'not owed'],
    ['of a cycle that is not there', done('D99', may), 'unknown', 'D16'],
    ['by somebody else', done('D16', may, { by: person('ivan') }), 'notYours', 'quality lead'],
  ])('%s is refused', (_what, intent, code, words) => {
    expect(listedProvider().ask(may, intent).refusal).toMatchObject({
      code,
      message: expect.stringContaining(words),
    })
  })

  test('cannot be given in the future, before the level was entered, or without a word', () => {
    const life = listedProvider()
    life.ask(may, change('G2'))

    expect(life.ask(may, done('D16', '2027-05-11T09:00:00Z')).refusal?.code).toBe('tooEarly')
    expect(life.ask(may, done('D16', '2027-05-09T09:00:00Z')).refusal?.code).toBe('invalid')
    expect(life.ask(may, done('D16', may, { summary: '' })).refusal?.code).toBe('missing')
  })
})

describe('a cycle', () => {
  test('is owed by whoever holds the post when the round begins', () => {
    const life = listedProvider()
    life.ask(may, change('G2'))

    expect(cycleOf(life.record(), 'D16').owner).toBe('quinn')
    expect(providerKind.index(life.record()).facets.person).toEqual(['quinn'])
  })

  test('is owed by nobody when it is not owed any more, and its card says how it is recorded', () => {
    const life = listedProvider()
    life.ask(may, change('G2'))
    expect(life.says('root')).toContain('Recurring duties:')
    expect(life.says('root')).toContain('[Record enhanced feedback…]')

    recorded(life, 'M6', '2027-05-19T09:00:00Z')
    life.ask('2027-05-19T09:00:00Z', change('G5'))
    planLasted(life, '2027-07-01T09:00:00Z')
    life.ask('2027-07-01T09:00:00Z', change('G12'))

    expect(providerKind.index(life.record()).facets.person).toEqual([])
  })
})

describe('a cycle’s nudge', () => {
  test('goes to whoever owes it at 09:00 on the due day, then every working morning until it is done', () => {
    const life = listedProvider()
    life.ask(may, change('G2'))
    expect(providerKind.index(life.record()).wakeAt).toBe('2027-06-10T08:00:00Z')

    const nudged = life.ask('2027-06-10T08:00:00Z', wake)

    expect(sent(nudged)).toEqual(['web/room/willow root', 'web/room/willow nudge:D16:1'])
    expect(life.says('nudge:D16:1')).toContain(
      'Enhanced feedback for Willow House: due Thu 10 Jun 2027 23:59 BST',
    )
    expect(life.says('nudge:D16:1')).toContain('Quinn Adeyemi. Please do it')
    expect(life.ask('2027-06-10T08:00:00Z', wake).events).toEqual([])
    expect(providerKind.index(life.record()).wakeAt).toBe('2027-06-11T08:00:00Z')

    life.ask('2027-06-11T08:00:00Z', wake)
    expect(life.says('nudge:D16:2')).toContain('overdue since Thu 10 Jun 2027 23:59 BST')
    expect(providerKind.index(life.record()).wakeAt).toBe('2027-06-14T08:00:00Z')
  })

  test('goes out on the working day before where the due day is none (K8), and again on the next', () => {
    const life = listedProvider()
    // A month from Fri 26 Feb 2027 is Good Friday.
    life.ask('2027-02-26T09:00:00Z', change('G2'))

    expect(cycleOf(life.record(), 'D16').dueAt).toBe('2027-03-26T23:59:59Z')
    expect(providerKind.index(life.record()).wakeAt).toBe('2027-03-25T09:00:00Z')

    life.ask('2027-03-25T09:00:00Z', wake)
    expect(providerKind.index(life.record()).wakeAt).toBe('2027-03-30T08:00:00Z')
  })

  test('is one for all that an outage missed', () => {
    const life = listedProvider()
    life.ask(may, change('G2'))

    life.ask('2027-06-21T12:00:00Z', wake)

    expect(cycleOf(life.record(), 'D16').nudges).toHaveLength(1)
    expect(providerKind.index(life.record()).wakeAt).toBe('2027-06-22T08:00:00Z')
  })

  test('says so when nobody holds the role', () => {
    const life = listedProvider()
    life.ask(may, change('G2'))

    life.ask('2027-06-10T08:00:00Z', wake, {
      directory: directoryWith('harbour', { holdings: [] }),
    })

    expect(life.says('nudge:D16:1')).toContain('Nobody holds this role now')
  })

  test('that is not delivered is told in the room; a lost notice is not told again', () => {
    const life = listedProvider()
    const lost = {
      kind: 'provider',
      type: 'noteUndelivered',
      place: 'web/person/lena',
      reason: 'no account',
    } as const

    life.ask(may, { ...lost, slot: 'nudge:D16:1' })

    expect(life.says('notice:1')).toContain('Lena Marsh was not reached on Web: no account')
    expect(life.ask(may, { ...lost, slot: 'notice:1' }).events).toEqual([])
  })

  test('that an administrator gave up is told in the room, and moves the provider nowhere', () => {
    const life = listedProvider()
    const { places } = life.record()
    life.ask(
      may,
      {
        kind: 'provider',
        type: 'noteDropped',
        slot: 'nudge:D16:1',
        place: 'web/person/lena',
        reason: 'She has left.',
      },
      { channels: [] },
    )

    expect(life.says('notice:1')).toContain(
      'An administrator gave up a message to a person on Web, which could not be delivered: She has left.',
    )
    expect(life.record().places).toEqual(places)
  })
})

describe('whatever the dates', () => {
  const instant = fc
    .date({ min: new Date('2026-01-01'), max: new Date('2028-06-01'), noInvalidDate: true })
    .map(toInstant)
  const policy = policyOf('social-care')

  test('a nudge comes at 09:00 of a working day, later than now, and not after the due day while there is time', () => {
    fc.assert(
      fc.property(instant, instant, (dueAt, now) => {
        const at = nextCycleNudge(dueAt, now, policy)

        expect(at > now).toBe(true)
        expect(showTime(at, policy.zone).slice(0, 5)).toBe('09:00')
        expect(isWorkingDay(localDay(at, policy.zone), policy)).toBe(true)
        if (plusDays(localDay(now, policy.zone), 7) < localDay(dueAt, policy.zone))
          expect(localDay(at, policy.zone) <= localDay(dueAt, policy.zone)).toBe(true)
      }),
    )
  })
})
