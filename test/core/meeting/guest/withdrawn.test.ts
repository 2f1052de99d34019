import { expect, test } from 'vitest'
import type { MeetingIntent } from '../../../../src/core/meeting/intent.ts'
import { directoryWithout } from '../../../fixtures/directory.ts'
import { sent } from '../../../fixtures/life.ts'
import { answerTo, askFor } from '../action/action.ts'
import { answer, openSummit, person, wake } from '../meeting.ts'

const AT = '2027-08-14T10:00:00Z'

const bringIn = (whom: string): MeetingIntent => ({
  kind: 'meeting',
  type: 'bringIn',
  by: person('quinn'),
  person: whom,
  why: 'They know the ward.',
})
const takeOut = (whom: string): MeetingIntent => ({
  kind: 'meeting',
  type: 'takeOut',
  by: person('quinn'),
  person: whom,
  reason: 'It is settled.',
})

test('a specialist who is withdrawn reads no word of an action any more, and whoever asked is reminded of it', () => {
  const life = openSummit({ seats: ['regional-director'], confidential: true })
  life.ask(AT, bringIn('cleo'))
  life.ask(AT, askFor('quinn', { of: 'cqc', owner: 'cleo', dueAt: '2027-08-20T22:59:59Z' }))
  life.ask(AT, answerTo('cleo', 'accept'))

  const taken = life.ask(AT, takeOut('cleo'))

  expect(sent(taken)).toContain('web/person/cleo action:1')
  const place = { channel: 'web', to: { type: 'person', person: 'cleo' } } as const
  expect(life.says('action:1', { type: 'place', place })).not.toContain('second nurse')
  const reminded = life.ask('2027-08-19T09:00:00Z', wake)
  expect(sent(reminded)).toContain('web/person/quinn nudge:action-1:1')
})

test('a specialist who is withdrawn chairs no more: the next is asked', () => {
  const life = openSummit({ seats: ['provider-chief-executive'] })
  life.ask(AT, bringIn('remy'))
  life.ask(AT, answer('remy', 'chair', 'confirm'))

  const taken = life.ask(AT, takeOut('remy'))

  expect(life.record().chair?.person).toBeNull()
  expect(life.record().prompts.find(({ id }) => id === 'chair')?.state).toBe('open')
  expect(sent(taken)).toContain('web/person/ruth prompt:chair')
})

test('that an action is declined is told to the next who may ask again, where whoever asked has left', () => {
  const without = { directory: directoryWithout('quinn') }
  const ask = askFor('quinn', { dueAt: '2027-08-20T22:59:59Z' })
  const life = openSummit({ seats: ['regional-director', 'provider-chief-executive'] })
  life.ask(AT, answer('rhea', 'chair', 'confirm'))
  life.ask(AT, ask)
  life.ask(AT, wake, without)
  expect(sent(life.ask(AT, answerTo('ivan', 'decline')))).toContain(
    'web/person/rhea nudge:action-1:1',
  )

  const later = openSummit({ seats: ['regional-director', 'provider-chief-executive'] })
  later.ask(AT, ask)
  later.ask(AT, answerTo('ivan', 'decline'))
  expect(sent(later.ask(AT, wake, without))).toContain('web/person/dora nudge:action-1:2')
  expect(later.ask(AT, wake).events).toEqual([])
})
