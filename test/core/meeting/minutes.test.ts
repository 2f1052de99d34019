import { describe, expect, test } from 'vitest'
import { meetingKind } from '../../../src/core/meeting/index.ts'
import type { MeetingIntent, MeetingIntentOf } from '../../../src/core/meeting/intent.ts'
import { sent } from '../../fixtures/life.ts'
import { askedSummit } from './action/action.ts'
import {
  answer,
  calledAt,
  caseId,
  newMeeting,
  openSummit,
  person,
  teleconference,
  wake,
} from './meeting.ts'

const heldAt = '2027-08-14T14:05:00Z'
/** Saturday at 16:00 BST, and when two working days are over. */
const recordedAt = '2027-08-14T15:00:00Z'
const over = '2027-08-17T22:59:59Z'

const judgement = 'The ward is safe tonight.'
const better = 'The ward is safe tonight, with two more staff.'

function recording(over: Partial<MeetingIntentOf<'record'>> = {}): MeetingIntent {
  const form = 'riskSummitRecord'
  const answers = { judgement, information: 'Staffing since Monday.' }
  return { kind: 'meeting', type: 'record', by: person('quinn'), heldAt, form, answers, ...over }
}

function correcting(over: Partial<MeetingIntentOf<'correct'>> = {}): MeetingIntent {
  const answers = { judgement: better, information: 'Staffing since Monday.' }
  return {
    kind: 'meeting',
    type: 'correct',
    by: person('quinn'),
    version: 0,
    heldAt,
    answers,
    ...over,
  }
}

const seal = (who: string): MeetingIntent => ({ kind: 'meeting', type: 'seal', by: person(who) })

const adding = (who: string, text: string): MeetingIntent => ({
  kind: 'meeting',
  type: 'addendum',
  by: person(who),
  text,
})

/** A summit that was chaired by Rhea, and recorded by Quinn. */
function recorded() {
  const life = openSummit({
    seats: ['regional-director', 'regional-medical-director', 'provider-chief-executive'],
  })
  life.ask(calledAt, answer('rhea', 'chair', 'confirm'))
  const happened = life.ask(recordedAt, recording())
  const record = `notice:${life.record().notices.length}`
  return { life, happened, record }
}

describe('the record of a meeting', () => {
  test('is a draft, which says until when it can be corrected and by whom', () => {
    const { life, happened, record } = recorded()

    expect(life.record().status).toBe('closed')
    expect(sent(happened)).toContain(`web/room/web-room ${record}`)
    const says = life.says(record)
    expect(says).toContain('DRAFT')
    expect(says).toContain(
      'It can be corrected until Tue 17 Aug 2027 23:59 BST; then it is sealed.',
    )
    expect(says).toContain('[Correct…] [Seal now…]')
    expect(meetingKind.index(life.record()).wakeAt).toBe(over)
  })

  test('draws from the history who was called to each seat, and what came of it', () => {
    const { life, record } = recorded()

    const says = life.says(record)
    expect(says).toContain('Chair: Rhea Dutta')
    expect(says).toContain('Held: Sat 14 Aug 2027 15:05 BST')
    expect(says).toMatch(/Rhea Dutta: coming/)
    expect(says).toContain('did not answer')
    expect(says).toContain('not called this time')
    expect(says).toContain(judgement)
  })

  test('names the actions that were asked for', () => {
    const life = askedSummit()
    life.ask(recordedAt, recording())

    const says = life.says(`notice:${life.record().notices.length}`)

    expect(says).toContain('ACTIONS\n- 1. Put a second nurse on each night shift.')
    expect(says).not.toContain('Actions:')
  })

  test('is corrected by whoever chairs or recorded it; both versions stay', () => {
    const { life, record } = recorded()

    const happened = life.ask(recordedAt, correcting({ by: person('rhea') }))

    expect(happened.events).toMatchObject([{ type: 'corrected', fields: ['judgement'] }])
    expect(sent(happened)).toContain(`web/room/web-room ${record}`)
    const { minutes, record: now } = life.record()
    expect(now?.answers.judgement).toBe(better)
    expect(minutes?.before).toMatchObject([{ answers: { judgement }, by: { person: 'quinn' } }])
    expect(life.says(record)).toContain('Corrected: once')
    expect(life.says(`notice:${life.record().notices.length}`)).toContain(
      'What did the summit conclude?',
    )
  })

  test('is corrected by nobody else, and the refusal says who may', () => {
    const { life } = recorded()

    const { refusal } = life.ask(recordedAt, correcting({ by: person('halima') }))

    expect(refusal).toMatchObject({ code: 'notYours' })
    expect(refusal?.message).toContain('or whoever recorded it may correct the record')
  })

  test('a correction of what somebody corrected meanwhile is refused', () => {
    const { life } = recorded()
    life.ask(recordedAt, correcting())

    const { refusal } = life.ask(recordedAt, correcting({ by: person('rhea') }))

    expect(refusal).toMatchObject({ code: 'stale' })
    expect(refusal?.message).toContain('Quinn Adeyemi corrected it')
  })

  test('a correction that says the same, or a time that cannot be, is refused', () => {
    const { life } = recorded()
    const same = { judgement, information: 'Staffing since Monday.' }

    expect(life.ask(recordedAt, correcting({ answers: same })).refusal?.code).toBe('invalid')
    const tomorrow = { heldAt: '2027-08-15T14:05:00Z' }
    expect(life.ask(recordedAt, correcting(tomorrow)).refusal?.code).toBe('tooEarly')
  })

  test('that is not there yet can be neither corrected nor sealed', () => {
    const life = openSummit({ seats: ['regional-director'] })
    life.ask(calledAt, answer('rhea', 'chair', 'confirm'))

    for (const intent of [correcting({ by: person('rhea') }), seal('rhea')])
      expect(life.ask(recordedAt, intent).refusal?.message).toContain('is not recorded yet')
  })
})

