import type { ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { type Asked, BOT, startAuthority, TENANT } from '../adapters/teams/authority.ts'

/**
 * What goes wrong with a call. `slow` and `lost` come after the work was done, and so does `garbage`
 * for a message, where that is worse; the others instead of it.
 */
export type TeamsFault =
  | { readonly type: 'slow'; readonly milliseconds: number }
  | { readonly type: 'refused'; readonly status: number; readonly seconds?: number }
  | { readonly type: 'reset' }
  | { readonly type: 'garbage' }
  | { readonly type: 'lost' }

export type TeamsMethod = 'send' | 'update' | 'create' | 'member' | 'token'

/** Which call it is, and the conversation or the person that it is about. */
export interface TeamsCall {
  readonly method: TeamsMethod
  readonly about: string
}

/** A message as it stands. */
interface TeamsMessage {
  readonly conversation: string
  readonly thread: string | undefined
  readonly id: string
  readonly text: string
}

/** Teams over HTTP, with what was said in it, and unreliable when it is told to be. */
export type TeamsService = Awaited<ReturnType<typeof startTeamsService>>

const Created = z.object({ members: z.array(z.object({ id: z.string() })) })
const NO_FAULT = (_: TeamsCall): TeamsFault | null => null

export async function startTeamsService() {
  const posted: TeamsMessage[] = []
  const addresses = new Map<string, string>()
  let faultOf = NO_FAULT
  let last = 1_700_000_000_000

  function post(conversation: string, thread: string | undefined, text: string): object {
    last += 1
    posted.push({ conversation, thread, id: String(last), text })
    return { id: String(last) }
  }

  function update(id: string, text: string): object {
    const at = posted.findIndex((one) => one.id === id)
    const old = posted[at]
    if (old) posted[at] = { ...old, text }
    return { id }
  }

  /** What a call is and does; null: the authority knows. */
  function read({ method, path, text }: Asked): (TeamsCall & { work(): object }) | null {
    if (path.endsWith('/oauth2/v2.0/token'))
      return { method: 'token', about: '', work: () => ({ access_token: PASS, expires_in: 3599 }) }
    const [, conversation = '', thread, what = '', id = ''] =
      /\/v3\/conversations(?:\/([^/;]+)(?:;messageid=([^/]+))?\/(activities|members)\/?(.*))?$/.exec(
        path,
      ) ?? []
    if (path.endsWith('/v3/conversations')) {
      const [account = ''] = Created.parse(JSON.parse(text)).members.map((member) => member.id)
      return { method: 'create', about: account, work: () => ({ id: `a:${account}` }) }
    }
    if (what === 'members')
      return { method: 'member', about: id, work: () => ({ id, email: addresses.get(id) }) }
    if (what !== 'activities') return null
    return method === 'PUT'
      ? { method: 'update', about: conversation, work: () => update(id, text) }
      : { method: 'send', about: conversation, work: () => post(conversation, thread, text) }
  }

  const authority = await startAuthority({
    async instead(asked, response) {
      const call = read(asked)
      if (!call) return false
      await answerWith(faultOf(call), call, response)
      return true
    },
  })

  return {
    settings: authority.settings,
    posted,
    /** The address that the tenant has for an account. */
    addresses,
    /** What goes wrong with a call, asked for each; null: nothing. */
    trouble(next: (call: TeamsCall) => TeamsFault | null) {
      faultOf = next
    },
    /** Nobody listens, as when Teams cannot be reached. */
    down: authority.close,
    up: authority.reopen,
    /** What somebody writes to the bot in their own chat with it; resolves with the status of the answer. */
    async write(port: number, account: string, text: string): Promise<number> {
      last += 1
      const answer = await fetch(`http://127.0.0.1:${port}/api/messages`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${authority.token()}`,
        },
        body: JSON.stringify({
          type: 'message',
          id: String(last),
          channelId: 'msteams',
          serviceUrl: authority.serviceUrl,
          from: { id: account, name: 'Somebody', aadObjectId: account },
          recipient: BOT,
          conversation: { id: `a:${account}`, conversationType: 'personal', tenantId: TENANT },
          channelData: { tenant: { id: TENANT } },
          text,
        }),
      })
      return answer.status
    },
    serviceUrl: authority.serviceUrl,
  }
}

const PASS = 'for https://api.botframework.com/.default'

async function answerWith(
  fault: TeamsFault | null,
  { method, work }: Pick<TeamsCall, 'method'> & { work(): object },
  response: ServerResponse,
): Promise<void> {
  const json = { 'content-type': 'application/json' }
  switch (fault?.type) {
    case undefined:
      response.writeHead(200, json).end(JSON.stringify(work()))
      return
    case 'slow': {
      // What is slow is not undone by nobody waiting for it any more.
      const done = JSON.stringify(work())
      await pause(fault.milliseconds)
      response.writeHead(200, json).end(done)
      return
    }
    case 'refused': {
      const wait = fault.seconds === undefined ? {} : { 'retry-after': String(fault.seconds) }
      response.writeHead(fault.status, { ...json, ...wait }).end('{"error":{"code":"Injected"}}')
      return
    }
    case 'garbage':
      if (method === 'send') work()
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html>{"id":')
      return
    case 'lost':
      work()
      response.destroy()
      return
    case 'reset':
      response.destroy()
      return
  }
}
