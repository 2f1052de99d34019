import { describe, expect, test } from 'vitest'
import { enhancedProvider } from '../levels.ts'
import { change, filing, planLasted, recorded } from '../provider.ts'

const SIGNED = '2027-06-01T10:00:00Z'
const LOOKED_AT_ON = '2027-09-01T22:59:59Z'

/** Signed off in June, to be looked at again on 1 September. */
function signedOff() {
  const life = enhancedProvider()
  life.ask(SIGNED, filing('wanda', 'plan.action', null, { action: 'New fittings', dueOn: SIGNED }))
  life.ask(SIGNED, filing('ivan', 'plan.evidence', 1, { evidence: 'Photographs' }))
  life.ask(SIGNED, filing('quinn', 'plan.signed', 1, { sustainedOn: LOOKED_AT_ON }))
  return life
}

const lasted = filing('quinn', 'plan.sustained', 1, { shown: 'Seen again' })

describe('whether an improvement has lasted', () => {
  test('is not said before the day of the second look, and opens no way to routine till then', () => {
    const life = signedOff()

    expect(life.ask('2027-08-31T10:00:00Z', lasted).refusal).toMatchObject({
      code: 'tooEarly',
      message:
        '“It has lasted” can be put on file from Wed 1 Sep 2027 on: “Sign off” named that day (“Looked at again on, to see whether it lasts”). QSIF 2020, 5.2.3 e. What can follow before then: “Not enough yet”.',
    })
    expect(life.ask('2027-08-31T10:00:00Z', change('G12')).refusal?.code).toBe('tooEarly')

    expect(life.ask('2027-09-01T06:00:00Z', lasted).refusal).toBeUndefined()
    const alone = life.ask('2027-09-01T06:01:00Z', change('G12')).refusal
    expect(alone?.message).toContain(
      'G12 is decided by the quality review meeting (M6) or quality surveillance group (M2), and the latest about Willow House did not decide it',
    )
    recorded(life, 'M6', '2027-09-01T06:01:00Z', '8k2m9q4x', { leadsTo: 'G12' })
    expect(life.ask('2027-09-01T06:02:00Z', change('G12')).refusal).toBeUndefined()
  })

  test('is looked at again on a day after the sign-off', () => {
    const life = enhancedProvider()
    const entered = { action: 'New fittings', dueOn: SIGNED }
    life.ask(SIGNED, filing('wanda', 'plan.action', null, entered))
    life.ask(SIGNED, filing('ivan', 'plan.evidence', 1, { evidence: 'Photographs' }))
    const signs = (sustainedOn: string) =>
      life.ask(SIGNED, filing('quinn', 'plan.signed', 1, { sustainedOn })).refusal

    expect(signs('2027-06-01T22:59:59Z')).toMatchObject({
      code: 'invalid',
      message:
        '“Looked at again on, to see whether it lasts” must be a day after today, Tue 1 Jun 2027. Nothing was saved.',
      fields: { sustainedOn: 'Give a day after today.' },
    })
    expect(signs('2027-05-31T22:59:59Z')?.code).toBe('invalid')
    expect(signs('2027-06-01T23:00:00Z')).toBeUndefined()
  })

  test('is asked anew for the day that a later sign-off names', () => {
    const life = signedOff()
    const later = '2027-07-01T10:00:00Z'
    life.ask(later, filing('quinn', 'plan.returned', 1, { reason: 'One left.', dueOn: later }))
    life.ask(later, filing('ivan', 'plan.evidence', 1, { evidence: 'Photographs' }))
    life.ask(later, filing('quinn', 'plan.signed', 1, { sustainedOn: '2027-08-02T22:59:59Z' }))

    expect(life.ask('2027-08-01T10:00:00Z', lasted).refusal?.message).toContain('Mon 2 Aug 2027')
    expect(life.ask('2027-08-02T10:00:00Z', lasted).refusal).toBeUndefined()
  })
})

describe('an action that was entered by mistake', () => {
  const due = { dueOn: '2027-08-31T22:59:59Z' }
  const mistake = (who: string) =>
    filing(who, 'plan.withdrawn', 1, { reason: 'It is of another ward.' })

  function entered(by: string) {
    const life = enhancedProvider()
    life.ask(SIGNED, filing(by, 'plan.action', null, { action: 'New doors', ...due }))
    return life
  }

  test.each([
    ['the provider that entered it', 'wanda', 'wanda'],
    ['the quality lead, whoever entered it', 'wanda', 'quinn'],
    ['the head of quality that entered it', 'hugo', 'hugo'],
  ])('is withdrawn with a reason by %s', (_whom, by, who) => {
    const life = entered(by)
    planLasted(life, SIGNED, 2)
    expect(life.ask(SIGNED, change('G12')).refusal?.message).toContain('open: 1 “New doors”')

    expect(life.ask(SIGNED, mistake(who)).refusal).toBeUndefined()

    expect(life.record().matters?.[0]?.filed.map(({ step }) => step)).toEqual([
      'plan.action',
      'plan.withdrawn',
    ])
    expect(life.record().cycles.some(({ rule }) => rule === 'matter-1')).toBe(false)
    const notice = life.says(`notice:${life.record().notices.length}`)
    expect(notice).toContain('It is of another ward.')
    expect(notice).toContain('It stands at: withdrawn, entered by mistake. It is closed.')
    expect(life.ask(SIGNED, change('G12')).refusal).toBeUndefined()
  })

  test('is withdrawn by nobody else, who reads who may', () => {
    const { refusal } = entered('hugo').ask(SIGNED, mistake('wanda'))

    expect(refusal).toMatchObject({
      code: 'notYours',
      message: expect.stringContaining('whoever put it on file (Hugo'),
    })
  })

  test.each([
    ['progress was reported', 'plan.progress'],
    ['it was said to be done', 'plan.evidence'],
    ['it was sent back', 'plan.returned'],
  ])('is withdrawn by the quality lead alone once %s', (_when, last) => {
    const life = entered('wanda')
    const steps = [
      filing('wanda', 'plan.progress', 1, { progress: 'Half.' }),
      filing('ivan', 'plan.evidence', 1, { evidence: 'Photographs' }),
      filing('quinn', 'plan.returned', 1, { reason: 'Two are loose.', ...due }),
    ]
    for (const one of steps.slice(0, steps.findIndex(({ step }) => step === last) + 1))
      expect(life.ask(SIGNED, one).refusal).toBeUndefined()

    const { refusal } = life.ask(SIGNED, mistake('wanda'))

    expect(refusal).toMatchObject({ code: 'notYours' })
    expect(refusal?.message).not.toContain('whoever put it on file')
    expect(life.ask(SIGNED, mistake('quinn')).refusal).toBeUndefined()
  })

  test('leaves the plan owed as before, and its stage not done', () => {
    const life = entered('wanda')
    expect(life.says('root')).toContain('D20 Improvement plan: 1 open')

    life.ask(SIGNED, mistake('wanda'))

    expect(life.says('root')).toContain('D20 Improvement plan: nothing of it is on file yet')
  })

  test('is not withdrawn once it was signed off', () => {
    expect(signedOff().ask(SIGNED, mistake('quinn')).refusal?.message).toContain(
      '“Withdraw it” does not follow that',
    )
  })
})
