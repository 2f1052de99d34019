import { z } from 'zod'
import type { Outcome } from '../../../src/core/effect.ts'
import { limits } from './limits.ts'

const Granted = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number() })
const Refused = z.object({ error: z.string(), error_description: z.string().optional() })

type Token =
  | { readonly ok: true; readonly token: string }
  | { readonly ok: false; readonly outcome: Outcome }

/** Who asks for a pass, where, and for what. */
export interface Asking {
  /** The sign-in address up to the tenant. */
  readonly login: string
  readonly scope: string
  readonly client: string
  readonly secret: string
  /** What the pass is for, as administrators call it. */
  readonly service: string
}

export interface TokenSource {
  /** A token that is good for a few more minutes; nothing has been sent when there is none. */
  get(): Promise<Token>
  forget(): void
}

/** Muster's own pass to a service of Microsoft. Asked of Entra here, since MSAL knows no deadline. */
export function tokenSource(asked: Asking): TokenSource {
  let asking: Promise<Token> | undefined
  let staleAt = 0

  return {
    get() {
      if (asking === undefined || Date.now() > staleAt) {
        staleAt = Number.POSITIVE_INFINITY
        asking = ask(asked).then(({ seconds, ...token }) => {
          staleAt = token.ok ? Date.now() + (seconds - 300) * 1000 : 0
          return token
        })
      }
      return asking
    },
    forget() {
      staleAt = 0
    },
  }
}

async function ask(asking: Asking): Promise<Token & { seconds: number }> {
  try {
    const response = await fetch(`${asking.login.replace(/\/$/, '')}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: asking.client,
        client_secret: asking.secret,
        scope: `${asking.scope}/.default`,
      }),
      redirect: 'error',
      signal: AbortSignal.timeout(limits.callMilliseconds),
    })
    const body: unknown = await response.json().catch(() => undefined)
    const granted = Granted.safeParse(body)
    if (response.ok && granted.success) {
      const { access_token, expires_in } = granted.data
      return { ok: true, token: access_token, seconds: expires_in }
    }
    return { ok: false, outcome: refusal(response.status, body, asking), seconds: 0 }
  } catch {
    return later('Microsoft’s sign-in service cannot be reached.')
  }
}

function later(reason: string) {
  return { ok: false, outcome: { type: 'later', reason }, seconds: 0 } as const
}

function refusal(status: number, body: unknown, { service }: Asking): Outcome {
  const refused = Refused.safeParse(body)
  if (status === 429 || status >= 500 || !refused.success) {
    return { type: 'later', reason: `Microsoft’s sign-in service answered ${status}.` }
  }
  const code = /AADSTS\d+/.exec(refused.data.error_description ?? '')?.[0] ?? refused.data.error
  return {
    type: 'never',
    reason: `Microsoft refused Muster’s sign-in to ${service} (${code}): check MicrosoftAppId, MicrosoftAppTenantId and MicrosoftAppPassword; a client secret may have run out.`,
  }
}
