import {
  createHmac,
  createSign,
  generateKeyPairSync,
  type KeyObject,
  randomUUID,
} from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TeamsSettings } from '../../../adapters/channels/teams/index.ts'
import { graphWorld } from './graph-world.ts'

const APP = '00000000-0000-4000-8000-0000000000aa'
export const TENANT = '11111111-2222-4333-8444-555555555555'
/** Messages are numbered from the next one on. */
export const FIRST_ID = 1_700_000_000_000
export const BOT = { id: `28:${APP}`, name: 'Muster' }

/** One call that the bot made to the connector. */
interface Call {
  readonly method: string
  readonly path: string
  readonly body: Record<string, unknown>
}

/** Where the conversations are, when not here: takes on what came with a good token. */
export type Onward = (
  method: string,
  path: string,
  body: string,
) => Promise<{ readonly status: number; readonly body: unknown }>

/** How the connector ends one call. `lost`: it is done, but the answer never arrives; `none`: all is well. */
type Fault =
  | { readonly status: number; readonly code?: string; readonly retryAfter?: string }
  | 'reset'
  | 'lost'
  | 'html'
  | 'none'

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

// Made once: an RSA key takes a while.
const [first, skype, unpublished] = [newKey('first'), newKey('skype'), newKey('unpublished')]

/** Answers a request in the authority's stead; false: it goes on as ever. */
type Instead = (asked: Asked, response: ServerResponse) => Promise<boolean>

export interface Asked {
  readonly method: string
  readonly path: string
  readonly text: string
}

/** A Bot Framework authority and connector of our own, on loopback, with keys of its own. */
export async function startAuthority({
  instead = async () => false,
  onward,
}: {
  readonly instead?: Instead
  readonly onward?: Onward
} = {}) {
  const calls: Call[] = []
  const faults: Fault[] = []
  const members = new Map<string, Record<string, unknown>>()
  const graph = graphWorld()
  const state = { tokens: 0, refuseTokens: false, membersAway: false, seq: FIRST_ID }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  // A server that listens on TCP has such an address.
  const { port } = server.address() as AddressInfo
  const close = async () => {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
  const url = `http://127.0.0.1:${port}`
  const serviceUrl = `${url}/uk/`

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = ''
    for await (const chunk of request) text += chunk
    const path = decodeURIComponent(request.url ?? '')
    const send = (status: number, body: unknown, headers: Record<string, string> = {}) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers })
      response.end(body === undefined ? undefined : JSON.stringify(body))
    }
    if (await instead({ method: request.method ?? '', path, text }, response)) return
    if (path === '/openid') return send(200, { jwks_uri: `${url}/keys` })
    if (path === '/keys') return send(200, { keys: [jwk(first, 'msteams'), jwk(skype, 'skype')] })
    if (path.endsWith('/oauth2/v2.0/token')) {
      state.tokens += 1
      const form = new URLSearchParams(text)
      const good = form.get('client_secret') === 'secret' && !state.refuseTokens
      return good
        ? send(200, { access_token: `for ${form.get('scope')}`, expires_in: 3599 })
        : send(401, { error: 'invalid_client', error_description: 'AADSTS7000215: wrong secret' })
    }
    if (path.startsWith('/graph/v1.0/')) {
      const { authorization } = request.headers
      const own = path.slice('/graph/v1.0'.length)
      const { status, body, fault } = graph.answer(request.method ?? '', own, text, authorization)
      if (fault === 'reset' || fault === 'lost') return void request.socket.destroy()
      if (fault === 'html') return void response.writeHead(200).end('<p>')
      const wait = typeof fault === 'object' ? fault.retryAfter : undefined
      return send(status, body, wait ? { 'retry-after': wait } : {})
    }
    if (request.headers.authorization !== 'Bearer for https://api.botframework.com/.default') {
      return send(401, { error: { code: 'Unauthorized' } })
    }
    if (onward) {
      const answered = await onward(request.method ?? '', path.replace('/uk', ''), text)
      return send(answered.status, answered.body)
    }
    const member = /\/members\/(.+)$/.exec(path)
    if (member) {
      if (state.membersAway) return send(500, { error: { code: 'Injected' } })
      const found = members.get(member[1] ?? '')
      return found ? send(200, found) : send(404, { error: { code: 'MemberNotFound' } })
    }
    const [, conversation = ''] = /\/v3\/conversations\/([^/;]+)/.exec(path) ?? []
    if (!graph.isIn(conversation))
      return send(403, { error: { code: 'BotNotInConversationRoster' } })
    const fault = faults.shift()
    if (fault === undefined || fault === 'lost' || fault === 'none') {
      calls.push({
        method: request.method ?? '',
        path: path.replace('/uk', ''),
        body: JSON.parse(text),
      })
    }
    if (fault === 'reset' || fault === 'lost') return void request.socket.destroy()
    if (fault === 'html')
      return void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>')
    if (fault && fault !== 'none') {
      const { status, code = 'Injected', retryAfter } = fault
      return send(status, { error: { code } }, retryAfter ? { 'retry-after': retryAfter } : {})
    }
    if (path.endsWith('/v3/conversations')) return send(201, { id: `a:${membersOf(text)}` })
    state.seq += 1
    send(request.method === 'PUT' ? 200 : 201, { id: String(state.seq) })
  }

  const settings: TeamsSettings = {
    MicrosoftAppId: APP,
    MicrosoftAppPassword: 'secret',
    MicrosoftAppTenantId: TENANT,
    MicrosoftAppType: 'SingleTenant',
    GRAPH_URL: `${url}/graph`,
    GRAPH_LOGIN_URL: `${url}/login`,
    ToBotFromChannelOpenIdMetadataUrl: `${url}/openid`,
    ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
    ToChannelFromBotOAuthScope: 'https://api.botframework.com',
    ToBotFromEmulatorOpenIdMetadataUrl: `${url}/openid`,
    ToChannelFromBotLoginUrl: `${url}/${TENANT}`,
  }

  const now = Math.floor(Date.now() / 1000)
  const claims = {
    serviceurl: serviceUrl,
    nbf: now - 60,
    exp: now + 3600,
    iss: 'https://api.botframework.com',
    aud: APP,
  }
  const sign = (payload: object, key: Key = first, header: object = {}) => {
    const signed = `${encode({ alg: 'RS256', typ: 'JWT', kid: key.kid, ...header })}.${encode(payload)}`
    const signature = createSign('RSA-SHA256').update(signed).sign(key.privateKey)
    return `${signed}.${signature.toString('base64url')}`
  }

  return {
    serviceUrl,
    settings,
    calls,
    faults,
    members,
    state,
    graph,
    token: () => sign(claims),
    /** The same, for what is said to come from another service. */
    tokenOf: (serviceurl: string) => sign({ ...claims, serviceurl }),
    badTokens: badTokens(claims, sign),
    close,
    /** Takes requests again, after it was closed. */
    reopen: () => new Promise<void>((done) => server.listen(port, '127.0.0.1', done)),
  }
}
export type Authority = Awaited<ReturnType<typeof startAuthority>>

