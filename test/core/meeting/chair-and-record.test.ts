import { describe, expect, test } from 'vitest'
import { meetingKind } from '../../../src/core/meeting/index.ts'
import type { MeetingIntent } from '../../../src/core/meeting/intent.ts'
import { sent } from '../../fixtures/life.ts'
import {
  answer,
  calledAt,
  caseId,
  meetingId,
  newMeeting,
  openSummit,
  person,
  teleconference,
  wake,
} from './meeting.ts'

const director = { seats: ['regional-director'] }
/** Two minutes, and fifteen minutes, after the call. */
const soon = '2027-08-14T07:57:00Z'
const climb = '2027-08-14T08:10:00Z'

describe('the chair', () => {
  test('is confirmed by the one who was asked, and the brief says so', () => {
    const life = openSummit(director)

    const happened = life.ask(soon, answer('rhea', 'chair', 'confirm'))

    expect(sent(happened)).toContain('web/room/web-room root')
    expect(life.says('root')).toContain('Chair: Rhea Dutta, confirmed.')
    expect(life.says('root')).not.toContain('not confirmed')
  })

  test('is there: an own call is answered with it, also one to which they had sent apologies', () => {
    const life = openSummit(director)
    life.ask(soon, answer('rhea', 'chair', 'confirm'))
    expect(life.says('root')).toMatch(/Rhea Dutta: coming/)

    const other = openSummit(director)
    other.ask(soon, answer('rhea', 'seat-rhea', 'apologies'))
    other.ask(soon, answer('rhea', 'chair', 'confirm'))
    expect(other.says('root')).toContain('Chair: Rhea Dutta, confirmed.')
    expect(other.says('root')).toContain(
      'Rhea Dutta: coming; Remy Clarke, deputy: no longer needed',
    )
    expect(other.says('prompt:seat-rhea')).toContain('coming')
  })

  test.each([
    ['sends apologies', answer('rhea', 'seat-rhea', 'apologies')],
    ['sends a deputy', answer('rhea', 'seat-rhea', 'deputy', { person: 'sven' })],
  ])('who had confirmed and %s does not chair: the next is asked, and all read it', (_what, no) => {
    const life = openSummit(director)
    life.ask(soon, answer('rhea', 'chair', 'confirm'))

    const happened = life.ask(soon, no)

    expect(life.says('root')).toContain('Chair not confirmed. Asked: Remy Clarke.')
    expect(sent(happened)).toContain('web/person/remy prompt:chair')
    expect(life.says('prompt:seat-rhea')).toContain(
      'while the meeting is open. You do not chair it. Asked instead: Remy Clarke.',
    )
    life.ask(soon, answer('remy', 'chair', 'confirm'))
    expect(life.says('root')).toContain('Chair: Remy Clarke, confirmed.')
  })

  test('who was only asked and sends apologies is followed at once; where nobody is left all read it', () => {
    const life = openSummit(director)

    const happened = life.ask(soon, answer('rhea', 'seat-rhea', 'apologies'))
    expect(sent(happened)).toContain('web/person/remy prompt:chair')

    life.ask(soon, answer('remy', 'seat-remy', 'apologies'))
    life.ask(soon, answer('ruth', 'seat-ruth', 'apologies'))
    expect(life.says('prompt:seat-ruth')).toContain(
      'You do not chair it, and nobody else is left to ask.',
    )
    expect(life.says('root')).toContain('agree among yourselves who chairs. Nothing waits for it.')
  })

  test('who was asked before somebody else confirmed, and sends apologies, reopens nothing', () => {
    const life = openSummit(director)
    life.ask(climb, wake)
    life.ask(climb, answer('remy', 'chair', 'confirm'))

    life.ask(climb, answer('rhea', 'seat-rhea', 'apologies'))

    expect(life.says('root')).toContain('Chair: Remy Clarke, confirmed.')
    const chair = life.record().prompts.find(({ id }) => id === 'chair')
    expect(chair).toMatchObject({ asked: ['rhea', 'remy'], state: 'answered' })
  })

  test('is not asked again for the own seat, and nobody is called for it', () => {
    const life = openSummit(director)

    life.ask(soon, answer('rhea', 'chair', 'confirm'))

    expect(life.says('prompt:seat-rhea')).toContain('You answered at Sat 14 Aug 2027 08:57 BST')
    expect(life.says('prompt:seat-rhea')).not.toContain('Without an answer')
    expect(life.ask(climb, wake).events).toEqual([])
    expect(meetingKind.index(life.record()).facets.person).toEqual(['quinn', 'rhea'])
  })

  test('who takes it in the holder’s place fills the holder’s seat: nobody is called for it', () => {
    const life = openSummit(director)

    const happened = life.ask(soon, answer('ruth', 'chair', 'confirm'))

    expect(sent(happened)).toContain('web/person/rhea prompt:seat-rhea')
    expect(life.says('root')).toContain(
      'Rhea Dutta: called, no answer yet since 08:55 BST; Ruth Amadi, on call: coming',
    )
    expect(life.says('prompt:seat-rhea')).not.toContain('Without an answer')
    life.ask(climb, wake)
    expect(life.says('root')).not.toContain('Remy Clarke')
  })

  test('may be taken by anybody of the chair’s post, who is then in the room', () => {
    const life = openSummit(director)

    const { effects } = life.ask(soon, answer('ruth', 'chair', 'confirm'))

    expect(effects).toContainEqual(expect.objectContaining({ type: 'invite', people: ['ruth'] }))
    expect(life.ask(soon, answer('remy', 'chair', 'confirm')).refusal).toMatchObject({
      code: 'stale',
      message: expect.stringContaining('Ruth Amadi has confirmed'),
    })
  })

  test('who cannot is followed by the next; when nobody is left the brief says so, and nothing waits', () => {
    const life = openSummit(director)

    const next = life.ask(soon, answer('rhea', 'chair', 'cannot'))
    expect(sent(next)).toContain('web/person/remy prompt:chair')
    expect(life.says('root')).toContain('Chair not confirmed. Asked: Remy Clarke.')

    life.ask(soon, answer('remy', 'chair', 'cannot'))
    life.ask(soon, answer('ruth', 'chair', 'cannot'))
    expect(life.says('root')).toContain('agree among yourselves who chairs. Nothing waits for it.')
  })

  test('who has sent apologies for another seat is passed over; once they come to it they may be asked', () => {
    const summitOfTwo = { seats: ['regional-director', 'regional-medical-director'] }
    const without = (rest: readonly MeetingIntent[]) => {
      const life = openSummit(summitOfTwo)
      life.ask(soon, answer('mick', 'seat-mick', 'apologies'))
      life.ask(soon, answer('ruth', 'seat-ruth', 'apologies'))
      for (const intent of rest) life.ask(soon, intent)
      life.ask(soon, answer('rhea', 'chair', 'cannot'))
      const happened = life.ask(soon, answer('remy', 'chair', 'cannot'))
      return { life, asked: sent(happened).includes('web/person/ruth prompt:chair') }
    }

    const { life, asked } = without([])
    expect(asked).toBe(false)
    expect(life.says('root')).toContain('agree among yourselves who chairs. Nothing waits for it.')
    expect(without([answer('ruth', 'seat-ruth', 'coming')]).asked).toBe(true)
  })

  test('is nobody’s business but the chair’s organisation’s', () => {
    expect(openSummit().ask(soon, answer('wanda', 'chair', 'confirm')).refusal).toMatchObject({
      code: 'notYours',
      message: expect.stringContaining('regional director of NHSE South East quality team'),
    })
  })
})

