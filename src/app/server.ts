import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Log, Route } from './host.ts'
import type { Meter } from './metrics/meter.ts'
import type { Trouble } from './readiness.ts'
import { isBrokenOff } from './request-body.ts'
import { asRequest } from './request-id.ts'

/** How long a request may take to arrive, and how often that is looked at. */
interface Patience {
  readonly headersMs: number
  readonly requestMs: number
  readonly lookMs: number
}

const PATIENCE: Patience = { headersMs: 10_000, requestMs: 30_000, lookMs: 5000 }
/** Names and values of headers; no service or proxy sends half as many. */
const MOST_HEADERS = 100
const STOPPING = 'Muster is stopping.'

/** A route with the name of the channel whose deliveries arrive there; null for Muster's own pages. */
export interface ServedRoute extends Route {
  readonly channel: string | null
}

/** The one HTTP server: the channels' routes, and how the process is. */
export interface Web {
  /** From here on connections are taken; what is asked before `serve` waits for it. */
  listen(port: number, host: string): Promise<{ port: number }>
  serve(routes: readonly ServedRoute[]): void
  /** The channels get nothing new from here on. Resolves when all that was under way has been answered. */
  drain(): Promise<void>
  close(): Promise<void>
}

interface Watching {
  /** What keeps the process from its work once it serves. */
  readonly trouble: Trouble
  /** What somebody should look at though it keeps nobody from anything; null for nothing. */
  readonly remark?: () => string | null
  readonly log: Log
  readonly meter: Meter
}

export function webServer(watching: Watching, patience = PATIENCE): Web {
  let unready: string | null = 'Muster is starting.'
  let serve = (_: readonly ServedRoute[]): void => {}
  const served = new Promise<readonly ServedRoute[]>((resolve) => {
    serve = resolve
  })
  const states = [
    page(
      '/healthz',
      async () => null,
      () => 'ok',
    ),
    page(
      '/readyz',
      async () => unready ?? watching.trouble(),
      () => ['ready', watching.remark?.() ?? []].flat().join('\n'),
    ),
  ]
  /** The route, once there is one to be had. */
  async function routeOf(path: string): Promise<ServedRoute | undefined> {
    const route = routeFor(states, path) ?? routeFor(await served, path)
    return unready === STOPPING && route?.channel ? turnedAway(route) : route
  }
  const underWay = new Set<Promise<void>>()
  const { headersMs: headersTimeout, requestMs: requestTimeout, lookMs } = patience
  const limits = { headersTimeout, requestTimeout, connectionsCheckingInterval: lookMs }
  const server = createServer(limits, (request, response) => {
    const work = asRequest(() => answer(routeOf, watching, request, response))
    underWay.add(work)
    work.finally(() => underWay.delete(work))
  })
  return {
    listen: (port, host) => listen(server, port, host),
    serve(routes) {
      unready = null
      serve(routes)
    },
    async drain() {
      unready = STOPPING
      await Promise.all(underWay)
    },
    close: () => close(server),
  }
}

/** Never throws: what goes wrong is answered and logged. */
async function answer(
  routeOf: (path: string) => Promise<ServedRoute | undefined>,
  { log, meter }: Watching,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const began = performance.now()
  let route: ServedRoute | undefined
  const left = new Promise<void>((resolve) => response.once('close', resolve)).then(() => {
    const status = String(response.statusCode)
    meter.count('muster_http_requests_total', { route: route?.path ?? 'none', status })
    if (!route?.channel || request.method !== 'POST') return
    const seconds = (performance.now() - began) / 1000
    meter.took('muster_ack_seconds', { channel: route.channel }, seconds)
  })
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('cache-control', 'no-store')
  try {
    if (request.rawHeaders.length > 2 * MOST_HEADERS) return tooMany(request, response)
    route = await routeOf(pathOf(request))
    if (route) await handled(route, request, response)
    else plain(response, 404, 'There is nothing here.')
  } catch (error) {
    if (isBrokenOff(request, error)) return void response.destroy()
    log.error({ error }, 'A request could not be answered')
    if (response.headersSent) response.destroy()
    else plain(response, 500, 'That went wrong through a fault of Muster’s own.')
  }
  // A live page stays open for as long as somebody looks at it.
  if (response.writableEnded) await left
}

async function handled(
  route: ServedRoute,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  if (route.channel === null && !isRead) plain(response, 405, 'This page is only read.')
  else await route.handle(request, response)
}

function tooMany(request: IncomingMessage, response: ServerResponse): void {
  request.pause()
  response.setHeader('connection', 'close')
  plain(response, 431, 'These are more headers than any service sends.')
}

/** The playground’s is at `/`: of those above a path the nearest counts. */
function routeFor(routes: readonly ServedRoute[], path: string): ServedRoute | undefined {
  const above = routes.filter((one) => one.path.endsWith('/') && path.startsWith(one.path))
  return (
    routes.find((one) => one.path === path) ??
    above.toSorted((one, other) => other.path.length - one.path.length)[0]
  )
}

function pathOf({ url = '/' }: IncomingMessage): string {
  const end = url.search(/[?#]/)
  return end === -1 ? url : url.slice(0, end)
}

/** The services deliver again what is answered so. */
function turnedAway({ path, channel }: ServedRoute): ServedRoute {
  return {
    ...page(
      path,
      async () => STOPPING,
      () => '',
    ),
    channel,
  }
}

/** A page of one sentence: what is wrong, or that all is well. */
function page(path: string, trouble: Trouble, well: () => string): ServedRoute {
  return {
    path,
    channel: null,
    async handle(_request, response) {
      const sentence = await trouble()
      plain(response, sentence === null ? 200 : 503, sentence ?? well())
    },
  }
}

function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`)
}

function listen(server: Server, port: number, host: string): Promise<{ port: number }> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE'
      reject(
        taken
          ? new Error(`Port ${port} is in use: stop what uses it, or set PORT to another one.`)
          : new Error(
              `Muster cannot listen on ${host}:${port} (${error.code}): set HOST and PORT to an address of this machine.`,
            ),
      )
    })
    server.listen(port, host, () => {
      const address = server.address()
      resolve({ port: typeof address === 'object' && address ? address.port : port })
    })
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    // Live pages hold their connection for ever.
    server.closeAllConnections()
  })
}
