import { readdirSync, readFileSync, statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openLowdb } from '../../adapters/stores/lowdb/index.ts'
import { openUpkeep } from '../../src/app/upkeep.ts'
import { referenceOf } from '../../src/core/record-id.ts'
import { storeCommands } from '../../src/store-commands.ts'
import { openApp } from '../fixtures/app.ts'
import { ADMINISTRATOR, closedCase, TEXTS } from '../fixtures/closed-case.ts'
import { heard } from './run.ts'

type Name = keyof ReturnType<typeof storeCommands>

async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-keeping-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** Runs a command over a folder, as the shell would. */
function run(folder: string, name: Name, ...args: string[]) {
  const env = { MUSTER_DATA: folder, MUSTER_ADMINISTRATORS: ADMINISTRATOR }
  return heard((terminal) => storeCommands(env, folder)[name].run(args, terminal))
}

async function filled() {
  const folder = await freshFolder()
  const store = await openLowdb(folder)
  const world = await openApp({
    store,
    administrators: [ADMINISTRATOR],
    startsAt: '2010-03-26T20:20:00Z',
  })
  const { id, meeting } = await closedCase(world)
  await world.pass(30 * 24 * 3600)
  return { folder, store, world, reference: referenceOf(id), meeting: referenceOf(meeting) }
}

async function closed() {
  const { store, ...all } = await filled()
  await store.close()
  return all
}

async function running() {
  const all = await filled()
  // It is today: what was closed then is past its time now.
  const app = { ...all.world.app, now: () => '2027-03-26T20:20:00Z' }
  const upkeep = await openUpkeep(app, { folder: all.folder, ledgerRoom: null }, () => {})
  onTestFinished(async () => {
    await upkeep.stop()
    await all.store.close()
  })
  return all
}

describe.each([
  ['a folder that nobody has open', closed],
  ['a folder that a running Muster has open', running],
] as const)('over %s', (_what, prepared) => {
  test('an inquiry is a new folder of its owner’s, with the history to be read and the data', async () => {
    const { folder, reference } = await prepared()
    const to = join(await freshFolder(), 'out')

    expect(await run(folder, 'inquiry', reference, '--to', to)).toEqual({
      code: 0,
      complaints: '',
      out: expect.stringMatching(
        /: inquiry\.md, messages\.csv, rules\.json, data\.jsonl, record-M-\w{4}-\w{4}\.md\.\n$/,
      ),
    })
    expect(readdirSync(to).sort()).toEqual([
      'data.jsonl',
      'inquiry.md',
      'messages.csv',
      expect.stringMatching(/^record-M-/),
      'rules.json',
    ])
    expect(statSync(join(to, 'inquiry.md')).mode & 0o777).toBe(0o600)
    expect(readFileSync(join(to, 'inquiry.md'), 'utf8')).toContain('zebra-note')
    expect((await run(folder, 'inquiry', reference, '--to', to)).complaints).toContain(
      'There is something in',
    )
    expect((await run(folder, 'inquiry', 'C-0000-0000')).complaints).toContain('There is no case')
  })

  test('the record of a meeting is a new folder with the document, for Word too', async () => {
    const { folder, meeting } = await prepared()
    const to = join(await freshFolder(), 'out')

    expect(await run(folder, 'record', meeting, '--to', to)).toEqual({
      code: 0,
      complaints: '',
      out: `In ${to}: record.md, record.docx.\n`,
    })
    expect(readFileSync(join(to, 'record.md'), 'utf8')).toContain('State: SEALED')
    const parts = unzipSync(new Uint8Array(readFileSync(join(to, 'record.docx'))))
    expect(strFromU8(parts['word/document.xml'] ?? new Uint8Array())).toContain('SEALED')
    expect((await run(folder, 'record', 'M-0000-0000')).complaints).toContain('no meeting')
    expect((await run(folder, 'record', 'C-0000-0000')).complaints).toContain('no reference of a')
  })

  test('what is past its time is listed, held, released and removed, and verify says so', async () => {
    const { folder, reference } = await prepared()
    const why = ['--because', 'It is past its time']

    expect((await run(folder, 'retention', 'list')).out).toBe(
      `Closed cases and meetings: 1. Past their time: 1.\n${reference}, serious incident: kept until Thu 26 Mar 2020 (E7-other); may be removed\n`,
    )
    expect((await run(folder, 'retention', 'hold', reference, ...why)).out).toContain('is held')
    expect((await run(folder, 'retention', 'list')).out).toContain(
      'legal hold: It is past its time',
    )
    expect((await run(folder, 'retention', 'remove', reference, ...why)).complaints).toContain(
      'Release it first',
    )
    await run(folder, 'retention', 'release', reference, ...why)
    expect(await run(folder, 'retention', 'remove', reference, ...why)).toMatchObject({
      code: 0,
      complaints: '',
      out: `${reference} is removed here. What stands in Slack and Teams, and in backups, is for you to remove there.\n`,
    })
    const all = (await run(folder, 'export')).out
    for (const text of TEXTS) expect(all).not.toContain(text)
    expect(await run(folder, 'verify')).toMatchObject({
      code: 0,
      complaints: '',
      out: expect.stringContaining('removed under retention'),
    })
    const list = JSON.parse((await run(folder, 'retention', 'list', '--json')).out)
    expect(list).toMatchObject([{ reference, state: 'removed' }])
  })

  test('what is held about a person is written without the names of others', async () => {
    const { folder } = await prepared()
    const to = join(await freshFolder(), 'out')

    expect((await run(folder, 'subject-access', 'ivan@example.org', '--to', to)).out).toBe(
      `In ${to}: subject-access.md, data.jsonl, operator-notes.md.\n`,
    )
    expect(readFileSync(join(to, 'subject-access.md'), 'utf8')).not.toContain('Quinn')
    expect((await run(folder, 'subject-access', 'nobody')).complaints).toContain(
      'Nobody in the directory',
    )
  })
})

test('a word too many or too few is answered with the usage', async () => {
  const { folder } = await closed()

  for (const args of [
    [],
    ['list', 'x'],
    ['remove', 'C-7K2M-9Q4X'],
    ['keep', 'x', '--because', 'y'],
  ])
    expect((await run(folder, 'retention', ...args)).complaints).toContain('muster retention list')
  expect((await run(folder, 'inquiry')).complaints).toContain('muster inquiry REF')
  expect((await run(folder, 'subject-access')).complaints).toContain('muster subject-access PERSON')
})
