import type { IncomingMessage, ServerResponse } from 'node:http'
import { WebClient } from '@slack/web-api'
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder'
import { createTransport } from 'nodemailer'
import { Client, type QueryConfig } from 'pg'
import { SMTPServer } from 'smtp-server'
import { describe, expect, onTestFinished, test } from 'vitest'
import { quietLogger } from '../../adapters/channels/slack/web.ts'
import { openLog } from '../../src/app/log.ts'
import { httpServer, opened, refusingPostgres } from './refusing.ts'

const SECRET = 'a-secret-that-nobody-reads'
const PASSWORD = 'p%40ssword-that-nobody-reads'
const TEXT = 'Mrs Example fell beside bed seven'
const PERSON = 'amina.farrow@alder-house.example'
/** Nothing of this may stand in a log, in whatever way it was written. */
const SEEDED = [SECRET, 'ssword-that-nobody-reads', 'Mrs Example', 'bed seven', 'amina.farrow']

/** Everything goes into a log as the adapters do it; its lines come back. */
function writing() {
  const lines: string[] = []
  const log = openLog({ level: 'trace', secrets: [], to: { write: (line) => lines.push(line) } })
  return { log, lines, errors: () => lines.map((line) => JSON.parse(line).error).filter(Boolean) }
}

async function thrown(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => expect.fail('It should have been refused'),
    (error: unknown) => error,
  )
}

function expectNothingSeeded(lines: readonly string[]): void {
  expect(lines.length).toBeGreaterThan(0)
  for (const seed of SEEDED) expect(lines.join('\n')).not.toContain(seed)
}

/** Quotes the whole request in its answer, as some proxies do. */
async function quote(request: IncomingMessage, response: ServerResponse, status: number) {
  let body = ''
  for await (const chunk of request) body += decodeURIComponent(String(chunk).replaceAll('+', ' '))
  const quoted = `${request.headers.authorization} ${body}`
  response.writeHead(status, { 'x-quoted': encodeURIComponent(quoted) }).end(quoted)
}

