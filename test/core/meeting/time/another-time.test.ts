import { describe, expect, test } from 'vitest'
import { placeKey } from '../../../../src/core/effect.ts'
import { meetingKind } from '../../../../src/core/meeting/index.ts'
import type { MeetingIntent, MeetingIntentOf } from '../../../../src/core/meeting/intent.ts'
import { sent } from '../../../fixtures/life.ts'
import { answer, calledAt, openSummit, person, wake } from '../meeting.ts'

/** Sat 14 Aug 2027, 10:05 BST; it was to start at 15:00. */
const movedAt = '2027-08-14T09:05:00Z'
const four = '2027-08-14T15:00:00Z'

function moving(over: Partial<MeetingIntentOf<'changeTime'>> = {}): MeetingIntent {
  const reason = 'The chair is on a train until then.'
  return {
    kind: 'meeting',
    type: 'changeTime',
    by: person('quinn'),
    startsAt: four,
    reason,
    ...over,
  }
}

const SEATS = ['regional-director', 'regional-medical-director', 'provider-chief-executive']

/** Rhea chairs, Mick comes, Wanda cannot: Bao is called in her place. */
function answered() {
  const life = openSummit({ seats: SEATS })
  life.ask(calledAt, answer('rhea', 'chair', 'confirm'))
  life.ask(calledAt, answer('mick', 'seat-mick', 'coming'))
  life.ask(calledAt, answer('wanda', 'seat-wanda', 'apologies', { reason: 'A funeral.' }))
  return life
}

const promptOf = (life: ReturnType<typeof answered>, id: string) =>
  life.record().prompts.find((one) => one.id === id)

