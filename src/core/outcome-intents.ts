import { z } from 'zod'
import { Refusal } from './decision.ts'
import { Actor } from './people/actor.ts'

/** What a record of any kind hears of that which it sent, and which it asked of other records. */
export function outcomeIntents<Kind extends string>(kind: z.ZodLiteral<Kind>) {
  const message = { slot: z.string(), place: z.string() }
  const reason = z.string()
  return [
    /** A message that must stand, or a reminder that was left to one that was given up, is neither shown nor on its way. */
    z.object({ kind, type: z.literal('repair'), ...message }),
    /** A service has not accepted a message in the time that the pack gives it. */
    z.object({ kind, type: z.literal('noteLate'), ...message, reason }),
    z.object({
      kind,
      type: z.literal('noteUndelivered'),
      ...message,
      reason,
      tooFew: z.literal(true).optional(),
      shut: z.literal(true).optional(),
    }),
    /** An administrator gave up what could not be delivered. */
    z.object({ kind, type: z.literal('noteDropped'), ...message, reason }),
    /** A message in which somebody said something that is on record was changed or deleted in chat. */
    z.object({
      kind,
      type: z.literal('noteEdited'),
      by: Actor,
      channel: z.string(),
      message: z.string(),
      what: z.enum(['changed', 'deleted']),
    }),
    z.object({
      kind,
      type: z.literal('noteRefusal'),
      asked: z.string(),
      /** Of a call: which meeting was to be called. */
      rule: z.exactOptional(z.string()),
      refusal: Refusal,
    }),
  ] as const
}
