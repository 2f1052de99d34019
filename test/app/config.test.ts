import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Environment } from '../../src/app/config/environment.ts'
import { secretsOf } from '../../src/app/config/secrets.ts'
import { readConfig, type Surroundings, storeNamed, surroundings } from '../../src/app/config.ts'

const nothing: Surroundings = { cwd: '/srv', isFile: () => false, hasEntries: () => false }
const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'hush' }
const mail = { SMTP_URL: 'smtp://muster:hush@mail.example:587', MAIL_FROM: 'muster@trust.example' }
const teams = {
  MicrosoftAppId: 'app',
  MicrosoftAppPassword: 'hush',
  MicrosoftAppTenantId: 'tenant',
}

function sentenceOf(env: Record<string, string>, around: Surroundings = nothing): string {
  const read = readConfig(env, around)
  return read.ok ? '' : read.sentence
}

function configOf(env: Record<string, string>, around: Surroundings = nothing) {
  const read = readConfig(env, around)
  if (!read.ok) throw new Error(read.sentence)
  return read.config
}

describe('with nothing set', () => {
  test('the playground opens a folder of its own on this machine', () => {
    expect(configOf({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      logLevel: 'warn',
      policy: 'provider-collaborative',
      heartbeatUrl: null,
      rates: { person: 120, service: 3000 },
      playground: true,
      folder: '/srv/playground-data',
      databaseUrl: null,
      directory: null,
      slack: null,
      teams: null,
      mail: null,
      administrators: [],
      settings: [
        { name: 'MUSTER_POLICY', value: 'provider-collaborative', isSecret: false },
        { name: 'MUSTER_RATE_PERSON', value: '120', isSecret: false },
        { name: 'MUSTER_RATE_SERVICE', value: '3000', isSecret: false },
      ],
      secrets: [],
      ledgerRoom: null,
      notes: [],
    })
  })

  test('whoever tries the playground sees no line of the log for each change, unless they ask for it', () => {
    expect(configOf({}).logLevel).toBe('warn')
    expect(configOf({ LOG_LEVEL: 'info' }).logLevel).toBe('info')
    expect(configOf(slack).logLevel).toBe('info')
    expect(configOf({ ...slack, LOG_LEVEL: 'error' }).logLevel).toBe('error')
  })

  test('an empty variable counts as not set', () => {
    const empty = { PORT: '', HOST: ' ', SLACK_BOT_TOKEN: '', DATABASE_URL: '', LOG_LEVEL: '' }

    expect(configOf(empty)).toEqual(configOf({}))
  })

  test('the playground keeps to this machine', () => {
    for (const HOST of ['localhost', '127.0.0.2', '::1']) {
      expect(configOf({ HOST }).host).toBe(HOST)
    }
    for (const HOST of ['0.0.0.0', '::', '192.0.2.1', '127.evil.example', 'example.org']) {
      expect(sentenceOf({ HOST })).toMatch(/^HOST is .*unset HOST/)
    }
  })

  test('records of a real store stop the start', () => {
    const around = { ...nothing, hasEntries: (path: string) => path === '/srv/data' }

    expect(sentenceOf({}, around)).toContain('./data holds records but no chat service is set')
    expect(configOf(slack, around).folder).toBe('/srv/data')
  })

  test('a real store or a directory that is named needs a chat service', () => {
    expect(sentenceOf({ MUSTER_DATA: '/var/muster' })).toMatch(/^MUSTER_DATA is set but no chat/)
    expect(sentenceOf({ MUSTER_DIRECTORY: 'who.yaml' })).toMatch(/^MUSTER_DIRECTORY is set but no/)
    expect(sentenceOf({ DATABASE_URL: 'postgres://ada:hush@db/muster' })).toMatch(
      /^DATABASE_URL is set but no chat service is.*unset DATABASE_URL to try the playground/,
    )
  })
})

describe('chat services', () => {
  test('Slack over HTTP, Slack over a socket, Teams, and both', () => {
    expect(configOf(slack)).toMatchObject({
      playground: false,
      folder: '/srv/data',
      slack: { botToken: 'xoxb-1', signingSecret: 'hush', connect: false },
      teams: null,
    })
    expect(
      configOf({
        SLACK_BOT_TOKEN: 'xoxb-1',
        SLACK_APP_TOKEN: 'xapp-1',
        SLACK_API_URL: 'http://127.0.0.1:4000/api',
      }).slack,
    ).toMatchObject({ appToken: 'xapp-1', apiUrl: 'http://127.0.0.1:4000/api/' })
    expect(configOf({ ...slack, MUSTER_SLACK_CONNECT: 'yes' }).slack?.connect).toBe(true)
    expect(configOf({ ...slack, ...teams })).toMatchObject({
      slack: { botToken: 'xoxb-1' },
      teams: { MicrosoftAppId: 'app', MicrosoftAppType: 'SingleTenant' },
    })
  })

  test('may listen on any address', () => {
    expect(configOf({ ...slack, HOST: '0.0.0.0' }).host).toBe('0.0.0.0')
  })
})

test('a database takes the place of the folder, whatever stands in it', () => {
  const around = { ...nothing, isFile: () => true, hasEntries: () => true }
  for (const DATABASE_URL of [
    'postgres://ada:hush@db/muster',
    'postgresql://db/muster?sslmode=require',
  ])
    expect(configOf({ ...slack, DATABASE_URL }, around)).toMatchObject({
      playground: false,
      databaseUrl: DATABASE_URL,
    })
  expect(configOf(slack).databaseUrl).toBeNull()
})

describe('mail and administrators', () => {
  test('mail has a server and a sender, named or not', () => {
    expect(configOf({ ...slack, ...mail }).mail).toEqual({
      url: mail.SMTP_URL,
      from: { name: 'Muster', address: 'muster@trust.example' },
      publicUrl: null,
    })
    const MAIL_FROM = '"Escalations, Harbour" <muster@trust.example>'
    expect(configOf({ ...mail, SMTP_URL: 'smtps://mail.example', MAIL_FROM }).mail?.from).toEqual({
      name: 'Escalations, Harbour',
      address: 'muster@trust.example',
    })
    expect(configOf({ ...slack, ...mail }).notes).toEqual([])
    const MUSTER_URL = 'https://trust.example/muster/'
    expect(configOf({ ...mail, MUSTER_URL }).mail?.publicUrl).toBe('https://trust.example/muster')
  })

  test('administrators are named by address, in any case, each once', () => {
    const MUSTER_ADMINISTRATORS = ' Quinn@Trust.example,, dora@trust.example ,quinn@trust.example'

    expect(configOf({ MUSTER_ADMINISTRATORS }).administrators).toEqual([
      'quinn@trust.example',
      'dora@trust.example',
    ])
  })
})

describe('a wrong or half setting is one sentence that names the variable and the cure', () => {
  test.each<[Record<string, string>, RegExp]>([
    [{ PORT: 'http' }, /^PORT must be a number from 1 to 65535: correct it or unset it/],
    [{ PORT: '65536' }, /^PORT must be/],
    [{ PORT: '-1' }, /^PORT must be/],
    [{ PORT: '30.5' }, /^PORT must be/],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL must be one of fatal, error/],
    [{ ...slack, DATABASE_URL: 'mysql://ada:hush@db/muster' }, /^DATABASE_URL must be an address/],
    [{ ...slack, DATABASE_URL: 'postgres://ada:hush@db:none' }, /^DATABASE_URL must be an address/],
    [{ ...slack, DATABASE_URL: 'db hush' }, /^DATABASE_URL must be.*or unset it/],
    [
      { ...slack, DATABASE_URL: 'postgres://ada:hush@db/muster', MUSTER_DATA: 'data' },
      /^DATABASE_URL and MUSTER_DATA are both set.*unset MUSTER_DATA.*or DATABASE_URL/,
    ],
    [
      { SLACK_BOT_TOKEN: 'xoxb-1' },
      /without SLACK_SIGNING_SECRET or SLACK_APP_TOKEN: set the first/,
    ],
    [{ SLACK_BOT_TOKEN: 'xoxp-1' }, /^SLACK_BOT_TOKEN is not a bot token/],
    [{ SLACK_SIGNING_SECRET: 'hush' }, /^SLACK_SIGNING_SECRET is set without SLACK_BOT_TOKEN/],
    [{ SLACK_APP_TOKEN: 'xapp-1' }, /^SLACK_APP_TOKEN is set without SLACK_BOT_TOKEN/],
    [
      { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'hush' },
      /^SLACK_APP_TOKEN is not an app-level/,
    ],
    [{ ...slack, MUSTER_SLACK_CONNECT: 'maybe' }, /^MUSTER_SLACK_CONNECT must be yes or no/],
    [{ MUSTER_SLACK_CONNECT: 'yes' }, /^MUSTER_SLACK_CONNECT is set without SLACK_BOT_TOKEN/],
    [{ ...slack, SLACK_API_URL: 'slack' }, /^SLACK_API_URL must be an address such as/],
    [{ ...slack, SLACK_API_URL: 'file:///etc' }, /^SLACK_API_URL must be an address/],
    [{ MicrosoftAppId: 'app' }, /^MicrosoftAppId is set without MicrosoftAppPassword/],
    [{ MicrosoftAppPassword: 'hush' }, /^MicrosoftAppPassword is set without MicrosoftAppId/],
    [{ GRAPH_URL: 'https://graph.example' }, /^GRAPH_URL is set without MicrosoftAppId/],
    [{ ...teams, MUSTER_TEAMS_APP: 'muster' }, /^MUSTER_TEAMS_APP must be the id/],
    [{ ...teams, MUSTER_TEAMS_ORGANISER: 'a@b.example' }, /^MUSTER_TEAMS_ORGANISER must be the/],
    [{ ...teams, MicrosoftAppType: 'Both' }, /^MicrosoftAppType must be one of/],
    [
      { ...teams, MicrosoftAppTenantId: '' },
      /^MicrosoftAppId is set without MicrosoftAppTenantId: set MicrosoftAppTenantId/,
    ],
    [
      { ...teams, MicrosoftAppType: 'MultiTenant', MicrosoftAppTenantId: '' },
      /^MicrosoftAppId is set without MicrosoftAppTenantId/,
    ],
    [{ ...mail, MAIL_FROM: '' }, /^SMTP_URL is set without MAIL_FROM: set MAIL_FROM/],
    [{ ...mail, SMTP_URL: '' }, /^MAIL_FROM is set without SMTP_URL: set SMTP_URL/],
    [{ ...mail, SMTP_URL: 'https://u:hush@mail.example' }, /^SMTP_URL must be an address such as/],
    [{ ...mail, SMTP_URL: 'mail.example:25' }, /^SMTP_URL must be an address such as/],
    [{ ...mail, SMTP_URL: 'smtp://u:hush%@mail.example' }, /^SMTP_URL must be.*%25: correct it/],
    [{ ...mail, SMTP_URL: 'smtp://' }, /^SMTP_URL must be an address such as/],
    [{ ...mail, MAIL_FROM: 'Muster' }, /^MAIL_FROM must be an e-mail address such as/],
    [{ ...mail, MAIL_FROM: 'a@b.example, c@d.example' }, /^MAIL_FROM must be an e-mail address/],
    [{ ...mail, MUSTER_URL: 'http://muster.example.org' }, /^MUSTER_URL must be.*with https/],
    [{ ...mail, MUSTER_URL: 'https://u:hush@muster.example.org' }, /^MUSTER_URL must be/],
    [{ ...mail, MUSTER_URL: 'https://muster.example.org/?a=hush' }, /^MUSTER_URL must be/],
    [{ ...mail, MUSTER_URL: 'muster.example.org' }, /^MUSTER_URL must be/],
    [{ MUSTER_ADMINISTRATORS: 'quinn' }, /^MUSTER_ADMINISTRATORS must be e-mail addresses/],
    [
      { ...slack, MUSTER_DIRECTORY: 'who.yaml' },
      /^MUSTER_DIRECTORY names who.yaml, and there is no such file/,
    ],
  ])('%j', (env, sentence) => {
    expect(sentenceOf(env)).toMatch(sentence)
    expect(sentenceOf(env)).not.toContain('hush')
  })

  test('a store that is a file is refused', () => {
    const around = { ...nothing, isFile: (path: string) => path === '/srv/notes.txt' }

    expect(sentenceOf({ ...slack, MUSTER_DATA: 'notes.txt' }, around)).toMatch(
      /^MUSTER_DATA names a file/,
    )
  })

  test('administrators whom nobody could tell that the only service is down are spoken of', () => {
    const MUSTER_ADMINISTRATORS = 'quinn@trust.example'

    expect(configOf({ ...slack, MUSTER_ADMINISTRATORS }).notes).toEqual([
      'MUSTER_ADMINISTRATORS is set, but Slack is the only service that is on: administrators could not be told that it is down. Set SMTP_URL and MAIL_FROM.',
    ])
    expect(configOf({ ...slack, ...mail, MUSTER_ADMINISTRATORS }).notes).toEqual([])
    expect(configOf({ MUSTER_ADMINISTRATORS }).notes).toEqual([])
  })
})

