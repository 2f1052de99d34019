import { describe, expect, test } from 'vitest'
import { RecordId } from '../../../../src/core/record-id.ts'
import { calledAt, caseId, openSummit, person } from '../meeting.ts'

const before = RecordId.parse('meeting-2b3c4d5e')
const action = {
  meeting: before,
  n: 1,
  of: 'willow',
  owner: 'wanda',
  state: 'accepted' as const,
}
const brief = {
  at: calledAt,
  level: 'ENHANCED',
  since: '2027-08-01T08:00:00Z',
  reason: null,
  ratings: [],
  actions: [
    { ...action, what: 'Mend the fence.', dueAt: '2027-08-10T22:59:00Z' },
    { ...action, n: 2, what: '', dueAt: '2027-08-12T22:59:00Z' },
    { ...action, n: 3, what: 'Train everybody.', dueAt: '2027-09-30T22:59:00Z' },
  ],
  signs: [
    {
      case: caseId,
      triggers: [
        { id: 'T3', direction: 'rising' as const },
        { id: 'T4', direction: 'stable' as const },
      ],
    },
  ],
  cycles: [
    { rule: 'D12', dueAt: '2027-09-01T22:59:00Z' },
    { rule: 'D11', dueAt: '2027-08-13T22:59:00Z' },
  ],
  matters: [
    {
      rule: 'risk',
      n: 2,
      name: 'Ligature points',
      step: 'risk.fedBack',
      ratings: [{ label: 'Rating', total: 12, bandLabel: 'High' }],
    },
    { rule: 'plan', n: 3, name: 'New fittings', step: 'plan.action' },
  ],
}

function proposedFor(change: Partial<typeof brief> = {}): string[] {
  const life = openSummit({ agenda: ['Is the ward safe tonight?'] })
  life.ask(calledAt, { kind: 'meeting', type: 'noteBrief', brief: { ...brief, ...change } })
  const lines = (life.says('root') ?? '').split('\n')
  const from = lines.indexOf('Proposed for the agenda, from what is open:')
  return from < 0
    ? []
    : lines.slice(
        from + 1,
        lines.findIndex((one, n) => n > from && !/^- /.test(one)),
      )
}

describe('the agenda that is proposed', () => {
  test('has the level with its next date, triggers that rise, actions and cycles that are due, each with where it is from', () => {
    const [level, rising, risk, mend, closed, cycle, ...others] = proposedFor()

    expect(level).toMatch(/^- Level: .*since Sun 1 Aug 2027 .*; next: D11 .*, due Fri 13 Aug 2027/)
    expect(rising).toMatch(/^- Trigger rising: T3 .*, from C-7K2M-9Q4X$/)
    expect(risk).toBe(
      '- On file: Risk 2: Ligature points – open, fed back to the provider, rating 12 high.',
    )
    expect(mend).toBe(
      '- Action: Mend the fence. Willow House, Wanda Mensah: accepted, OVERDUE since Tue 10 Aug 2027. From M-2B3C-4D5E.',
    )
    expect(closed).toMatch(/^- Action: An action of M-2B3C-4D5E, for those who are in that meeting/)
    expect(cycle).toMatch(/^- Due by then: D11 .*, due Fri 13 Aug 2027/)
    expect(others).toEqual([])
  })

  test('stands beside what was typed, and says under which rule', () => {
    const life = openSummit({ agenda: ['Is the ward safe tonight?'] })
    life.ask(calledAt, { kind: 'meeting', type: 'noteBrief', brief })

    expect(life.says('root')).toMatch(
      /Agenda:\n- Is the ward safe tonight\?\nProposed for the agenda/,
    )
    expect(life.says('root')).toContain('Muster’s choice, adjustable')
    expect(life.says('root')).toMatch(/Open on file:\n- Risk 2: Ligature points/)
  })

  test('counts what falls due until the meeting starts, and follows when it is moved', () => {
    const life = openSummit()
    life.ask(calledAt, { kind: 'meeting', type: 'noteBrief', brief })
    expect(life.says('root')).not.toContain('Action: Train everybody.')

    const moved = { startsAt: '2027-10-01T09:00:00Z', reason: 'The chair is away.' }
    life.ask(calledAt, { kind: 'meeting', type: 'changeTime', by: person('quinn'), ...moved })

    expect(life.says('root')).toContain('Action: Train everybody.')
  })

  test('is empty where nothing is open and the level is routine', () => {
    expect(
      proposedFor({ level: 'ROUTINE', actions: [], signs: [], cycles: [], matters: [] }),
    ).toEqual([])
  })
})
