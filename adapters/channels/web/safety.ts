import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { type Answer, no } from './http.ts'

const HERE = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/i

/** What the playground's page loads: its own files. */
export const ALLOWS = [
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "form-action 'none'",
]

/**
 * Refuses what another site may have sent: a foreign host name (DNS rebinding), a foreign origin,
 * and a change without the token that only the served page knows.
 */
export function refuseStrangers(request: IncomingMessage, token: string): Answer | undefined {
  const { host, origin } = request.headers
  if (host === undefined || !HERE.test(host)) {
    return no(
      403,
      'The playground answers only on this computer: open http://127.0.0.1 with its port.',
    )
  }
  if (origin !== undefined && origin.toLowerCase() !== `http://${host.toLowerCase()}`) {
    return no(403, 'Another site may not use the playground. Open it in a tab of its own.')
  }
  if (request.method === 'GET' || request.method === 'HEAD') return undefined
  if (!sameToken(request.headers['x-muster-token'], token)) {
    return no(403, 'This page is from before the last start of Muster. Reload it and try again.')
  }
  return undefined
}

function sameToken(given: string | string[] | undefined, token: string): boolean {
  if (typeof given !== 'string') return false
  const [one, other] = [Buffer.from(given), Buffer.from(token)]
  return one.length === other.length && timingSafeEqual(one, other)
}
