import { describe, expect, test } from 'vitest'
import { speaker, wordsOf } from '../../../app/talk/speaking.ts'
import { openApp } from '../../../fixtures/app.ts'
import { convening, incident } from '../../../fixtures/cases.ts'
import { conflict, letBack } from '../decision/deciding.ts'
import { newMeeting, openSummit, teleconference } from '../meeting.ts'
import { ASKED_AT, askFor, DUE } from './action.ts'

const LATER = ASKED_AT

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
