import { describe, expect, test } from 'vitest'
import { RecordId } from '../../../src/core/record-id.ts'
import { enhancedProvider, pendingProvider } from './levels.ts'
import { filing, listedProvider, planLasted, recorded, wake } from './provider.ts'

const LATER = '2027-06-01T09:00:00Z'

describe('what a level asks for without a time in the sources', () => {
  test('is on no card on routine', () => {
    const card = listedProvider().says('root')

    expect(card).not.toContain('no source gives a day')
    expect(card).not.toMatch(/D17|D20|D29/)
  })

  test('D17: the quality review meeting stands on the card from the entry on, and whoever may call it can do so there', () => {
    const life = pendingProvider()

    expect(life.says('root')).toContain(
      'D17 Quality review meeting: not held yet; no time is given; owed by quality lead, Harbour NHS Foundation Trust',
    )
    expect(life.says('root')).toContain('[Call the quality review meeting…]')
    expect(life.says('root')).toContain('Rule D17 · QSIF 2020, Appendix 1, Enhanced')
    expect(life.says('notice:1')).toContain('Rule D17')
  })

  test('D17: one that is called is said to be, and one that is recorded is owed no more', () => {
    const life = pendingProvider()
    const meeting = RecordId.parse('meeting-7k2m9q4x')
    life.ask(LATER, {
      kind: 'provider',
      type: 'noteOwnMeeting',
      meeting,
      rule: 'M6',
      label: 'Quality review meeting',
    })
    expect(life.says('root')).toContain(
      'D17 Quality review meeting: called Tue 1 Jun 2027 10:00 BST, not recorded yet',
    )

    recorded(life, 'M6', LATER, '8k2m9q4x')
    expect(life.says('root')).not.toContain('D17')
  })

  test('what carries out a rule of the papers is read under that rule', () => {
    const life = enhancedProvider()
    const said = (step: string, matter: number | null, answers: Parameters<typeof filing>[3]) => {
      life.ask(LATER, filing('quinn', step, matter, answers))
      const filed = life.record().notices.findLast((one) => one.said.say === 'filed')
      return life.says(`notice:${filed?.n}`)
    }

    expect(said('notice.given', null, { concerns: 'Two incidents' })).toContain('Rule D29 · QSIF')
    const dueOn = '2027-08-02T22:59:59Z'
    expect(said('plan.action', null, { action: 'New fittings', dueOn })).toContain(
      'Rule D20 · QSIF',
    )
    life.ask('2027-08-02T08:00:00Z', wake)
    expect(life.says('nudge:matter-2:1')).toContain('Rule D20 · QSIF 2020, 5.2.3 e')
  })

  test('D29: the formal notice is owed from the entry on, until it is given', () => {
    const life = pendingProvider()
    expect(life.says('root')).toContain(
      'D29 Formal notice to the provider: nothing of it is on file yet; one of the first steps; owed by quality lead, Harbour NHS Foundation Trust',
    )
    expect(life.says('root')).toContain('[Formal notice…]')

    life.ask(LATER, filing('quinn', 'notice.given', null, { concerns: 'Two incidents in a week' }))
    expect(life.says('root')).not.toContain('D29')
  })

  test('D20: the improvement plan is owed by the provider, on the days that were agreed, until it has lasted', () => {
    const life = enhancedProvider()
    expect(life.says('root')).toContain(
      'D20 Improvement plan: nothing of it is on file yet; at agreed timescales: each action carries its own day; owed by chief executive, Willow House',
    )
    expect(life.says('root')).toContain('[Improvement action…]')

    const dueOn = '2027-08-02T22:59:59Z'
    life.ask(LATER, filing('wanda', 'plan.action', null, { action: 'New fittings', dueOn }))
    expect(life.says('root')).toContain(
      'D20 Improvement plan: 1 open, the next day is Mon 2 Aug 2027 23:59 BST',
    )

    planLasted(life, LATER, 2)
    expect(life.says('root')).toContain('D20 Improvement plan: 1 open, 1 closed')
  })

  test('D20: a plan of which nothing is open and something has lasted is there', () => {
    const life = enhancedProvider()
    planLasted(life, LATER)

    expect(life.says('root')).not.toContain('D20')
  })
})