describe('the record', () => {
  const held = '2027-08-14T14:00:00Z'
  const later = '2027-08-14T16:30:00Z'
  const record = {
    kind: 'meeting',
    type: 'record',
    by: person('rhea'),
    heldAt: held,
    form: 'riskSummitRecord',
    answers: { judgement: 'The risk is real.' },
  } as const

  test('closes the meeting, is shown, ends every question, and tells the case and the provider', () => {
    const life = openSummit(director)

    const happened = life.ask(later, record)

    expect(life.record()).toMatchObject({ status: 'closed', record: { heldAt: held, at: later } })
    expect(happened.followUps).toEqual([
      {
        to: caseId,
        intent: {
          kind: 'case',
          type: 'noteMeetingClosed',
          meeting: meetingId,
          by: person('rhea'),
          heldAt: held,
          meets: null,
        },
      },
      {
        to: 'provider-willow',
        intent: {
          kind: 'provider',
          type: 'noteOwnMeetingClosed',
          meeting: meetingId,
          by: person('rhea'),
          heldAt: held,
          rule: 'M1',
          leadsTo: null,
        },
      },
    ])
    expect(sent(happened)).toContain('web/person/rhea prompt:seat-rhea')
    expect(life.says('root')).toContain(
      'Held Sat 14 Aug 2027 15:00 BST; recorded Sat 14 Aug 2027 17:30 BST by Rhea Dutta',
    )
    expect(life.says('prompt:seat-rhea')).toContain('is over')
    expect(life.says('prompt:chair')).toContain('is over')
    expect(meetingKind.index(life.record()).facets.person).toEqual([])
  })

  test('ends what was said of its time: the chair of a risk summit decides it (D28)', () => {
    const life = openSummit(director)

    for (const slot of ['root', 'prompt:chair']) {
      expect(life.says(slot)).toContain(
        'The chair decides its time and place, very quickly; no day or hour is given.',
      )
      expect(life.says(slot)).toContain('Rule D28 · QSIF 2020, Appendix 1, Risk Summit')
    }
    life.ask(later, record)
    expect(life.says('root')).not.toContain('D28')
  })

  test('of a teleconference says nothing of D28', () => {
    const life = newMeeting()
    life.ask(calledAt, teleconference)

    expect(life.says('roll')).toContain('Teleconference')
    expect(life.says('roll')).not.toContain('D28')
  })

  test('stands in the room in the form’s own words, and for whoever looks the meeting up', () => {
    const life = openSummit(director)

    const happened = life.ask(later, record)

    expect(sent(happened)).toContain('web/room/web-room notice:1')
    const notice = life.says('notice:1')
    expect(notice).toContain('Risk summit M-7K2M-9Q4X: risk summit record')
    expect(notice).toContain('Held: Sat 14 Aug 2027 15:00 BST')
    expect(notice).toContain('Recorded: Sat 14 Aug 2027 17:30 BST by Rhea Dutta')
    expect(notice).toContain('What did the summit conclude?: The risk is real.')
    expect(notice).not.toContain('What was shared?')
    const place = { channel: 'web', to: { type: 'room', room: 'web-room' } } as const
    expect(life.says('root', { type: 'actor', actor: person('rhea') })).toContain(
      'The risk is real.',
    )
    expect(life.says('root', { type: 'place', place })).not.toContain('The risk is real.')
  })

  test('leaves nobody on the roll as if they might still answer', () => {
    const life = openSummit(director)

    life.ask(later, record)

    expect(life.says('root')).toContain('Rhea Dutta: did not answer')
    expect(life.says('root')).toContain(
      '0 said that they were coming, 1 did not answer, 0 empty. Who took part is in the record.',
    )
    expect(life.says('root')).not.toContain('it starts')
  })

  test('of a teleconference meets D4', () => {
    const life = newMeeting()
    life.ask(calledAt, teleconference)

    const { followUps } = life.ask(later, {
      ...record,
      by: person('quinn'),
      form: 'teleconference',
    })

    expect(followUps).toMatchObject([
      { intent: { type: 'noteMeetingClosed', meets: 'D4' } },
      { intent: { type: 'noteOwnMeetingClosed', rule: 'M3' } },
    ])
  })

  test('is refused for a time to come, by the wrong form, and by people without the role', () => {
    const life = openSummit()

    expect(life.ask(calledAt, record).refusal).toMatchObject({
      code: 'tooEarly',
      message: expect.stringContaining('Sat 14 Aug 2027 08:55 BST'),
    })
    expect(life.ask(later, { ...record, form: 'teleconference' }).refusal?.code).toBe('invalid')
    expect(life.ask(later, { ...record, by: person('wanda') }).refusal).toMatchObject({
      code: 'notYours',
      message: expect.stringContaining('quality lead of Harbour'),
    })
  })

  test('is made once, and nothing is answered after it', () => {
    const life = openSummit()
    life.ask(later, record)

    for (const intent of [record, answer('rhea', 'seat-rhea', 'coming')]) {
      expect(life.ask(later, intent).refusal).toMatchObject({
        code: 'closed',
        message: expect.stringContaining('Sat 14 Aug 2027 17:30 BST'),
      })
    }
  })
})

test('a note is taken from those who were called, and stands in the room', () => {
  const life = openSummit()
  const note = { kind: 'meeting', type: 'note', text: 'The ward is closed to admissions.' } as const

  const noted = life.ask(soon, { ...note, by: person('cleo') })

  expect(sent(noted)).toEqual(['web/room/web-room notice:1'])
  expect(life.says('notice:1')).toContain('The ward is closed to admissions.')
  expect(life.ask(soon, { ...note, by: person('nia') }).refusal?.code).toBe('notYours')
})

test('a follow-up that is refused is told in the room', () => {
  const life = openSummit()

  life.ask(soon, {
    kind: 'meeting',
    type: 'noteRefusal',
    asked: 'provider.changeLevel',
    refusal: { code: 'notFound', message: 'This provider is not in the directory.' },
  })

  expect(life.says('notice:1')).toContain('This provider is not in the directory.')
})
