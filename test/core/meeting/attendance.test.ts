import { describe, expect, test } from 'vitest'
import { mayHaveBeenThere, saidToCome } from '../../../src/core/meeting/minutes/present.ts'
import { policyOf } from '../../fixtures/context.ts'
import { answer, calledAt, openSummit, person } from './meeting.ts'

const soon = '2027-08-14T07:57:00Z'
const heldAt = '2027-08-14T14:05:00Z'
const recordedAt = '2027-08-14T15:00:00Z'
const policy = policyOf('provider-collaborative')

const recording = (present?: string[]) =>
  ({
    kind: 'meeting',
    type: 'record',
    by: person('quinn'),
    heldAt,
    form: 'riskSummitRecord',
    answers: { judgement: 'The ward is safe tonight.', ...(present && { present }) },
  }) as const

const standingIn = { kind: 'meeting', type: 'standIn', by: person('quinn') } as const
const conflict = { kind: 'meeting', type: 'declareConflict', by: person('quinn') } as const

/** Rhea chairs, Cleo comes, Wanda sends Bao, Mick cannot come, and Ada stands in for the GMC. */
function answeredSummit() {
  const life = openSummit()
  life.ask(calledAt, answer('rhea', 'chair', 'confirm'))
  life.ask(soon, answer('cleo', 'seat-cleo', 'coming'))
  life.ask(soon, answer('wanda', 'seat-wanda', 'deputy', { person: 'bao' }))
  life.ask(soon, answer('mick', 'seat-mick', 'apologies', { reason: 'on leave' }))
  life.ask(soon, { ...standingIn, seat: 'gmc-adviser', person: 'ada' })
  return life
}

/** Ivan is brought in for his advice, says that he comes, and is withdrawn. */
function withdrawn(life: ReturnType<typeof openSummit>): void {
  const ivan = { kind: 'meeting', by: person('quinn'), person: 'ivan' } as const
  life.ask(soon, { ...ivan, type: 'bringIn', why: 'Knows the ward.' })
  life.ask(soon, answer('ivan', 'seat-ivan', 'coming'))
  life.ask(soon, { ...ivan, type: 'takeOut', reason: 'Advice given.' })
}

function recorded(present?: string[]) {
  const life = answeredSummit()
  const { refusal } = life.ask(recordedAt, recording(present))
  if (refusal) throw new Error(refusal.message)
  return { life, says: life.says(`notice:${life.record().notices.length}`) ?? '' }
}

describe('who was at a meeting', () => {
  test('is, until somebody says otherwise, whoever said that they were coming or stands in', () => {
    const life = answeredSummit()

    expect(saidToCome(life.record())).toEqual(['rhea', 'cleo', 'ada', 'quinn'])
  })

  test('may be anybody who was called, and whoever is in it without a seat', () => {
    const life = answeredSummit()
    life.ask(soon, {
      kind: 'meeting',
      type: 'bringIn',
      by: person('quinn'),
      person: 'ivan',
      why: 'Knows the ward.',
    })

    const all = mayHaveBeenThere(life.record(), policy)

    expect(all).toEqual(expect.arrayContaining(['mick', 'wanda', 'bao', 'lena', 'ivan']))
    expect(new Set(all).size).toBe(all.length)
    expect(all).not.toContain('nia')
  })

  test('may be somebody who was withdrawn once they had given their advice: they are offered, and not ticked', () => {
    const life = answeredSummit()
    withdrawn(life)

    expect(mayHaveBeenThere(life.record(), policy)).toContain('ivan')
    expect(saidToCome(life.record())).not.toContain('ivan')
    expect(life.says('root')).toContain('Ivan Petrov, brought in: no longer called (Advice given.)')
    expect(life.says('root')).not.toMatch(/Empty seats: .*Knows the ward/)
  })

  test('is, without a seat, also whoever chairs it', () => {
    const life = openSummit({ rule: 'RRR' })
    life.ask(soon, answer('nell', 'chair', 'confirm'))

    expect(saidToCome(life.record())).toContain('nell')
  })

  test('is not somebody who was taken off the list of a confidential case', () => {
    const life = openSummit({ confidential: true })
    life.ask(soon, { kind: 'meeting', type: 'noteAccess', person: 'lena', listed: false })

    expect(mayHaveBeenThere(life.record(), policy)).not.toContain('lena')
  })

  test('is not taken to be somebody whom a conflict of interest keeps out', () => {
    const life = answeredSummit()
    life.ask(soon, { ...conflict, whose: { type: 'person', person: 'cleo' }, what: 'Was there.' })

    expect(saidToCome(life.record())).not.toContain('cleo')
    expect(mayHaveBeenThere(life.record(), policy)).toContain('cleo')
  })
})

