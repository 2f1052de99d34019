import { describe, expect, test } from 'vitest'
import type { CaseIntentOf } from '../../../src/core/case/intent.ts'
import { wakeAtOf } from '../../../src/core/case/wake.ts'
import { sent } from '../../fixtures/life.ts'
import {
  answer,
  closing,
  concern,
  convene,
  evidence,
  have,
  openCase,
  panel,
  person,
  triage,
  wake,
} from './cases.ts'

const at = '2027-03-27T09:00:00Z'
const tuesday = '2027-03-30T14:00:00Z'

function becomeIncident(
  over: Partial<CaseIntentOf<'becomeIncident'>> = {},
): CaseIntentOf<'becomeIncident'> {
  return {
    kind: 'case',
    type: 'becomeIncident',
    by: person('otto'),
    reason: 'A safeguarding matter.',
    occurredAt: '2027-03-26T20:15:00Z',
    identifiedAt: '2027-03-27T08:30:00Z',
    safeguarding: 'yes',
    answers: { type: 'abuse' },
    ...over,
  }
}

function note(who: string, text: string): CaseIntentOf<'note'> {
  return { kind: 'case', type: 'note', by: person(who), text }
}

describe('a concern becomes a serious incident', () => {
  test('only then do its clocks start, from its own two times', () => {
    const life = openCase(concern())
    const { refusal } = life.ask(at, becomeIncident())

    expect(refusal).toBeUndefined()
    expect(life.record()).toMatchObject({ type: 'incident', safeguarding: 'yes' })
    expect(life.clock('D1').dueAt).toBe('2027-03-29T08:30:00Z')
    expect(life.clock('D3').dueAt).toBe('2027-04-01T22:59:59Z')
    expect(life.nudges('D1')).toEqual(['Sat 27 Mar 2027 09:00 GMT the clock has started: ivan'])
    expect(life.says('root')).toContain('Serious incident')
    expect(life.says('root')).toContain('What kind of incident?: Alleged abuse or neglect')
    expect(life.says('notice:1')).toContain(
      'Otto Baptiste (on-call incident lead, Willow House): A safeguarding matter. The clocks run',
    )
  })

  test('the raiser is told', () => {
    expect(sent(openCase(concern()).ask(at, becomeIncident()))).toContain(
      'web/person/nia outcome:1',
    )
  })

  test('overdue at once, it asks why', () => {
    const life = openCase(concern())
    life.ask(at, becomeIncident({ occurredAt: '2027-03-15T10:00:00Z' }))

    expect(life.clock('D3')).toMatchObject({ state: 'missed', overdueOnEntry: true })
    expect(life.prompt('lateReason-D3').state).toBe('open')
  })

  test('is refused twice, with impossible times, without a reason, and to whoever may not', () => {
    const refusals = [
      becomeIncident({ identifiedAt: '2027-03-27T09:00:01Z' }),
      becomeIncident({ identifiedAt: '2027-03-26T20:00:00Z' }),
      becomeIncident({ reason: ' ' }),
      becomeIncident({ by: person('nia') }),
    ].map((intent) => openCase(concern()).ask(at, intent).refusal)

    expect(refusals.map((one) => one?.code)).toEqual(['invalid', 'invalid', 'missing', 'notYours'])
    expect(refusals[3]?.message).toBe(
      'Only the quality lead of Harbour NHS Foundation Trust (Quinn Adeyemi, Dora Novak, Omar Haddad) or the incident lead of Willow House (Ivan Petrov, Ines Carvalho, Otto Baptiste) may turn this concern into a serious incident.',
    )
    expect(openCase().ask(at, becomeIncident()).refusal?.code).toBe('alreadyOpen')
  })
})

describe('the end of a concern', () => {
  test('is refused before it was triaged, to others than the quality lead, and without words', () => {
    expect(openCase(concern()).ask(at, closing).refusal).toMatchObject({
      code: 'missing',
      message: expect.stringContaining('has not been triaged. Triage it first'),
    })
    const life = openCase(concern())
    life.ask(at, triage())
    expect(life.ask(at, { ...closing, by: person('ivan') }).refusal).toMatchObject({
      code: 'notYours',
      message: expect.stringContaining('may close this case'),
    })
    expect(life.ask(at, { ...closing, reason: ' ' }).refusal?.code).toBe('missing')
    expect(life.ask(at, { ...closing, outcome: '' }).refusal?.code).toBe('missing')
  })

  test('withdraws what is still asked and tells the raiser the outcome', () => {
    const life = openCase(concern())
    life.ask(at, triage())
    const happened = life.ask(at, closing)

    expect(life.record()).toMatchObject({
      status: 'closed',
      closed: { how: 'reason', reason: 'No further risk.' },
    })
    expect(life.prompt('level').state).toBe('withdrawn')
    expect(life.says('prompt:level')).toContain('No longer asked.')
    expect(sent(happened)).toContain('web/person/nia outcome:2')
    expect(life.says('outcome:2')).toContain('Outcome: Staffing was put right.')
    expect(life.says('root')).toContain('· CLOSED')
    expect(life.says('root')).not.toContain('[')
  })

  test('is no business of the panel', () => {
    expect(openCase(concern()).ask(tuesday, panel()).refusal).toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('Close a concern with a reason'),
    })
  })
})

