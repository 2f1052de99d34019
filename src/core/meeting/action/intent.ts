import { z } from 'zod'
import { Actor } from '../../people/actor.ts'
import { Instant } from '../../time/instant.ts'

const kind = z.literal('meeting')
const by = Actor
const action = z.int()
/** Null for a form and for a reply in words. */
const revision = z.int().nullable()

export const actionIntents = [
  /** Asks an organisation for an action; `again`: one that it has declined; `instead`: of one that another has. */
  z.object({
    kind,
    type: z.literal('askAction'),
    by,
    again: z.int().nullable(),
    instead: z.exactOptional(z.int()),
    what: z.string(),
    of: z.string(),
    owner: z.string().nullable(),
    dueAt: Instant,
    evidence: z.string(),
    risk: z.string().nullable(),
  }),
  /** The organisation accepts, with another day or owner where it names one, or declines. */
  z.object({
    kind,
    type: z.literal('answerAction'),
    by,
    action,
    revision,
    answer: z.enum(['accept', 'decline']),
    reason: z.string().nullable(),
    dueAt: Instant.nullable(),
    owner: z.string().nullable(),
  }),
  /** `I have it`: stops the climb, not the reminders. */
  z.object({ kind, type: z.literal('takeAction'), by, action, revision }),
  z.object({ kind, type: z.literal('completeAction'), by, action, evidence: z.string() }),
  /** Somebody else looks at the evidence: it is enough, or it is not. */
  z.object({
    kind,
    type: z.literal('signOffAction'),
    by,
    action,
    revision,
    enough: z.boolean(),
    reason: z.string().nullable(),
  }),
  z.object({ kind, type: z.literal('withdrawAction'), by, action, reason: z.string() }),
] as const

type ActionIntent = z.infer<(typeof actionIntents)[number]>
export type ActionIntentOf<Type extends ActionIntent['type']> = Extract<
  ActionIntent,
  { type: Type }
>
export type { ActionIntent }

const TYPES: Readonly<Record<ActionIntent['type'], true>> = {
  askAction: true,
  answerAction: true,
  takeAction: true,
  completeAction: true,
  signOffAction: true,
  withdrawAction: true,
}

export function isActionIntent<Asked extends { readonly type: string }>(
  intent: Asked,
): intent is Extract<Asked, { type: ActionIntent['type'] }> {
  return Object.hasOwn(TYPES, intent.type)
}
