import { chmod, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import type { Log } from '../host.ts'
import { bodyOf } from '../request-body.ts'
import type { Administration } from './administration.ts'

/** What `muster outbox retry` and `drop` ask of the process that has the store open. */
const Asked = z.object({ id: z.string(), because: z.string().default('') })
const MOST_BYTES = 64 * 1024

/** What `muster inquiry` and `record` ask. */
const AskedOf = z.object({ reference: z.string() })
/** What `muster subject-access` asks. */
const AskedAbout = z.object({ person: z.string() })
/** What `muster rules approve` records. */
const AskedToApprove = z.object({
  pack: z.string(),
  approvedBy: z.string(),
  approvedOn: z.string(),
  reviewOn: z.string().nullable(),
  by: z.string().nullable(),
})
/** What `muster retention` decides. */
const AskedToKeep = z.object({
  what: z.enum(['hold', 'release', 'remove']),
  reference: z.string(),
  because: z.string(),
  by: z.string().nullable(),
})

/**
 * Lets whoever may use the folder speak to this process. The folder's lock is held, so a socket that
 * is there was left behind by a crash.
 */
export async function openControl(
  address: string,
  administration: Administration,
  log: Log,
): Promise<{ close(): Promise<void> }> {
  const isFile = process.platform !== 'win32'
  if (isFile) await rm(address, { force: true })
  const server = createServer((request, response) => {
    answer(administration, request, response).catch((error: unknown) => {
      log.error({ error }, 'A question at the control socket could not be answered')
      if (response.headersSent) response.destroy()
      else say(response, 500, { refused: error instanceof Error ? error.message : String(error) })
    })
  })
  await listen(server, address)
  if (isFile) await chmod(address, 0o600)
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(
  administration: Administration,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const ask = <Shape>(shape: z.ZodType<Shape>, work: (asked: Shape) => Promise<object>) =>
    answered(request, response, shape, work)
  switch (`${request.method} ${request.url}`) {
    case 'GET /export':
      response.writeHead(200, { 'content-type': 'application/jsonl; charset=utf-8' })
      return pipeline(Readable.from(administration.export()), response)
    case 'GET /outbox':
      return say(response, 200, await administration.outbox())
    case 'POST /outbox/retry':
      return ask(Asked, async ({ id }) => ({ refused: await administration.retry(id) }))
    case 'POST /outbox/drop':
      return ask(Asked, async ({ id, because }) => {
        return { refused: await administration.drop(id, because) }
      })
    case 'POST /inquiry':
      return ask(AskedOf, ({ reference }) => administration.inquiry(reference))
    case 'POST /record':
      return ask(AskedOf, ({ reference }) => administration.record(reference))
    case 'POST /subject-access':
      return ask(AskedAbout, ({ person }) => administration.subjectAccess(person))
    case 'GET /rules':
      return say(response, 200, await administration.rules())
    case 'POST /rules':
      return ask(AskedToApprove, async (asked) => {
        return { refused: await administration.approve(asked) }
      })
    case 'GET /retention':
      return say(response, 200, await administration.retention())
    case 'POST /retention':
      return ask(AskedToKeep, async (keeping) => {
        return { refused: await administration.keep(keeping) }
      })
    default:
      // Not a union of ours: anybody may ask for anything.
      return say(response, 404, { refused: 'The running Muster does not know this command.' })
  }
}

/** What is not asked as it should be is not understood; nothing is done. */
async function answered<Shape>(
  request: IncomingMessage,
  response: ServerResponse,
  shape: z.ZodType<Shape>,
  work: (asked: Shape) => Promise<object>,
): Promise<void> {
  const body = await bodyOf(request, response, MOST_BYTES)
  const asked = body && shape.safeParse(parsed(body.toString())).data
  if (asked) return say(response, 200, await work(asked))
  return say(response, 400, { refused: 'The running Muster does not understand this question.' })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function say(response: ServerResponse, status: number, value: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}

function listen(server: Server, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(address, () => resolve())
  })
}
