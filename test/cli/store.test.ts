import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openLowdb } from '../../adapters/stores/lowdb/index.ts'
import { keepLedgerDay } from '../../src/app/ledger/keep.ts'
import { openUpkeep } from '../../src/app/upkeep.ts'
import { storeCommands } from '../../src/store-commands.ts'
import { raised, SLACK, WILLOW } from '../app/delivering.ts'
import { openApp } from '../fixtures/app.ts'
import { heard } from './run.ts'

interface Ran {
  readonly code: number
  readonly out: string
  readonly complaints: string
}
type Name = keyof ReturnType<typeof storeCommands>

async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-cli-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** Runs a command over a folder, as the shell would. */
function run(folder: string, name: Name, args: string[] = [], input = ''): Promise<Ran> {
  const command = storeCommands({ MUSTER_DATA: folder }, folder)[name]
  return heard((terminal) => command.run(args, terminal), input)
}

/** A folder with a case whose message to a room was given up, and a day of the ledger. */
async function filled() {
  const folder = await freshFolder()
  const store = await openLowdb(folder)
  const world = await openApp({ store })
  world.web.trouble(WILLOW, { with: { type: 'never', reason: 'The room is gone' }, times: 1 })
  world.channels
    .find(({ name }) => name === 'slack')
    ?.trouble(SLACK, { with: { type: 'later', reason: 'It is busy' } })
  const id = await raised(world)
  await keepLedgerDay(world.app)
  return { folder, store, world, id }
}

async function closed() {
  const { folder, store, id } = await filled()
  await store.close()
  return { folder, id }
}

/** The same while a process has the folder open. */
async function running() {
  const all = await filled()
  const upkeep = await openUpkeep(
    all.world.app,
    { folder: all.folder, ledgerRoom: null },
    () => void all.world.settle(),
  )
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
  test('a backup is a new file of its owner’s, and verifies and imports', async () => {
    const { folder } = await prepared()
    const file = join(await freshFolder(), 'all.jsonl')

    const backup = await run(folder, 'backup', [file])
    expect(backup).toMatchObject({ code: 0, complaints: '' })
    expect(backup.out).toMatch(/^\d+ records are in .*all\.jsonl\. Check it with: muster verify/)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(existsSync(`${file}.part`)).toBe(false)
    expect(await run(folder, 'backup', [file])).toMatchObject({
      code: 1,
      complaints: expect.stringContaining('is there already'),
    })

    const verified = await run(folder, 'verify', [file])
    expect(verified).toMatchObject({ code: 0, complaints: '' })
    expect(verified.out).toBe((await run(folder, 'verify')).out)

    const other = await freshFolder()
    const imported = await run(other, 'import', [], readFileSync(file, 'utf8'))
    expect(imported).toMatchObject({ code: 0, complaints: '' })
    expect(await run(other, 'verify')).toEqual(verified)
    const lines = (text: string) => text.split('\n').slice(1)
    expect(lines((await run(other, 'export')).out)).toEqual(lines(readFileSync(file, 'utf8')))
  })

  test('verify says what it counted, and finds a head that somebody kept', async () => {
    const { folder } = await prepared()

    const { code, out } = await run(folder, 'verify')
    expect(code).toBe(0)
    expect(out).toMatch(
      /^Every history is as it was written: \d+ records with \d+ entries; \d+ of them give just what is saved\.\nThe ledger has 1 day; history up to 2027-03-26T20:20:00Z: ([0-9A-Z]{4}-){5}[0-9A-Z]{4}\n$/,
    )
    const head = out.trim().slice(-29)
    expect(await run(folder, 'verify', ['--head', head])).toMatchObject({
      code: 0,
      out: expect.stringContaining(`${head} is the head of 2027-03-26`),
    })
    expect(await run(folder, 'verify', ['--head', 'AAAA-BBBB'])).toMatchObject({
      code: 1,
      complaints: expect.stringContaining('The ledger has no head AAAA-BBBB.'),
    })
  })

  test('what was given up is listed without a word of what it says, and tried again', async () => {
    const { folder } = await prepared()

    const { out } = await run(folder, 'outbox', ['list'])
    expect(out).toMatch(
      /^Waiting: \d+, the oldest since 2027-03-26T20:20:00Z\. Given up: 1\.\n(\S+)\n {4}C-\S+, root at web\/room\/willow, since 2027-03-26T20:20:00Z, 1 try: The room is gone\n$/,
    )
    const [letter] = JSON.parse((await run(folder, 'outbox', ['list', '--json'])).out).dead

    expect(await run(folder, 'outbox', ['retry', letter.id])).toMatchObject({
      code: 0,
      out: `${letter.id} is in its queue again.\n`,
    })
    expect(await run(folder, 'outbox', ['retry', letter.id])).toMatchObject({
      code: 1,
      complaints: `There is no dead message ${letter.id}. See: muster outbox list\n`,
    })
    expect((await run(folder, 'outbox', ['list'])).out).toContain('Given up: 0.')
  })

  test('what is dropped says why in the history of its record', async () => {
    const { folder, id } = await prepared()
    const [letter] = JSON.parse((await run(folder, 'outbox', ['list', '--json'])).out).dead
    const drop = (because: string) =>
      run(folder, 'outbox', ['drop', letter.id, '--because', because])

    expect(await drop(' ')).toMatchObject({
      code: 1,
      complaints: expect.stringMatching(/^Say why/),
    })
    expect(await drop('It is about 943 476 5919')).toMatchObject({ code: 1 })
    expect(await drop('The room was closed')).toMatchObject({
      code: 0,
      out: `${letter.id} is dropped; the record says why.\n`,
    })
    expect(await drop('The room was closed')).toMatchObject({ code: 1 })

    const { out } = await run(folder, 'export')
    const record = out.split('\n').find((line) => line.includes(`"id":"${id}","index"`))
    expect(record).toContain(
      'gave up a message to a room on Web, which could not be delivered: The room was closed',
    )
    expect(record).not.toContain('476 5919')
    expect((await run(folder, 'outbox', ['list'])).out).toContain('Given up: 0.')
    expect((await run(folder, 'verify')).code).toBe(0)
  })
})

