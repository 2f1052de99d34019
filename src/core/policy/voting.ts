import { z } from 'zod'
import { Citation, rule } from './citation.ts'
import { Within } from './clock.ts'
import { Post } from './post.ts'

/** One way of deciding together. */
const DecisionForm = z.object({
  ...rule,
  /** `one`: one decision for all who vote. `each`: every organisation decides for itself. */
  decides: z.enum(['one', 'each']),
  /** Types of organisations that have no vote in it, and why. */
  without: z.array(z.object({ type: z.string(), why: z.string(), citation: Citation })).default([]),
})

/** How a decision is put to a vote, closed and disputed. One vote an organisation. */
export const VotingRule = z.object({
  ...rule,
  /** It passes with more than this share of the votes that count; a tie never does. */
  moreThan: z.object({ votes: z.int().positive(), of: z.int().positive() }),
  /** Whether an abstention counts as a vote cast. */
  abstentionsCount: z.boolean(),
  /** Whether an organisation may change its vote until the close. */
  mayChange: z.boolean(),
  forms: z.array(DecisionForm).min(1),
  dispute: z.object({
    citation: Citation,
    /** Whether a tie is in dispute by itself. */
    ties: z.boolean(),
    /** How long the resolver has. */
    within: Within,
    /** By which they are reminded; without it nobody is. */
    ladder: z.exactOptional(z.string()),
    /** Who resolves it, where somebody there has no conflict of interest; otherwise the chair names somebody. */
    resolver: Post,
  }),
  /** What may not be delegated: it can be put to a vote, with a warning. */
  topics: z.array(z.object(rule)).default([]),
})
export type VotingRule = z.infer<typeof VotingRule>

/** A stage of deciding; the stages of a meeting open in their order. */
export const GateRule = z.object(rule)
