import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { parentPort } from 'node:worker_threads'
import { slackWorkspace } from '../faults/slack-workspace.ts'
import { clock } from './measure.ts'

/** How long the service takes for each call. */
export const ANSWERS_IN = 50

/** A call as it was answered, by the clock of `measure.ts`. */
export interface Answered {
  readonly method: string
  readonly channel: string
  readonly slot: string
  readonly begun: number
  readonly answered: number
}

/** Slack with rooms, on a thread of its own: it takes as long for each call, however many there are. */
function serve(): void {
  const workspace = slackWorkspace({ bare: true })
  const server = createServer(async (request, response) => {
    const begun = clock()
    const method = request.url?.split('/').at(-1)?.split('?')[0] ?? ''
    let text = ''
    for await (const chunk of request) text += chunk
    const body = Object.fromEntries(new URLSearchParams(text))
    const answer = JSON.stringify(workspace.call(method, body))
    await pause(ANSWERS_IN - (clock() - begun))
    response.writeHead(200, { 'content-type': 'application/json' }).end(answer)
    const slot = /"slot":"([^"]*)"/.exec(body.metadata ?? '')?.[1] ?? ''
    const channel = body.channel ?? body.channel_id ?? ''
    parentPort?.postMessage({ method, channel, slot, begun, answered: clock() } satisfies Answered)
  })
  server.listen(0, '127.0.0.1', () => {
    // A server that listens on TCP has such an address.
    const { port } = server.address() as AddressInfo
    parentPort?.postMessage({ url: `http://127.0.0.1:${port}/api/` })
  })
}

if (parentPort) serve()
