import { z } from 'zod'
import { DecisionRef } from '../../gate/gate.ts'
import { Doer } from '../../people/actor.ts'
import { Instant } from '../../time/instant.ts'
import { Reminded } from '../action/action.ts'
import { Party } from './party.ts'

export const Choice = z.enum(['for', 'against', 'abstain'])
export type Choice = z.infer<typeof Choice>

/** One vote of an organisation; a changed one stands after the one before. */
const Vote = z.object({ organisation: z.string(), choice: Choice, at: Instant, by: Doer })
export type Vote = z.infer<typeof Vote>

/** How the votes stand: organisations by their short names, each once. */
export const Count = z.object({
  for: z.array(z.string()),
  against: z.array(z.string()),
  abstained: z.array(z.string()),
  /** Could have voted, and did not. */
  silent: z.array(z.string()),
})
export type Count = z.infer<typeof Count>

/** What a vote came to, as it was at the close. */
export const Result = z.object({
  ...Count.shape,
  /** Affected, and had no vote; why. */
  without: z.array(z.object({ organisation: z.string(), why: z.string() })),
  passed: z.boolean(),
  tied: z.boolean(),
  /** Null where the rules state none. */
  quorum: z
    .object({
      present: z.int(),
      needed: z.int(),
      missing: z.array(z.string()),
      met: z.boolean(),
    })
    .nullable(),
  /** Each organisation’s own, where each decides for itself. */
  each: z
    .array(
      z.object({ organisation: z.string(), outcome: z.enum(['passed', 'notPassed', 'undecided']) }),
    )
    .nullable(),
})
export type Result = z.infer<typeof Result>

const Said = z.object({ at: Instant, by: Doer, reason: z.string() })

const Replaced = z.object({ person: z.string(), notice: z.int().positive() })
export type Replaced = z.infer<typeof Replaced>

const Dispute = z.object({
  ...Said.shape,
  /** The organisation that disputes it; null for a tie. */
  organisation: z.string().nullable(),
  /** Null until the chair names somebody. */
  resolver: z.string().nullable(),
  /** Who was to resolve it before, and which notice told them so. */
  earlier: z.exactOptional(z.array(Replaced)),
  dueAt: Instant.nullable(),
  /** When it is reminded of next, how often it was, and since when its time is over. */
  nudgeAt: z.exactOptional(Instant.nullable()),
  nudges: z.exactOptional(z.array(Reminded)),
  overdueAt: z.exactOptional(Instant),
  outcome: z.object({ ...Said.shape, is: z.enum(['stands', 'again']) }).nullable(),
})
export type Dispute = z.infer<typeof Dispute>

/** What is put to a vote, and how. */
export const Proposal = z.object({
  question: z.string(),
  /** The way of deciding, by its id in the pack. */
  form: z.string(),
  authority: z.enum(['advisory', 'decision']),
  /** Who must still agree, in the words of whoever put it. */
  ratifiedBy: z.string().nullable(),
  gate: z.string().nullable(),
  topic: z.string().nullable(),
  /** The decision that this one is put instead of, and why. */
  supersedes: z.int().nullable(),
  because: z.string().nullable(),
  /** The decision of another meeting that it is put instead of. */
  supersedesIn: z.exactOptional(DecisionRef),
})

export type Proposal = z.infer<typeof Proposal>

/** A decision that was put to a vote. */
export const Ballot = z.object({
  n: z.int().positive(),
  at: Instant,
  by: Doer,
  ...Proposal.shape,
  affected: z.array(Party),
  /** Every vote that was cast, the latest last. */
  votes: z.array(Vote),
  state: z.enum(['open', 'closed', 'withdrawn']),
  ended: Said.nullable(),
  result: Result.nullable(),
  dispute: Dispute.nullable(),
  supersededBy: z.int().nullable(),
  /** The decision of another meeting that stands instead of it. */
  supersededIn: z.exactOptional(DecisionRef),
})
export type Ballot = z.infer<typeof Ballot>

/** What of a meeting says what it decided. */
export interface Deciding {
  readonly decisions?: readonly Ballot[]
}

export function ballotsOf({ decisions = [] }: Deciding): readonly Ballot[] {
  return decisions
}

export function ballotOf(meeting: Deciding, n: number): Ballot | undefined {
  return ballotsOf(meeting).find((one) => one.n === n)
}

export function openBallots(meeting: Deciding): readonly Ballot[] {
  return ballotsOf(meeting).filter(({ state }) => state === 'open')
}

/** Decided, whatever became of it since: it met for that. */
export function closedBallots(meeting: Deciding): readonly Ballot[] {
  return ballotsOf(meeting).filter(({ state }) => state === 'closed')
}

/** Closed, passed, and neither in dispute nor replaced. */
export function isPassed(ballot: Ballot): boolean {
  const { result, dispute } = ballot
  if (!result?.passed || isReplaced(ballot)) return false
  return dispute === null || dispute.outcome?.is === 'stands'
}

/** In dispute, and nobody has resolved it or decided anew. */
export function isDisputed(ballot: Ballot): boolean {
  const { dispute } = ballot
  return dispute !== null && dispute.outcome === null && !isReplaced(ballot)
}

/** Another stands instead of it, of this meeting or of another. */
export function isReplaced({ supersededBy, supersededIn }: Ballot): boolean {
  return supersededBy !== null || supersededIn !== undefined
}

/** Whoever is to resolve a dispute that is open, and until when. */
export function disputesOf(meeting: Deciding, person: string): readonly Ballot[] {
  return ballotsOf(meeting).filter((one) => isDisputed(one) && one.dispute?.resolver === person)
}

/** Everybody who has a dispute to resolve. */
export function resolversOf(meeting: Deciding): readonly string[] {
  return ballotsOf(meeting).flatMap((one) =>
    isDisputed(one) && one.dispute?.resolver ? [one.dispute.resolver] : [],
  )
}
