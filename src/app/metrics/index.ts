import type { App } from '../app.ts'
import type { Route } from '../host.ts'
import { lookUps } from './look-up.ts'
import type { Tallying } from './meter.ts'

/** `GET /metrics`, for Prometheus. */
export function metricsRoute(app: App, tallies: Tallying): Route {
  const lookUp = lookUps(app)
  let loading: Promise<import('./exposition.ts').Exposition> | undefined

  return {
    path: '/metrics',
    async handle(_request, response) {
      loading ??= import('./exposition.ts').then(({ exposition }) => exposition())
      const [{ contentType, text }, lookedUp] = await Promise.all([loading, lookUp()])
      const body = await text(tallies.take(), lookedUp)
      response.writeHead(200, { 'content-type': contentType }).end(body)
    },
  }
}
