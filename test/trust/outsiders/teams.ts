import { type Authority, BOT, TENANT } from '../../adapters/teams/authority.ts'
import type { Asked } from './ask.ts'
import type { Outsider } from './try-out.ts'

const OTHER_TENANT = '99999999-2222-4333-8444-555555555555'
const FORGED = '{"error":"Not signed by Teams for this bot."}'
const ELSEWHERE = '{"error":"This service address is not one of Teams."}'
const FOREIGN = '{"error":"This bot serves another tenant."}'

/** What an account may send, each well made. */
function activities(serviceUrl: string, account: string, record: string, tenant = TENANT) {
  const activity = (change: object) => ({
    type: 'message',
    id: 'forged-1',
    channelId: 'msteams',
    serviceUrl,
    from: { id: `29:${account}`, name: 'Somebody', aadObjectId: account },
    recipient: BOT,
    conversation: { id: `a:${account}`, conversationType: 'personal', tenantId: tenant },
    channelData: { tenant: { id: tenant } },
    ...change,
  })
  const press = { 'muster/press': { do: 'have', record, clock: 'D1' } }
  const action = { type: 'Action.Execute', verb: 'press', data: press }
  const invoke = (name: string, value: object) => activity({ type: 'invoke', name, value })
  return {
    'a message': activity({ text: `muster have ${record} D1` }),
    'a button': invoke('adaptiveCard/action', { action, trigger: 'manual' }),
    'a command': invoke('composeExtension/fetchTask', { commandId: 'muster' }),
    'a dialog': invoke('task/submit', { data: press }),
    'an installation': activity({ type: 'installationUpdate', action: 'add' }),
  }
}

/** Everybody who is not Teams, and Teams for somebody else. `trap`: an address that notes who asks it. */
export function teamsOutsiders(
  authority: Authority,
  account: string,
  record: string,
  trap: string,
): readonly Outsider[] {
  const asked = (authorization: string | undefined, body: unknown): Asked => ({
    path: '/api/messages',
    headers: { 'content-type': 'application/json', authorization: authorization || undefined },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const good = `Bearer ${authority.token()}`
  const bodies = { ...activities(authority.serviceUrl, account, record), 'something torn': '{"ty' }
  const forged = Object.entries(authority.badTokens).flatMap(([name, token]) =>
    Object.entries(bodies).map(
      ([what, body]): Outsider => ({
        name: `${what} with a token ${name}`,
        asked: asked(token, body),
        status: 401,
        text: FORGED,
      }),
    ),
  )
  const foreign = Object.entries(
    activities(authority.serviceUrl, account, record, OTHER_TENANT),
  ).map(
    ([what, body]): Outsider => ({
      name: `${what} of another tenant, signed by Teams`,
      asked: asked(good, body),
      status: 403,
      text: FOREIGN,
    }),
  )
  const elsewhere = Object.entries(activities(trap, account, record)).flatMap(
    ([what, body]): Outsider[] => [
      {
        name: `${what} that names another service than its token`,
        asked: asked(good, body),
        status: 401,
        text: FORGED,
      },
      {
        name: `${what} whose token names a service elsewhere too`,
        asked: asked(`Bearer ${authority.tokenOf(trap)}`, body),
        status: 403,
        text: ELSEWHERE,
      },
    ],
  )
  return [...forged, ...foreign, ...elsewhere]
}
