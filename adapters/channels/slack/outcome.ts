import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api'
import { NoLongerHeld } from '../../../src/app/hold.ts'
import { NOT_SENT } from '../../../src/app/not-sent.ts'
import type { Outcome } from '../../../src/core/effect.ts'

const LATER = new Set(['ratelimited', 'rate_limited', 'service_unavailable', 'team_added_to_org'])

/** Slack says of these that part of the work may have been done. */
const UNCLEAR = new Set(['fatal_error', 'internal_error', 'request_timeout'])

const TOKEN =
  'Slack does not accept Muster’s token: whoever runs Muster sets SLACK_BOT_TOKEN to the token on the app’s page and restarts it.'

const FAULT = 'this is a fault in Muster: please tell whoever runs it.'

/** What is wrong and who can cure it, by Slack's code. */
const CURES: Readonly<Record<string, string>> = {
  not_in_channel: 'Muster is not in this Slack room: somebody in it types /invite @Muster there.',
  channel_not_found:
    'Slack shows Muster no such room: invite Muster to it, or put the right room into the directory.',
  is_archived: 'This Slack room is archived: unarchive it, or put another room into the directory.',
  user_not_found: 'Slack knows no such account: put the right one into the directory.',
  user_disabled: 'This Slack account is switched off: put another one into the directory.',
  cannot_dm_bot: 'This Slack account is a bot: put a person’s account into the directory.',
  invalid_auth: TOKEN,
  not_authed: TOKEN,
  account_inactive: TOKEN,
  token_revoked: TOKEN,
  token_expired: TOKEN,
  restricted_action:
    'The Slack workspace does not let Muster do this: its administrators can allow it.',
  invalid_blocks: `Slack does not take this message as it is laid out; ${FAULT}`,
  msg_too_long: `Slack does not take a message of this length; ${FAULT}`,
  msg_blocks_too_long: `Slack does not take a message of this length; ${FAULT}`,
}

/** The token or a permission: whoever runs Muster cures it, and what waits then arrives. */
export function isAboutAccess(code: string | undefined): boolean {
  return code === 'missing_scope' || (code !== undefined && CURES[code] === TOKEN)
}

export function never(reason: string): Outcome {
  return { type: 'never', reason }
}

/** Every expected failure is an outcome. */
export async function guarded(work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof NoLongerHeld) throw error
    return outcomeOf(error)
  }
}

/** Slack's code for a refusal: `not_in_channel`; undefined when it did not answer with one. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof WebAPIPlatformError)) return undefined
  const code = error.data.error
  // An answer that was not JSON arrives here too, whole.
  return /^[a-z][a-z0-9_]{0,60}$/.test(code) ? code : undefined
}

/** How a call that threw ended. */
export function outcomeOf(error: unknown): Outcome {
  if (error instanceof WebAPIRateLimitedError) {
    const retryAfterSeconds = error.retryAfter
    return { type: 'later', reason: 'Slack asks Muster to slow down.', retryAfterSeconds }
  }
  if (error instanceof WebAPIHTTPError) return httpOutcome(error.statusCode)
  if (error instanceof WebAPIRequestError) return requestOutcome(error.original)
  const code = codeOf(error)
  if (code === undefined) return otherOutcome(error)
  if (LATER.has(code)) return { type: 'later', reason: `Slack cannot do it now (${code}).` }
  if (UNCLEAR.has(code)) return { type: 'unclear', reason: `Slack failed on the way (${code}).` }
  const reason = CURES[code] ?? missingScope(error)
  if (reason !== undefined && isAboutAccess(code)) return { type: 'later', reason }
  if (code === 'is_archived' && reason !== undefined) return { type: 'never', reason, shut: true }
  return never(reason ?? `Slack refuses it (${code}); ${FAULT}`)
}

/** A gateway's error page does not say whether Slack got to work behind it. */
function httpOutcome(status: number): Outcome {
  const reason = `Slack answered ${status}.`
  if (status === 503 || status === 429) return { type: 'later', reason }
  return status >= 500 ? { type: 'unclear', reason } : never(`${reason.slice(0, -1)}; ${FAULT}`)
}

function requestOutcome(original: Error): Outcome {
  const code = causeCode(original)
  if (code !== undefined && NOT_SENT.has(code)) {
    return { type: 'later', reason: `Slack cannot be reached (${code}).` }
  }
  return { type: 'unclear', reason: 'Slack’s answer was lost.' }
}

function otherOutcome(error: unknown): Outcome {
  const words = error instanceof Error ? error.message : ''
  if (words.startsWith('Retry header'))
    return { type: 'later', reason: 'Slack asks Muster to slow down.' }
  return { type: 'unclear', reason: 'Slack’s answer could not be read.' }
}

function causeCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  if ('code' in error && typeof error.code === 'string') return error.code
  if (error instanceof AggregateError) return causeCode(error.errors[0])
  return causeCode(error.cause)
}

function missingScope(error: unknown): string | undefined {
  if (!(error instanceof WebAPIPlatformError) || error.data.error !== 'missing_scope')
    return undefined
  const scope = 'needed' in error.data ? ` (${error.data.needed})` : ''
  return `Muster lacks a permission in Slack${scope}: whoever runs Muster installs the app again with the manifest as it is now.`
}
