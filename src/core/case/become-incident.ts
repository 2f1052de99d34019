import { accept, type Decision, refuse } from '../decision.ts'
import { doerOf } from '../people/doer.ts'
import type { Allowed } from '../permission/permitted.ts'
import type { Case } from './case.ts'
import { startClocks } from './clocks.ts'
import type { CaseEvent } from './event.ts'
import type { CaseIntentOf } from './intent.ts'
import { lateReasons } from './late-reasons.ts'
import { newsOf } from './news.ts'
import { impossibleTimes } from './raise.ts'
import { beginRoute } from './safeguarding/route.ts'

/** S04: a concern turns out to be a serious incident; only then do the clocks start. */
export function becomeIncident(
  kase: Case,
  intent: CaseIntentOf<'becomeIncident'>,
  context: Allowed,
): Decision<CaseEvent> {
  const { policy, directory, acting, now } = context
  if (kase.type === 'incident')
    return refuse('alreadyOpen', 'This is a serious incident already; its clocks run.')
  const impossible = impossibleTimes(intent.occurredAt, intent.identifiedAt, now, policy.zone)
  if (impossible) return impossible
  if (intent.reason.trim() === '')
    return refuse('missing', 'Say why it is a serious incident.', { reason: 'Give the reason.' })
  const { kind, type, by, ...facts } = intent
  const answers = { ...kase.answers, ...facts.answers }
  const started = { ...kase, ...facts, answers, type: 'incident' as const, urgent: kase.danger }
  const clocks = startClocks(started, context)
  return accept(
    { type: 'becameIncident', at: now, by: doerOf(directory, by, acting), ...facts },
    ...clocks,
    ...lateReasons(clocks, started, context),
    ...(intent.safeguarding === 'yes' ? beginRoute(started, context) : []),
    ...newsOf(kase, 'becameIncident', context),
  )
}
