import { describe, expect, test } from 'vitest'
import { directory, directoryWith } from '../../../fixtures/directory.ts'
import { sent } from '../../../fixtures/life.ts'
import { openSummit, person, roomOn, wake } from '../meeting.ts'
import {
  ASKED_AT,
  answerTo,
  askedSummit,
  askFor,
  DUE,
  done,
  have,
  signOff,
  withdraw,
} from './action.ts'

const LATER = '2027-08-14T17:00:00Z'

function actionOf(life: ReturnType<typeof openSummit>) {
  return life.record().actions?.at(-1)
}

describe('asking for an action', () => {
  test('tells whoever could own it in private, and the room', () => {
    const life = openSummit()

    const asked = life.ask(ASKED_AT, askFor())

    expect(sent(asked)).toContain('web/room/web-room action:1')
    expect(sent(asked)).toContain('web/person/ivan action:1')
    expect(life.says('action:1')).toContain('Put a second nurse on each night shift.')
    expect(life.says('action:1')).toContain('asked for by Fri 3 Sep 2027')
    expect(life.says('root')).toContain('1. Put a second nurse')
  })

  test('without an owner asks the head of the organisation', () => {
    const life = openSummit()

    life.ask(ASKED_AT, askFor('rhea', { owner: null }))

    expect(actionOf(life)?.told).toEqual(['wanda'])
  })

  test.each([
    ['nobody who was not called', askFor('nia'), /whoever was called to the meeting/],
    ['nothing of nobody', askFor('rhea', { of: 'fern' }), /Choose one from the list/],
    ['no owner of another organisation', askFor('rhea', { owner: 'quinn' }), /of Willow House/],
    ['no day that has passed', askFor('rhea', { dueAt: '2027-08-13T22:59:59Z' }), /has passed/],
    ['no words', askFor('rhea', { what: ' ' }), /what is to be done/],
    ['no evidence', askFor('rhea', { evidence: '' }), /what will show/],
  ])('takes %s', (_, intent, words) => {
    const life = openSummit()

    expect(life.ask(ASKED_AT, intent).refusal?.message).toMatch(words)
  })

  test('takes today, until it is over', () => {
    const life = openSummit()

    const asked = life.ask(ASKED_AT, askFor('rhea', { dueAt: '2027-08-14T22:59:59Z' }))

    expect(asked.refusal).toBeUndefined()
  })
})

describe('the organisation that is asked', () => {
  test('accepts by its owner, their deputy, its head or whoever was called', () => {
    for (const who of ['ivan', 'ines', 'wanda', 'bao']) {
      const life = askedSummit()
      life.ask(LATER, answerTo(who, 'accept'))
      expect(actionOf(life)).toMatchObject({ state: 'accepted', owner: 'ivan' })
    }
  })

  test('is not answered for by anybody else, who is told why', () => {
    for (const who of ['rhea', 'quinn', 'nia']) {
      const life = askedSummit()
      const { refusal } = life.ask(LATER, answerTo(who, 'accept'))
      expect(refusal?.message).toContain('Each organisation answers for itself.')
      expect(actionOf(life)?.state).toBe('asked')
    }
  })

  test('names another owner, who is told, and a later day only with a reason', () => {
    const life = askedSummit()
    const later = { dueAt: '2027-09-10T22:59:59Z', owner: 'safia' }

    expect(life.ask(LATER, answerTo('wanda', 'accept', later)).refusal?.message).toContain('longer')
    const reason = 'Two nurses start on Monday 6.'
    const accepted = life.ask(LATER, answerTo('wanda', 'accept', { ...later, reason }))

    expect(sent(accepted)).toContain('web/person/safia action:1')
    expect(actionOf(life)).toMatchObject({ owner: 'safia', dueAt: later.dueAt })
    expect(life.says('action:1')).toContain(reason)
  })

  test('declines with a reason, which whoever asked is told', () => {
    const life = askedSummit()

    expect(
      life.ask(LATER, answerTo('ivan', 'decline', { reason: ' ' })).refusal?.message,
    ).toContain('Say why')
    const declined = life.ask(LATER, answerTo('ivan', 'decline'))

    expect(sent(declined)).toContain('web/person/rhea nudge:action-1:1')
    expect(life.says('nudge:action-1:1')).toContain('Nobody can be hired by then')
  })

  test('is asked again of the same organisation alone: another one is asked for a new action', () => {
    const life = askedSummit()
    life.ask(LATER, answerTo('ivan', 'decline'))

    const other = askFor('rhea', { again: 1, of: 'cqc', owner: null })
    const { refusal, events } = life.ask(LATER, other)

    expect(refusal?.message).toBe(
      'Action 1 was asked of Willow House, and is asked again of it alone. For another one press “Ask another organisation…” under it.',
    )
    expect(events).toEqual([])
    expect(life.ask(LATER, askFor('rhea', { again: 1 })).refusal).toBeUndefined()
    expect(life.ask(LATER, { ...other, again: null }).refusal).toBeUndefined()
    expect(life.record().actions).toMatchObject([{ of: 'willow' }, { of: 'cqc' }])
  })

  test('presses a button of before in vain', () => {
    const life = askedSummit()
    life.ask(LATER, answerTo('ivan', 'decline'))

    const { refusal } = life.ask(LATER, answerTo('wanda', 'accept', { revision: 1 }))

    expect(refusal?.code).toBe('stale')
  })
})

