import { accept, type Decision } from '../decision.ts'
import { noteEdited } from '../edited.ts'
import type { Context } from '../kind.ts'
import { reminderAt } from '../overtaken.ts'
import { refusedOf } from '../refused-intent.ts'
import { standingAt } from '../standing.ts'
import { notTold } from '../telling/arrival.ts'
import { tellingOf } from '../telling/telling.ts'
import type { Case } from './case.ts'
import type { CaseEvent } from './event.ts'
import type { CaseIntentOf } from './intent.ts'
import { noteLate, noteUndelivered } from './late.ts'
import { remindersOfCase } from './reminders.ts'
import { routesOf } from './safeguarding/route.ts'
import { standingCase } from './standing.ts'

type Outcomes =
  | 'repair'
  | 'noteRefusal'
  | 'noteDropped'
  | 'noteEdited'
  | 'noteLate'
  | 'noteUndelivered'

/** Somebody of the safeguarding route cannot be told there. */
function notReached(
  kase: Case,
  { slot, place, reason }: CaseIntentOf<'noteUndelivered'>,
  context: Context,
): Decision<CaseEvent> | null {
  const telling = tellingOf(routesOf(kase), slot)
  return telling ? accept<CaseEvent>(...notTold(telling, place, reason, context)) : null
}

/** What became of what was asked and sent. */
export function outcome(
  kase: Case,
  intent: CaseIntentOf<Outcomes>,
  context: Context,
): Decision<CaseEvent> {
  const at = context.now
  switch (intent.type) {
    case 'repair': {
      const { policy } = context
      const lost =
        standingAt(standingCase(kase, policy), intent) ??
        reminderAt(remindersOfCase(kase, policy), intent)
      return lost ? accept({ type: 'repaired', at, ...lost }) : accept()
    }
    case 'noteRefusal':
      return accept({ type: 'followUpRefused', at, ...refusedOf(intent) })
    case 'noteDropped': {
      const { slot, place, reason } = intent
      return accept({ type: 'dropped', at, slot, place, reason })
    }
    case 'noteEdited':
      return noteEdited(intent, context)
    case 'noteLate':
      return noteLate(kase, intent, context)
    case 'noteUndelivered':
      return notReached(kase, intent, context) ?? noteUndelivered(kase, intent, context)
  }
}
