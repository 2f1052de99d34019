import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Log, Route } from './host.ts'

const HEADERS_MS = 10_000
const REQUEST_MS = 30_000

/** The one HTTP server: the channels' routes, and whether the process lives and is ready. */
export interface Web {
  /** From here on connections are taken; what is asked before `serve` waits for it. */
  listen(port: number, host: string): Promise<{ port: number }>
  serve(routes: readonly Route[]): void
  close(): Promise<void>
}

export function webServer(troubleOf: () => Promise<string | null>, log: Log): Web {
  let serve: Web['serve'] = () => {}
  let served = false
  const routes = new Promise<readonly Route[]>((resolve) => {
    serve = (all) => {
      served = true
      resolve(all)
    }
  })
  const own = [health(), readiness(async () => (served ? troubleOf() : 'Muster is starting.'))]
  const server = createServer((request, response) => {
    answer(own, routes, request, response).catch((error: unknown) => {
      log.error({ error }, 'A request could not be answered')
      if (!response.headersSent)
        plain(response, 500, 'That went wrong through a fault of Muster’s own.')
      else response.destroy()
    })
  })
  server.headersTimeout = HEADERS_MS
  server.requestTimeout = REQUEST_MS
  return {
    listen: (port, host) => listen(server, port, host),
    serve: (all) => serve(all),
    close: () => close(server),
  }
}

async function answer(
  own: readonly Route[],
  routes: Promise<readonly Route[]>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = pathOf(request)
  const route = routeFor(own, path) ?? routeFor(await routes, path)
  if (!route) return plain(response, 404, 'There is nothing here.')
  await route.handle(request, response)
}

function routeFor(routes: readonly Route[], path: string): Route | undefined {
  return (
    routes.find((one) => one.path === path) ??
    routes.find((one) => one.path.endsWith('/') && path.startsWith(one.path))
  )
}

function pathOf({ url = '/' }: IncomingMessage): string {
  const end = url.search(/[?#]/)
  return end === -1 ? url : url.slice(0, end)
}

function health(): Route {
  return { path: '/healthz', handle: async (_request, response) => plain(response, 200, 'ok') }
}

function readiness(ready: () => Promise<string | null>): Route {
  return {
    path: '/readyz',
    async handle(_request, response) {
      const trouble = await ready()
      plain(response, trouble === null ? 200 : 503, trouble ?? 'ready')
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
