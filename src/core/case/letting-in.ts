import type { Decision } from '../decision.ts'
import type { Context } from '../kind.ts'
import { accessFor } from './access-list.ts'
import type { MaybeCase } from './case.ts'
import { type Confidential, isOnList } from './confidential.ts'
import type { CaseEvent } from './event.ts'

/**
 * Where the rule lets in whoever must be reminded or asked, they are put on the list before they are
 * told, and the list says what they owe. Where it passes them over, no event names them.
 */
export function lettingIn(
  kase: MaybeCase,
  decision: Decision<CaseEvent>,
  context: Context,
): Decision<CaseEvent> {
  if (!decision.ok) return decision
  let list = 'confidential' in kase ? kase.confidential : undefined
  const events: CaseEvent[] = []
  for (const event of decision.events) {
    for (const [person, why] of told(event)) {
      if (!list || isOnList({ confidential: list }, person)) continue
      const access = accessFor(person, why, { type: 'clock' }, context)
      const given: CaseEvent = { type: 'accessGiven', at: event.at, access }
      events.push(given)
      list = after(list, given)
    }
    events.push(event)
    list = after(list, event)
  }
  return { ok: true, events }
}

function after(list: Confidential | undefined, event: CaseEvent): Confidential | undefined {
  if (event.type === 'raised' || event.type === 'madeConfidential') return event.confidential
  if (list && event.type === 'accessGiven')
    return { ...list, access: [...list.access, event.access] }
  return list
}

/** Whom an event reminds or asks, and of what. */
function told(event: CaseEvent): (readonly [person: string, why: string])[] {
  if (event.type === 'clockNudged')
    return event.nudge.to.map((person) => [person, `owes ${event.clock}`])
  if (event.type === 'promptOpened')
    return event.prompt.asked.map((person) => [person, 'is asked a question'])
  if (event.type === 'promptClimbed' && event.person !== null)
    return [[event.person, 'is asked a question']]
  return []
}
