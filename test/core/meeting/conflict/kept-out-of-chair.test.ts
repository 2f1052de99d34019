import { describe, expect, test } from 'vitest'
import { sent } from '../../../fixtures/life.ts'
import { calledAt, openSummit, person, wake } from '../meeting.ts'

const soon = '2027-08-14T07:57:00Z'
const declare = (
  whose: { type: 'person'; person: string } | { type: 'organisation'; slug: string },
) =>
  ({
    kind: 'meeting',
    type: 'declareConflict',
    by: person('quinn'),
    whose,
    what: 'Owns the building.',
  }) as const

describe('where all of the chair’s organisation has a conflict of interest', () => {
  test('nobody of it is said to be asked next, nor asked to say that they chair', () => {
    const life = openSummit({ seats: ['regional-director'] })
    life.ask(soon, declare({ type: 'organisation', slug: 'south-east-team' }))

    const asks = life.says('prompt:chair')
    expect(asks).toContain('has a conflict of interest, so nobody of it is asked to chair.')
    expect(asks).not.toContain('is asked too')
    expect(asks).not.toContain('please say so')
  })
})

describe('the own call of somebody with a conflict of interest', () => {
  test('says no more how to dial in, until they are let back in', () => {
    const life = openSummit({ seats: ['regional-director'] })
    expect(life.says('prompt:seat-rhea')).toContain('Dial in:')

    const declared = life.ask(calledAt, declare({ type: 'person', person: 'rhea' }))

    expect(sent(declared)).toContain('web/person/rhea prompt:seat-rhea')
    expect(life.says('prompt:seat-rhea')).not.toContain('Dial in:')
    life.ask('2027-08-14T08:10:00Z', wake)
    life.ask('2027-08-14T08:11:00Z', {
      kind: 'meeting',
      type: 'returnFromConflict',
      by: person('quinn'),
      conflict: 1,
      reason: 'It was a mistake.',
    })
    expect(life.says('prompt:seat-rhea')).toContain('Dial in:')
  })
})
