import { describe, expect, test } from 'vitest'
import { openLog } from '../../../src/app/log.ts'
import { asRequest, forNobody } from '../../../src/app/request-id.ts'

const SECRET = 'p@ss "word" of the database'

function logged(level: 'info' | 'error' = 'info') {
  const lines: string[] = []
  const log = openLog({
    level,
    secrets: [SECRET, 'a-b'],
    to: { write: (line) => lines.push(line) },
  })
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? '{}') }
}

describe('the log', () => {
  test('keeps the type, the words, the place and the cause of an error of ours', () => {
    const { log, last } = logged()
    const cause = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
    log.error({ error: new TypeError('fetch failed', { cause }) }, 'It failed')

    expect(last()).toMatchObject({
      msg: 'It failed',
      error: {
        type: 'TypeError',
        message: 'fetch failed',
        stack: expect.arrayContaining([expect.stringMatching(/^at .*log\.test\.ts:\d+:\d+\)?$/)]),
        cause: { message: 'connect ECONNREFUSED', code: 'ECONNREFUSED' },
      },
    })
  })

  test('leaves out the words and the belongings of errors that may quote somebody', () => {
    const { log, lines, last } = logged()
    const text = 'Mrs Example fell\n    at the ward (in the night)'
    const refused = Object.assign(new Error(`Refused: ${text}`), { response: text, code: 'EDATA' })
    class ForeignError extends Error {
      readonly body = text
    }
    const unread = errorOf(() => JSON.parse(`"${text}`))
    for (const error of [refused, new ForeignError(text), unread]) {
      log.error({ error, other: error }, 'It failed')
      expect(last().error.stack[0]).toMatch(/^at /)
    }

    expect(lines.join()).not.toMatch(/Example|ward|night/)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ error: { type: 'Error', code: 'EDATA' } })
  })

  test('holds no secret of the settings, in whatever it comes', () => {
    const { log, lines } = logged()
    const encoded = encodeURIComponent(SECRET)
    log.warn({ deep: { inside: [SECRET, encoded] } }, `Here is ${SECRET}`)

    expect(lines.join()).not.toContain('ss \\"word')
    expect(lines.join()).not.toContain(encoded)
    expect(JSON.parse(lines[0] ?? '').msg).toBe('Here is [left out]')
  })

  test.each([
    [
      'an address with a password',
      'postgres://muster:s3cret-word@db.example:5432/muster',
      's3cret',
    ],
    ['an address without a user', 'smtp://:s3cret-word@mail.example', 's3cret'],
    ['a Slack token', 'xoxb-1234-s3cret', 's3cret'],
    ['an app-level token', 'token=xapp-1-s3cret', 's3cret'],
    ['an authorization header', 'Authorization: Bearer abcs3cretdef', 's3cret'],
    ['a signed token', 'eyJhbGciOiJI.eyJzdWIis3cret.c2ln', 's3cret'],
    ['a response address', 'https://hooks.slack.com/commands/T1/s3cret', 's3cret'],
  ])('%s is taken out', (_, text, secret) => {
    const { log, lines, last } = logged()
    log.warn({ at: text }, text)

    expect(lines.join()).not.toContain(secret)
    expect(last().msg).toContain('[left out]')
  })

  test('leaves short and ordinary words alone', () => {
    const { log, last } = logged()
    const words = 'a-b at https://muster.example:3000/a?b=c@d, 10:30 on 3/4, basic needs'
    log.warn({}, words)

    expect(last().msg).toBe(words)
  })

  test('keeps to its level', () => {
    const { log, lines } = logged('error')
    log.info({}, 'no')
    log.warn({}, 'no')
    log.error({}, 'yes')

    expect(lines).toHaveLength(1)
  })

  test('names the request within which a line was written', async () => {
    const { log, lines } = logged()
    await asRequest(async () => {
      await Promise.resolve()
      log.info({}, 'within')
      forNobody(() => log.info({}, 'for all'))
      asRequest(() => log.info({}, 'further within'), 'case-7k2m9q4x:1:0')
    }, 'one')
    asRequest(() => log.info({}, 'another'))
    log.info({}, 'without')

    const ids = lines.map((line) => JSON.parse(line).request)
    expect(ids).toEqual(['one', undefined, 'case-7k2m9q4x:1:0', expect.any(String), undefined])
    expect(ids[3]).toMatch(/^[0-9a-f]{12}$/)
  })
})

function errorOf(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}
