import { describe, expect, test } from 'vitest'
import { bothRead, calendarIn } from './calendars.ts'
import { type MailedApp, mailedApp } from './mailed-app.ts'

const CQC = 'cqc-inspector'
const CHIEF = 'provider-chief-executive'

const mailsTo = ({ server }: MailedApp, person: string) =>
  server.arrived.filter(({ to }) => to.includes(`${person}@example.org`))

describe('somebody who is on no chat service', () => {
  test('is called to a risk summit by mail, with an entry that two parsers read alike', async () => {
    const app = await mailedApp()

    const id = await app.summit([CQC])

    const [mail, ...more] = mailsTo(app, 'cleo')
    expect(more).toEqual([])
    expect(mail?.header('subject')).toMatch(/^You are called: Risk summit \(M-/)
    expect(mail?.header('reply-to')).toBe('Quinn Adeyemi <quinn@example.org>')
    expect(mail?.text).toContain('A grave risk.')
    expect(mail?.text).toContain('Called by: Quinn Adeyemi')
    expect(mail?.text).toContain('Sat 27 Mar 2027 10:00 GMT')
    expect(mail?.text).toContain('Dial in: https://bridge.example.test/harbour')
    expect(mail?.text).not.toContain('[Coming]')
    expect(mail?.parts.map(({ type }) => type.split(';')[0])).toEqual([
      'text/plain',
      'text/calendar',
      'application/ics',
    ])
    expect(calendarIn(mail?.parts ?? [])?.type).toMatch(/method="?REQUEST"?/)
    expect(mail?.parts[2]?.text).toBe(mail?.parts[1]?.text)
    expect(bothRead(mail)).toEqual({
      method: 'REQUEST',
      uid: expect.stringMatching(/^muster-[0-9a-f]{40}$/),
      sequence: 0,
      organiser: 'mailto:muster@trust.example',
      attendee: 'mailto:cleo@example.org',
      stamp: '2027-03-26T20:20:00.000Z',
      start: '2027-03-27T10:00:00.000Z',
      end: '2027-03-27T11:00:00.000Z',
      summary: expect.stringMatching(/^Risk summit M-/),
      location: 'https://bridge.example.test/harbour or phone 01632 960111, code 4411',
      url: 'https://bridge.example.test/harbour',
      status: 'CONFIRMED',
    })
    expect((await app.record('meeting', id)).reach.cleo).toEqual(['mail'])
    expect(app.complaints).toEqual([])
  })

  test('is put down to stand in: they are called by mail like everybody else, and a call that waits is repeated', async () => {
    const app = await mailedApp()
    const id = await app.summit([CQC, CHIEF])
    const by = { type: 'person', person: 'quinn' } as const
    const standIn = { kind: 'meeting', type: 'standIn', by, seat: CHIEF } as const

    await app.ask({ ...standIn, person: 'bao' }, id)
    await app.ask({ ...standIn, person: 'cleo' }, id)

    const [called] = mailsTo(app, 'bao')
    expect(called?.text).toContain('(put down by Quinn Adeyemi to stand in)')
    expect(called?.text).toContain('To answer, open this page:')
    expect(bothRead(called)).toMatchObject({ method: 'REQUEST', status: 'CONFIRMED' })
    const [, again, ...more] = mailsTo(app, 'cleo')
    expect(more).toEqual([])
    expect(again?.header('subject')).toContain('you are put down to stand in')
    expect(again?.text).toContain('To answer, open this page:')
  })

  test('had said that they come, and hears by mail that somebody was put in their seat', async () => {
    const app = await mailedApp()
    const id = await app.summit([CQC, CHIEF])
    const body = new URLSearchParams({ answer: 'coming', revision: '1' })
    await fetch(app.linkOf('cleo'), { method: 'POST', body, redirect: 'manual' })
    const by = { type: 'person', person: 'quinn' } as const
    await app.ask({ kind: 'meeting', type: 'standIn', by, seat: CQC, person: 'wanda' }, id)

    const [, told, ...more] = mailsTo(app, 'cleo')

    expect(more).toEqual([])
    expect(told?.header('subject')).toContain('somebody stands in for you')
    expect(told?.text).toContain(
      'Wanda Mensah was given your seat “Care Quality Commission” since.',
    )
    expect(told?.text).toContain('To answer, open this page:')
  })

  test('hears of a new call link with the same UID and a higher SEQUENCE, and of nothing that changes no entry', async () => {
    const app = await mailedApp()
    const id = await app.summit([CQC, CHIEF])
    await app.ask(
      {
        kind: 'meeting',
        type: 'answer',
        by: { type: 'person', person: 'wanda' },
        prompt: 'seat-wanda',
        answer: 'coming',
        revision: null,
        reason: null,
        person: null,
      },
      id,
    )
    expect(mailsTo(app, 'cleo')).toHaveLength(1)

    const url = 'https://teams.example/join/1'
    await app.ask({ kind: 'meeting', type: 'noteCall', channel: 'teams', url }, id)
    await app.ask({ kind: 'meeting', type: 'noteCall', channel: 'teams', url }, id)

    const [first, second, ...more] = mailsTo(app, 'cleo')
    expect(more).toEqual([])
    expect(second?.header('subject')).toMatch(/^Changed: You are called: Risk summit/)
    expect(bothRead(second)).toMatchObject({
      method: 'REQUEST',
      uid: bothRead(first).uid,
      sequence: 1,
      url,
      location: url,
    })
    expect(second?.header('message-id')).not.toBe(first?.header('message-id'))
  })

  test('has the entry cancelled once they are not needed, and set again when they are called again', async () => {
    const app = await mailedApp()
    const id = await app.summit([CHIEF])
    const wanda = (answer: string, person: string | null = null) =>
      app.ask(
        {
          kind: 'meeting',
          type: 'answer',
          by: { type: 'person', person: 'wanda' },
          prompt: 'seat-wanda',
          answer,
          revision: null,
          reason: null,
          person,
        },
        id,
      )
    await wanda('deputy', 'bao')
    await wanda('coming')

    const [request, cancel] = mailsTo(app, 'bao')
    expect(cancel?.header('subject')).toMatch(/^Cancelled: /)
    expect(calendarIn(cancel?.parts ?? [])?.type).toMatch(/method="?CANCEL"?/)
    expect(bothRead(cancel)).toMatchObject({
      method: 'CANCEL',
      uid: bothRead(request).uid,
      organiser: 'mailto:muster@trust.example',
      sequence: 1,
      stamp: expect.stringMatching(/^2027-03-26T/),
      start: '2027-03-27T10:00:00.000Z',
      status: 'CANCELLED',
    })
    expect(mailsTo(app, 'bao')).toHaveLength(2)
  })

  test('whose meeting is over before it starts has the entry cancelled', async () => {
    const app = await mailedApp()
    const id = await app.summit([CQC])
    const by = { type: 'person', person: 'quinn' } as const
    const heldAt = '2027-03-26T20:20:00Z'
    await app.ask(
      { kind: 'meeting', type: 'record', by, heldAt, form: 'riskSummitRecord', answers: {} },
      id,
    )

    expect(mailsTo(app, 'cleo').map((mail) => bothRead(mail).method)).toEqual(['REQUEST', 'CANCEL'])
  })

  test('without an address of Muster’s own is told to phone or to reply to whoever calls', async () => {
    const app = await mailedApp({ publicUrl: null })
    await app.summit([CQC])

    const [mail] = mailsTo(app, 'cleo')
    expect(mail?.text).toContain(
      'To answer, phone Quinn Adeyemi, who called the meeting, or reply to this mail: your reply goes to Quinn Adeyemi.',
    )
    expect(mail?.text).not.toContain('/answer/')
  })
})

test('a mailbox that bounces is on the roll with what to do, and nobody else waits for it', async () => {
  const refusing = Object.assign(new Error('No such user'), { responseCode: 550 })
  const app = await mailedApp({
    server: {
      onRcptTo: ({ address }, _session, done) =>
        done(address.startsWith('cleo') ? refusing : undefined),
    },
  })

  const id = await app.summit([CQC, CHIEF])

  expect((await app.record('meeting', id)).undelivered).toMatchObject([
    { slot: 'prompt:seat-cleo', place: 'mail/person/cleo' },
  ])
  const roll = app.web.standing.find(({ slot, record }) => slot === 'root' && record === id)?.words
  expect(roll).toContain(
    'Cleo Marchetti was not reached by mail: The mail server refuses the address of Cleo Marchetti (550): correct it in the directory. Nothing else reaches them: whoever called the meeting phones.',
  )
  expect(app.web.says('web/person/wanda', 'prompt:seat-wanda')).toContain('You are called')
})