describe('verify', () => {
  test('names what was changed in a file, and ends with 1', async () => {
    const { folder, id } = await closed()
    const file = join(await freshFolder(), 'all.jsonl')
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    const path = join(folder, files.find((name) => name.endsWith(`${id}.json`)) ?? '')
    writeFileSync(path, readFileSync(path, 'utf8').replace('"body":"{', '"body":"{ '))

    const { code, out, complaints } = await run(folder, 'verify')
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(complaints).toMatch(/^C-\S+ \(case-\S+\): entry 1 was changed after it was written\.\n$/)
    expect((await run(folder, 'backup', [file])).code).toBe(0)
    expect(await run(folder, 'verify', [file])).toMatchObject({ code: 1, complaints })
  })
})

describe('an import', () => {
  test('of a torn file puts nothing in, and may be done again', async () => {
    const { folder } = await closed()
    const all = (await run(folder, 'export')).out
    const other = await freshFolder()

    const torn = await run(other, 'import', [], all.slice(0, all.length / 2))
    expect(torn).toMatchObject({ code: 1, complaints: expect.stringMatching(/^The file is torn/) })
    expect(await run(other, 'import', [], all)).toMatchObject({ code: 0, complaints: '' })
    expect(await run(other, 'import', [], all)).toMatchObject({
      code: 1,
      complaints: expect.stringMatching(/^Only an empty store takes an import/),
    })
  })

  test('is refused where a running Muster has the folder', async () => {
    const { folder } = await running()

    expect(await run(folder, 'import')).toMatchObject({
      code: 1,
      complaints: expect.stringMatching(/^Another Muster is using the folder/),
    })
  })
})

test('half a store is served by nobody', async () => {
  const { folder, store } = await filled()
  await store.keepSetting('import', '2027-03-26T20:20:00Z')
  await store.close()

  for (const name of ['verify', 'export', 'outbox'] as const)
    expect(await run(folder, name, name === 'outbox' ? ['list'] : [])).toMatchObject({
      code: 1,
      out: '',
      complaints: expect.stringMatching(/^An import into this store broke off/),
    })
})

test('where there is nothing, no folder is made', async () => {
  const folder = join(await freshFolder(), 'none')

  expect(await run(folder, 'export')).toMatchObject({
    code: 1,
    complaints: `There is nothing in ${folder}. Name the folder in MUSTER_DATA.\n`,
  })
  expect(existsSync(folder)).toBe(false)
})

test('a word too many or too few is answered with the usage', async () => {
  const folder = await freshFolder()

  for (const args of [[], ['list', 'x'], ['retry'], ['drop', 'x'], ['--what']])
    expect((await run(folder, 'outbox', args)).complaints).toContain('muster outbox list [--json]')
  expect((await run(folder, 'backup')).complaints).toContain('muster backup FILE')
  expect((await run(folder, 'verify', ['a', 'b'])).complaints).toContain('muster verify [FILE]')
})

test('a backup of a process that is writing all the while is whole', {
  timeout: 60_000,
}, async () => {
  const folder = await freshFolder()
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/cli/children/busy.ts', folder])
  onTestFinished(() => void child.kill('SIGKILL'))
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  /** The number of the next note that is saved and acknowledged. */
  const wrote = async () => (await lines.next()).value
  for (let n = 0; n < 5; n++) await wrote()

  for (let n = 1; n <= 3; n++) {
    const file = join(folder, `backup-${n}.jsonl`)
    const before = await wrote()
    expect(await run(folder, 'backup', [file])).toMatchObject({ code: 0, complaints: '' })
    const other = await freshFolder()
    expect(await run(other, 'import', [], readFileSync(file, 'utf8'))).toMatchObject({ code: 0 })
    expect(await run(other, 'verify')).toMatchObject({ code: 0, complaints: '' })
    expect(readFileSync(file, 'utf8')).toContain(`Note ${before}`)
  }
})

test('a Muster that was started answers its administrator', { timeout: 60_000 }, async () => {
  const cwd = await freshFolder()
  const from = process.cwd()
  const args = ['--import', join(from, 'node_modules/tsx/dist/loader.mjs')]
  const child = spawn(process.execPath, [...args, join(from, 'src/cli.ts'), 'start'], {
    cwd,
    env: { ...process.env, PORT: '0' },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const ended = new Promise((resolve) => child.once('exit', resolve))
  await createInterface(child.stdout)[Symbol.asyncIterator]().next()
  const folder = join(cwd, 'playground-data')

  expect(existsSync(join(folder, 'control.sock'))).toBe(true)
  expect((await run(folder, 'outbox', ['list'])).out).toBe('Waiting: 0. Given up: 0.\n')
  expect(await run(folder, 'verify')).toMatchObject({ code: 0, complaints: '' })
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
  expect(existsSync(join(folder, 'control.sock'))).toBe(false)
  expect((await run(folder, 'verify')).code).toBe(0)
})
