import { expect, test } from 'vitest'
import type { MeetingIntentOf } from '../../../src/core/meeting/intent.ts'
import { bothRead, calendarIn } from './calendars.ts'
import { type MailedApp, mailedApp } from './mailed-app.ts'

const person = (id: string) => ({ type: 'person', person: id }) as const
const callingOff = {
  kind: 'meeting',
  type: 'callOff',
  by: person('quinn'),
  reason: 'Over.',
} as const

function moving(startsAt: string): MeetingIntentOf<'changeTime'> {
  const why = 'The chair is away.'
  return { kind: 'meeting', type: 'changeTime', by: person('quinn'), startsAt, reason: why }
}

function entriesTo(app: MailedApp, who: string) {
  const mails = app.server.arrived.filter(({ to }) => to.includes(`${who}@example.org`))
  return mails.filter(({ parts }) => calendarIn(parts)).map((mail) => bothRead(mail))
}

test('the entry of one person has a SEQUENCE that only rises, whichever of their messages carries it', async () => {
  const app = await mailedApp({ byMail: ['rhea'] })
  const id = await app.summit(['regional-medical-director'])
  await app.ask(moving('2027-03-29T13:00:00Z'), id)
  await app.ask(moving('2027-03-30T13:00:00Z'), id)
  const sent = { prompt: 'seat-mick', answer: 'deputy', revision: null, reason: null } as const
  await app.ask(
    { kind: 'meeting', type: 'answer', by: person('mick'), ...sent, person: 'rhea' },
    id,
  )
  await app.ask(callingOff, id)

  const entries = entriesTo(app, 'rhea')
  expect(entries.map(({ method }) => method)).toEqual([
    ...['REQUEST', 'REQUEST', 'REQUEST', 'REQUEST'],
    'CANCEL',
  ])
  expect(new Set(entries.map(({ uid }) => uid)).size).toBe(1)
  const sequences = entries.map(({ sequence }) => sequence)
  expect(sequences).toEqual([...new Set(sequences)].toSorted((a, b) => a - b))
})

test('a reminder carries no entry and is not sent again: a move and a calling-off are one letter each', async () => {
  const app = await mailedApp()
  const id = await app.summit(['cqc-inspector'])
  await app.moveTo('2027-03-27T09:00:00Z')
  const mailsTo = () => app.server.arrived.filter(({ to }) => to.includes('cleo@example.org'))
  expect(mailsTo().map(({ parts }) => calendarIn(parts) !== undefined)).toEqual([true, false])
  expect(mailsTo()[1]?.text).toContain('To answer, open this page')

  await app.ask(moving('2027-03-29T13:00:00Z'), id)
  expect(mailsTo()).toHaveLength(3)
  await app.ask(callingOff, id)
  expect(mailsTo()).toHaveLength(4)
  const entries = entriesTo(app, 'cleo').map(({ method, sequence }) => [method, sequence])
  expect(entries).toEqual([
    ['REQUEST', 0],
    ['REQUEST', 1],
    ['CANCEL', 2],
  ])
})
