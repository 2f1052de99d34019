import type { IncomingMessage, ServerResponse } from 'node:http'
import { bodyOf } from '../../../src/app/request-body.ts'

const MOST_BYTES = 64 * 1024

/** What a request is answered with: a status and something to be written as JSON. */
export interface Answer {
  readonly status: number
  readonly body: unknown
}

export function ok(body: unknown): Answer {
  return { status: 200, body }
}

/** An expected no: `sentence` tells the person what to do next. */
export function no(status: 400 | 403 | 404 | 405 | 409 | 413 | 500, sentence: string): Answer {
  return { status, body: { error: sentence } }
}

export type Read = { readonly value: unknown } | { readonly refused: Answer }

/** The request's body as JSON, or why it is none. */
export async function readJson(request: IncomingMessage, response: ServerResponse): Promise<Read> {
  const bytes = await bodyOf(request, response, MOST_BYTES)
  if (bytes === null) return refused(413, 'That is too long: at most 64 KB can be sent at once.')
  try {
    const text = bytes.toString('utf8')
    const value: unknown = JSON.parse(text)
    if (hasBadText(value)) {
      return refused(400, 'The text holds characters that cannot be stored. Type it again.')
    }
    return { value }
  } catch {
    return refused(400, 'The request was not understood: its body is not JSON.')
  }
}

/** NUL and lone surrogates: no store takes them. */
function hasBadText(value: unknown): boolean {
  if (typeof value === 'string') return /\0|\p{Surrogate}/u.test(value)
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([name, inner]) => hasBadText(name) || hasBadText(inner))
}

function refused(status: 400 | 413, sentence: string): Read {
  return { refused: no(status, sentence) }
}

export function send(response: ServerResponse, { status, body }: Answer): void {
  const text = JSON.stringify(body)
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
  })
  response.end(text)
}
