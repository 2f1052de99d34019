import type { Intent } from '../core/intent.ts'
import { recordKind } from '../core/record-id.ts'
import { refusedIntent } from '../core/refused-intent.ts'
import type { App } from './app.ts'
import { handle } from './handle.ts'
import type { Request } from './ports.ts'
import { asRequest } from './request-id.ts'
import { together } from './together.ts'

const AT_ONCE = 200
const SIDE_BY_SIDE = 8

/**
 * Passes on what records and outcomes ask of records; a refusal becomes an event on the sender.
 * What one record is asked keeps its order and holds up no other. Resolves to how many were passed
 * on. A process that is stopping leaves the rest to others.
 */
export async function follow(app: App, isStopping = () => false): Promise<number> {
  const left: string[] = []
  let passed = 0
  const passOnIn = async (requests: readonly Request[]) => {
    for (const request of requests) {
      // What fails stays in the store and is tried again at the next sweep; the others go on.
      if (!isStopping() && (await isPassedOn(app, request))) passed += 1
      else left.push(request.key ?? '')
    }
  }
  try {
    while (!isStopping()) {
      const requests = await app.store.requests(AT_ONCE)
      if (requests.length === 0) return passed
      await together(byRecord(requests), SIDE_BY_SIDE, passOnIn)
    }
    return passed
  } finally {
    await app.store.releaseRequests(left)
  }
}

/** Each that opens a record is by itself. */
function byRecord(requests: readonly Request[]): Request[][] {
  const groups = new Map<unknown, Request[]>()
  for (const request of requests) {
    const record = request.to ?? request
    const group = groups.get(record)
    if (group) group.push(request)
    else groups.set(record, [request])
  }
  return [...groups.values()]
}

async function isPassedOn(app: App, request: Request): Promise<boolean> {
  try {
    await asRequest(() => passOn(app, request), request.key ?? undefined)
    return true
  } catch (error) {
    app.log.error({ error, key: request.key }, 'A follow-up could not be passed on')
    return false
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
      ...refusedIntent(asked),
      refusal,
    }
    await handle(app, { key: `${key}:refused`, to: from, intent })
  }
  if (key !== null) await app.store.answered(key)
}
