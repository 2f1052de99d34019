import { describe, expect, test } from 'vitest'
import { RecordId } from '../../../src/core/record-id.ts'
import { sent } from '../../fixtures/life.ts'
import scenarios from '../../fixtures/scenarios.json' with { type: 'json' }
import { byManager, enhancedProvider, HELD_SINCE, providerOnHold } from './levels.ts'
import {
  change,
  cycleOf,
  done,
  listedProvider,
  person,
  planLasted,
  profiled,
  recorded,
  wake,
} from './provider.ts'

const s10 = scenarios.scenarios.find(({ id }) => id === 'S10')?.expected
const kase = RecordId.parse('case-7k2m9q4x')

describe('the three-month hold (S10)', () => {
  test('ends with the last of February, in a leap year the 29th', () => {
    const life = providerOnHold()

    expect(life.record().level).toBe('ENHANCED_ASSURANCE_HOLD')
    expect(cycleOf(life.record(), 'D19').dueAt).toBe('2028-02-29T23:59:59Z')
    expect(s10).toMatchObject({ hold_until: { day: 'Tue 29 Feb 2028' } })
    expect(life.says('root')).toContain('D19 Three-month hold: due Tue 29 Feb 2028 23:59 GMT')
  })

  test('is counted from the meeting that decided on it, however late that is recorded', () => {
    const life = enhancedProvider()
    profiled(life, HELD_SINCE)
    recorded(life, 'M2', '2027-12-02T10:00:00Z', '8k2m9q4x')
    life.ask('2027-12-02T10:00:00Z', { ...byManager('G9'), decidedAt: HELD_SINCE })

    expect(cycleOf(life.record(), 'D19').dueAt).toBe('2028-02-29T23:59:59Z')
  })

  test('nor however late somebody decides on what the meeting said, once the profile is reported', () => {
    const life = enhancedProvider()
    recorded(life, 'M2', HELD_SINCE, '8k2m9q4x')
    profiled(life, HELD_SINCE, 'gained', '2027-12-10T10:00:00Z')
    life.ask('2027-12-11T10:00:00Z', byManager('G9'))

    expect(cycleOf(life.record(), 'D19')).toMatchObject({
      startAt: HELD_SINCE,
      dueAt: '2028-02-29T23:59:59Z',
      words: expect.stringContaining('3 months from Tue 30 Nov'),
    })
  })

  test('lets nobody step down a day too early, and says from when it may', () => {
    const life = providerOnHold()

    const { refusal } = life.ask('2028-02-28T12:00:00Z', byManager('G10'))

    expect(refusal).toMatchObject({
      code: 'tooEarly',
      message: expect.stringContaining(
        'G10 can be decided from Tue 29 Feb 2028 on, when the three-month hold (D19) is over',
      ),
    })
    expect(refusal?.message).toContain('From here: G11')
    expect(refusal?.message).not.toContain('G10 (')
    expect(life.record().level).toBe('ENHANCED_ASSURANCE_HOLD')
  })

  test('reminds on its last day, and is ended by a surveillance group that says that it lasted', () => {
    const life = providerOnHold()
    const morning = '2028-02-29T09:00:00Z'

    const reminder = life.ask(morning, wake)
    expect(sent(reminder)).toContain('web/room/willow nudge:D19:1')
    expect(life.says('nudge:D19:1')).toContain('It ends with a decision on the level')
    expect(life.ask(morning, byManager('G10')).refusal?.message).toContain(
      'G10 is decided by the quality surveillance group (M2), and none about Willow House is recorded that was held on Tue 29 Feb 2028 or later',
    )

    recorded(life, 'M2', morning, '9k2m9q4x', { leadsTo: 'G10' })
    expect(life.ask(morning, byManager('G10')).refusal).toBeUndefined()
    expect(life.record()).toMatchObject({ level: 'ROUTINE', cycles: [] })
  })

  test('cannot be ticked off like a round', () => {
    const { refusal } = providerOnHold().ask(
      '2027-12-20T10:00:00Z',
      done('D19', '2027-12-20T09:00:00Z', { by: person('mara') }),
    )

    expect(refusal?.message).toContain('/muster level willow')
  })

  test('goes on after a new concern until somebody decides that it ends (G11)', () => {
    const life = providerOnHold()

    life.ask('2028-01-10T10:00:00Z', change('G2', { because: kase }))

    expect(life.record().level).toBe('ENHANCED_ASSURANCE_HOLD')
    const asking = `notice:${life.record().notices.length}` as const
    expect(life.says(asking)).toContain('does it change the level (G11, new or worse concern')
    expect(life.says(asking)).toContain('[Decide G11…]')

    const decided = life.ask('2028-01-10T11:00:00Z', change('G11'))
    expect(life.record()).toMatchObject({ level: 'ENHANCED' })
    expect(life.record().cycles.map(({ rule }) => rule)).toEqual(['D16'])
    expect(sent(decided)).toContain(`web/room/willow ${asking}`)
    expect(life.says(asking)).not.toContain('Decide G11')
  })

  test('starts afresh after it was broken off', () => {
    const life = providerOnHold()
    life.ask('2028-01-10T11:00:00Z', change('G11'))
    recorded(life, 'M2', '2028-04-03T10:00:00Z', '9k2m9q4x')
    const { refusal } = life.ask('2028-04-03T10:00:00Z', byManager('G9'))
    expect(refusal?.message).toContain('none is on file since it came to this level')

    profiled(life, '2028-04-03T10:00:00Z')
    life.ask('2028-04-03T10:00:00Z', byManager('G9'))

    expect(cycleOf(life.record(), 'D19').dueAt).toBe('2028-07-03T22:59:59Z')
  })
})

