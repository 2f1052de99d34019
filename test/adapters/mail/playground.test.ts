import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readConfig, surroundings } from '../../../src/app/config.ts'
import { handle } from '../../../src/app/handle.ts'
import { write } from '../../../src/app/read.ts'
import { plainMessage } from '../../../src/core/message/plain.ts'
import { type Running, start } from '../../../src/main.ts'
import { convening, incident } from '../../fixtures/cases.ts'
import { calendarIn, readByIcalJs, readByNodeIcal } from './calendars.ts'
import { type MailServer, mailServer } from './server.ts'

const silent = { info: () => {}, warn: () => {}, error: () => {} }
const TEODORA = { type: 'person', person: 'teodora-whitlock' } as const

/** The playground as it is served, with a mail server. */
async function opened(): Promise<{ bot: Running; server: MailServer }> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-mail-'))
  const server = await mailServer()
  const settings = {
    SMTP_URL: server.url,
    MAIL_FROM: 'Muster <muster@trust.example>',
    MUSTER_URL: 'https://muster.example.org',
  }
  const read = readConfig(settings, surroundings(folder))
  if (!read.ok) throw new Error(read.sentence)
  const bot = await start({ ...read.config, port: 0 }, { log: silent, sweeps: false })
  onTestFinished(async () => {
    await bot.stop()
    await server.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 20 })
  })
  return { bot, server }
}

test('an inspector without an account is called to a risk summit, answers by the link, and is on the roll', async () => {
  const { bot, server } = await opened()
  const { app } = bot
  const raising = incident({
    provider: 'alder-house',
    by: { type: 'person', person: 'amina-farrow' },
  })
  const raised = await handle(app, { key: 'raise', intent: raising })
  if (!raised.ok) throw new Error(raised.refusal.message)
  const startsAt = '2027-03-27T10:00:00Z'
  const convene = { ...convening(), by: TEODORA, seats: ['cqc-inspector'], startsAt }
  const called = await handle(app, { key: 'convene', to: raised.id, intent: convene })
  if (!called.ok) throw new Error(called.refusal.message)
  await bot.settle()

  const [mail, ...more] = server.arrived
  expect(more).toEqual([])
  expect(mail?.to).toEqual(['lakshmi.dunmore@cqc.example.test'])
  const calendar = calendarIn(mail?.parts ?? [])?.text ?? ''
  for (const read of [readByIcalJs(calendar), readByNodeIcal(calendar)])
    expect(read).toMatchObject({
      method: 'REQUEST',
      uid: expect.stringMatching(/^muster-/),
      organiser: 'mailto:muster@trust.example',
      sequence: 0,
      stamp: expect.stringMatching(/^2027-03-26T20:2/),
      start: '2027-03-27T10:00:00.000Z',
    })
  const [link = ''] = /\/answer\/\S+/.exec(mail?.text ?? '') ?? []
  const address = `http://127.0.0.1:${bot.port}${link}`
  expect(await (await fetch(address)).text()).toContain('This page is for Lakshmi Dunmore alone.')
  const body = new URLSearchParams({ answer: 'coming', revision: '1' })
  const answered = await fetch(address, { method: 'POST', body })
  await bot.settle()

  expect(answered.status).toBe(200)
  expect(await answered.text()).toContain('You answered at')
  const [meeting] = await app.store.list({ facets: { kind: 'meeting' } })
  const saved = meeting && (await app.store.load(meeting.id))
  // JSON of a meeting, as this very version has just saved it.
  const record = saved?.record as Parameters<typeof write>[2]
  const roll = write(app, { type: 'operator' }, record, 'root')
  expect(roll && plainMessage(roll, app.directory())).toContain('Lakshmi Dunmore: coming')
  expect(server.arrived).toHaveLength(1)
})
