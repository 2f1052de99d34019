import { accept, type Decision, refuse } from '../decision.ts'
import type { Context } from '../kind.ts'
import { doerOf } from '../people/doer.ts'
import type { Allowed } from '../permission/permitted.ts'
import { referenceOf } from '../record-id.ts'
import { showLocal } from '../time/local.ts'
import type { Case } from './case.ts'
import type { ClockRun } from './clock-run.ts'
import type { CaseEvent } from './event.ts'
import type { CaseIntentOf } from './intent.ts'
import { newsOf } from './news.ts'
import { updatedFault, updatedIn, updatedWith } from './recorded.ts'
import { clockRule, isWithoutDelay, owed } from './rules.ts'

/** A concern is closed by its quality lead with a reason. An incident is not closed without its panel. */
export function close(
  kase: Case,
  intent: CaseIntentOf<'close'>,
  context: Allowed,
): Decision<CaseEvent> {
  if (kase.type === 'incident')
    return refuse(
      'missing',
      'A serious incident is closed by the incident panel. What is missing is the panel’s record (form 9): record its decision to downgrade, delete or close, with the reason.',
    )
  if (!kase.triage)
    return refuse(
      'missing',
      'This concern has not been triaged. Triage it first, so that the reasons are on record.',
    )
  if (intent.reason.trim() === '' || intent.outcome.trim() === '')
    return refuse('missing', 'Give the reason, and what the person who raised it may know.')
  const by = doerOf(context.directory, intent.by, context.acting)
  const reason = intent.reason.trim()
  return accept(
    ...ending(kase, context),
    closed(by, 'reason', reason, context),
    ...newsOf(kase, 'closed', context, ` Outcome: ${intent.outcome.trim()}`),
  )
}

/** Form 9: downgrade, delete or close. What is still owed is cancelled, neither met nor missed. */
export function panel(
  kase: Case,
  intent: CaseIntentOf<'panel'>,
  context: Allowed,
): Decision<CaseEvent> {
  const { policy, directory, now } = context
  if (kase.type !== 'incident')
    return refuse(
      'invalid',
      'A panel decides on serious incidents. Close a concern with a reason instead.',
    )
  if (intent.reason.trim() === '')
    return refuse('missing', 'Give the panel’s reason.', { reason: 'Give the reason.' })
  if (intent.heldAt > now)
    return refuse(
      'invalid',
      `The panel cannot have met in the future: it is ${showLocal(now, policy.zone)}.`,
      {
        heldAt: 'This is in the future.',
      },
    )
  if (kase.occurredAt !== null && intent.heldAt < kase.occurredAt)
    return refuse('invalid', 'The panel cannot have met before the incident. Check the date.', {
      heldAt: 'This is before the incident.',
    })
  const updatedAt = updatedIn(intent.answers, context.policy)
  const fault = updatedAt === undefined ? null : updatedFault(updatedAt, intent.heldAt, context)
  if (fault) return fault
  const open = intent.decision === 'close' ? stillOwed(kase, context) : []
  if (open.length > 0)
    return refuse(
      'missing',
      `Still missing: ${open.join('; ')}. Record them first; then the incident can be closed.`,
    )
  const by = doerOf(directory, intent.by, context.acting)
  const { kind, type, by: _, ...record } = intent
  return accept(
    { type: 'panelDecided', at: now, by, panel: record },
    ...updatedWith(intent.answers, by, context),
    ...ending(kase, context),
    closed(by, intent.decision, intent.reason.trim(), context),
    ...newsOf(kase, intent.decision, context),
  )
}

/** What must be on record before an incident is closed: hard clocks, what is wanted without delay by now, and meetings that were called. */
function stillOwed(kase: Case, { policy, now }: Context): string[] {
  const isWanted = ({ rule, soft, dueAt }: ClockRun) =>
    dueAt !== null && (!soft || (isWithoutDelay(clockRule(policy, rule)) && dueAt <= now))
  const clocks = owed(kase)
    .filter(isWanted)
    .map(({ rule }) => `${rule} ${clockRule(policy, rule).label}`)
  const meetings = kase.meetings
    .filter(({ closedAt }) => closedAt === null)
    .map(({ label, meeting }) => `the record of ${label.toLowerCase()} ${referenceOf(meeting)}`)
  return [...clocks, ...meetings]
}

function ending(kase: Case, { now }: Context): CaseEvent[] {
  return [
    ...owed(kase).map(
      ({ rule, state }): CaseEvent => ({
        type: 'clockCancelled',
        at: now,
        clock: rule,
        why: 'the case was closed',
        ...(state === 'missed' && { wasMissed: true }),
      }),
    ),
    ...kase.prompts
      .filter(({ state }) => state === 'open')
      .map(({ id }): CaseEvent => ({ type: 'promptWithdrawn', at: now, prompt: id })),
  ]
}

function closed(
  by: Extract<CaseEvent, { type: 'closed' }>['by'],
  how: Extract<CaseEvent, { type: 'closed' }>['how'],
  reason: string,
  { now }: Context,
): CaseEvent {
  return { type: 'closed', at: now, by, how, reason }
}
