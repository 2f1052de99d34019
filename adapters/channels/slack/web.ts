import { type Logger, LogLevel, WebClient } from '@slack/web-api'
import type { Log } from '../../../src/app/host.ts'

const TIMEOUT = 10_000
const RESPONSE_TIMEOUT = 4000

/** The outbox tries again, so the client never does; and a full bucket of one method stops no other. */
export function webClient(
  token: string,
  apiUrl: string | undefined,
  log: Log,
  timeout = TIMEOUT,
): WebClient {
  return new WebClient(token, { ...clientOptions(apiUrl, log), timeout })
}

export function clientOptions(apiUrl: string | undefined, log: Log) {
  return {
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl.endsWith('/') ? apiUrl : `${apiUrl}/` }),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: TIMEOUT,
    logger: quietLogger(log),
  }
}

/** Slack's libraries write whole messages into their lower levels: only warnings and errors pass. */
export function quietLogger(log: Log): Logger {
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (...words) => log.warn(...told(words)),
    error: (...words) => log.error(...told(words)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  }
}

/** An error goes to the log as such: its own words may quote an answer of Slack’s. */
function told(words: readonly unknown[]): [about: object, words: string] {
  const error = words.find((one) => one instanceof Error)
  const text = words.filter((one) => typeof one === 'string').join(' ')
  return [error ? { error } : {}, text || 'Slack’s library reports an error']
}

/** Slack’s own, and that of its cloud for governments. */
const TAKES_ANSWERS = ['hooks.slack.com', 'hooks.slack-gov.com']

/** Private answers hold what is on record: whatever a request says, they go to Slack alone. */
export function takesAnswers(url: string, apiUrl: string | undefined): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, host, origin } = new URL(url)
  if (protocol === 'https:' && TAKES_ANSWERS.includes(host)) return true
  return apiUrl !== undefined && URL.canParse(apiUrl) && new URL(apiUrl).origin === origin
}

/** Answers where a command or a button was used, with one more try. False: it did not arrive. */
export async function respond(
  url: string,
  body: object,
  { apiUrl, log }: { readonly apiUrl: string | undefined; readonly log: Log },
): Promise<boolean> {
  if (!takesAnswers(url, apiUrl)) {
    log.warn({}, 'A private answer was not sent: its address is not one of Slack')
    return false
  }
  for (const attempt of [1, 2]) {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(body),
        redirect: 'error',
        signal: AbortSignal.timeout(RESPONSE_TIMEOUT),
      })
      await response.arrayBuffer()
      if (response.ok) return true
      log.warn({ attempt, status: response.status }, 'Slack did not take a private answer')
      if (response.status < 500 && response.status !== 429) return false
    } catch (error) {
      log.warn({ attempt, error }, 'A private answer did not reach Slack')
    }
  }
  return false
}
