import { describe, expect, test } from 'vitest'
import { sent } from '../../fixtures/life.ts'
import { answer, concern, incident, openCase, person, triage } from './cases.ts'

const at = '2027-03-27T09:00:00Z'
const next = '2027-03-27T09:10:00Z'

describe('triage', () => {
  test('answers the triage prompt, recommends with reasons and asks the quality lead to decide', () => {
    const life = openCase()
    const happened = life.ask(at, triage())

    expect(life.prompt('triage')).toMatchObject({ state: 'answered', answeredBy: 'quinn' })
    expect(life.record().triage).toMatchObject({
      score: 9,
      band: 'High',
      recommend: 'consider enhanced',
      enhanced: true,
      urgent: false,
    })
    expect(sent(happened)).toEqual(
      expect.arrayContaining(['web/room/willow root', 'slack/room/C0WILLOW prompt:level']),
    )
    expect(life.says('prompt:level')).toContain(
      [
        'The trigger tool recommends: consider enhanced',
        '- 2 triggers count: T4 (More safeguarding referrals than usual), T5 (More complaints or serious incidents than usual); 2 are enough.',
        'This is not the NHS England tool. You decide',
      ].join('\n'),
    )
    expect(life.says('root')).toContain('9 of 25 (High): consequence 3 × likelihood 3')
  })

  test.each([
    ['no trigger', [], false],
    ['one trigger', ['T4'], false],
    ['the thirteenth alone', ['T13'], true],
    ['two that only inform', ['H1', 'H2'], false],
    ['one that is urgent', ['H7'], true],
  ])('%s recommends enhanced: %s', (_name, ids, enhanced) => {
    const life = openCase()
    const triggers = ids.map((id) => ({ id, evidence: 'Seen', direction: 'new' }) as const)
    life.ask(at, triage({ triggers }))

    expect(life.record().triage?.enhanced).toBe(enhanced)
  })

  test('a score of 14 or less asks nothing more; 15 opens the urgent path with its reason', () => {
    const calm = openCase()
    calm.ask(at, triage({ consequence: 3, likelihood: 4 }))
    expect(calm.record().prompts.map(({ id }) => id)).toEqual(['triage', 'level'])

    const high = openCase()
    high.ask(at, triage({ consequence: 5, likelihood: 3 }))
    expect(high.prompt('urgent')).toMatchObject({ urgent: true, climbAt: '2027-03-27T09:15:00Z' })
    expect(high.says('prompt:urgent')).toContain(
      'The risk score is 15; from 15 on the urgent path is offered.',
    )
  })

  test('an unknown trigger, one named twice, and a step outside the matrix are refused', () => {
    const mark = (id: string) => ({ id, evidence: 'Seen', direction: 'new' }) as const
    const refusals = [
      triage({ triggers: [mark('T99')] }),
      triage({ triggers: [mark('T4'), mark('T4')] }),
      triage({ consequence: 6 }),
      triage({ likelihood: 0 }),
    ].map((intent) => openCase().ask(at, intent).refusal)

    expect(refusals.map((one) => one?.code)).toEqual(Array(4).fill('invalid'))
    expect(refusals[0]?.message).toContain('T99')
  })

  test.each(['nia', 'ivan', 'mara', 'hugo'])(
    '%s may not triage; the refusal names who may',
    (id) => {
      expect(openCase().ask(at, triage({ by: person(id) })).refusal).toMatchObject({
        code: 'notYours',
        message:
          'Only the quality lead of Harbour NHS Foundation Trust (Quinn Adeyemi, Dora Novak, Omar Haddad) may triage this case.',
      })
    },
  )

  test('the prompt is not answered by a word: the form is needed', () => {
    expect(openCase().ask(at, answer('quinn', 'triage', 'yes')).refusal).toMatchObject({
      code: 'missing',
      message: expect.stringContaining('Press Triage'),
    })
  })
})