describe('a reminder', () => {
  test('goes to the next in line each working morning while nobody answers', () => {
    const life = askedSummit()

    life.ask('2027-08-16T07:59:00Z', wake)
    expect(actionOf(life)?.nudges).toEqual([])
    const monday = life.ask('2027-08-16T08:00:00Z', wake)
    const tuesday = life.ask('2027-08-17T08:00:00Z', wake)
    life.ask('2027-08-18T08:00:00Z', wake)

    expect(sent(monday)).toContain('web/person/ines nudge:action-1:1')
    expect(sent(tuesday)).toContain('web/person/wanda nudge:action-1:2')
    expect(actionOf(life)?.nudges.map(({ to }) => to.length)).toEqual([2, 3, 3])
  })

  test('of what is accepted comes the working day before, on the day and after, to whoever has it', () => {
    const life = askedSummit()
    life.ask(LATER, answerTo('ivan', 'accept'))
    life.ask(LATER, have('ines'))
    const mornings = ['2027-09-02', '2027-09-03', '2027-09-06', '2027-09-07']

    const why = mornings.map((day) => {
      const { nudgeAt } = actionOf(life) ?? {}
      expect(nudgeAt).toBe(`${day}T08:00:00Z`)
      life.ask(`${day}T08:00:00Z`, wake)
      return actionOf(life)?.nudges.at(-1)?.why
    })

    expect(why).toEqual(['due Fri 3 Sep 2027', 'due today', 'overdue', 'overdue'])
    expect(actionOf(life)?.nudges.every(({ to }) => to.join() === 'ines')).toBe(true)
    expect(life.says('action:1')).toContain('OVERDUE since Fri 3 Sep 2027')
  })

  test('goes to the next in line once its owner has left the directory', () => {
    const life = askedSummit()
    life.ask(LATER, answerTo('ivan', 'accept'))
    life.ask(LATER, have('ivan'))
    const willow = directory.organisations.find(({ slug }) => slug === 'willow')
    const people = willow?.people.filter(({ id }) => id !== 'ivan') ?? []
    const without = directoryWith('willow', { people, holdings: [] })

    const reminded = life.ask('2027-09-02T08:00:00Z', wake, { directory: without })

    expect(sent(reminded)).toContain('web/person/wanda nudge:action-1:1')
  })

  test('ends when it is done', () => {
    const life = askedSummit()
    life.ask(LATER, answerTo('ivan', 'accept'))
    life.ask(LATER, done('ivan'))
    life.ask(LATER, signOff('quinn'))

    expect(actionOf(life)).toMatchObject({ state: 'signedOff', nudgeAt: null })
    life.ask('2027-09-03T08:00:00Z', wake)
    expect(actionOf(life)?.nudges.at(-1)?.why).toBe('done. Is it enough?')
  })

  test('goes on after the meeting is recorded', () => {
    const life = askedSummit()
    life.ask(LATER, answerTo('ivan', 'accept'))
    life.ask(LATER, {
      kind: 'meeting',
      type: 'record',
      by: person('quinn'),
      heldAt: ASKED_AT,
      form: 'riskSummitRecord',
      answers: { judgement: 'It is safe.' },
    })

    const reminded = life.ask('2027-09-02T08:00:00Z', wake)

    expect(life.record().status).toBe('closed')
    expect(sent(reminded)).toContain('web/person/ivan nudge:action-1:1')
  })
})

