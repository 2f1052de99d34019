import { z } from 'zod'
import { DecidedGate } from '../../gate/gate.ts'
import { Actor } from '../../people/actor.ts'
import { Choice, Proposal } from './ballot.ts'

/** What is asked of a meeting about what it decides. */
export function decisionIntents(kind: z.ZodLiteral<'meeting'>) {
  const about = { kind, by: Actor, decision: z.int() }
  return [
    z.object({
      kind,
      type: z.literal('proposeDecision'),
      by: Actor,
      ...Proposal.shape,
      /** The organisations that it affects; null: all that are called. */
      affects: z.array(z.string()).nullable(),
    }),
    z.object({ ...about, type: z.literal('vote'), choice: Choice }),
    /** From what it is about: a gate that another meeting about that decided. */
    z.object({ kind, type: z.literal('noteGate'), gate: DecidedGate }),
    z.object({ ...about, type: z.literal('closeVote'), reason: z.string() }),
    /** Ends it without a result. */
    z.object({ ...about, type: z.literal('withdrawVote'), reason: z.string() }),
    z.object({ ...about, type: z.literal('disputeDecision'), reason: z.string() }),
    z.object({ ...about, type: z.literal('nameResolver'), person: z.string() }),
    z.object({
      ...about,
      type: z.literal('resolveDispute'),
      outcome: z.enum(['stands', 'again']),
      reason: z.string(),
    }),
  ] as const
}