describe('what libraries throw says in the log what went wrong, and quotes nobody', () => {
  const slackAnswers: Record<string, (q: IncomingMessage, s: ServerResponse) => void> = {
    'a refusal': (_, response) => {
      const metadata = { messages: [`[ERROR] not a good text [json-pointer:/text]`] }
      response.end(
        JSON.stringify({
          ok: false,
          error: 'not_in_channel',
          response_metadata: metadata,
          needed: TEXT,
        }),
      )
    },
    'something that is no JSON': (request, response) => void quote(request, response, 200),
    'a fault': (request, response) => void quote(request, response, 500),
    'too much': (_, response) => void response.writeHead(429, { 'retry-after': '3' }).end(TEXT),
    'nothing, and the connection is cut': (request) => void request.socket.destroy(),
  }

  test.each(Object.keys(slackAnswers))('Slack answers with %s', async (name) => {
    const { log, lines, errors } = writing()
    const url = await httpServer((request, response) => slackAnswers[name]?.(request, response))
    const options = { slackApiUrl: `${url}/api/`, retryConfig: { retries: 0 } }
    const quiet = { rejectRateLimitedCalls: true, logger: quietLogger(log) }
    const web = new WebClient(`xoxb-${SECRET}`, { ...options, ...quiet })
    const message = { channel: 'C1', text: TEXT, username: PERSON }
    log.error({ error: await thrown(web.chat.postMessage(message)) }, 'Slack failed')

    expectNothingSeeded(lines)
    expect(errors()[0]).toMatchObject({ code: expect.stringMatching(/^slack_webapi_/) })
    if (name === 'a refusal') expect(errors()[0]).toMatchObject({ answer: 'not_in_channel' })
    if (name === 'a fault') expect(errors()[0]).toMatchObject({ statusCode: 500 })
  })

  test.each([400, 401, 403])('Teams answers %i and quotes the activity', async (status) => {
    const { log, lines, errors } = writing()
    const url = await httpServer((request, response) => void quote(request, response, status))
    const authentication = new ConfigurationBotFrameworkAuthentication(
      { MicrosoftAppId: 'b', MicrosoftAppPassword: SECRET },
      {
        isValidAppId: async () => true,
        isAuthenticationDisabled: async () => false,
        createCredentials: async () => ({
          signRequest: async (request) => {
            request.headers.set('authorization', `Bearer ${SECRET}`)
            return request
          },
        }),
      },
    )
    // The SDK does not export the class; the factory asks it for the bot's id and nothing else.
    const identity = { getClaimValue: () => 'b' } as unknown as Parameters<
      typeof authentication.createConnectorFactory
    >[0]
    const { conversations } = await authentication.createConnectorFactory(identity).create(url)
    const activity = { type: 'message', text: `${TEXT} ${PERSON}` }
    // The service answers for what is missing of an activity.
    const sending = conversations.sendToConversation('a:1', activity as never, {
      abortSignal: AbortSignal.timeout(1000),
    })
    log.error({ error: await thrown(sending) }, 'Teams failed')

    expectNothingSeeded(lines)
    expect(errors()[0]).toMatchObject({ type: expect.any(String) })
  })

  test.each(['a question', 'CUT'])('PostgreSQL refuses %s', async (what) => {
    const { log, lines, errors } = writing()
    const port = await refusingPostgres()
    const client = new Client(`postgres://muster:${PASSWORD}@127.0.0.1:${port}/muster`)
    client.on('error', (error) => log.error({ error }, 'The connection failed'))
    await client.connect()
    onTestFinished(() => client.end())
    const query: QueryConfig = { text: `select '${TEXT} ${PERSON} ${SECRET} ${what}'` }
    log.error({ error: await thrown(client.query(query)) }, 'A question failed')

    expectNothingSeeded(lines)
    const told = { type: 'DatabaseError', code: '22P02', constraint: 'records_key' }
    if (what !== 'CUT') expect(errors()[0]).toMatchObject(told)
  })

  test('PostgreSQL cannot be reached', async () => {
    const { log, lines, errors } = writing()
    const address = `postgres://muster:${PASSWORD}@127.0.0.1:1/muster`
    log.error({ error: await thrown(new Client(address).connect()), address }, 'No connection')

    expectNothingSeeded(lines)
    expect(errors()[0]).toMatchObject({ code: 'ECONNREFUSED', message: /ECONNREFUSED/ })
  })

  const refusals = {
    'the password': { onAuth: true },
    'the recipient': { onRcptTo: true },
    'the text': { onData: true },
  }
  test.each(Object.entries(refusals))('the mail server refuses %s', async (_, at) => {
    const { log, lines, errors } = writing()
    const refusal = () => Object.assign(new Error(`No: ${TEXT} ${PERSON}`), { responseCode: 550 })
    const server = new SMTPServer({
      disabledCommands: ['STARTTLS'],
      authOptional: true,
      onAuth: (_auth, _session, done) => {
        if ('onAuth' in at) done(refusal())
        else done(null, { user: 'muster' })
      },
      onRcptTo: (_address, _session, done) => done('onRcptTo' in at ? refusal() : null),
      onData(stream, _session, done) {
        stream.resume().on('end', () => done('onData' in at ? refusal() : null))
      },
    })
    const port = await opened(server.server)
    const address = `smtp://muster:${PASSWORD}@127.0.0.1:${port}`
    const mail = { from: 'muster@example.org', to: PERSON, subject: TEXT, text: TEXT }
    log.error({ error: await thrown(createTransport(address).sendMail(mail)), address }, 'No mail')

    expectNothingSeeded(lines)
    expect(errors()[0]).toMatchObject({
      code: expect.stringMatching(/^E/),
      responseCode: expect.any(Number),
    })
  })
})
