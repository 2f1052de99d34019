import { expect, test } from 'vitest'
import { readConfig } from '../../../src/app/config.ts'
import { openLog } from '../../../src/app/log.ts'

/** Every setting that holds a secret, and what of it nobody may read. */
const SECRETS: Readonly<Record<string, readonly [setting: string, secret: string]>> = {
  SLACK_BOT_TOKEN: ['xoxb-1-bot-s3cret', 'bot-s3cret'],
  SLACK_SIGNING_SECRET: ['signing-s3cret', 'signing-s3cret'],
  SLACK_APP_TOKEN: ['xapp-1-app-s3cret', 'app-s3cret'],
  MicrosoftAppPassword: ['teams~s3cret"quoted', 'teams~s3cret'],
  DATABASE_URL: ['postgres://muster:db%40s3cret@db.example/muster', 's3cret@db'],
  SMTP_URL: ['smtps://muster:mail-s3cret@mail.example', 'mail-s3cret'],
  MUSTER_HEARTBEAT_URL: ['https://watch.example/ping/heart-s3cret', 'heart-s3cret'],
}

const read = readConfig(
  {
    ...Object.fromEntries(Object.entries(SECRETS).map(([name, [setting]]) => [name, setting])),
    MicrosoftAppId: 'app',
    MicrosoftAppTenantId: 'tenant',
    MAIL_FROM: 'muster@trust.example',
  },
  { cwd: '/srv', isFile: () => false, hasEntries: () => false },
)

/** As the libraries of HTTP clients, chat services and databases throw them. */
function errorsWith(secret: string): readonly Error[] {
  class AxiosError extends Error {
    readonly config = { headers: { Authorization: `Bearer ${secret}` }, url: secret }
    readonly response = { status: 401, headers: { 'x-echo': secret }, data: { token: secret } }
  }
  const coded = Object.assign(new Error(`slack_webapi: invalid token ${secret}`), {
    code: secret,
    data: { error: secret },
    original: new Error(secret),
  })
  const named = new Error('It failed')
  named.name = secret
  return [
    new Error(`connect to ${secret} failed`),
    new Error('It failed', { cause: new TypeError(`inside: ${secret}`) }),
    new Error(`refused: ${encodeURIComponent(secret)} ${JSON.stringify({ secret })}`),
    new AggregateError([new Error(secret)], `all of ${secret}`),
    new AxiosError(`Request with ${secret} failed`),
    coded,
    named,
  ]
}

test.each(Object.entries(SECRETS))('no error brings %s into the log', (_, [setting, secret]) => {
  if (!read.ok) throw new Error(read.sentence)
  const lines: string[] = []
  const to = { write: (line: string) => void lines.push(line) }
  const log = openLog({ level: 'trace', secrets: read.config.secrets, to })
  for (const error of errorsWith(setting)) {
    log.error({ error }, 'It failed')
    log.warn({ error, address: setting, headers: { authorization: setting } }, `At ${setting}`)
    log.info({ deep: { list: [setting, decodeURIComponent(setting)] } }, 'It was so')
  }

  expect(lines).toHaveLength(3 * errorsWith('').length)
  expect(lines.filter((line) => line.includes(secret))).toEqual([])
})

test('no sentence about the settings holds one', () => {
  const wrong = Object.entries(SECRETS).map(([name, [setting]]) => {
    const reading = readConfig(
      { [name]: setting },
      { cwd: '/srv', isFile: () => false, hasEntries: () => true },
    )
    return reading.ok ? '' : reading.sentence
  })

  expect(wrong.filter((sentence) => sentence.includes('s3cret'))).toEqual([])
  expect(wrong.filter((sentence) => sentence !== '').length).toBeGreaterThan(4)
})
