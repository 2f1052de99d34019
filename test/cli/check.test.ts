import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { check, checkCommand, type Start } from '../../src/cli/check.ts'
import type { Terminal } from '../../src/cli/terminal.ts'

const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'hush' }
let cwd = ''

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'muster-check-'))
  copyFileSync('manifests/directory.example.yaml', join(cwd, 'who.yaml'))
})

afterEach(() => {
  rmSync(cwd, { recursive: true })
})

async function run(env: Record<string, string>, reach?: Start['reach']) {
  const said = { output: '', complaints: '' }
  const terminal: Terminal = {
    input: (async function* () {})(),
    async print(text) {
      said.output += text
      return true
    },
    async complain(text) {
      said.complaints += text
      return true
    },
  }
  const code = await checkCommand({ env, cwd, ...(reach ? { reach } : {}) }).run([], terminal)
  return { code, ...said }
}

describe('check', () => {
  test('looks whether the database can be reached, and never shows how one enters it', async () => {
    const env = { ...slack, DATABASE_URL: 'postgres://ada:hush-hush@db.example/muster' }

    const well = await run(env, async () => null)
    const away = await run(env, async () => 'The database db.example/muster is away.')

    expect(well).toMatchObject({ code: 0, complaints: '' })
    expect(well.output).toContain('Slack over the database db.example/muster; ')
    expect(well.output).not.toContain('hush')
    expect(away).toEqual({
      code: 1,
      output: '',
      complaints: 'The database db.example/muster is away.\n',
    })
  })

  test('says that all is well, with counts', async () => {
    const playground = await run({})
    const real = await run({ ...slack, MUSTER_DIRECTORY: 'who.yaml' })

    expect(playground).toMatchObject({ code: 0, complaints: '' })
    expect(playground.output).toMatch(
      /^All is well: the playground over .*playground-data; the pack provider-collaborative, version 1 \(\d+ clocks, \d+ meetings, \d+ forms\); the made-up world\.\n$/,
    )
    expect(real).toMatchObject({ code: 0, complaints: '' })
    expect(real.output).toContain('Slack over ')
    expect(real.output).toContain('5 organisations, 12 people, 2 rooms.')
  })

  test('an administrator whom nobody in the directory is stops nothing, and is worth a note', async () => {
    const { code, complaints } = await run({
      ...slack,
      MUSTER_DIRECTORY: 'who.yaml',
      MUSTER_ADMINISTRATORS: 'nobody@elsewhere.example',
    })

    expect(code).toBe(0)
    expect(complaints).toMatch(/^Note: MUSTER_ADMINISTRATORS names nobody@elsewhere\.example/m)
    expect(complaints).toContain('Note: MUSTER_ADMINISTRATORS is set, but Slack is the only')
  })

  test('names every fault of settings, pack and directory in one go', async () => {
    writeFileSync(join(cwd, 'bad.yaml'), 'organisations: []')
    writeFileSync(join(cwd, 'pack.yaml'), 'id: ours\nextends: social-care')

    const { code, output, complaints } = await run({
      ...slack,
      PORT: 'http',
      MUSTER_POLICY: './pack.yaml',
      MUSTER_DIRECTORY: 'bad.yaml',
    })

    expect(code).toBe(1)
    expect(output).toBe('')
    expect(complaints.trim().split('\n')).toEqual([
      expect.stringMatching(/^PORT must be a number/),
      expect.stringMatching(/^.\/pack.yaml, line 1: "version" is missing/),
      expect.stringMatching(/^bad.yaml, line 1: "organisations"/),
    ])
    expect(complaints).not.toContain('hush')
  })

  test('looks at the directory also while no chat service is set', () => {
    writeFileSync(join(cwd, 'who.yaml'), 'organisations:\n  - slug: a\n')

    const { problems } = check({ env: { MUSTER_DIRECTORY: 'who.yaml' }, cwd })

    expect(problems[0]).toMatch(/^MUSTER_DIRECTORY is set but no chat service is/)
    expect(problems[1]).toMatch(/^who.yaml, line 2: "name" is missing/)
  })

  test('says once that a file is not there', () => {
    const { problems } = check({ env: { ...slack, MUSTER_DIRECTORY: 'none.yaml' }, cwd })

    expect(problems).toEqual([expect.stringMatching(/^MUSTER_DIRECTORY names none.yaml/)])
  })

  test('notes providers whose rooms are on a service that is off', () => {
    const app = { MicrosoftAppId: 'app', MicrosoftAppPassword: 'hush' }
    const teams = { ...app, MicrosoftAppTenantId: 'tenant' }

    const { problems, notes } = check({ env: { ...teams, MUSTER_DIRECTORY: 'who.yaml' }, cwd })

    expect(problems).toEqual([])
    expect(notes).toEqual([expect.stringMatching(/^Willow House has no room on teams/)])
  })

  test('a real store without chat settings is a problem, as it is at the start', () => {
    mkdirSync(join(cwd, 'data'))
    writeFileSync(join(cwd, 'data', 'x'), '')

    expect(check({ env: {}, cwd }).problems).toEqual([
      expect.stringMatching(/^The folder .\/data holds records/),
    ])
  })
})
