import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Element } from '../../adapters/channels/teams/card.ts'
import { type Running, start } from '../../src/main.ts'
import { type Authority, startAuthority } from '../adapters/teams/authority.ts'
import {
  cardIn,
  clientValues,
  deliver,
  dialogIn,
  dialogValue,
  envelope,
  submitOf,
} from './teams-client.ts'
import { teamsConfig } from './teams-config.ts'
import { DIRECTORY, NIA, ROOM } from './teams-directory.ts'

let authority: Authority
let running: Running
let folder: string

beforeAll(async () => {
  authority = await startAuthority()
  folder = mkdtempSync(join(tmpdir(), 'muster-teams-'))
  writeFileSync(join(folder, 'directory.yaml'), DIRECTORY)
  const clock = () => new Date('2027-03-26T20:20:00Z')
  running = await start(teamsConfig(authority, folder), { clock, sweeps: false })
})
afterAll(async () => {
  await running.stop()
  await authority.close()
  rmSync(folder, { recursive: true, force: true })
})

const nia = { id: '29:nia', name: 'Nia Ward', aadObjectId: NIA }

function say(text: string, from = nia) {
  return deliver(running.port, authority, { ...envelope(authority, from), type: 'message', text })
}

function submit(data: object, from = nia) {
  const value = { action: { type: 'Action.Execute', verb: 'submit', data } }
  const invoke = { type: 'invoke', name: 'adaptiveCard/action', value, replyToId: '1' }
  return deliver(running.port, authority, { ...envelope(authority, from), ...invoke })
}

function inDialog(name: 'fetchTask' | 'submitAction', value: object, from = nia) {
  const invoke = { type: 'invoke', name: `composeExtension/${name}`, value }
  return deliver(running.port, authority, { ...envelope(authority, from), ...invoke })
}

function cards(): Element[] {
  return authority.calls.flatMap(({ body }) => cardIn(body) ?? [])
}

describe('a concern typed to the bot', () => {
  test('is answered with the form, and the form makes the case', async () => {
    expect((await say('concern')).status).toBe(200)
    const form = cards().at(-1)
    if (!form) throw new Error('no form came')
    expect(JSON.stringify(form)).toMatch(/patient identifiers/i)

    const data = clientValues(form, { what: 'A door that does not lock' })
    const { body } = await submit(data)
    expect(JSON.stringify(body)).toMatch(/C-[0-9A-Z]{4}-[0-9A-Z]{4}/)

    await running.settle()
    const root = authority.calls.find(({ path }) => path === `/v3/conversations/${ROOM}/activities`)
    expect(JSON.stringify(root?.body)).toContain('A door that does not lock')
  })

  test('handed in twice makes one case', async () => {
    await say('concern')
    const form = cards().at(-1)
    if (!form) throw new Error('no form came')
    const data = clientValues(form, { what: 'Said once' })

    const [first, second] = [await submit(data), await submit(data)]
    await running.settle()

    expect(second.body).toEqual(first.body)
    const roots = authority.calls.filter(
      ({ method, path, body }) =>
        method === 'POST' &&
        path === `/v3/conversations/${ROOM}/activities` &&
        JSON.stringify(body).includes('Said once'),
    )
    expect(roots).toHaveLength(1)
  })

  test('left empty comes back with what is missing, and makes nothing', async () => {
    await say('concern')
    const form = cards().at(-1)
    if (!form) throw new Error('no form came')
    const cases = await running.app.store.list({ facets: { kind: 'case' } })

    const { body } = await submit(submitOf(form).data)

    expect(JSON.stringify(body)).toContain('Not sent yet.')
    expect(await running.app.store.list({ facets: { kind: 'case' } })).toHaveLength(cases.length)
  })

  test('may be raised by somebody who is not in the directory', async () => {
    const stranger = { id: '29:x', name: 'Sid Outside', aadObjectId: 'somebody-else' }

    await say('concern', stranger)
    const form = cards().at(-1)
    if (!form) throw new Error('no form came')
    const { body } = await submit(clientValues(form, { what: 'Seen from outside' }), stranger)

    expect(JSON.stringify(body)).toMatch(/C-[0-9A-Z]{4}-[0-9A-Z]{4}/)
  })
})

describe('a concern raised on a message, in a dialog', () => {
  const payload = { body: { contentType: 'html', content: '<p>The alarm is <b>silent</b></p>' } }

  test('is asked in steps, and makes one case however often it is handed in', async () => {
    const first = await inDialog('fetchTask', { commandId: 'raise', messagePayload: payload })
    const next = dialogValue(dialogIn(first.body), 'Next', { danger: 'yes' })
    const second = await inDialog('submitAction', next)
    expect(JSON.stringify(second.body)).toContain('Phone now. Do not wait for Muster.')

    const further = dialogValue(dialogIn(second.body), 'Next', { done: 'A guard was put there' })
    const third = await inDialog('submitAction', further)
    const last = dialogValue(dialogIn(third.body), 'Raise concern', {})
    const twice = [inDialog('submitAction', last), inDialog('submitAction', last)] as const
    const [one, other] = await Promise.all(twice)
    await running.settle()

    expect(JSON.stringify(one.body)).toMatch(/C-[0-9A-Z]{4}-[0-9A-Z]{4}/)
    expect(other.body).toEqual(one.body)
    const roots = authority.calls.filter(
      ({ method, path, body }) =>
        method === 'POST' &&
        path === `/v3/conversations/${ROOM}/activities` &&
        JSON.stringify(body).includes('The alarm is silent'),
    )
    expect(roots).toHaveLength(1)
  })

  test('can be gone back in to correct what was written', async () => {
    const first = await inDialog('fetchTask', { commandId: 'raise', messagePayload: payload })
    const second = await inDialog('submitAction', dialogValue(dialogIn(first.body), 'Next', {}))
    const back = dialogValue(dialogIn(second.body), 'Back', { done: 'Half a sentence' })
    const again = await inDialog('submitAction', back)
    const next = dialogValue(dialogIn(again.body), 'Next', { what: 'The bell is silent' })
    const last = await inDialog('submitAction', next)

    expect(JSON.stringify(again.body)).toContain('The alarm is silent')
    expect(JSON.stringify(last.body)).toContain('"value":"Half a sentence"')
    expect(JSON.stringify(last.body)).toContain('The bell is silent')
  })
})

test('“muster” opens what the person can do, and a case can be raised from there', async () => {
  const { body } = await inDialog('fetchTask', { commandId: 'muster' })
  const raise = dialogValue(dialogIn(body), 'Raise a concern', {})

  const form = await inDialog('submitAction', raise)

  expect(JSON.stringify(form.body)).toContain('Step 1 of 3')
})

test('words that are no command are answered with what was meant', async () => {
  await running.settle()
  const before = authority.calls.length

  await say('muster statsu')

  expect(authority.calls).toHaveLength(before + 1)
  expect(JSON.stringify(authority.calls.at(-1)?.body)).toContain('status')
})
