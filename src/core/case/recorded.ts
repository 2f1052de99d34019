import { accept, type Decision, refuse } from '../decision.ts'
import { doerOf } from '../people/doer.ts'
import type { Allowed } from '../permission/permitted.ts'
import { Instant } from '../time/instant.ts'
import { showLocal } from '../time/local.ts'
import type { Case } from './case.ts'
import type { CaseEvent } from './event.ts'
import type { CaseIntentOf } from './intent.ts'

/** D7: the national system was updated after the panel; no rule says by when. */
export function recordUpdated(
  kase: Case,
  intent: CaseIntentOf<'recordUpdated'>,
  context: Allowed,
): Decision<CaseEvent> {
  const panel = kase.panels.at(-1)
  const what = context.policy.incidentPanel?.recorded.label
  if (!panel || what === undefined)
    return refuse('missing', 'The panel decides first; then what was updated is recorded.')
  if (kase.updatedAt !== undefined)
    return refuse(
      'stale',
      `That is on record already: ${showLocal(kase.updatedAt, context.policy.zone)}.`,
    )
  const fault = updatedFault(intent.doneAt, panel.heldAt, context)
  if (fault) return fault
  const by = doerOf(context.directory, intent.by, context.acting)
  return accept({ type: 'recordedUpdated', at: context.now, by, doneAt: intent.doneAt })
}

/** What the panel’s own form says of it; undefined where it says nothing. */
export function updatedIn(
  answers: Case['answers'],
  { incidentPanel }: Allowed['policy'],
): Instant | undefined {
  const field = incidentPanel?.recorded.field
  return field === undefined ? undefined : Instant.safeParse(answers[field]).data
}

/** Where the panel’s own form says when: the same, with it. */
export function updatedWith(
  answers: Case['answers'],
  by: Extract<CaseEvent, { type: 'recordedUpdated' }>['by'],
  { now: at, policy }: Pick<Allowed, 'now' | 'policy'>,
): CaseEvent[] {
  const doneAt = updatedIn(answers, policy)
  if (doneAt === undefined) return []
  return [{ type: 'recordedUpdated', at, by, doneAt }]
}

export function updatedFault(
  doneAt: Instant,
  heldAt: Instant,
  { now, policy }: Pick<Allowed, 'now' | 'policy'>,
) {
  const { label = '', field } = policy.incidentPanel?.recorded ?? {}
  const under = (words: string) => (field === undefined ? {} : { [field]: words })
  if (doneAt > now)
    return refuse(
      'invalid',
      `That is in the future: it is ${showLocal(now, policy.zone)}.`,
      under('This is in the future.'),
    )
  if (doneAt < heldAt)
    return refuse(
      'invalid',
      `The panel met ${showLocal(heldAt, policy.zone)}; “${label}” comes after it. Check both times.`,
      under('This is before the panel met.'),
    )
  return null
}
