import type { WebClient } from '@slack/web-api'
import type { Outcome } from '../../../src/core/effect.ts'
import type { Directory } from '../../../src/core/people/directory.ts'
import { findPerson, nameOf } from '../../../src/core/people/find.ts'
import { codeOf, never, outcomeOf } from './outcome.ts'

/** Why an address is not asked in, where its code does not say it. */
const REASONS: Readonly<Record<string, string>> = {
  not_paid: 'Slack Connect is not part of this workspace’s plan',
  restricted_action: 'the workspace does not let Muster ask people in from outside',
  not_allowed: 'the workspace does not let Muster ask people in from outside',
  user_is_restricted: 'the workspace does not let Muster ask people in from outside',
  invalid_email: 'Slack takes no invitation to their mail address',
  invalid_emails: 'Slack takes no invitation to their mail address',
  connection_limit_exceeded: 'the room has as many organisations from outside as Slack allows',
  missing_scope: 'Muster lacks the permission conversations.connect:write in Slack',
}

/**
 * Slack Connect: Slack mails them a link by which they join the room and may write there, and no more.
 * Whoever is in it already needs none.
 */
export async function shared(
  web: WebClient,
  directory: Directory,
  room: string,
  person: string,
): Promise<Outcome> {
  const email = findPerson(directory, person)?.person.email
  if (email === undefined) return never(`no mail address of ${nameOf(directory, person)} is known`)
  try {
    await web.conversations.inviteShared({ channel: room, emails: [email], external_limited: true })
  } catch (error) {
    const code = codeOf(error) ?? ''
    if (code === 'already_in_channel') return { type: 'done', ref: room }
    const outcome = outcomeOf(error)
    const isRefused = outcome.type === 'never' || code in REASONS
    if (code === '' || !isRefused) return outcome
    return never(REASONS[code] ?? `Slack refuses it (${code})`)
  }
  return { type: 'done', ref: room }
}
