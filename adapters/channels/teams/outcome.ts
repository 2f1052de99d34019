import { z } from 'zod'
import type { Outcome } from '../../../src/core/effect.ts'

/** What the SDK throws, as far as it tells how a call ended. */
const CallError = z.object({
  statusCode: z.number().optional(),
  code: z.string().optional(),
  response: z
    .object({ bodyAsText: z.string().nullish(), headers: z.unknown().optional() })
    .optional(),
})
const Headers = z.custom<{ get(name: string): string | undefined }>(
  (value) => typeof value === 'object' && value !== null && 'get' in value,
)
const Body = z.object({ error: z.object({ code: z.string() }) })

const NOT_SENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']

export const MISSING_MESSAGE = 'ActivityNotFoundInConversation'

const NEVER: Readonly<Record<string, string>> = {
  BotNotInConversationRoster:
    'Not reached on Teams: Muster is not installed there. Add the Muster app for this person or room in Teams.',
  BotDisabledByAdmin:
    'Not reached on Teams: the app is blocked. A Teams administrator can allow Muster.',
  ConversationNotFound:
    'Not reached on Teams: this room or chat does not exist (any more). Correct it in the directory.',
  [MISSING_MESSAGE]: 'The message to be updated is not there any more.',
  NotEnoughPermissions:
    'Not reached on Teams: bots may not write in this channel. Choose a standard channel or a group chat.',
}

export interface Failure {
  readonly outcome: Outcome
  readonly status: number | undefined
  readonly code: string | undefined
}

/** How a failed call to Teams ended, and whether it may have arrived nevertheless. */
export function failureOf(error: unknown): Failure {
  const parsed = CallError.safeParse(error)
  const { statusCode: status, code: transport, response } = parsed.data ?? {}
  if (status === undefined || status < 300) {
    const sent = transport === undefined || !NOT_SENT.includes(transport)
    const outcome: Outcome = sent
      ? { type: 'unclear', reason: 'Teams did not answer clearly.' }
      : { type: 'later', reason: 'Teams cannot be reached.' }
    return { outcome, status, code: transport }
  }
  const code = codeIn(response?.bodyAsText)
  return { outcome: answered(status, code, retryAfter(response?.headers)), status, code }
}

function answered(status: number, code: string | undefined, wait: number | undefined): Outcome {
  const named = `Teams answered ${status}${code ? ` ${code}` : ''}.`
  if ([401, 412, 429, 503].includes(status)) {
    return {
      type: 'later',
      reason: named,
      ...(wait === undefined ? {} : { retryAfterSeconds: wait }),
    }
  }
  if (status >= 500) return { type: 'unclear', reason: named }
  return { type: 'never', reason: (code && NEVER[code]) ?? named }
}

function codeIn(body: string | null | undefined): string | undefined {
  try {
    return Body.safeParse(JSON.parse(body ?? '')).data?.error.code
  } catch {
    return undefined
  }
}

function retryAfter(headers: unknown): number | undefined {
  const text = Headers.safeParse(headers).data?.get('retry-after')
  const seconds = Number(text)
  return text !== undefined && Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined
}
