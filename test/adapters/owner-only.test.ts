import { readdirSync, statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readConfig, surroundings } from '../../src/app/config.ts'
import { handle } from '../../src/app/handle.ts'
import { start } from '../../src/main.ts'
import { ask } from '../trust/outsiders/ask.ts'

const silent = { info() {}, warn() {}, error() {} }

/** `path mode` of everything below a folder. */
function modesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => {
    const found = statSync(join(folder, name))
    const kind = found.isDirectory() ? 'folder' : 'file'
    return `${name} ${kind} ${(found.mode & 0o777).toString(8)}`
  })
}

test('whatever Muster keeps on the disk is for its owner alone, whatever the system’s usual rights', async () => {
  const before = process.umask(0)
  const folder = await mkdtemp(join(tmpdir(), 'muster-modes-'))
  onTestFinished(async () => {
    process.umask(before)
    await rm(folder, { recursive: true, force: true })
  })
  const read = readConfig({}, surroundings(folder))
  if (!read.ok) throw new Error(read.sentence)
  const running = await start({ ...read.config, port: 0 }, { log: silent, sweeps: false })
  onTestFinished(() => running.stop())
  const { app } = running
  const amina = { type: 'person', person: 'amina-farrow' } as const
  const intent = {
    kind: 'case',
    type: 'raise',
    by: amina,
    via: 'web',
    how: 'named',
    case: 'concern',
    provider: 'alder-house',
    what: 'The door does not lock.',
    where: 'Ward',
    occurredAt: null,
    identifiedAt: null,
    danger: false,
    done: 'It is watched.',
    safeguarding: 'no',
    answers: {},
  } as const
  expect(await handle(app, { key: 'one', intent })).toMatchObject({ ok: true })
  await running.settle()
  const page = await ask(running.port, { path: '/', method: 'GET' })
  const token = /content="([0-9a-f]{48})"/.exec(page.text)?.[1] ?? ''
  const said = { key: 'a-key-of-a-page', space: 'web/person/amina-farrow', text: 'hello' }
  const headers = { 'x-muster-token': token, 'x-person': 'amina-farrow' }
  const answer = await ask(running.port, { path: '/api/say', headers, body: JSON.stringify(said) })
  expect(answer.status).toBe(200)

  const modes = modesIn(join(folder, 'playground-data'))
  expect(modes.length).toBeGreaterThan(5)
  expect(modes.some((one) => one.startsWith('workspace.json'))).toBe(true)
  expect(modes.filter((one) => !/ (file 600|folder 700)$/.test(one))).toEqual([])
  expect(statSync(join(folder, 'playground-data')).mode & 0o777).toBe(0o700)
})
