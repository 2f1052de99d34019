import { describe, expect, test } from 'vitest'
import { openLinks } from '../../../adapters/mail/links.ts'
import { inquiryInto } from '../../../src/app/inquiry/inquiry.ts'
import { plainMessage } from '../../../src/core/message/plain.ts'
import { organisationId, type RecordId, referenceOf } from '../../../src/core/record-id.ts'
import { plusMinutes } from '../../../src/core/time/instant.ts'
import { type MailedApp, mailedApp, withoutAccounts } from './mailed-app.ts'

const CQC = 'cqc-inspector'
const form = (fields: Record<string, string>) => new URLSearchParams(fields)

async function opened() {
  const app = await mailedApp()
  const id = await app.summit([CQC, 'provider-chief-executive'])
  const link = app.linkOf('cleo')
  return {
    app,
    id,
    link,
    get: () => fetch(link),
    answer: async (fields: Record<string, string>) => {
      const response = await fetch(link, { method: 'POST', body: form(fields), redirect: 'manual' })
      await app.settle()
      return response
    },
    call: async () => stateOf(app, id),
  }
}

async function stateOf(app: MailedApp, id: RecordId, person = 'cleo') {
  const meeting = await app.record('meeting', id)
  const calls = meeting.lines.flatMap(({ seats }) => seats.flatMap((seat) => seat.calls))
  return calls.find((call) => call.person === person)?.state
}

