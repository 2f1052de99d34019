import { z } from 'zod'
import type { Composing } from '../../kind.ts'
import type { Part } from '../../message/message.ts'
import { OpenAction } from '../../provider/action.ts'
import { openActionsPart } from '../../provider/compose-actions.ts'
import type { Meeting } from '../meeting.ts'

/** What earlier meetings of its confidential case ask for and is open: the provider lists none of it. */
export const Carried = z.object({ carried: z.exactOptional(z.array(OpenAction)) })

export interface CarriedEvent {
  readonly type: 'actionsCarried'
  readonly actions: readonly OpenAction[]
}

export function carriedIntent(kind: z.ZodLiteral<'meeting'>) {
  return z.object({ kind, type: z.literal('noteCarried'), actions: z.array(OpenAction) })
}

/** In the brief, for those who read why it is called. */
export function carriedPart({ carried = [] }: Meeting, composing: Composing): Part[] {
  return openActionsPart(carried, composing)
}