test('what nobody may read is known to the log, and the password of an address by itself', () => {
  const { secrets } = configOf({
    ...slack,
    MAIL_FROM: mail.MAIL_FROM,
    SMTP_URL: 'smtp://muster:p%40ss@mail.example',
  })
  expect(secrets).toEqual([
    slack.SLACK_BOT_TOKEN,
    slack.SLACK_SIGNING_SECRET,
    'smtp://muster:p%40ss@mail.example',
    'p%40ss',
    'p@ss',
  ])
  expect(secretsOf(Environment.parse({ SMTP_URL: 'a 50% guess' }))).toEqual(['a 50% guess'])
})

test('what is set is known to the history, which settings are secret, and not what each process has of its own', () => {
  const { settings } = configOf({
    ...slack,
    PORT: '3001',
    MUSTER_ADMINISTRATORS: 'a@x.org, b@x.org',
  })

  expect(settings).toEqual([
    { name: 'MUSTER_POLICY', value: 'provider-collaborative', isSecret: false },
    { name: 'MUSTER_ADMINISTRATORS', value: 'a@x.org, b@x.org', isSecret: false },
    { name: 'SLACK_BOT_TOKEN', value: slack.SLACK_BOT_TOKEN, isSecret: true },
    { name: 'SLACK_SIGNING_SECRET', value: slack.SLACK_SIGNING_SECRET, isSecret: true },
    { name: 'MUSTER_RATE_PERSON', value: '120', isSecret: false },
    { name: 'MUSTER_RATE_SERVICE', value: '3000', isSecret: false },
  ])
})

