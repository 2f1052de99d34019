import type { Log } from '../host.ts'

const DEADLINE_MS = 5000

/** Tells an outside watcher that all is well. The address may hold a secret, so it is never logged. */
export async function ping(url: string, log: Log): Promise<void> {
  try {
    const signal = AbortSignal.timeout(DEADLINE_MS)
    const response = await fetch(url, { redirect: 'manual', signal })
    await response.body?.cancel()
    if (!response.ok) log.warn({ status: response.status }, 'The heartbeat address did not accept')
  } catch (error) {
    const reason = error instanceof Error ? error.name : 'unknown'
    log.warn({ reason }, 'The heartbeat address could not be reached')
  }
}
