import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Running, start } from '../../src/main.ts'
import { type Authority, startAuthority } from '../adapters/teams/authority.ts'
import { clientValues, deliver, envelope, type Posted, postedIn, pressing } from './teams-client.ts'
import { teamsConfig } from './teams-config.ts'
import { DIRECTORY, NIA, ROOM } from './teams-directory.ts'

const MARK = 'REHEARSAL – nothing here is real.'
const nia = { id: '29:nia', name: 'Nia Ward', aadObjectId: NIA }
const CHAT = `a:${NIA}`

let now = new Date('2026-11-26T09:00:00Z')
let authority: Authority
let running: Running
let folder: string

beforeAll(async () => {
  authority = await startAuthority()
  folder = mkdtempSync(join(tmpdir(), 'muster-rehearsal-'))
  writeFileSync(join(folder, 'directory.yaml'), DIRECTORY)
  const clock = () => now
  running = await start(teamsConfig(authority, folder), { clock, sweeps: false })
})
afterAll(async () => {
  await running.stop()
  await authority.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Some seconds pass: Teams takes only so many messages at once. */
async function passed(): Promise<void> {
  for (let tries = 0; tries < 8; tries++) {
    now = new Date(now.getTime() + 5000)
    await running.settle()
  }
}

async function says(text: string, more: object = {}): Promise<void> {
  await deliver(running.port, authority, {
    ...envelope(authority, nia),
    type: 'message',
    text,
    ...more,
  })
  await passed()
}

async function presses(posted: Posted, label: string) {
  const sent = { ...envelope(authority, nia), ...pressing(posted, label) }
  const answer = await deliver(running.port, authority, sent)
  await passed()
  return answer
}

function newest(words: string): Posted {
  const found = postedIn(authority, CHAT).findLast((one) => one.words.includes(words))
  if (!found) throw new Error(`Nothing says “${words}”`)
  return found
}

describe('a rehearsal on Teams by somebody alone', () => {
  test('is in their own chat, since Teams makes no group chat for one; all of it is marked', async () => {
    await says('rehearse')
    await presses(newest('What do you want to rehearse?'), 'The same weekend, with triage')

    const posted = postedIn(authority, CHAT)
    expect(posted.length).toBeGreaterThan(5)
    for (const { words } of posted) expect(words).toContain(MARK)
    expect(newest('Good Friday evening').words).toContain('Commands that you type are for real')
    expect(authority.calls.filter(({ path }) => path.includes(ROOM))).toEqual([])
    expect(authority.calls.filter(({ path }) => /chats|onlineMeetings/.test(path))).toEqual([])
  })

  test('a button and a form are done as the one who was asked', async () => {
    await presses(newest('To Oswin Tarrant'), 'I have it')
    await presses(newest('To Oswin Tarrant'), 'It is done')

    const form = newest('You do this as Oswin Tarrant')
    const data = clientValues(form.card, {
      reference: '2027/1234',
      'at/date': '2027-03-26',
      'at/time': '20:20',
    })
    const value = { action: { type: 'Action.Execute', verb: 'submit', data } }
    const invoke = { type: 'invoke', name: 'adaptiveCard/action', value, replyToId: form.id }
    await deliver(running.port, authority, { ...envelope(authority, nia), ...invoke })
    await passed()

    expect(newest('Reference 2027/1234').words).toContain('in time')
  })

  test('a message that is quoted is answered inside; the weekend is played, and scored', async () => {
    await says('I have it', { replyToId: newest('Please triage').id })
    await presses(newest('[+1 h]'), 'Play the weekend')
    await presses(newest('It is Tue 30 Mar 2027 09:00 BST'), 'End it and see the score')

    expect(newest('Your score').words).toContain('IN TIME – D1 StEIS alert')
  })
})
