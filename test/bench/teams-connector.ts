import { parentPort } from 'node:worker_threads'
import { startAuthority } from '../adapters/teams/authority.ts'

/** Teams' authority and connector on a thread of its own. What it was told is forgotten now and then. */
const authority = await startAuthority()
setInterval(() => authority.calls.splice(0), 500)
parentPort?.postMessage({
  settings: authority.settings,
  serviceUrl: authority.serviceUrl,
  token: authority.token(),
})
