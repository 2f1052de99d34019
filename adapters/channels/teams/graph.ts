import { z } from 'zod'
import type { Outcome } from '../../../src/core/effect.ts'
import { limits } from './limits.ts'
import { notNow, secondsIn, unanswered } from './outcome.ts'
import { ownAuthority, type TeamsSettings } from './settings.ts'
import { type Asking, type TokenSource, tokenSource } from './token.ts'

/** What a call is for and which right it takes: for the sentence where Microsoft refuses it. */
export interface Need {
  readonly what: string
  readonly right: string
}

export type GraphAnswer =
  | { readonly ok: true; readonly body: unknown }
  | {
      readonly ok: false
      readonly outcome: Outcome
      /** Undefined where no clear answer came. */
      readonly status: number | undefined
      /** Microsoft’s own words: to be compared, not shown. */
      readonly words: string
    }

/** Microsoft Graph, as far as Muster needs it. Every call is tried once, with our deadline. */
export interface Graph {
  ask(
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    need: Need,
    body?: object,
  ): Promise<GraphAnswer>
  /** How Graph names a thing of its own in what it is sent. */
  nameOf(path: string): string
}

const SERVICE = 'Microsoft Graph'
const PUBLIC = 'https://graph.microsoft.com'

const Problem = z.object({ error: z.object({ code: z.string(), message: z.string().default('') }) })
const Broken = z.object({ cause: z.object({ code: z.string() }) })

export function graphOf(settings: TeamsSettings): Graph {
  const root = (settings.GRAPH_URL ?? PUBLIC).replace(/\/+$/, '')
  const base = /\/(v1\.0|beta)$/.test(root) ? root : `${root}/v1.0`
  // Anything but https is a stand-in, which passes itself off as the public one.
  const resource = base.startsWith('https:') ? new URL(base).origin : PUBLIC
  const pass = passOf(settings, resource)
  const tokens = typeof pass === 'string' ? pass : tokenSource(pass)

  return {
    async ask(method, path, need, body) {
      if (typeof tokens === 'string') return no({ type: 'never', reason: tokens })
      const url = URL.canParse(path) ? path : `${base}${path}`
      // The next page of a list is an address that Graph gave us.
      if (new URL(url).origin !== new URL(base).origin)
        return no({ type: 'never', reason: `${SERVICE} answered with an address of another.` })
      const answer = await once(tokens, method, url, need, body)
      if (answer.ok || answer.status !== 401) return answer
      // The token may have been withdrawn: a new one shows, and nothing was done with the old one.
      tokens.forget()
      return once(tokens, method, url, need, body)
    },
    nameOf: (path) => `${resource}/v1.0${path}`,
  }
}

/** A sentence where there is no way to Graph. */
function passOf(settings: TeamsSettings, scope: string): Asking | string {
  const { MicrosoftAppTenantId: tenant, GRAPH_LOGIN_URL, GRAPH_URL } = settings
  if (ownAuthority(settings) && GRAPH_URL === undefined)
    return 'Microsoft Graph is not set up: whoever runs Muster sets GRAPH_URL and GRAPH_LOGIN_URL to those of your cloud.'
  const login = (GRAPH_LOGIN_URL ?? 'https://login.microsoftonline.com').replace(/\/+$/, '')
  return {
    login: login.endsWith(`/${tenant}`) ? login : `${login}/${tenant}`,
    scope,
    client: settings.MicrosoftAppId,
    secret: settings.MicrosoftAppPassword,
    service: SERVICE,
  }
}

async function once(
  tokens: TokenSource,
  method: string,
  url: string,
  need: Need,
  body: object | undefined,
): Promise<GraphAnswer> {
  const token = await tokens.get()
  if (!token.ok) return no(token.outcome)
  try {
    const response = await fetch(url, {
      method,
      headers: { authorization: `Bearer ${token.token}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
      redirect: 'error',
      signal: AbortSignal.timeout(limits.callMilliseconds),
    })
    const text = await response.text()
    if (response.ok) return { ok: true, body: text === '' ? undefined : JSON.parse(text) }
    // A right that is granted shows only in a new token.
    if (response.status === 403) tokens.forget()
    return refusal(response, text, need)
  } catch (error) {
    return no(unanswered(SERVICE, Broken.safeParse(error).data?.cause.code))
  }
}

function refusal({ status, headers }: Response, text: string, need: Need): GraphAnswer {
  const { code, message } = problemIn(text) ?? {}
  const words = message ?? ''
  if (status === 401 || status === 403)
    return { ok: false, outcome: { type: 'never', reason: lacking(need, words) }, status, words }
  const wait = secondsIn(headers.get('retry-after'))
  const outcome = notNow({ service: SERVICE, status, code, wait }) ?? {
    type: 'never' as const,
    reason: `${SERVICE} does not let Muster ${need.what}: it answered ${status}${code ? ` ${code}` : ''}.`,
  }
  return { ok: false, outcome, status, words }
}

function problemIn(text: string) {
  try {
    return Problem.safeParse(JSON.parse(text)).data?.error
  } catch {
    return undefined
  }
}

function lacking({ what, right }: Need, words: string): string {
  const may = `${SERVICE} does not let Muster ${what}`
  if (/application access policy/i.test(words))
    return `${may}: a Teams administrator makes an application access policy for the app (New-CsApplicationAccessPolicy) and grants it to the organiser (Grant-CsApplicationAccessPolicy).`
  return `${may}: an administrator of Microsoft Entra gives its app registration the application permission ${right} and grants admin consent.`
}

function no(outcome: Outcome): GraphAnswer {
  return { ok: false, outcome, status: undefined, words: '' }
}