describe('the record says of every seat', () => {
  test('who was there, with deputies and whoever stood in', () => {
    const { says } = recorded(['rhea', 'bao', 'ada', 'quinn'])

    expect(says).toContain('NHSE/I regional team: director – present – Rhea Dutta: was there')
    expect(says).toContain(
      'Provider: chief executive – present – Wanda Mensah: sent a deputy; Bao Tran, sent as deputy: was there',
    )
    expect(says).toContain(
      'General Medical Council – present – Ada Fofanah, standing in: was there',
    )
  })

  test('that nobody was there: apologies, no answer, not come though they had said so, and empty', () => {
    const { says } = recorded(['rhea'])

    expect(says).toContain('medical director – apologies – Mick Farrell: apologies (on leave)')
    expect(says).toContain('adult safeguarding lead – not there – Lena Marsh: did not answer')
    expect(says).toContain(
      'Care Quality Commission – not there – Cleo Marchetti: had said that they were coming',
    )
    expect(says).toContain(
      'Nursing and Midwifery Council – empty – required – the organisation is not in the directory',
    )
    expect(says).toContain('ICB: commissioner – not called')
  })

  test('that somebody was withdrawn, and was there all the same where that is said', () => {
    const came = answeredSummit()
    withdrawn(came)
    came.ask(recordedAt, recording(['rhea', 'ivan']))
    const away = answeredSummit()
    withdrawn(away)
    away.ask(recordedAt, recording(['rhea']))

    const says = (life: typeof came) => life.says(`notice:${life.record().notices.length}`)
    expect(says(came)).toContain('– present – Ivan Petrov, brought in: was there')
    expect(says(away)).toContain(
      '– withdrawn – Ivan Petrov, brought in: no longer called (Advice given.)',
    )
  })

  test('and who was there without one', () => {
    const { says } = recorded(['rhea', 'nia'])

    expect(says).toContain('Without a seat – present – Nia Roberts: was there')
    expect(says).not.toContain('Who was there?')
  })

  test('that somebody with a conflict of interest was kept out of part of it', () => {
    const life = answeredSummit()
    life.ask(soon, { ...conflict, whose: { type: 'person', person: 'cleo' }, what: 'Was there.' })
    life.ask(recordedAt, recording(['rhea', 'cleo']))

    expect(life.says(`notice:${life.record().notices.length}`)).toContain(
      'Cleo Marchetti: was there, but kept out of part of it (conflict of interest)',
    )
  })

  test('what was answered to the call, where it does not say who was there', () => {
    const { says } = recorded()

    expect(says).toContain('Care Quality Commission – Cleo Marchetti: coming')
    expect(says).toContain('medical director – Mick Farrell: apologies (on leave)')
    expect(says).not.toMatch(/was there| – present/)
  })
})

describe('who was there is corrected like the rest', () => {
  const correcting = (present: string[]) =>
    ({
      kind: 'meeting',
      type: 'correct',
      by: person('rhea'),
      version: 0,
      heldAt,
      answers: { judgement: 'The ward is safe tonight.', present },
    }) as const

  test('by whoever chairs it', () => {
    const { life } = recorded(['rhea', 'cleo'])

    const { events } = life.ask(recordedAt, correcting(['rhea']))

    expect(events).toMatchObject([{ type: 'corrected', fields: ['present'] }])
    expect(life.says(`notice:${life.record().notices.length}`)).toContain('Who was there?')
    expect(mayHaveBeenThere(life.record(), policy)).toContain('cleo')
  })

  test('and the same people in another order are no correction', () => {
    const { life } = recorded(['rhea', 'cleo'])

    expect(life.ask(recordedAt, correcting(['cleo', 'rhea'])).refusal?.code).toBe('invalid')
  })
})

test('whoever looks the meeting up reads names, and whoever was there stays named once they have left the list', () => {
  const { life } = recorded(['rhea', 'lena'])

  life.ask(recordedAt, { kind: 'meeting', type: 'noteAccess', person: 'lena', listed: false })

  expect(life.says('root', { type: 'actor', actor: person('rhea') })).toContain(
    'Who was there?: Rhea Dutta, Lena Marsh',
  )
  expect(mayHaveBeenThere(life.record(), policy)).toContain('lena')
})