describe('a sealed record', () => {
  test('is sealed by hand, with what it says in the history', () => {
    const { life, record } = recorded()

    const happened = life.ask(recordedAt, seal('rhea'))

    expect(JSON.stringify(happened.events)).toContain(judgement)
    expect(happened.followUps).toMatchObject([
      { to: caseId, intent: { type: 'noteRecordSealed', sealedBy: { person: 'rhea' } } },
    ])
    expect(life.says(record)).toContain('SEALED')
    expect(life.says(`notice:${life.record().notices.length}`)).toContain('Sealed by Rhea Dutta')
    expect(meetingKind.index(life.record()).wakeAt).toBeNull()
  })

  test('is sealed by itself when its time is over, and not before', () => {
    const { life, record } = recorded()

    expect(life.ask('2027-08-17T22:59:58Z', wake).events).toEqual([])
    expect(life.ask(over, wake).events).toMatchObject([
      { type: 'sealed', by: { type: 'clock' } },
      { type: 'roomsShut' },
    ])
    expect(life.says(record)).toContain('Sealed, since the time for corrections was over, Tue 17')
    expect(life.ask(over, wake).events).toEqual([])
  })

  test('is changed by nothing any more; the refusal says what to do instead', () => {
    const { life } = recorded()
    life.ask(recordedAt, seal('quinn'))

    for (const intent of [correcting(), seal('rhea')])
      expect(life.ask(recordedAt, intent).refusal?.message).toMatch(
        /is sealed since .* “\/muster addendum M-7K2M-9Q4X …”/,
      )
  })

  test('is corrected no more once its time is over, though nobody has woken it yet', () => {
    const { life } = recorded()

    expect(life.ask(over, correcting()).refusal?.code).toBe('closed')
  })

  test('has addenda beside it, which leave what was sealed as it is', () => {
    const { life, record } = recorded()
    life.ask(recordedAt, seal('quinn'))
    const sealed = life.record().minutes?.sealed

    const happened = life.ask(over, adding('quinn', 'The region has a copy.'))

    expect(life.record().minutes?.sealed).toEqual(sealed)
    expect(life.says(record)).toContain('ADDENDUM 1')
    const news = `notice:${life.record().notices.length}`
    expect(sent(happened)).toEqual(life.record().people.map((one) => `web/person/${one} ${news}`))
    expect(life.says(news)).toContain('The region has a copy.')
  })

  test('a draft has none: it is corrected instead', () => {
    const { life } = recorded()

    expect(life.ask(recordedAt, adding('quinn', 'More.')).refusal?.message).toContain(
      'correct it instead',
    )
  })
})

describe('whoever was called and is in no room of it', () => {
  test('has the record in private, and what becomes of it', () => {
    const life = newMeeting()
    life.ask(calledAt, { ...teleconference, places: teleconference.places.slice(0, 1) })
    const apart = life.record().people.filter((one) => one !== 'quinn')

    const form = 'teleconference'
    const happened = life.ask(recordedAt, recording({ form, answers: { attendees: 'Both.' } }))

    const { minutes, notices } = life.record()
    const told = sent(happened).filter((one) => one.endsWith(` notice:${notices.length}`))
    expect(minutes?.apart.every((one) => apart.includes(one))).toBe(true)
    expect(told).toEqual([
      'web/room/willow notice:1',
      ...(minutes?.apart ?? []).map((one) => `web/person/${one} notice:1`),
    ])
  })
})

describe('who was there, where that decides on a level', () => {
  const assured = { judgement, assurance: 'yes', present: ['rhea', 'quinn'] }

  /** Recorded with enough there; by today’s directory one of them is of nobody’s any more. */
  function attended(present: string[]) {
    const { life } = recorded()
    life.ask(recordedAt, correcting({ answers: { ...assured, present } }))
    const { directory } = life.context()
    const organisations = directory.organisations.map((one) => ({
      ...one,
      people: one.people.filter(({ id }) => id !== 'quinn'),
    }))
    const later = { directory: { ...directory, organisations } }
    const correct = (answers: MeetingIntentOf<'correct'>['answers'], version: number) =>
      life.ask(recordedAt, correcting({ by: person('rhea'), version, answers }), later)
    return { life, correct }
  }

  test('is not judged anew by today’s directory where only other words are corrected', () => {
    const { life, correct } = attended(['rhea', 'quinn'])
    expect(life.record().record?.short ?? null).toBe(null)

    const { events, refusal } = correct({ ...assured, judgement: better }, 1)

    expect(refusal).toBeUndefined()
    expect(events[0]).not.toHaveProperty('short')
    expect(life.record().record?.short ?? null).toBe(null)
  })

  test('is judged anew once who was there is corrected, or what was decided', () => {
    const { correct } = attended(['rhea', 'quinn'])

    expect(correct({ ...assured, present: ['rhea'] }, 1).events).toMatchObject([
      { short: { there: ['south-east-team'], chair: null } },
    ])
    expect(correct({ ...assured, present: ['rhea'], assurance: 'no' }, 2).events).toMatchObject([
      { short: null },
    ])
    expect(correct({ ...assured, present: ['rhea'] }, 3).events).toMatchObject([
      { short: { there: ['south-east-team'] } },
    ])
  })
  test('says whom to ask only for the level from which what it decided leads on', () => {
    const life = openSummit()

    life.ask(recordedAt, recording({ answers: { ...assured, present: ['quinn'] } }))

    expect(life.says(`notice:${life.record().notices.length}`)).toMatch(
      /stays as it is: nobody of .+ Where it is on “Enhanced”, ask .+ to decide G8, or hold it again\./,
    )
  })
})
