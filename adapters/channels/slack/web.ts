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

/** Answers where a command or a button was used, with one more try. False: it did not arrive. */
export async function respond(url: string, body: object, log: Log): Promise<boolean> {
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
