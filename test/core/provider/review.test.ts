import { describe, expect, test } from 'vitest'
import { RecordId } from '../../../src/core/record-id.ts'
import { sent } from '../../fixtures/life.ts'
import { change, listedProvider, person, planLasted } from './provider.ts'

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