describe('a sign-off', () => {
  function doneSummit() {
    const life = askedSummit()
    life.ask(LATER, answerTo('ivan', 'accept'))
    life.ask(LATER, done('ines'))
    return life
  }

  test('waits for the chair or whoever called, who are shown the evidence', () => {
    const life = doneSummit()

    expect(actionOf(life)?.told).toEqual(['quinn'])
    expect(life.says('nudge:action-1:1')).toContain('https://rota.example.org/august')
  })

  test('is not given by whoever owned or did it, nor by others', () => {
    const life = doneSummit()

    for (const who of ['ivan', 'ines', 'wanda', 'nell'])
      expect(life.ask(LATER, signOff(who)).refusal?.code).toBe('notYours')
  })

  test('is not given by whoever reported it done once, also after it was not enough and has another owner', () => {
    const life = askedSummit({ of: 'harbour', owner: null })
    life.ask(LATER, answerTo('quinn', 'accept', { owner: 'quinn' }))
    life.ask(LATER, done('quinn'))
    life.ask(LATER, signOff('rhea', 'The rota shows two weeks only.'))
    life.ask(LATER, answerTo('quinn', 'accept', { owner: 'hugo' }))
    life.ask(LATER, done('hugo'))

    expect(life.ask(LATER, signOff('quinn')).refusal?.code).toBe('notYours')
    expect(life.ask(LATER, signOff('rhea')).refusal).toBeUndefined()
  })

  test('is refused with what is missing, and given later', () => {
    const life = doneSummit()

    expect(life.ask(LATER, signOff('quinn', ' ')).refusal?.code).toBe('missing')
    life.ask(LATER, signOff('quinn', 'The rota shows two weeks only.'))
    expect(actionOf(life)).toMatchObject({ state: 'accepted', told: ['ivan'] })
    expect(life.says('nudge:action-1:2')).toContain('The rota shows two weeks only.')

    life.ask(LATER, done('ivan', 'The rota of four weeks is in the folder.'))
    life.ask(LATER, signOff('rhea'))
    expect(actionOf(life)?.state).toBe('signedOff')
  })
})

describe('an action is private', () => {
  const outsider = { type: 'actor', actor: person('ivan') } as const

  test('whoever is asked without being called sees the action and nothing else', () => {
    const life = askedSummit()
    life.ask(LATER, askFor('rhea', { of: 'downs-icb', owner: null, what: 'Fund two nurses.' }))

    expect(life.says('action:1', outsider)).toContain('Put a second nurse')
    expect(life.says('root', outsider)).toContain('Put a second nurse')
    expect(life.says('root', outsider)).not.toContain('Two patients were found')
    expect(life.says('roll', outsider)).toBeUndefined()
    expect(life.says('action:2', outsider)).toBeUndefined()
    expect(life.says('action:2')).toContain('Fund two nurses.')
  })
})

describe('a withdrawn action', () => {
  test('is withdrawn by whoever asked or chairs, and whoever was asked is told', () => {
    const life = askedSummit()

    expect(life.ask(LATER, withdraw('nell')).refusal?.code).toBe('notYours')
    const withdrawn = life.ask(LATER, withdraw('rhea'))

    expect(sent(withdrawn)).toContain('web/person/ivan nudge:action-1:1')
    expect(life.says('action:1')).toContain('withdrawn: It is done elsewhere')
    expect(life.ask(LATER, answerTo('ivan', 'accept')).refusal?.code).toBe('stale')
  })
})

test('a room that is made later shows the actions that were asked before', () => {
  const life = askedSummit()

  const made = life.ask(LATER, roomOn('slack'))

  expect(sent(made)).toContain('slack/room/slack-room action:1')
  expect(DUE > LATER).toBe(true)
})
