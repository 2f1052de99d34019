import { describe, expect, test } from 'vitest'
import { RecordId } from '../../../src/core/record-id.ts'
import {
  byManager,
  enhancedProvider,
  HELD_SINCE,
  pendingProvider,
  providerOnHold,
} from './levels.ts'
import { change, person, profiled, recorded } from './provider.ts'

const REVIEWED = '2027-05-19T09:00:00Z'
const CALLED = '2027-06-01T10:00:00Z'
const OVER = '2028-02-29T09:00:00Z'

describe('a way that a meeting decides on is open only where the latest one decided so', () => {
  test.each(['G8', 'G8H'])(
    'a call without assurance opens no %s, and the refusal says what it recorded',
    (way) => {
      const life = enhancedProvider()
      recorded(life, 'M9', CALLED, '8k2m9q4x', { leadsTo: null })

      const { refusal } = life.ask(CALLED, byManager(way))

      expect(refusal?.code).toBe('tooEarly')
      expect(refusal?.message).toContain(
        'the intelligence-sharing call (M9) M-8K2M-9Q4X, held Tue 1 Jun 2027 11:00 BST, recorded nothing that leads to another level. It opens once the record of the latest says “Yes',
      )
      expect(refusal?.message).toContain('“/muster convene willow”')
      expect(life.record().level).toBe('ENHANCED')
    },
  )

  test.each(['G4', 'G5'])('a review that decided nothing yet opens no %s', (way) => {
    const life = pendingProvider()
    recorded(life, 'M6', REVIEWED, '7k2m9q4x', { leadsTo: null })

    expect(life.ask(REVIEWED, change(way)).refusal?.code).toBe('tooEarly')
  })

  test('a review that keeps it in enhanced does not lead back to routine', () => {
    const life = pendingProvider()
    recorded(life, 'M6', REVIEWED, '7k2m9q4x', { leadsTo: 'G5' })

    expect(life.ask(REVIEWED, change('G4')).refusal?.message).toContain(
      'recorded “It continues in enhanced” (G5). It opens once the record of the latest says “The risk is acceptable: routine”',
    )
  })

  test('a call that holds it anyway opens the hold, and not the direct way', () => {
    const life = enhancedProvider()
    recorded(life, 'M9', CALLED, '8k2m9q4x', { leadsTo: 'G8H' })

    expect(life.ask(CALLED, byManager('G8')).refusal?.code).toBe('tooEarly')
    expect(life.ask(CALLED, byManager('G8H')).refusal).toBeUndefined()
  })

  test('the latest counts: a summit without assurance closes what a call had opened', () => {
    const life = enhancedProvider()
    recorded(life, 'M1', '2027-06-08T10:00:00Z', '9k2m9q4x', { leadsTo: null })
    recorded(life, 'M9', '2027-06-09T10:00:00Z', '8k2m9q4x', { heldAt: CALLED })

    expect(life.ask('2027-06-09T10:00:00Z', byManager('G8')).refusal?.message).toContain(
      'the risk summit (M1) M-9K2M-9Q4X, held Tue 8 Jun',
    )
  })

  test('a meeting of one of its cases counts alike', () => {
    const life = enhancedProvider()
    const told = { heldAt: CALLED, rule: 'M9', leadsTo: null, by: person('mara') } as const
    const meeting = RecordId.parse('meeting-8k2m9q4x')
    const noted = { kind: 'provider', type: 'noteOwnMeetingClosed', meeting } as const
    life.ask(CALLED, { ...noted, ...told })
    expect(life.ask(CALLED, byManager('G8')).refusal?.code).toBe('tooEarly')

    life.ask(CALLED, { ...noted, ...told, leadsTo: 'G8' })
    expect(life.ask(CALLED, { ...noted, ...told, leadsTo: 'G8' }).events).toEqual([])
    expect(life.record().held).toMatchObject([{ leadsTo: 'G8', at: CALLED }])
    expect(life.ask(CALLED, byManager('G8')).refusal).toBeUndefined()
  })

  test('a corrected draft opens the way that it decides on now', () => {
    const life = pendingProvider()
    recorded(life, 'M6', REVIEWED, '7k2m9q4x', { leadsTo: null })
    recorded(life, 'M6', REVIEWED, '7k2m9q4x', { leadsTo: 'G4' })

    expect(life.ask(REVIEWED, change('G4')).refusal).toBeUndefined()
  })

  test('what has become confidential is not told in the refusal', () => {
    const life = enhancedProvider()
    recorded(life, 'M9', CALLED, '8k2m9q4x', { leadsTo: 'G8H' })
    const record = RecordId.parse('meeting-8k2m9q4x')
    life.ask(CALLED, { kind: 'provider', type: 'noteConfidential', record })

    const { refusal } = life.ask(CALLED, byManager('G8'))

    expect(refusal?.message).toContain('its record is confidential')
    expect(refusal?.message).not.toContain('(G8H). It opens')
  })
})

describe('when a meeting was held counts, and not when it was written down', () => {
  test('one of before the level opens nothing, however late it is recorded', () => {
    const life = pendingProvider()
    recorded(life, 'M6', '2027-05-20T09:00:00Z', '7k2m9q4x', {
      heldAt: '2027-05-01T09:00:00Z',
      leadsTo: 'G4',
    })

    expect(life.ask('2027-05-20T09:00:00Z', change('G4')).refusal?.message).toContain(
      'none about Willow House is recorded that was held since it came to this level',
    )
  })

  test('nor does it where its own record asks for the level', () => {
    const life = pendingProvider()
    const late = '2027-05-20T09:00:00Z'
    recorded(life, 'M6', late, '7k2m9q4x', { heldAt: '2027-05-01T09:00:00Z', leadsTo: 'G4' })
    const meeting = RecordId.parse('meeting-7k2m9q4x')

    const asked = life.ask(late, change('G4', { because: meeting }), { from: meeting })

    expect(life.record().level).toBe('ENHANCED_PENDING_REVIEW')
    expect(asked.events).not.toContainEqual(expect.objectContaining({ type: 'levelDecided' }))
  })

  test('one of the very minute in which the level began counts', () => {
    const life = pendingProvider()
    recorded(life, 'M6', '2027-05-10T09:00:00Z', '7k2m9q4x', { leadsTo: 'G4' })

    expect(life.ask('2027-05-10T09:00:00Z', change('G4')).refusal).toBeUndefined()
  })

  test('a group of before the profile does not begin the hold', () => {
    const life = enhancedProvider()
    recorded(life, 'M2', '2027-06-02T10:00:00Z', '8k2m9q4x')
    profiled(life, HELD_SINCE)

    expect(life.ask(HELD_SINCE, byManager('G9')).refusal?.message).toContain(
      'recorded that was held on Tue 30 Nov 2027 or later',
    )
  })

  test('a group of the day after the hold began does not end it, whatever it says', () => {
    const life = providerOnHold()
    recorded(life, 'M2', '2027-12-01T10:00:00Z', '9k2m9q4x', { leadsTo: 'G10' })

    expect(life.ask(OVER, byManager('G10')).refusal?.message).toContain(
      'recorded that was held on Tue 29 Feb 2028 or later',
    )
  })

  test('nor does one of the last day that does not say that it lasted', () => {
    const life = providerOnHold()
    recorded(life, 'M2', OVER, '9k2m9q4x', { leadsTo: null })

    expect(life.ask(OVER, byManager('G10')).refusal?.message).toContain(
      'says “The three months are over and it has lasted”',
    )
  })
})
