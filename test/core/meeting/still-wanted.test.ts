import { describe, expect, test } from 'vitest'
import { askFor, withdraw } from './action/action.ts'
import { closing, later, now, openVoting, proposal, vote } from './decision/deciding.ts'
import { calledAt, openSummit, person } from './meeting.ts'

const SEATS = ['regional-director', 'provider-chief-executive', 'cqc-inspector']
const at = '2027-08-14T15:00:00Z'
const recorded = {
  kind: 'meeting',
  type: 'record',
  by: person('quinn'),
  heldAt: '2027-08-14T14:00:00Z',
  form: 'riskSummitRecord',
  answers: {},
} as const
const NOTHING = 'Nothing more is wanted of you.'

const own = (who: string) =>
  ({ type: 'place', place: { channel: 'web', to: person(who) } }) as const

describe('the call to a meeting that is over', () => {
  test('says what goes on of whoever it asked, and of whoever asked; to all others that nothing does', () => {
    const life = openSummit({ seats: SEATS })
    life.ask(calledAt, askFor('rhea'))
    life.ask(at, recorded)
    const read = (who: string) => life.says(`prompt:seat-${who}`, own(who))

    for (const who of ['wanda', 'rhea']) {
      expect(read(who)).toContain('is over. What it asked for goes on: action 1 of Willow House.')
      expect(read(who)).not.toContain(NOTHING)
    }
    expect(read('cleo')).toContain(NOTHING)
    life.ask(at, withdraw('rhea'))
    expect(read('wanda')).toContain(NOTHING)
  })

  test('says to whoever resolves a dispute that this goes on', () => {
    const life = openVoting()
    life.ask(now, proposal())
    life.ask(now, vote('quinn', 'for'))
    life.ask(now, vote('wanda', 'against'))
    life.ask(now, closing())
    life.ask(later, { ...recorded, by: person('rhea'), heldAt: now })

    const read = () => life.says('prompt:seat-ada', own('ada'))
    expect(read()).toContain('the dispute about decision 1, which you resolve')
    const naming = { kind: 'meeting', type: 'nameResolver', by: person('rhea') } as const
    life.ask(later, { ...naming, decision: 1, person: 'carl' })
    expect(read()).not.toContain('which you resolve')
  })
})
