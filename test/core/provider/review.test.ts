import { describe, expect, test } from 'vitest'
import { reviewsOwed } from '../../../src/core/provider/review/waiting.ts'
import { RecordId } from '../../../src/core/record-id.ts'
import { sent } from '../../fixtures/life.ts'
import { byManager, enhancedProvider } from './levels.ts'
import { change, listedProvider, person, planLasted, recorded } from './provider.ts'

const may = '2027-05-10T09:00:00Z'
const afterwards = '2027-05-11T09:00:00Z'
const meeting = RecordId.parse('meeting-7k2m9q4x')
const correctedBy = {
  type: 'person',
  person: 'mara',
  name: 'Mara Oyelaran',
  role: 'quality-manager',
  organisation: 'south-east-team',
} as const

const corrected = {
  kind: 'provider',
  type: 'noteRecordChanged',
  meeting,
  label: 'Quality review meeting',
  how: 'corrected',
  correctedBy,
} as const

function questioned() {
  const life = listedProvider()
  life.ask(may, change('G2'))
  const happened = life.ask(may, corrected)
  return { life, happened }
}

const CALLED = '2027-06-01T10:00:00Z'
const LATER = '2027-06-02T10:00:00Z'
const CALL = RecordId.parse('meeting-8k2m9q4x')

/** In enhanced, and an intelligence-sharing call decided on routine with nobody there but the regional team. */
function short() {
  const life = enhancedProvider()
  const happened = shortCall(life, CALL)
  return { life, happened }
}

function shortCall(life: ReturnType<typeof listedProvider>, call: RecordId, at = CALLED) {
  const there = { there: ['south-east-team'], chair: null }
  const noted = { kind: 'provider', meeting: call } as const
  life.ask(at, { ...noted, type: 'noteOwnMeeting', rule: 'M9', label: 'Intelligence-sharing call' })
  const found = { heldAt: at, leadsTo: 'G8', short: there, by: person('quinn') } as const
  return life.ask(at, { ...noted, type: 'noteOwnMeetingClosed', ...found })
}

const stands = (who: string, reason = 'The same risks are in both.') =>
  ({ kind: 'provider', type: 'confirmLevel', by: person(who), review: 1, reason }) as const

describe('a level whose record was corrected', () => {
  test('stands, and the quality lead is asked in the thread and in private', () => {
    const { life, happened } = questioned()

    expect(life.record().level).toBe('ENHANCED_PENDING_REVIEW')
    expect(sent(happened)).toEqual([
      'web/room/willow root',
      'web/room/willow prompt:review-1',
      'web/person/quinn prompt:review-1',
    ])
    const asks = life.says('prompt:review-1')
    expect(asks).toContain(
      'The record of the quality review meeting M-7K2M-9Q4X says something else',
    )
    expect(asks).toContain(
      'The level stays “Enhanced, review pending” until somebody decides. Nothing is changed by itself.',
    )
    expect(asks).toContain('[The level stands…] [Change the level…]')
    expect(life.says('root')).toContain('The level stands until the quality lead decides.')
  })

  test('stands for good once she says so, with a reason', () => {
    const { life } = questioned()
    expect(life.ask(may, stands('quinn', ' ')).refusal?.code).toBe('missing')

    life.ask(may, stands('quinn'))

    expect(life.record().level).toBe('ENHANCED_PENDING_REVIEW')
    expect(life.says('prompt:review-1')).toContain('Why: The same risks are in both.')
    expect(life.says('root')).not.toContain('until the quality lead decides')
    expect(life.ask(may, stands('quinn')).refusal?.code).toBe('stale')
  })

  test('is asked about no more once somebody decides on the level, but not when a meeting does', () => {
    const { life } = questioned()
    life.ask(may, change('G13', { because: RecordId.parse('case-7k2m9q4x') }))
    expect(life.says('root')).toContain('until the quality lead decides')

    planLasted(life, afterwards)
    life.ask(afterwards, change('G12', { reason: 'The corrected record says so.' }))

    expect(life.says('prompt:review-1')).toContain('The level was decided anew')
  })

  test('is confirmed by nobody else', () => {
    const { life } = questioned()

    expect(life.ask(may, stands('nia')).refusal).toMatchObject({
      code: 'notYours',
      message: expect.stringContaining('Only the quality lead'),
    })
  })
})