interface Key {
  readonly kid: string
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
}

function newKey(kid: string): Key {
  return { kid, ...generateKeyPairSync('rsa', { modulusLength: 2048 }) }
}

/** Every header that must be turned away, by name. */
function badTokens(
  claims: Record<string, unknown>,
  sign: (payload: object, key?: Key, header?: object) => string,
): Record<string, string | undefined> {
  const good = sign(claims)
  const past = Math.floor(Date.now() / 1000) - 3600
  const symmetric = `${encode({ alg: 'HS256', typ: 'JWT', kid: first.kid })}.${encode(claims)}`
  const secret = first.publicKey.export({ type: 'spki', format: 'pem' })
  const emulator = `https://sts.windows.net/${TENANT}/`
  const bearer = (token: string) => `Bearer ${token}`
  return {
    none: undefined,
    empty: '',
    'another scheme': `Basic ${good}`,
    'two tokens': `Bearer ${good} ${good}`,
    garbage: bearer('not.a.token'),
    expired: bearer(sign({ ...claims, nbf: past - 3600, exp: past })),
    'not valid yet': bearer(sign({ ...claims, nbf: past + 7200, exp: past + 9000 })),
    'without an end': bearer(sign({ ...claims, exp: undefined })),
    'for another bot': bearer(sign({ ...claims, aud: randomUUID() })),
    'from another issuer': bearer(sign({ ...claims, iss: 'https://evil.example' })),
    'for another service address': bearer(sign({ ...claims, serviceurl: 'https://evil.example/' })),
    'with an unknown key': bearer(sign(claims, { ...first, kid: 'nobody' })),
    'with a key for another channel': bearer(sign(claims, skype)),
    'with an unpublished key': bearer(sign(claims, { ...unpublished, kid: first.kid })),
    'with the signature of another': bearer(
      [...good.split('.').slice(0, 2), sign({ ...claims, x: 1 }).split('.')[2]].join('.'),
    ),
    'alg none': bearer(`${encode({ alg: 'none', typ: 'JWT', kid: first.kid })}.${encode(claims)}.`),
    'HS256 with the public key': bearer(
      `${symmetric}.${createHmac('sha256', secret).update(symmetric).digest('base64url')}`,
    ),
    'that we ourselves sent to a service': bearer(
      sign({
        ...claims,
        iss: emulator,
        tid: TENANT,
        appid: APP,
        ver: '1.0',
        serviceurl: undefined,
      }),
    ),
  }
}

function jwk({ kid, publicKey }: Key, endorsement: string) {
  return { ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', endorsements: [endorsement] }
}

function membersOf(text: string): string {
  // What the bot sends to make a conversation; a test that sends anything else should fail.
  const { members } = JSON.parse(text) as { members: { id: string }[] }
  return members.map(({ id }) => id).join('+')
}