test('the disk is looked at from the folder where Muster is started', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'muster-config-'))
  mkdirSync(join(cwd, 'data'))
  writeFileSync(join(cwd, 'who.yaml'), '')
  const around = surroundings(cwd)

  expect(configOf({}, around).playground).toBe(true)
  expect(configOf({ ...slack, MUSTER_DIRECTORY: 'who.yaml' }, around).directory).toEqual({
    path: join(cwd, 'who.yaml'),
    name: 'who.yaml',
  })
  writeFileSync(join(cwd, 'data', 'record.json'), '{}')
  expect(sentenceOf({}, around)).toContain('./data holds records')

  rmSync(cwd, { recursive: true })
})

describe('the room for the head of the ledger', () => {
  test('is a channel and a room of it', () => {
    expect(configOf({ ...slack, MUSTER_LEDGER_ROOM: 'slack:C0AUDIT' }).ledgerRoom).toEqual({
      channel: 'slack',
      to: { type: 'room', room: 'C0AUDIT' },
    })
    expect(
      configOf({ ...slack, MUSTER_LEDGER_ROOM: 'teams:19:x@thread.v2' }).ledgerRoom?.to,
    ).toEqual({ type: 'room', room: '19:x@thread.v2' })
    for (const wrong of ['C0AUDIT', 'slack:', 'mail:C0AUDIT'])
      expect(sentenceOf({ ...slack, MUSTER_LEDGER_ROOM: wrong })).toMatch(
        /^MUSTER_LEDGER_ROOM must/,
      )
  })
})