describe('the level', () => {
  test.each(['accept', 'yes', 'enhanced'])('“%s” takes what was recommended', (words) => {
    const life = openCase()
    life.ask(at, triage())
    const { followUps } = life.ask(next, answer('quinn', 'level', words))

    expect(life.record().level).toMatchObject({ level: 'enhanced', asRecommended: true })
    expect(followUps).toMatchObject([
      {
        to: 'provider-willow',
        intent: {
          type: 'changeLevel',
          transition: 'G2',
          by: person('quinn'),
          reason: expect.stringContaining('Triage of C-7K2M-9Q4X: 2 triggers count'),
          evidence: 'T4: Five referrals this month; T5: Two incidents this week',
          because: 'case-7k2m9q4x',
        },
      },
    ])
    expect(life.says('notice:1')).toContain(
      'Decided: enhanced, review pending\nQuinn Adeyemi (quality lead, Harbour NHS Foundation Trust) accepted the recommendation.',
    )
  })

  test('the raiser is told in private that it was looked at', () => {
    const life = openCase()
    life.ask(at, triage())

    expect(sent(life.ask(next, answer('quinn', 'level', 'accept')))).toContain(
      'web/person/nia outcome:2',
    )
    expect(life.says('outcome:2')).toContain(
      'News of C-7K2M-9Q4X\nYour quality lead has looked at what you raised and has asked for closer oversight of the service.',
    )
  })

  test('otherwise than recommended needs a reason, which is kept and shown', () => {
    const life = openCase()
    life.ask(at, triage())
    expect(life.ask(next, answer('quinn', 'level', 'routine')).refusal).toMatchObject({
      code: 'missing',
      message: 'The tool recommends “consider enhanced”. To choose otherwise, give a reason.',
      fields: { reason: expect.any(String) },
    })
    expect(life.prompt('level').state).toBe('open')

    const reason = 'Both are known and settled.'
    const { followUps } = life.ask(next, answer('quinn', 'level', 'routine', { reason }))
    expect(life.record().level).toMatchObject({ level: 'routine', asRecommended: false, reason })
    expect(followUps).toEqual([])
    expect(life.says('notice:1')).toContain(reason)
    expect(life.says('root')).toContain(`Routine, chosen otherwise: ${reason}`)
  })

  test('of a provider that is not listed changes no provider’s level', () => {
    const life = openCase(concern({ provider: null }))
    life.ask(at, triage())

    expect(life.ask(next, answer('quinn', 'level', 'accept')).followUps).toEqual([])
  })

  test('words that are no answer say what the answers are', () => {
    const life = openCase()
    life.ask(at, triage())

    expect(life.ask(next, answer('quinn', 'level', 'perhaps')).refusal).toMatchObject({
      code: 'unknown',
      message: 'Answer “accept”, or choose “routine” or “enhanced” with a reason.',
    })
  })

  test('cannot be chosen before the triage', () => {
    expect(openCase().ask(at, answer('quinn', 'level', 'accept')).refusal?.code).toBe('unknown')
  })

  test('is decided by the deputy or the on-call contact just as well, and by nobody else', () => {
    const decided = ['dora', 'omar', 'ivan', 'mara', 'nia'].map((id) => {
      const life = openCase()
      life.ask(at, triage())
      return life.ask(next, answer(id, 'level', 'accept')).refusal?.code
    })

    expect(decided).toEqual([undefined, undefined, 'notYours', 'notYours', 'notYours'])
  })

  test('a second answer is told who answered before, and when', () => {
    const life = openCase()
    life.ask(at, triage())
    life.ask(next, answer('quinn', 'level', 'accept'))

    expect(life.ask(next, answer('dora', 'level', 'accept')).refusal).toMatchObject({
      code: 'stale',
      message: 'Quinn Adeyemi answered this at Sat 27 Mar 2027 09:10 GMT; nothing was changed.',
    })
  })

  test('a second triage asks again, and a button of the first question is out of date', () => {
    const life = openCase()
    life.ask(at, triage())
    const first = life.prompt('level').revision
    life.ask(next, triage({ triggers: [], consequence: 1, likelihood: 1 }))

    expect(life.prompt('level')).toMatchObject({ state: 'open', revision: first + 1 })
    expect(
      life.ask(next, answer('quinn', 'level', 'accept', { revision: first })).refusal,
    ).toMatchObject({ code: 'stale', message: expect.stringContaining('newest message') })
    life.ask(next, answer('quinn', 'level', 'accept', { revision: first + 1 }))
    expect(life.record().level).toMatchObject({ level: 'routine', asRecommended: true })
  })
})

describe('the urgent path', () => {
  test('“no” needs a reason, and a reason closes the question', () => {
    const life = openCase(incident({ danger: true }))
    expect(life.ask(at, answer('quinn', 'urgent', 'no')).refusal).toMatchObject({
      code: 'missing',
      fields: { reason: 'Give the reason.' },
    })
    life.ask(at, answer('quinn', 'urgent', 'no', { reason: 'The ward is safe.' }))

    expect(life.prompt('urgent')).toMatchObject({
      state: 'answered',
      answer: 'not needed: The ward is safe.',
    })
  })

  test('“yes” by a word calls nobody: the button shows first who would be called', () => {
    const life = openCase(incident({ danger: true }))

    expect(life.ask(at, answer('quinn', 'urgent', 'yes')).refusal).toMatchObject({
      code: 'missing',
      message: expect.stringContaining('shows who would be called first'),
    })
    expect(life.prompt('urgent').state).toBe('open')
  })

  test('is open from any case: a concern that is triaged as urgent asks it too', () => {
    const life = openCase(concern())
    life.ask(at, triage({ triggers: [], urgent: true, consequence: 1, likelihood: 1 }))

    expect(life.prompt('urgent').state).toBe('open')
    expect(life.says('prompt:urgent')).toContain('Something needs action today')
  })
})
