import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Log, Route } from './host.ts'

const HEADERS_MS = 10_000
const REQUEST_MS = 30_000

/** The one HTTP server: the channels' routes, and whether the process lives and is ready. */
export interface Web {
  listen(port: number, host: string): Promise<{ port: number }>
  close(): Promise<void>
}

export function webServer(
  routes: readonly Route[],
  ready: () => Promise<string | null>,
  log: Log,
): Web {
  const all = [...routes, health(), readiness(ready)]
  const server = createServer((request, response) => {
    answer(all, request, response).catch((error: unknown) => {
      log.error({ error }, 'A request could not be answered')
      if (!response.headersSent)
        plain(response, 500, 'That went wrong through a fault of Muster’s own.')
      else response.destroy()
    })
  })
  server.headersTimeout = HEADERS_MS
  server.requestTimeout = REQUEST_MS
  return { listen: (port, host) => listen(server, port, host), close: () => close(server) }
}

async function answer(
  routes: readonly Route[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = pathOf(request)
  const route =
    routes.find((one) => one.path === path) ??
    routes.find((one) => one.path.endsWith('/') && path.startsWith(one.path))
  if (!route) return plain(response, 404, 'There is nothing here.')
  await route.handle(request, response)
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
