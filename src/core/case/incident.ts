import type { Decision } from '../decision.ts'
import type { Allowed } from '../permission/permitted.ts'
import { typeIn } from '../type-in.ts'
import type { Case } from './case.ts'
import type { CaseEvent } from './event.ts'
import type { CaseIntentOf } from './intent.ts'
import { lapse } from './lapse.ts'
import { recordUpdated } from './recorded.ts'
import { setCadence } from './updates.ts'

type OfIncident = 'lapse' | 'setCadence' | 'recordUpdated'

export const isOfIncident = typeIn<OfIncident>('lapse', 'setCadence', 'recordUpdated')

/** What is asked of a serious incident besides the evidence of its clocks. */
export function decideIncident(
  kase: Case,
  intent: CaseIntentOf<OfIncident>,
  context: Allowed,
): Decision<CaseEvent> {
  switch (intent.type) {
    case 'lapse':
      return lapse(kase, intent, context)
    case 'setCadence':
      return setCadence(kase, intent, context)
    case 'recordUpdated':
      return recordUpdated(kase, intent, context)
  }
}
