import { describe, expect, test } from 'vitest'
import { speaker, wordsOf } from '../../../app/talk/speaking.ts'
import { openApp } from '../../../fixtures/app.ts'
import { convening, incident } from '../../../fixtures/cases.ts'
import { sent } from '../../../fixtures/life.ts'
import { conflict, letBack } from '../decision/deciding.ts'
import { newMeeting, openSummit, teleconference } from '../meeting.ts'
import { ASKED_AT, askFor, DUE } from './action.ts'

const LATER = ASKED_AT
const asPerson = (who: string) =>
  ({ type: 'actor', actor: { type: 'person', person: who } }) as const

type Life = ReturnType<typeof openSummit>

/** What the provider is told after this. */
function listed(life: Life, intent: Parameters<Life['ask']>[1]) {
  const { refusal, followUps } = life.ask(LATER, intent)
  if (refusal) throw new Error(refusal.message)
  return followUps.map(({ intent: one }) => one)
}

const APART = { what: '', owner: null, of: 'willow', dueAt: DUE, state: 'asked' }
const WHOLE = { ...APART, what: 'Put a second nurse on each night shift.', owner: 'ivan' }

describe('an action of a meeting that somebody is kept out of', () => {
  test('is told to the provider without its words or its owner', () => {
    const life = openSummit()
    life.ask(LATER, conflict('bao', 'quinn'))

    expect(listed(life, askFor())).toMatchObject([{ type: 'noteAction', n: 1, action: APART }])
  })

  test('loses its words there when somebody is kept out, and has them again when nobody is', () => {
    const life = openSummit()
    life.ask(LATER, askFor())

    expect(listed(life, conflict('bao', 'quinn'))).toMatchObject([{ n: 1, action: APART }])
    expect(listed(life, letBack(1, 'quinn'))).toMatchObject([{ n: 1, action: WHOLE }])
  })

  test('has its words in the thread of a case, which is read as the case is', () => {
    const life = newMeeting()
    life.ask(LATER, teleconference)

    expect(listed(life, conflict('mara', 'mara'))).toEqual([])
    expect(listed(life, askFor('quinn'))).toMatchObject([{ action: WHOLE }])
  })
})

describe('an action that is asked of the organisation of somebody who is kept out', () => {
  const WORDS = 'second nurse'
  const toWillow = { of: 'willow', owner: null }
  const accept = (by: string, owner: string | null = null) =>
    ({
      kind: 'meeting',
      type: 'answerAction',
      by: { type: 'person', person: by },
      action: 1,
      answer: 'accept',
      reason: null,
      owner,
      dueAt: null,
      revision: null,
    }) as const

  test('tells them that it is asked and not what, with a way to hand it on', () => {
    const life = openSummit()
    life.ask(LATER, askFor('quinn', toWillow))
    expect(life.says('action:1', asPerson('wanda'))).toContain(WORDS)

    const told = sent(life.ask(LATER, conflict('wanda', 'wanda')))

    expect(told).toContain('web/person/wanda action:1')
    const seen = life.says('action:1', asPerson('wanda'))
    expect(seen).toContain('Something is asked of Willow House by')
    expect(seen).toContain('[Name its owner…]')
    expect(seen).not.toContain(WORDS)
    life.ask(LATER, letBack(1, 'quinn'))
    expect(life.says('action:1', asPerson('wanda'))).toContain(WORDS)
  })

  test('is accepted by them for a colleague who is not kept out, and not for themselves', () => {
    const life = openSummit()
    life.ask(LATER, askFor('quinn', toWillow))
    life.ask(LATER, conflict('wanda', 'wanda'))

    expect(life.ask(LATER, accept('wanda')).refusal?.message).toContain('Name another colleague')
    expect(life.ask(LATER, accept('wanda', 'ivan')).refusal).toBeUndefined()
    expect(life.record().actions).toMatchObject([{ state: 'accepted', owner: 'ivan' }])
    expect(life.says('action:1', asPerson('ivan'))).toContain(WORDS)
    expect(life.says('action:1', asPerson('wanda'))).not.toContain(WORDS)
  })

  test('is read by them all the same where it was asked of them by name', () => {
    const life = openSummit()
    life.ask(LATER, conflict('wanda', 'wanda'))
    life.ask(LATER, askFor('quinn', { of: 'willow', owner: 'wanda' }))

    expect(life.says('action:1', asPerson('wanda'))).toContain(WORDS)
  })
})

test('whoever is kept out reads of such an action neither with the provider nor in a later meeting', async () => {
  const app = await openApp({ channels: ['web'], startsAt: '2027-08-14T07:55:00Z' })
  const raised = await app.ask(incident())
  if (!raised.ok) throw new Error(raised.refusal.message)
  await app.ask(convening(), raised.id)
  const [first] = (await app.record('case', raised.id)).meetings
  if (!first) throw new Error('No meeting was called')
  await app.ask(conflict('wanda', 'wanda'), first.meeting)
  await app.ask(askFor('quinn', { of: 'cqc', owner: null }), first.meeting)
  await app.ask({ ...convening(), meeting: 'RRR' }, raised.id)
  const second = (await app.record('case', raised.id)).meetings.at(-1)
  if (!second) throw new Error('No meeting was called')

  await app.ask(askFor('quinn', { of: 'willow', owner: null }), first.meeting)
  const owed = wordsOf(app, await speaker(app, 'wanda').command('muster', 'mine'))
  expect(owed).toContain('Something is asked of Willow House by')
  expect(owed).not.toContain('second nurse')

  const refs = [first, second].map(({ meeting }) => meeting.replace('meeting-', 'M-'))
  for (const words of ['willow', ...refs].flatMap((of) => [`status ${of}`, `export ${of}`])) {
    const seen = wordsOf(app, await speaker(app, 'wanda').command('muster', words))
    expect(seen, words).not.toContain('second nurse')
  }
  const seen = wordsOf(app, await speaker(app, 'wanda').command('muster', 'status willow'))
  expect(seen).toMatch(/An action of M-\S+, for those who are in that meeting\. \S.*: not answered/)
  expect(
    wordsOf(app, await speaker(app, 'quinn').command('muster', `status ${refs[0]}`)),
  ).toContain('second nurse')
  expect(app.complaints).toEqual([])
})