describe('a meeting at which too few were for what it decided', () => {
  test('says nothing of who was there once it is confidential: not on the card, nor in what was asked or is refused', () => {
    const { life, happened } = short()
    expect(sent(happened)).toContain('web/person/quinn prompt:review-1')
    expect(life.says('prompt:review-1')).toContain('is recorded as having been there')
    expect(life.ask(CALLED, byManager('G8')).refusal?.message).toContain('having been there')

    const hidden = life.ask(CALLED, { kind: 'provider', type: 'noteConfidential', record: CALL })

    expect(sent(hidden)).toEqual(
      expect.arrayContaining(['web/room/willow root', 'web/person/quinn prompt:review-1']),
    )
    const { refusal } = life.ask(CALLED, byManager('G8'))
    expect(refusal?.message).toContain('its record is confidential')
    const read = [life.says('root'), life.says('prompt:review-1'), refusal?.message].join('\n')
    expect(read).not.toMatch(/been there|South East|G8, |decides on the level/)
    expect(life.says('prompt:review-1')).toContain('Nothing is asked here any more.')
    expect(reviewsOwed(life.record(), 'quinn')).toEqual([])
  })

  test('is asked about no more once a later meeting changed the level by its record', () => {
    const { life } = short()
    expect(life.says('root')).toContain('decides on the level, and too few')

    recorded(life, 'M9', LATER, '9k2m9q4x')
    const because = RecordId.parse('meeting-9k2m9q4x')
    const decided = life.ask(LATER, change('G8', { by: person('mara'), because, decidedAt: LATER }))

    expect(decided.refusal).toBeUndefined()
    expect(sent(decided)).toContain('web/person/quinn prompt:review-1')
    expect(life.says('prompt:review-1')).toContain('The level was decided anew')
    expect(life.says('root')).not.toContain('too few')
    expect(reviewsOwed(life.record(), 'quinn')).toEqual([])
  })

  test('is asked about no more once the same is asked of a later one; only that waits', () => {
    const { life } = short()
    const later = RecordId.parse('meeting-9k2m9q4x')

    const again = shortCall(life, later, LATER)

    expect(sent(again)).toContain('web/person/quinn prompt:review-1')
    expect(life.says('prompt:review-1')).toContain('M-9K2M-9Q4X decided on the same later.')
    expect(life.says('prompt:review-1')).not.toContain('[Decide G8…]')
    expect(life.says('prompt:review-2')).toContain('[Decide G8…]')
    expect(reviewsOwed(life.record(), 'quinn')).toMatchObject([{ at: LATER }])
  })

  test('says so, and offers the way, once its record is corrected by who was there', () => {
    const { life } = short()
    const noted = { kind: 'provider', type: 'noteOwnMeetingClosed', meeting: CALL } as const
    const found = { heldAt: CALLED, leadsTo: 'G8', short: null, by: person('quinn') } as const

    const corrected = life.ask(LATER, { ...noted, ...found })

    expect(sent(corrected)).toEqual(
      expect.arrayContaining(['web/room/willow root', 'web/person/quinn prompt:review-1']),
    )
    expect(life.says('root')).toContain('by its corrected record enough were there')
    expect(life.says('prompt:review-1')).toMatch(/it was corrected since, and enough were/)
    expect(life.says('prompt:review-1')).not.toContain('and too few are')
    expect(life.says('prompt:review-1')).toContain('[Decide G8…]')
    expect(life.ask(LATER, byManager('G8')).refusal).toBeUndefined()
  })
})
