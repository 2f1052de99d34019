import { describe, expect, test } from 'vitest'
import { RecordId } from '../../../src/core/record-id.ts'
import { sent } from '../../fixtures/life.ts'
import { byManager, enhancedProvider, HELD_SINCE, providerOnHold } from './levels.ts'
import { cycleOf, person, type profiled, recorded } from './provider.ts'

type Life = Parameters<typeof profiled>[0]

const GROUP = RecordId.parse('meeting-8k2m9q4x')
const SECOND = RecordId.parse('meeting-9k2m9q4x')
const OVER = '2028-02-29T10:00:00Z'
const AFTERWARDS = '2028-03-02T10:00:00Z'

/** The record of a meeting says another time of holding now, and decides as it did. */
function corrected(
  life: Life,
  at: string,
  meeting: RecordId,
  { was, heldAt, leadsTo }: { was?: string; heldAt: string; leadsTo: string | null },
) {
  const told = { meeting, by: person('mara'), heldAt, leadsTo, ...(was && { was }) }
  return life.ask(at, { kind: 'provider', type: 'noteOwnMeetingClosed', ...told })
}

/** Its hold is over, and a second group has said that it lasted. */
function steppedDown() {
  const life = providerOnHold()
  recorded(life, 'M2', OVER, '9k2m9q4x', { leadsTo: 'G10' })
  life.ask(OVER, byManager('G10'))
  return life
}

describe('the three months are counted anew once the time of the meeting that decided on them is corrected', () => {
  test('also where somebody decided on its record later', () => {
    const life = providerOnHold()

    corrected(life, '2027-12-20T10:00:00Z', GROUP, {
      was: HELD_SINCE,
      heldAt: '2027-12-15T10:00:00Z',
      leadsTo: 'G9',
    })

    expect(cycleOf(life.record(), 'D19')).toMatchObject({
      startAt: '2027-12-15T10:00:00Z',
      dueAt: '2028-03-15T23:59:59Z',
    })
    expect(life.record().reviews).toBeUndefined()
    expect(life.ask(OVER, byManager('G10')).refusal?.message).toContain('from Wed 15 Mar 2028 on')
  })

  test('and where its time and what it decides are corrected one after the other', () => {
    const life = providerOnHold()
    const heldAt = '2027-12-07T10:00:00Z'

    corrected(life, '2027-12-20T10:00:00Z', GROUP, { was: HELD_SINCE, heldAt, leadsTo: null })
    expect(cycleOf(life.record(), 'D19').startAt).toBe(HELD_SINCE)
    corrected(life, '2027-12-20T11:00:00Z', GROUP, { heldAt, leadsTo: 'G9' })

    expect(cycleOf(life.record(), 'D19')).toMatchObject({
      startAt: heldAt,
      dueAt: '2028-03-07T23:59:59Z',
    })
    const again = corrected(life, '2027-12-20T12:00:00Z', GROUP, { heldAt, leadsTo: 'G9' })
    expect(again.events).toEqual([])
  })

  test('and where the hold was chosen though the meeting would have let it go at once', () => {
    const life = enhancedProvider()
    recorded(life, 'M9', HELD_SINCE, '8k2m9q4x')
    life.ask('2027-12-03T10:00:00Z', byManager('G8H'))

    const heldAt = '2027-12-02T10:00:00Z'
    corrected(life, '2027-12-04T10:00:00Z', GROUP, { was: HELD_SINCE, heldAt, leadsTo: 'G8' })

    expect(cycleOf(life.record(), 'D19').dueAt).toBe('2028-03-02T23:59:59Z')
  })
})

describe('a level that the corrected time would not have opened stays until somebody decides', () => {
  test('a group that was held before the hold was over did not end it: the quality lead is asked, once', () => {
    const life = steppedDown()
    const early = { was: OVER, heldAt: '2028-02-20T10:00:00Z', leadsTo: 'G10' }

    const asked = corrected(life, AFTERWARDS, SECOND, early)

    expect(life.record().level).toBe('ROUTINE')
    expect(sent(asked)).toContain('web/person/quinn prompt:review-1')
    expect(life.says('prompt:review-1')).toContain(
      'The record of the quality surveillance group M-9K2M-9Q4X decided on the level, and says another time of holding now, by which that was too early: it was corrected Thu 2 Mar 2028',
    )
    expect(life.says('root')).toContain('The level stands until the quality lead decides.')

    const again = { was: early.heldAt, heldAt: '2028-02-21T10:00:00Z', leadsTo: 'G10' }
    corrected(life, AFTERWARDS, SECOND, again)
    expect(life.record().reviews).toHaveLength(1)
  })

  test('so is she where the group that began it was held later, and it had not run its time', () => {
    const life = steppedDown()

    const later = { was: HELD_SINCE, heldAt: '2027-12-15T10:00:00Z', leadsTo: 'G9' }
    corrected(life, AFTERWARDS, GROUP, later)

    expect(life.record().level).toBe('ROUTINE')
    expect(life.record().reviews).toMatchObject([{ meeting: GROUP, how: 'held' }])
  })

  test.each([
    ['the group that ended it, on the same day', SECOND, OVER, '2028-02-29T15:00:00Z', 'G10'],
    ['the group that began it, earlier', GROUP, HELD_SINCE, '2027-11-30T09:00:00Z', 'G9'],
  ])(
    'nobody is asked where it was open by that time, too: %s',
    (_which, meeting, was, heldAt, leadsTo) => {
      const life = steppedDown()

      corrected(life, AFTERWARDS, meeting, { was, heldAt, leadsTo })

      expect(life.record().reviews).toBeUndefined()
    },
  )
})
