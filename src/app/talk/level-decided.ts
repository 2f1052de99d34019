import type { Ticket } from '../../core/message/form.ts'
import { askedByWay } from '../../core/provider/untimed.ts'
import type { AnyRecord } from '../../core/record.ts'
import type { Reply } from '../conversation.ts'
import { type Ask, contextOf } from './ask.ts'
import { about, say } from './say.ts'

/** After a decision that is to lead to a meeting: what is called next, to whoever decided. */
export function callNext(ask: Ask, { form }: Ticket, record: AnyRecord): Reply | null {
  if (form !== 'surveillance' || record.kind !== 'provider') return null
  const { policy, directory, now } = contextOf(ask, record)
  const viewer = { type: 'actor', actor: ask.heard.actor } as const
  const calls = askedByWay(record, { policy, directory, now, viewer })
  if (calls.length === 0) return null
  return about(
    record,
    say(
      `Recorded on ${record.name}`,
      'The decision stands in the provider’s thread, and calls nobody yet. Call the meeting now: you see who would be called before anyone is. Until one is called it stands under “/muster mine” and on the provider’s card.',
      ...calls,
    ),
  )
}
