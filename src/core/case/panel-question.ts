import { accept, type Decision } from '../decision.ts'
import type { Context } from '../kind.ts'
import type { Case } from './case.ts'
import type { CaseEvent } from './event.ts'
import { evolveCase } from './evolve.ts'
import { openPrompt } from './prompts.ts'

/** D6: once the report is there, or overdue, the Lead Provider is asked about the panel; once, and by no time. */
export function askingForPanel(
  kase: Case,
  decided: Decision<CaseEvent>,
  context: Context,
): Decision<CaseEvent> {
  const rule = context.policy.incidentPanel
  if (!decided.ok || !rule || kase.prompts.some(({ id }) => id === 'panel')) return decided
  const { events } = decided
  const isDue = events.some(
    (event) =>
      (event.type === 'clockMet' || event.type === 'clockMissed') && event.clock === rule.after,
  )
  const after = isDue ? events.reduce<Case>(evolveCase, kase) : kase
  if (!isDue || after.status === 'closed') return decided
  const asking = { asks: 'panel', post: rule.asks, urgent: false, climbs: false } as const
  return accept(...events, ...openPrompt(after, asking, context))
}
