import { accept, type Decision, refuse } from '../decision.ts'
import type { Context } from '../kind.ts'
import { actsFor, doerOf } from '../people/doer.ts'
import type { Case } from './case.ts'
import { startClocks } from './clocks.ts'
import type { CaseEvent } from './event.ts'
import type { CaseIntentOf } from './intent.ts'
import { lateReasons } from './late-reasons.ts'
import { impossibleTimes } from './raise.ts'
import { notYours } from './refusals.ts'
import { providerOf } from './rules.ts'

/** S04: a concern turns out to be a serious incident; only then do the clocks start. */
export function becomeIncident(
  kase: Case,
  intent: CaseIntentOf<'becomeIncident'>,
  context: Context,
): Decision<CaseEvent> {
  const { policy, directory, now } = context
  const posts = [policy.prompting.triage, { role: 'incident-lead', of: 'provider' }]
  const acting = actsFor(directory, providerOf(kase), posts, intent.by, now)
  if (!acting) return notYours(kase, posts, context, 'turn this concern into a serious incident')
  if (kase.type === 'incident')
    return refuse('alreadyOpen', 'This is a serious incident already; its clocks run.')
  const impossible = impossibleTimes(intent.occurredAt, intent.identifiedAt, now, policy.zone)
  if (impossible) return impossible
  if (intent.reason.trim() === '')
    return refuse('missing', 'Say why it is a serious incident.', { reason: 'Give the reason.' })
  const { kind, type, by, ...facts } = intent
  const started = { ...kase, ...facts, type: 'incident' as const, urgent: kase.danger }
  const clocks = startClocks(started, context)
  return accept(
    { type: 'becameIncident', at: now, by: doerOf(directory, by, acting), ...facts },
    ...clocks,
    ...lateReasons(clocks, started, context),
    { type: 'raiserTold', at: now, words: 'What you raised is now handled as a serious incident.' },
  )
}
