import type { Intent } from '../core/intent.ts'
import { recordKind } from '../core/record-id.ts'
import type { App } from './app.ts'
import { handle } from './handle.ts'
import type { Request } from './ports.ts'
import { asRequest } from './request-id.ts'

const AT_ONCE = 100

/**
 * Passes on what records and outcomes ask of records; a refusal becomes an event on the sender.
 * Resolves to how many were passed on. A process that is stopping leaves the rest to others.
 */
export async function follow(app: App, isStopping = () => false): Promise<number> {
  const failed: string[] = []
  let passed = 0
  try {
    while (!isStopping()) {
      const requests = await app.store.requests(AT_ONCE)
      if (requests.length === 0) return passed
      for (const request of requests) {
        try {
          await asRequest(() => passOn(app, request), request.key ?? undefined)
          passed += 1
        } catch (error) {
          // It stays in the store and is tried again at the next sweep; the others go on.
          failed.push(request.key ?? '')
          app.log.error({ error, key: request.key }, 'A follow-up could not be passed on')
        }
      }
    }
    return passed
  } finally {
    await app.store.releaseRequests(failed)
  }
}

async function passOn(app: App, request: Request): Promise<void> {
  const answer = await handle(app, request)
  const { from, key, intent: asked } = request
  if (!answer.ok && from !== undefined) {
    const { refusal } = answer
    const intent: Intent = {
      kind: recordKind(from),
      type: 'noteRefusal',
      asked: asked.type,
      refusal,
    }
    await handle(app, { key: `${key}:refused`, to: from, intent })
  }
  if (key !== null) await app.store.answered(key)
}
