import { z } from 'zod'
import { NOT_SENT } from '../../../src/app/not-sent.ts'
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

export const MISSING_MESSAGE = 'ActivityNotFoundInConversation'
export const NOT_INSTALLED = 'BotNotInConversationRoster'

const NEVER: Readonly<Record<string, string>> = {
  [NOT_INSTALLED]:
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
    return { outcome: unanswered('Teams', transport), status, code: transport }
  }
  const code = codeIn(response?.bodyAsText)
  const answer: ServiceAnswer = {
    service: 'Teams',
    status,
    code,
    wait: secondsIn(Headers.safeParse(response?.headers).data?.get('retry-after')),
  }
  return { outcome: notNow(answer) ?? refused(answer), status, code }
}

/** How a service of Microsoft turned a call down; `wait` in seconds, where it says so. */
export interface ServiceAnswer {
  readonly service: string
  readonly status: number
  readonly code: string | undefined
  readonly wait: number | undefined
}

/** No answer came: it may have been done, unless nothing was sent. */
export function unanswered(service: string, transport: string | undefined): Outcome {
  const sent = transport === undefined || !NOT_SENT.has(transport)
  return sent
    ? { type: 'unclear', reason: `${service} did not answer clearly.` }
    : { type: 'later', reason: `${service} cannot be reached.` }
}

/** What may go better at another time; undefined where it was refused for good. */
export function notNow(answer: ServiceAnswer): Outcome | undefined {
  const { status, wait } = answer
  const reason = answered(answer)
  if ([401, 412, 429, 503].includes(status))
    return { type: 'later', reason, ...(wait === undefined ? {} : { retryAfterSeconds: wait }) }
  return status >= 500 ? { type: 'unclear', reason } : undefined
}

function refused(answer: ServiceAnswer): Outcome {
  const { code } = answer
  return { type: 'never', reason: (code && NEVER[code]) ?? answered(answer) }
}

/** `Teams answered 404 ConversationNotFound.` */
function answered({ service, status, code }: ServiceAnswer): string {
  return `${service} answered ${status}${code ? ` ${code}` : ''}.`
}

function codeIn(body: string | null | undefined): string | undefined {
  try {
    return Body.safeParse(JSON.parse(body ?? '')).data?.error.code
  } catch {
    return undefined
  }
}

/** Of a Retry-After header; undefined where it says none. */
export function secondsIn(header: string | null | undefined): number | undefined {
  const seconds = Number(header)
  return header && Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined
}
