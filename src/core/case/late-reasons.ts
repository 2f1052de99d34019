import type { Context } from '../kind.ts'
import type { Case } from './case.ts'
import type { CaseEvent } from './event.ts'
import { openPrompt } from './prompts.ts'
import { clockRule } from './rules.ts'

/** S06: a clock that is overdue when it starts asks why; nothing is invented about earlier notices. */
export function lateReasons(
  events: readonly CaseEvent[],
  kase: Pick<Case, 'type' | 'provider' | 'prompts' | 'confidential'>,
  context: Context,
): CaseEvent[] {
  return events.flatMap((event) => {
    if (event.type !== 'clockStarted' || !event.clock.overdueOnEntry) return []
    const { owes: post, within } = clockRule(context.policy, event.clock.rule)
    // A clock that waits for another's receipt is late for that one's reason.
    if (within.unit === 'receiptOf') return []
    return openPrompt(
      kase,
      { asks: 'lateReason', about: event.clock.rule, post, urgent: false },
      context,
    )
  })
}