describe('a meeting that is given another time', () => {
  test('says from what to what, who changed it, when and why, and keeps every change', () => {
    const life = answered()
    const happened = life.ask(movedAt, moving())

    expect(happened.events).toMatchObject([
      { type: 'timeChanged', from: '2027-08-14T14:00:00Z', to: four, by: { person: 'quinn' } },
    ])
    const news = life.says(`notice:${life.record().notices.length}`)
    expect(news).toContain(
      'It starts Sat 14 Aug 2027 16:00 BST, and not Sat 14 Aug 2027 15:00 BST. Changed Sat 14 Aug 2027 10:05 BST by Quinn Adeyemi',
    )
    expect(news).toContain('The chair is on a train until then.')
    expect(life.says('root')).toContain('it starts Sat 14 Aug 2027 16:00 BST')

    life.ask(movedAt, moving({ startsAt: '2027-08-15T09:00:00Z', reason: 'Later still.' }))
    expect(life.record().times).toMatchObject([{ to: four }, { from: four }])
    expect(life.says('root')).toContain('Its time was changed 2 times.')
  })

  test('asks whoever sent a deputy and the deputy, and tells each of the other', () => {
    const life = openSummit({ seats: ['regional-director'] })
    life.ask(calledAt, answer('rhea', 'seat-rhea', 'deputy', { person: 'mick' }))
    life.ask(calledAt, answer('mick', 'seat-mick', 'coming'))
    life.ask(movedAt, moving())

    expect(life.says('prompt:seat-rhea')).toContain(
      'Mick Farrell, whom you sent, is asked as well.',
    )
    expect(life.says('prompt:seat-mick')).toContain('Rhea Dutta, who sent you, is asked as well.')
    life.ask(movedAt, answer('rhea', 'seat-rhea', 'apologies'))
    expect(life.says('prompt:seat-mick')).not.toContain('is asked as well')
  })

  test('asks everybody again, whatever they had answered; whoever changed it comes', () => {
    const life = answered()
    life.ask(movedAt, moving({ by: person('rhea') }))

    expect(promptOf(life, 'chair')).toMatchObject({ state: 'answered', answeredBy: 'rhea' })
    expect(promptOf(life, 'seat-rhea')).toMatchObject({ state: 'answered', answer: 'coming' })
    expect(promptOf(life, 'seat-mick')).toMatchObject({ state: 'open', answer: null, revision: 3 })
    expect(promptOf(life, 'seat-wanda')).toMatchObject({ state: 'open', answer: null })
    const states = life
      .record()
      .lines.flatMap(({ seats }) =>
        seats.flatMap(({ calls }) => calls.map((call) => [call.person, call.state])),
      )
    expect(states).toEqual([
      ['rhea', 'coming'],
      ['mick', 'asked'],
      ['wanda', 'asked'],
      ['bao', 'asked'],
    ])
  })

  test('asks anew who chairs, also whoever could not at the old time', () => {
    const life = openSummit({ seats: SEATS })
    life.ask(calledAt, answer('rhea', 'chair', 'cannot'))
    life.ask(calledAt, answer('remy', 'chair', 'confirm'))
    life.ask(movedAt, moving())

    expect(life.record().chair).toMatchObject({ person: null, declined: [] })
    expect(life.says('root') ?? '').toContain('Rhea Dutta')
    life.ask(movedAt, answer('rhea', 'chair', 'confirm'))
    expect(life.record().chair?.person).toBe('rhea')
  })

  test('is told to each in a message of its own, where they answer; the old buttons are out of date', () => {
    const life = answered()
    const mick = promptOf(life, 'seat-mick')
    const happened = life.ask(movedAt, moving())
    const notice = `notice:${life.record().notices.length}`

    for (const who of ['rhea', 'mick', 'wanda', 'bao'])
      expect(sent(happened)).toContain(`web/person/${who} ${notice}`)
    expect(sent(happened)).toContain(`web/room/web-room ${notice}`)
    expect(sent(happened)).toContain('web/room/web-room root')
    const place = { channel: 'web', to: { type: 'person', person: 'mick' } } as const
    expect(life.says(notice, { type: 'place', place })).toContain('[Coming]')
    const stale = answer('mick', 'seat-mick', 'apologies', { revision: mick?.revision ?? 0 })
    expect(life.ask(movedAt, stale).refusal?.code).toBe('stale')

    const told = life.ask(movedAt, answer('mick', 'seat-mick', 'coming'))
    expect(sent(told)).toContain(`web/person/mick ${notice}`)
    expect(life.says(notice, { type: 'place', place })).not.toContain('[Coming]')
  })

  test('is not told to somebody who is called afterwards: their call says when it starts', () => {
    const life = openSummit({ seats: ['provider-chief-executive'], urgent: false })
    life.ask(movedAt, moving({ startsAt: '2027-08-18T09:00:00Z' }))
    const happened = life.ask(movedAt, answer('wanda', 'seat-wanda', 'apologies'))

    const notice = `notice:${life.record().notices.length}`
    expect(sent(happened)).toContain('web/person/bao prompt:seat-bao')
    expect(sent(happened)).toContain(`web/person/wanda ${notice}`)
    expect(sent(happened)).not.toContain(`web/person/bao ${notice}`)
    const standing = meetingKind.standing(life.record(), life.context().policy)
    const told = standing.filter(({ slot }) => slot === notice).map(({ place }) => placeKey(place))
    expect(told).not.toContain('web/person/bao')
  })

  test('shows on the roll who has answered since', () => {
    const life = answered()
    life.ask(movedAt, moving())
    expect(life.says('root')).toContain('Answered for the new time: nobody yet. Not yet: ')

    life.ask(movedAt, answer('mick', 'seat-mick', 'coming'))

    expect(life.says('root')).toContain('Answered for the new time: Mick Farrell. Not yet: ')
    expect(life.says('prompt:seat-wanda')).toContain('Answers for the old time do not count')
  })

  test('calls the next in line by the new time, where nobody answers', () => {
    const life = openSummit({ seats: ['provider-chief-executive'], urgent: false })
    life.ask(calledAt, answer('wanda', 'seat-wanda', 'coming'))
    life.ask(movedAt, moving({ startsAt: '2027-08-18T09:00:00Z' }))
    const at = promptOf(life, 'seat-wanda')?.climbAt ?? ''

    // A working morning comes before it starts.
    expect(at).toBe('2027-08-16T08:00:00Z')
    life.ask(at, wake)
    expect(promptOf(life, 'seat-bao')).toMatchObject({ state: 'open' })
  })

  test('is named in the record, with the reason', () => {
    const life = answered()
    life.ask(movedAt, moving())
    const record = { form: 'riskSummitRecord', answers: { judgement: 'Safe.' } } as const
    const by = person('quinn')
    life.ask('2027-08-14T16:00:00Z', {
      kind: 'meeting',
      type: 'record',
      by,
      heldAt: four,
      ...record,
    })

    const says = life.says(`notice:${life.record().notices.length}`)
    expect(says).toContain('Start changed: It starts Sat 14 Aug 2027 16:00 BST, and not')
    expect(says).toContain('Why: The chair is on a train until then.')
  })

  test('may be one that was to start at once', () => {
    const life = openSummit({ seats: SEATS, startsAt: null })
    life.ask(movedAt, moving())

    expect(life.says('root')).toContain('and not as soon as it was called')
  })

  test.each([
    ['to a time that has passed', { startsAt: '2027-08-14T09:00:00Z' }, 'invalid', 'has passed'],
    ['to when it starts already', { startsAt: '2027-08-14T14:00:00Z' }, 'invalid', 'already'],
    ['without a reason', { reason: ' ' }, 'missing', 'Say why'],
    ['by somebody who was only called', { by: person('mick') }, 'notYours', 'give another time to'],
  ] as const)('is refused %s, and nothing changes', (_what, over, code, words) => {
    const life = answered()
    const before = life.record()
    const { refusal } = life.ask(movedAt, moving(over))

    expect(refusal).toMatchObject({ code, message: expect.stringContaining(words) })
    expect(life.record()).toEqual(before)
  })

  test('is refused once it is over', () => {
    const life = answered()
    const record = { form: 'riskSummitRecord', answers: {}, heldAt: movedAt } as const
    life.ask(movedAt, { kind: 'meeting', type: 'record', by: person('quinn'), ...record })

    expect(life.ask(movedAt, moving()).refusal?.code).toBe('closed')
  })
})
