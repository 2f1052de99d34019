import type { Composing } from '../kind.ts'
import type { Part } from '../message/message.ts'
import { showLocal } from '../time/local.ts'
import type { Meeting } from './meeting.ts'

/** Of a meeting that is the round of a recurring duty: when the next one is due, as the provider told it since the record. */
export function nextRounds(
  { rule, record, brief }: Meeting,
  { policy }: Pick<Composing, 'policy'>,
): Part[] {
  if (!record || !brief || brief.at < record.at) return []
  return policy.cycles.flatMap(({ id, label, metBy = [] }): Part[] => {
    const isMet = metBy.some((one) => 'meeting' in one && one.meeting === rule)
    const due = brief.cycles?.find((one) => one.rule === id)?.dueAt
    if (!isMet || due === undefined) return []
    return [
      { kind: 'text', text: `The next ${label} (${id}) is due ${showLocal(due, policy.zone)}.` },
    ]
  })
}
