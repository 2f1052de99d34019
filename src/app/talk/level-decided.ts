import type { Ticket } from '../../core/message/form.ts'
import { leftOpenParts } from '../../core/provider/taken-back/left-open.ts'
import { askedByWay } from '../../core/provider/untimed.ts'
import type { AnyRecord } from '../../core/record.ts'
import type { Reply } from '../conversation.ts'
import { type Ask, contextOf } from './ask.ts'
import { about, say } from './say.ts'

/** After a decision on the level, to whoever decided: what is to be called next, and what a level that was taken back leaves open. */
export function leadOn(ask: Ask, { form }: Ticket, record: AnyRecord): Reply | null {
  if (form !== 'surveillance' || record.kind !== 'provider') return null
  const { policy, directory, now } = contextOf(ask, record)
  const composing = {
    policy,
    directory,
    now,
    viewer: { type: 'actor', actor: ask.heard.actor },
  } as const
  const calls = askedByWay(record, composing)
  const open = leftOpenParts(record, composing)
  if (calls.length + open.length === 0) return null
  const words = calls.length > 0 ? CALLS_NOBODY : 'The decision stands in the provider’s thread.'
  return about(record, say(`Recorded on ${record.name}`, words, ...calls, ...open))
}

const CALLS_NOBODY =
  'The decision stands in the provider’s thread, and calls nobody yet. Call the meeting now: you see who would be called before anyone is. Until one is called it stands under “/muster mine” and on the provider’s card.'