describe('the end of a serious incident', () => {
  test('is refused without the panel’s record, with what is missing', () => {
    const life = openCase()
    life.ask(at, triage())

    expect(life.ask(at, closing).refusal).toMatchObject({
      code: 'missing',
      message: expect.stringContaining('What is missing is the panel’s record (form 9)'),
    })
  })

  test.each(['downgrade', 'delete'] as const)(
    '%s cancels what is owed, neither met nor missed; a breach that was recorded stays',
    (decision) => {
      const life = openCase()
      life.through('2027-03-29T09:00:00Z')
      life.ask(tuesday, evidence('D1', '2027-03-29T10:00:00Z'))
      life.ask(tuesday, panel({ decision }))

      expect(life.record().clocks.map(({ rule, state, late }) => [rule, state, late])).toEqual([
        ['D1', 'met', true],
        ['D2', 'cancelled', null],
        ['D3', 'cancelled', null],
        ['D3a', 'cancelled', null],
        ['D4', 'cancelled', null],
      ])
      expect(life.says('notice:3')).toContain(`Incident panel: ${decision}`)
      expect(life.says('notice:4')).toContain('Cancelled with it, neither met nor missed: D2, D3')
      expect(wakeAtOf(life.record())).toBeNull()
    },
  )

  test('“close” names what is still owed; the soft D3a and the timeless D4 hold it up no longer', () => {
    const life = openCase()
    expect(life.ask(tuesday, panel({ decision: 'close' })).refusal).toMatchObject({
      code: 'missing',
      message:
        'Still missing: D1 StEIS alert; D2 SitRep; D3 72-hour report shared. Record them first; then the incident can be closed.',
    })
    for (const clock of ['D1', 'D2', 'D3'])
      life.ask(tuesday, evidence(clock, '2027-03-28T10:00:00Z'))

    expect(life.ask(tuesday, panel({ decision: 'close' })).refusal).toBeUndefined()
    expect(life.record()).toMatchObject({ status: 'closed', closed: { how: 'close' } })
  })

  test('is refused without a reason, in the future, and to others than the quality lead', () => {
    const refusals = [
      panel({ reason: ' ' }),
      panel({ heldAt: '2027-03-30T14:00:01Z' }),
      panel({ by: person('mara') }),
    ].map((intent) => openCase().ask(tuesday, intent).refusal)

    expect(refusals.map((one) => one?.code)).toEqual(['missing', 'invalid', 'notYours'])
    expect(refusals[1]?.message).toContain('Tue 30 Mar 2027 15:00 BST')
  })

  test('the record of the panel shows who chaired, who was there and when StEIS was updated', () => {
    const life = openCase()
    const answers = { steisAt: '2027-03-30T13:30:00Z', learning: 'Handovers are written.' }
    life.ask(tuesday, panel({ answers }))

    expect(life.says('notice:1')).toContain(
      [
        'Held: Tue 30 Mar 2027 14:00 BST',
        'Chair: Halima Begum',
        'Quality Manager present: yes',
        'Reason: It was not a serious incident.',
        'When was StEIS updated?: Tue 30 Mar 2027 14:30 BST',
        'What was learned?: Handovers are written.',
      ].join('\n'),
    )
  })

  test('after the end nothing changes any more but notes', () => {
    const life = openCase()
    life.ask(tuesday, panel())
    const refused = [
      evidence('D1', '2027-03-28T10:00:00Z'),
      triage(),
      have('ivan', 'D1'),
      convene(),
      panel(),
      answer('quinn', 'triage', 'yes'),
    ].map((intent) => life.ask(tuesday, intent).refusal?.code)

    expect(refused).toEqual(Array(6).fill('closed'))
    expect(life.ask(tuesday, wake).events).toEqual([])
    expect(life.ask(tuesday, note('quinn', 'Filed.')).refusal).toBeUndefined()
  })
})
