import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { expect, onTestFinished, test } from 'vitest'
import { readConfig, surroundings } from '../../src/app/config.ts'
import { start } from '../../src/main.ts'
import { ask } from '../trust/outsiders/ask.ts'

const silent = { info() {}, warn() {}, error() {} }

test('the rates of the settings hold in the whole of Muster', async () => {
  const folder = await mkdtemp(`${tmpdir()}/muster-rates-`)
  const read = readConfig({ MUSTER_RATE_PERSON: '2' }, surroundings(folder))
  if (!read.ok) throw new Error(read.sentence)
  const running = await start({ ...read.config, port: 0 }, { log: silent, sweeps: false })
  onTestFinished(async () => {
    await running.stop()
    await rm(folder, { recursive: true, force: true })
  })
  const page = await ask(running.port, { path: '/', method: 'GET' })
  const token = /content="([0-9a-f]{48})"/.exec(page.text)?.[1] ?? ''
  const headers = { 'x-muster-token': token, 'x-person': 'amina-farrow' }
  const space = 'web/person/amina-farrow'
  for (const time of [1, 2, 3]) {
    const body = JSON.stringify({ key: `key-number-${time}`, space, text: '/muster help' })
    expect((await ask(running.port, { path: '/api/say', headers, body })).status).toBe(200)
  }

  const { text } = await ask(running.port, {
    path: `/api/space?key=${encodeURIComponent(space)}`,
    method: 'GET',
    headers,
  })
  expect(text.match(/more than 2 things within a minute/g)).toHaveLength(1)
})

test.each(['0', '-1', 'many', '1.5'])('a rate of %s stops the start with a sentence', (rate) => {
  const read = readConfig({ MUSTER_RATE_SERVICE: rate }, surroundings('/nowhere'))

  expect(read).toEqual({
    ok: false,
    sentence:
      'MUSTER_RATE_SERVICE must be a whole number from 1: correct it or unset it, and it is 3000.',
  })
})
