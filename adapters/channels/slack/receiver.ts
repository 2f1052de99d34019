import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { App, Receiver, ReceiverEvent } from '@slack/bolt'
import type { Log, Route } from '../../../src/app/host.ts'
import { bodyOf } from '../../../src/app/request-body.ts'
import { within } from '../../../src/app/within.ts'
import { deliveryOf } from './delivery.ts'

const MOST_BYTES = 1024 * 1024
const MOST_SECONDS_OFF = 5 * 60
/** Slack gives up after three seconds. */
const PATIENCE = 2500

export interface HttpReceiver extends Receiver {
  readonly route: Route
}

/** Bolt's receiver on the shared server: nothing is read from a request before its signature is checked. */
export function httpReceiver(signingSecret: string, log: Log): HttpReceiver {
  let app: App | undefined
  const working = new Set<Promise<void>>()

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'POST') return answer(response, 405, 'Slack sends POST requests here.')
    const raw = await bodyOf(request, response, MOST_BYTES)
    if (raw === null) return answer(response, 413, 'This is more than Slack ever sends.')
    if (isCertificateCheck(request, raw)) return answer(response, 200)
    if (!isSigned(request, raw, signingSecret)) return answer(response, 401, 'Not signed by Slack.')
    const body = parsed(request, raw)
    if (body === undefined) return answer(response, 400, 'This is not what Slack sends.')
    if (body.type === 'url_verification')
      return answer(response, 200, { challenge: body.challenge })
    if (!app) return answer(response, 503, 'Muster is still starting.')
    const work = processed(app, eventOf(request, response, body), response, log)
    working.add(work)
    await work.finally(() => working.delete(work))
  }

  return {
    route: { path: '/slack/events', handle },
    init(bolt) {
      app = bolt
    },
    start: async () => undefined,
    async stop() {
      await Promise.allSettled(working)
    },
  }
}

/** Signed, and yet not what Slack sends: it would be the same the next time. */
class Malformed extends Error {
  override readonly name = 'Malformed'
}

/**
 * Bolt acknowledges an event before anything is done with it. Here that waits until the work is
 * saved, for as long as Slack does, so that an event whose work failed comes again.
 */
export async function processEvent(app: App, event: ReceiverEvent): Promise<void> {
  const delivery = deliveryOf(event.body)
  if (delivery.type === 'malformed') throw new Malformed('This is not what Slack sends')
  if (delivery.type === 'unknown') return
  const { body } = delivery
  if (body.type !== 'event_callback') return app.processEvent({ ...event, body })
  const work = app.processEvent({ ...event, body, ack: async () => undefined })
  await within(work, PATIENCE)
  await event.ack()
  return work
}

async function processed(app: App, event: ReceiverEvent, response: ServerResponse, log: Log) {
  try {
    await processEvent(app, event)
    if (!response.writableEnded) answer(response, 404, 'Muster does not know this.')
  } catch (error) {
    if (error instanceof Malformed) return answer(response, 400, 'This is not what Slack sends.')
    log.error({ error }, 'A delivery from Slack failed')
    if (!response.writableEnded) answer(response, 500, 'Muster failed.')
  }
}

function eventOf(
  request: IncomingMessage,
  response: ServerResponse,
  body: Record<string, unknown>,
): ReceiverEvent {
  const retry = Number(request.headers['x-slack-retry-num'])
  const reason = request.headers['x-slack-retry-reason']
  return {
    body,
    ...(Number.isInteger(retry) && retry > 0 ? { retryNum: retry } : {}),
    ...(typeof reason === 'string' ? { retryReason: reason } : {}),
    ack: async (reply) => {
      if (!response.writableEnded) answer(response, 200, reply ?? undefined)
    },
  }
}

/** Slack looks at the certificate now and then, with a request that asks for nothing. */
function isCertificateCheck(request: IncomingMessage, raw: Buffer): boolean {
  if (request.headers['x-slack-signature'] !== undefined || raw.length > 1000) return false
  return /(^|&)ssl_check=1(&|$)/.test(raw.toString())
}

function isSigned(request: IncomingMessage, raw: Buffer, secret: string): boolean {
  const stamp = request.headers['x-slack-request-timestamp']
  const signature = request.headers['x-slack-signature']
  if (typeof stamp !== 'string' || typeof signature !== 'string') return false
  if (!/^\d{1,12}$/.test(stamp)) return false
  if (Math.abs(Date.now() / 1000 - Number(stamp)) > MOST_SECONDS_OFF) return false
  const expected = createHmac('sha256', secret).update(`v0:${stamp}:`).update(raw).digest('hex')
  const [given, wanted] = [Buffer.from(signature), Buffer.from(`v0=${expected}`)]
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

function parsed(request: IncomingMessage, raw: Buffer): Record<string, unknown> | undefined {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  try {
    if (type === 'application/json') return objectIn(raw.toString())
    if (type !== 'application/x-www-form-urlencoded') return undefined
    const form = new URLSearchParams(raw.toString())
    const payload = form.get('payload')
    return payload === null ? Object.fromEntries(form) : objectIn(payload)
  } catch {
    return undefined
  }
}

function objectIn(text: string): Record<string, unknown> | undefined {
  const value: unknown = JSON.parse(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  return Object.fromEntries(Object.entries(value))
}

function answer(response: ServerResponse, status: number, body?: unknown): void {
  if (body === undefined) response.writeHead(status).end()
  else if (typeof body === 'string') {
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(body)
  } else {
    const type = { 'content-type': 'application/json; charset=utf-8' }
    response.writeHead(status, type).end(JSON.stringify(body))
  }
}