describe('a hold that was broken off', () => {
  const BROKEN = '2027-12-05T10:00:00Z'
  const NEXT_DAY = '2027-12-06T10:00:00Z'

  test.each([
    ['urgently, without evidence', change('G13', { evidence: null })],
    ['for a new concern', change('G11')],
  ])('%s, is gone round by no meeting and no plan', (_why, breaking) => {
    const life = providerOnHold()
    expect(life.ask(BROKEN, breaking).refusal).toBeUndefined()
    expect(life.record().level).toBe('ENHANCED')
    recorded(life, 'M9', NEXT_DAY, '9k2m9q4x', { leadsTo: 'G8' })
    planLasted(life, NEXT_DAY, 2)

    for (const way of ['G8', 'G12']) {
      const { refusal } = life.ask(NEXT_DAY, byManager(way))
      expect(refusal?.message).toContain(
        `${way} is closed for Willow House: it came to “Enhanced” from “Enhanced, three-month hold”, and what was broken off there starts afresh. The way on from that is G8H or G9.`,
      )
      expect(refusal?.message).toContain('G8H (')
    }

    // A call that gains assurance leads to a hold of its own, which is counted from that call.
    expect(life.ask(NEXT_DAY, byManager('G8H')).refusal).toBeUndefined()
    expect(cycleOf(life.record(), 'D19').dueAt).toBe('2028-03-06T23:59:59Z')
  })

  test('leaves the direct way open once the provider has been on routine since', () => {
    const life = providerOnHold()
    const over = '2028-02-29T09:00:00Z'
    recorded(life, 'M2', over, '9k2m9q4x', { leadsTo: 'G10' })
    life.ask(over, byManager('G10'))
    life.ask('2028-03-01T10:00:00Z', change('G13'))
    recorded(life, 'M9', '2028-03-02T10:00:00Z', '6k2m9q4x', { leadsTo: 'G8' })

    expect(life.ask('2028-03-02T10:00:00Z', byManager('G8')).refusal).toBeUndefined()
  })
})

describe('what must be so before a way is open', () => {
  test('a step down needs the meeting that decides it', () => {
    const { refusal } = enhancedProvider().ask('2027-11-30T10:00:00Z', byManager('G8'))

    expect(refusal?.message).toContain(
      'G8 is decided by the intelligence-sharing call (M9), single-item surveillance group (M10) or risk summit (M1)',
    )
    expect(refusal?.message).toContain('/muster convene willow')
  })

  test('assurance at a call without a quality risk profile steps down at once (S10, the contrast)', () => {
    const life = enhancedProvider()
    recorded(life, 'M9', HELD_SINCE, '8k2m9q4x')

    expect(life.ask(HELD_SINCE, byManager('G8')).refusal).toBeUndefined()
    expect(life.record().level).toBe('ROUTINE')
  })

  test('assurance through a profile goes through the hold, also where the plan has lasted', () => {
    const life = enhancedProvider()
    planLasted(life, HELD_SINCE)
    profiled(life, HELD_SINCE)

    for (const way of ['G8', 'G12']) {
      recorded(life, 'M9', HELD_SINCE, '8k2m9q4x')
      expect(life.ask(HELD_SINCE, byManager(way)).refusal?.message).toContain(
        `${way} is closed for Willow House: “Report it to the surveillance group” is on file with “Assurance gained”. The way on from that is G9.`,
      )
    }
    expect(life.record().level).toBe('ENHANCED')

    // Once it is run again without assurance, the plan leads on as it did.
    profiled(life, '2027-12-02T10:00:00Z', 'notGained')
    expect(life.ask('2027-12-02T10:00:00Z', byManager('G12')).refusal).toBeUndefined()
  })

  test('or is held for three months anyway, which is offered beside it (G8H)', () => {
    const life = enhancedProvider()
    recorded(life, 'M9', HELD_SINCE, '8k2m9q4x')

    life.ask(HELD_SINCE, byManager('G8H'))
    expect(life.record().level).toBe('ENHANCED_ASSURANCE_HOLD')
    expect(cycleOf(life.record(), 'D19').dueAt).toBe('2028-02-29T23:59:59Z')
  })

  test('the hold of a profile needs one that was reported with assurance gained', () => {
    const life = enhancedProvider()
    recorded(life, 'M2', HELD_SINCE, '8k2m9q4x')

    expect(life.ask(HELD_SINCE, byManager('G9')).refusal?.message).toContain(
      'G9 needs “Report it to the surveillance group” (quality risk profile) with “Assurance gained”, and for Willow House none is on file since it came to this level. “/muster file willow” opens it.',
    )
    profiled(life, HELD_SINCE, 'notGained')
    expect(life.ask(HELD_SINCE, byManager('G9')).refusal?.code).toBe('tooEarly')

    profiled(life, '2027-12-01T10:00:00Z')
    recorded(life, 'M2', '2027-12-01T10:00:00Z', '9k2m9q4x')
    expect(life.ask('2027-12-01T10:00:00Z', byManager('G9')).refusal).toBeUndefined()
  })

  test('a meeting of before the level does not count', () => {
    const life = listedProvider()
    recorded(life, 'M6', '2027-05-01T09:00:00Z')
    life.ask('2027-05-10T09:00:00Z', change('G2'))

    expect(life.ask('2027-05-11T09:00:00Z', change('G4')).refusal?.code).toBe('tooEarly')
  })
})