describe('the store of a command', () => {
  const full = { ...nothing, hasEntries: (path: string) => path === '/srv/data' }
  const policy = 'provider-collaborative'

  test.each<[string, Record<string, string>, Surroundings]>([
    ['with nothing set', {}, nothing],
    ['with a chat service', slack, nothing],
    ['with a folder', { ...slack, MUSTER_DATA: '/var/muster' }, nothing],
    ['with a database', { ...slack, DATABASE_URL: 'postgres://db/muster' }, nothing],
    ['with administrators', { ...slack, MUSTER_ADMINISTRATORS: 'Ada@example.org' }, nothing],
  ])('is that of a start %s', (_what, env, around) => {
    const { folder, databaseUrl, playground, administrators } = configOf(env, around)

    const expected = { folder, databaseUrl, playground, policy, administrators }
    expect(storeNamed(env, around)).toEqual(expected)
  })

  test('is the real one also where the chat service is not set here', () => {
    const real = (folder: string, databaseUrl: string | null = null) => ({
      folder,
      databaseUrl,
      playground: false,
      policy,
      administrators: [],
    })

    expect(storeNamed({}, full)).toEqual(real('/srv/data'))
    expect(storeNamed({ MUSTER_DATA: 'else' }, nothing)).toEqual(real('/srv/else'))
    expect(storeNamed({ MicrosoftAppId: 'app' }, nothing)).toEqual(real('/srv/data'))
    const DATABASE_URL = 'postgres://db/muster'
    expect(storeNamed({ DATABASE_URL }, nothing)).toEqual(real('/srv/data', DATABASE_URL))
  })

  test('is refused with the sentence of a start', () => {
    const both = { DATABASE_URL: 'postgres://db/muster', MUSTER_DATA: 'data' }

    expect(() => storeNamed(both, nothing)).toThrow(/^DATABASE_URL and MUSTER_DATA are both set/)
    expect(() => storeNamed({ DATABASE_URL: 'db' }, nothing)).toThrow(/^DATABASE_URL must be/)
  })
})