describe('the page behind the link', () => {
  test('shows who calls, what and when, and three ways to answer', async () => {
    const { get } = await opened()

    const response = await get()
    const page = await response.text()

    expect(response.status).toBe(200)
    for (const words of ['Risk summit', 'This page is for Cleo Marchetti alone', 'A grave risk.'])
      expect(page).toContain(words)
    for (const way of ['value="coming"', 'value="deputy"', 'value="apologies"'])
      expect(page).toContain(way)
    expect(page).not.toContain('<script')
  })

  test('is kept by nobody, loads nothing, and tells its address to nobody', async () => {
    const { get } = await opened()
    const { headers } = await get()

    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'$/,
    )
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('answers nothing by being looked at; that the link was opened is kept once', async () => {
    const { app, id, link, get } = await opened()
    const before = await app.record('meeting', id)
    await fetch(link, { method: 'HEAD' })
    expect(await app.record('meeting', id)).toEqual(before)

    await get()
    const once = await app.store.load(id)
    for (let n = 0; n < 3; n += 1) await get()
    await fetch(`${link}?answer=coming&revision=1`)
    await app.settle()

    expect(await app.store.load(id)).toEqual(once)
    const slot = 'prompt:seat-cleo'
    const opening = { person: 'cleo', channel: 'mail', slot, at: '2027-03-26T20:20:00Z' }
    expect(await app.record('meeting', id)).toEqual({ ...before, opened: [opening] })
  })

  test('takes “coming”, and the room’s roll shows it; once used it shows what stands', async () => {
    const { app, id, get, answer, call } = await opened()

    const response = await answer({ answer: 'coming', revision: '1' })

    expect(response.status).toBe(303)
    expect(await call()).toBe('coming')
    const rolls = app.web.standing.filter(({ slot, record }) => slot === 'root' && record === id)
    expect(rolls.map(({ words }) => words)).toEqual([
      expect.stringContaining('Cleo Marchetti: coming'),
    ])
    const page = await (await get()).text()
    expect(page).toContain('You answered at')
    expect(page).not.toContain('value="coming"')
  })

  test('shows in “/muster status” and in the inquiry who was told when, by what, and who answered', async () => {
    const { app, id, get, answer } = await opened()
    await get()
    await answer({ answer: 'coming', revision: '1' })
    const actor = { type: 'person', person: 'quinn' } as const
    const heard = { actor, channel: 'web', key: 'status' }
    const reply = await app.conversation.command(heard, 'muster', `status ${referenceOf(id)}`)
    if (reply.type !== 'say') throw new Error('Nothing was said')
    const words = plainMessage(reply.message, app.app.directory())
    const at = 'Fri 26 Mar 2027 20:20 GMT'

    expect(words).toContain(
      `- Cleo Marchetti: told ${at} on Mail, accepted ${at}, link opened ${at}; answered “coming” ${at}`,
    )
    expect(words).toContain(`- Wanda Mensah: told ${at} on Web, accepted ${at}; no answer`)
    expect(words).toContain('Whether it was opened is not known on Web.')
    expect(words).toContain('“Link opened” may be a program that checks mails')
    const kase = (await app.record('meeting', id)).case
    const inquiry = kase && (await inquiryInto(app.app, kase))
    expect(inquiry?.messages.find(({ place }) => place === 'mail/person/cleo')).toMatchObject({
      people: ['cleo'],
      outcome: 'accepted',
      openedAt: '2027-03-26T20:20:00Z',
      answered: { by: 'cleo', answer: 'coming' },
    })
  })

  test('takes apologies with a reason, under the same rules as in chat', async () => {
    const { app, id, answer, call } = await opened()

    const refused = await answer({
      answer: 'apologies',
      nonce: 'n1',
      'field.reason': 'NHS number 943 476 5919',
    })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('NHS number')
    expect(await call()).toBe('asked')

    const taken = await answer({ answer: 'apologies', nonce: 'n2', 'field.reason': 'On leave <b>' })
    expect(await taken.text()).toContain('Thank you.')
    expect(await call()).toBe('apologies')
    const meeting = await app.record('meeting', id)
    expect(JSON.stringify(meeting.lines)).toContain('On leave <b>')
  })

  test('sends a deputy from their own organisation, and nobody else', async () => {
    const app = await mailedApp()
    const id = await app.summit(['provider-chief-executive'])
    const by = { type: 'person', person: 'wanda' } as const
    const asked = {
      kind: 'meeting',
      type: 'answer',
      by,
      prompt: 'seat-wanda',
      revision: null,
    } as const
    await app.ask({ ...asked, answer: 'deputy', reason: null, person: 'bao' }, id)
    const link = app.linkOf('bao')
    const send = async (person: string) => {
      const body = form({ answer: 'deputy', nonce: `n-${person}`, 'field.person': person })
      const response = await fetch(link, { method: 'POST', body })
      await app.settle()
      return response
    }
    const page = await (await fetch(link)).text()

    expect(page).toContain('<option value="ivan">Ivan Petrov, Incident lead</option>')
    expect(page).not.toContain('value="quinn"')
    expect((await send('quinn')).status).toBe(422)
    expect(await stateOf(app, id, 'bao')).toBe('asked')
    expect((await send('ivan')).status).toBe(200)
    expect(await stateOf(app, id, 'bao')).toBe('deputy')
    expect(await stateOf(app, id, 'ivan')).toBe('asked')
  })

  test('asks in the same way who chairs', async () => {
    const app = await mailedApp({ byMail: ['rhea'] })
    const id = await app.summit([CQC])

    const body = form({ answer: 'confirm', revision: '1' })
    const response = await fetch(app.linkOf('rhea'), { method: 'POST', body })

    expect(await response.text()).toContain('Rhea Dutta has confirmed as chair.')
    expect((await app.record('meeting', id)).chair?.person).toBe('rhea')
  })

  test('is for nobody who is told elsewhere, even with a link that is signed', async () => {
    const { app, id } = await opened()
    const linked = { record: id, slot: 'prompt:seat-wanda', person: 'wanda' } as const
    const until = plusMinutes(app.app.now(), 60)
    const token = await openLinks(app.store).tokenFor(linked, until)

    expect((await fetch(`${app.url}/answer/${token}`)).status).toBe(404)
  })

  test('refuses a button that is out of date, with the same words as in chat', async () => {
    const { answer, call } = await opened()
    await answer({ answer: 'apologies', nonce: 'n1', 'field.reason': '' })

    const stale = await answer({ answer: 'coming', revision: '1' })

    expect(await stale.text()).toContain('That button is out of date')
    expect(await call()).toBe('apologies')
    expect((await answer({ answer: 'coming', revision: '2' })).status).toBe(303)
    expect(await call()).toBe('coming')
  })

  test('does once what is sent twice', async () => {
    const { app, id, answer } = await opened()
    const fields = { answer: 'apologies', nonce: 'n1', 'field.reason': 'On leave' }
    await answer(fields)
    const before = (await app.store.history(id)).length

    await answer(fields)

    expect((await app.store.history(id)).length).toBe(before)
  })

  test('answers nothing else with the same link, and takes no more than a page sends', async () => {
    const { link, answer, call } = await opened()

    expect((await answer({ answer: 'confirm', revision: '1' })).status).toBe(409)
    expect((await answer({ press: '{"do":"command","words":"mine"}' })).status).toBe(409)
    const long = await fetch(link, { method: 'POST', body: 'x'.repeat(17 * 1024) })
    expect(long.status).toBe(413)
    expect((await fetch(link, { method: 'PUT', body: 'x' })).status).toBe(405)
    expect(await call()).toBe('asked')
  })
})

describe('a link that does not answer', () => {
  test.each([
    ['forged', async ({ link }: Opened) => `${link.slice(0, -4)}AAAA`],
    ['altered', async ({ link }: Opened) => link.replace(/answer\/(.{20})./, 'answer/$1A')],
    [
      'of a message that is not there',
      async ({ app, id }: Opened) => {
        const linked = { record: id, slot: 'prompt:seat-nia', person: 'nia' } as const
        const until = plusMinutes(app.app.now(), 1)
        return `${app.url}/answer/${await openLinks(app.store).tokenFor(linked, until)}`
      },
    ],
  ] as const)('%s is told the same, and changes nothing', async (_what, make) => {
    const trial = await opened()
    const link = await make(trial)

    const looked = await fetch(link)
    const body = form({ answer: 'coming', revision: '1' })
    const sent = await fetch(link, { method: 'POST', body })

    expect([looked.status, sent.status]).toEqual([404, 404])
    expect(await looked.text()).toContain('This link does not answer anything, or not any more.')
    expect(await trial.call()).toBe('asked')
  })

  test('past its time says which message it was about, and whom to ask, and changes nothing', async () => {
    const { app, id, call } = await opened()
    const linked = { record: id, slot: 'prompt:seat-cleo', person: 'cleo' } as const
    const until = plusMinutes(app.app.now(), -1)
    const link = `${app.url}/answer/${await openLinks(app.store).tokenFor(linked, until)}`

    const looked = await fetch(link)
    const body = form({ answer: 'coming', revision: '1' })
    const sent = await fetch(link, { method: 'POST', body })

    expect([looked.status, sent.status]).toEqual([410, 410])
    const words = await looked.text()
    expect(words).toContain('You are called: Risk summit')
    expect(words).toContain('phone Quinn Adeyemi, who called the meeting.')
    expect(words).not.toContain('A grave risk.')
    expect(await call()).toBe('asked')
  })

  test('any more, once its person was let go of the meeting', async () => {
    const { app, id, answer, get } = await opened()
    await app.ask({ kind: 'meeting', type: 'noteConfidential', list: ['quinn', 'cleo'] }, id)
    await app.ask({ kind: 'meeting', type: 'noteAccess', person: 'cleo', listed: false }, id)

    expect((await answer({ answer: 'coming', revision: '1' })).status).toBe(404)
    expect((await get()).status).toBe(404)
  })

  test('any more, once its person has left the directory', async () => {
    const { app, answer, get, call } = await opened()
    const intent = { kind: 'organisation', type: 'import' } as const
    for (const listing of withoutAccounts(['cleo']).filter(({ slug }) => slug === 'cqc'))
      await app.ask(
        { ...intent, listing: { ...listing, people: [], holdings: [] } },
        organisationId('cqc'),
      )

    expect((await answer({ answer: 'coming', revision: '1' })).status).toBe(404)
    expect((await get()).status).toBe(404)
    expect(await call()).toBe('gone')
  })

  test('any more, once the meeting is recorded: it says that it is over', async () => {
    const { app, id, answer, get } = await opened()
    const by = { type: 'person', person: 'quinn' } as const
    const record = { kind: 'meeting', type: 'record', by, form: 'riskSummitRecord' } as const
    await app.ask({ ...record, heldAt: app.app.now(), answers: {} }, id)

    expect((await answer({ answer: 'coming', revision: '1' })).status).toBe(409)
    const page = await (await get()).text()
    expect(page).toContain('is over. Nothing more is wanted of you.')
    expect(page).not.toContain('<button')
  })
})

type Opened = Awaited<ReturnType<typeof opened>>
