import { setTimeout } from 'node:timers/promises'
import type { Reply } from '../../../src/app/conversation.ts'
import type { Host } from '../../../src/app/host.ts'
import type { Outcome } from '../../../src/core/effect.ts'
import { type Activity, accountOf, isPersonal } from './activity.ts'
import { type Outgoing, outgoing } from './card.ts'
import { formCard } from './form.ts'
import { limits } from './limits.ts'
import type { TeamsPort, Where } from './port.ts'
import { renderMessage } from './render.ts'
import type { Whereabouts } from './whereabouts.ts'

/** Into the personal chat of whoever wrote or pressed. True when all of it arrived. */
export type PrivateAnswer = (activity: Activity, reply: Reply) => Promise<boolean>

/** What answers one person is never written where others read. */
export function privateAnswer(
  host: Host,
  port: TeamsPort,
  whereabouts: Whereabouts,
): PrivateAnswer {
  return async (activity, reply) => {
    const messages = writtenOut(host, reply)
    if (messages.length === 0) return true
    const here = { service: activity.serviceUrl, conversation: activity.conversation.id }
    const located = isPersonal(activity)
      ? ({ ok: true, where: here } as const)
      : await whereabouts.chat(accountOf(activity), limits.replyMilliseconds)
    if (!located.ok) return complain(host, located.outcome)
    for (const message of messages) {
      const outcome = await patiently(port, located.where, message)
      if (outcome.type !== 'done') return complain(host, outcome)
    }
    return true
  }
}

function complain({ log }: Host, outcome: Outcome): false {
  log.warn({ outcome }, 'An answer did not reach its person on Teams')
  return false
}

function writtenOut(host: Host, reply: Reply): readonly Outgoing[] {
  switch (reply.type) {
    case 'nothing':
      return []
    case 'say':
      return renderMessage(reply.message, host.directory())
    case 'form':
      return [outgoing(formCard(reply.form, host.directory(), true), reply.form.title)]
  }
}

/**
 * An answer is in no outbox, and somebody waits for it: it is tried again at once. Showing it twice
 * does no harm, since a form's key goes with it.
 */
export async function patiently(
  port: TeamsPort,
  where: Where,
  message: Outgoing,
): Promise<Outcome> {
  let outcome = await port.send(where, message, { milliseconds: limits.replyMilliseconds })
  for (let again = 1; again <= 2; again += 1) {
    if (outcome.type !== 'later' && outcome.type !== 'unclear') return outcome
    const asked = outcome.type === 'later' ? (outcome.retryAfterSeconds ?? again / 4) : 0
    if (asked > 2) return outcome
    await setTimeout(asked * 1000 + Math.random() * 200)
    outcome = await port.send(where, message, { milliseconds: limits.replyMilliseconds })
  }
  return outcome
}
