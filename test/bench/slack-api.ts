import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parentPort } from 'node:worker_threads'
import { clock } from './measure.ts'

/** Slack's Web API on a thread of its own: it takes everything, answers at once and tells what came. */
let stamp = 1_800_000_000

const server = createServer(async (request, response) => {
  const method = request.url?.split('/').at(-1)?.split('?')[0] ?? ''
  const body = await bodyOf(request)
  parentPort?.postMessage({ method, body, at: clock() })
  stamp += 1
  const answer = { ok: true, ...answerTo(method) }
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
})
server.listen(0, '127.0.0.1', () => {
  // A server that listens on TCP has such an address.
  const { port } = server.address() as AddressInfo
  parentPort?.postMessage({ url: `http://127.0.0.1:${port}/api/` })
})

function answerTo(method: string): object {
  switch (method) {
    case 'auth.test':
      return { user_id: 'U0MUSTER', bot_id: 'B0MUSTER', team_id: 'T0BENCH', user: 'muster' }
    case 'chat.postMessage':
    case 'chat.update':
      return { channel: 'C0EXAMPLE02', ts: `${stamp}.000100` }
    case 'conversations.open':
      return { channel: { id: 'D0EXAMPLE' } }
    case 'users.info':
      return { user: { id: 'U0EXAMPLE02', profile: {} } }
    case 'views.open':
      return { view: { id: `V${stamp}`, hash: 'h' } }
    default:
      return {}
  }
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, string>> {
  let text = ''
  for await (const chunk of request) text += chunk
  return Object.fromEntries(new URLSearchParams(text))
}
