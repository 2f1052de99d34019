import { type IncomingMessage, request } from 'node:http'
import { connect } from 'node:net'
import { json } from 'node:stream/consumers'
import { z } from 'zod'
import { Instant } from '../../core/time/instant.ts'
import type { Administration } from './administration.ts'

const Report = z.object({
  waiting: z.int(),
  oldest: Instant.nullable(),
  dead: z.array(
    z.object({
      id: z.string(),
      reference: z.string(),
      place: z.string(),
      slot: z.string(),
      since: Instant,
      reason: z.string(),
      tries: z.int(),
    }),
  ),
})
const Answered = z.object({ refused: z.string().nullable() })
const HandedOver = z.union([
  z.object({
    refused: z.null(),
    files: z.array(
      z.object({ name: z.string(), text: z.string(), base64: z.literal(true).optional() }),
    ),
  }),
  z.object({ refused: z.string() }),
])

const KeptRecords = z.array(
  z.object({
    reference: z.string(),
    type: z.enum(['concern', 'incident', 'intelligence', 'meeting']),
    state: z.enum(['past', 'held', 'kept', 'removed', 'no rule']),
    until: z.string().nullable(),
    rule: z.string().nullable(),
    because: z.string().nullable(),
  }),
)

const Approvals = z.array(
  z.object({
    pack: z.object({ id: z.string(), version: z.int(), hash: z.string() }),
    approvedBy: z.string(),
    approvedOn: z.string(),
    reviewOn: z.string(),
  }),
)

/** Speaks to the process that has the store open; null when there is none. */
export async function reachRunning(address: string): Promise<Administration | null> {
  if (!(await listens(address))) return null
  const post = async (path: string, body: object) => {
    const response = await ask(address, 'POST', path, JSON.stringify(body))
    return Answered.parse(await json(response)).refused
  }
  const handed = async (path: string, body: object) =>
    HandedOver.parse(await json(await ask(address, 'POST', path, JSON.stringify(body))))
  return {
    export: () => exportFrom(address),
    outbox: async () => Report.parse(await json(await ask(address, 'GET', '/outbox'))),
    retry: (id) => post('/outbox/retry', { id }),
    drop: (id, because) => post('/outbox/drop', { id, because }),
    inquiry: (reference) => handed('/inquiry', { reference }),
    record: (reference) => handed('/record', { reference }),
    subjectAccess: (person) => handed('/subject-access', { person }),
    rules: async () => Approvals.parse(await json(await ask(address, 'GET', '/rules'))),
    approve: (asked) => post('/rules', asked),
    retention: async () => KeptRecords.parse(await json(await ask(address, 'GET', '/retention'))),
    keep: (keeping) => post('/retention', keeping),
  }
}

async function* exportFrom(address: string): AsyncGenerator<string> {
  const response = await ask(address, 'GET', '/export')
  response.setEncoding('utf8')
  // A socket in text mode gives strings.
  yield* response as AsyncIterable<string>
}

function ask(
  socketPath: string,
  method: string,
  path: string,
  body?: string,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const asked = request({ socketPath, method, path }, resolve)
    asked.once('error', reject)
    asked.end(body)
  })
}

function listens(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address)
    socket.once('error', () => resolve(false))
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
  })
}
