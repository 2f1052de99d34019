import { describe, expect, test } from 'vitest'
import { policyOf } from '../../../fixtures/context.ts'
import { sent } from '../../../fixtures/life.ts'
import { calledAt, openSummit, person, wake } from '../meeting.ts'
import { ASKED_AT, answerTo, askedSummit, askFor, withdraw } from './action.ts'

const LATER = '2027-08-14T17:00:00Z'
const mornings = ['16', '17', '18', '19'].map((day) => `2027-08-${day}T08:00:00Z`)
const [MONDAY = '', TUESDAY = ''] = mornings

/** Rhea asked Willow House, and Ivan declined it. */
function declined() {
  const life = askedSummit()
  life.ask(LATER, answerTo('ivan', 'decline'))
  return life
}

const actionsOf = (life: ReturnType<typeof declined>) => life.record().actions ?? []
const instead = askFor('rhea', { of: 'cqc', owner: null, instead: 1 })

describe('what comes of an action that was declined', () => {
  test('is asked of whoever asked for it each working morning, and then of who leads the meeting as well', () => {
    const life = declined()
    expect(life.says('nudge:action-1:1')).toContain(
      'Rhea Dutta: say what comes of it. Ask again with something changed, ask another organisation, or let it go and say why.',
    )
    life.ask('2027-08-15T12:00:00Z', wake)
    expect(actionsOf(life)[0]?.nudges).toHaveLength(1)

    const monday = life.ask(MONDAY, wake)
    life.ask(TUESDAY, wake)

    expect(sent(monday)).toContain('web/person/rhea nudge:action-1:2')
    expect(life.says('nudge:action-1:2')).toContain('declined: what comes of it?')
    expect(life.says('nudge:action-1:2')).toContain('Nobody can be hired by then')
    expect(actionsOf(life)[0]?.nudges.map(({ to }) => to)).toEqual([
      ['rhea'],
      ['rhea', 'quinn'],
      ['rhea', 'quinn'],
    ])
  })

  test.each([
    ['is let go with a reason', withdraw('rhea', 'The risk is borne.')],
    ['is let go by whoever called the meeting', withdraw('quinn', 'The risk is borne.')],
    ['is asked again', askFor('rhea', { again: 1 })],
    ['is accepted after all', answerTo('ivan', 'accept')],
    ['is asked of another organisation', instead],
  ])('is no longer asked once it %s', (_, intent) => {
    const life = declined()
    expect(life.ask(LATER, intent).refusal).toBeUndefined()

    for (const morning of mornings) life.ask(morning, wake)

    const why = actionsOf(life)[0]?.nudges.map((one) => one.why)
    expect(why).not.toContain('declined: what comes of it?')
  })

  test('is asked once where the rules of the meeting are silent on it', () => {
    const { actions, ...rest } = policyOf('provider-collaborative')
    const { declined: _, ...silent } = actions ?? {
      ladder: 'actions',
      citation: rest.prompting.citation,
    }
    const policy = { ...rest, actions: silent }
    const life = openSummit()
    life.ask(ASKED_AT, askFor(), { policy })
    life.ask(LATER, answerTo('ivan', 'decline'), { policy })

    for (const morning of mornings) life.ask(morning, wake, { policy })

    expect(actionsOf(life)[0]?.nudges).toHaveLength(1)
  })
})

test('of a meeting that was called off it can only be let go, and nothing else is said', () => {
  const life = openSummit()
  life.ask(calledAt, askFor())
  const reason = 'It was called for the wrong provider.'
  life.ask(calledAt, { kind: 'meeting', type: 'callOff', by: person('quinn'), reason })

  life.ask(LATER, answerTo('ivan', 'decline'))

  expect(life.says('nudge:action-1:1')).toContain('Rhea Dutta: let it go and say why.')
  expect(life.says('nudge:action-1:1')).not.toContain('Ask again')
})

describe('another organisation', () => {
  test('is asked for what one has declined, which is let go by that', () => {
    const life = declined()

    const happened = life.ask(LATER, instead)

    expect(actionsOf(life)).toMatchObject([
      { state: 'withdrawn', of: 'willow' },
      { state: 'asked', of: 'cqc', asker: 'rhea' },
    ])
    expect(life.says('action:1')).toContain(
      'withdrawn: Another organisation is asked for it (action 2)',
    )
    expect(sent(happened)).toContain('web/person/cleo action:2')
  })

  test('is not the one that declined it, nor asked for what is not declined any more', () => {
    const life = declined()

    expect(life.ask(LATER, { ...instead, of: 'willow' }).refusal?.message).toBe(
      'Willow House has declined it. Choose another organisation, or press “Ask again…” under action 1.',
    )
    life.ask(LATER, instead)
    expect(life.ask(LATER, instead).refusal).toMatchObject({ code: 'stale' })
    expect(actionsOf(life)).toHaveLength(2)
  })

  test('is asked by whoever may let the first one go, and by nobody else', () => {
    const life = declined()

    const { refusal } = life.ask(LATER, { ...instead, by: { type: 'person', person: 'wanda' } })

    expect(refusal?.message).toMatch(/Only .+ may withdraw this/)
    expect(actionsOf(life)).toHaveLength(1)
  })
})
