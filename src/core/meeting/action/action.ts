import { z } from 'zod'
import { Doer } from '../../people/actor.ts'
import { Instant } from '../../time/instant.ts'

/** `declined` may be asked again, or accepted after all; `done` waits for the sign-off of somebody else. */
const ActionState = z.enum(['asked', 'accepted', 'declined', 'done', 'signedOff', 'withdrawn'])

/** One thing that was done about it, and the words that were given with it. */
const Step = z.object({
  at: Instant,
  by: Doer,
  step: z.enum(['asked', 'accepted', 'declined', 'done', 'notEnough', 'signedOff', 'withdrawn']),
  words: z.string().nullable(),
})
export type Step = z.infer<typeof Step>

/** A reminder: each is a message of its own. */
export const Reminded = z.object({
  n: z.int().positive(),
  at: Instant,
  why: z.string(),
  to: z.array(z.string()),
})
export type Reminded = z.infer<typeof Reminded>

/** What a meeting asks of an organisation: it is for that organisation to accept it. */
export const Action = z.object({
  n: z.int().positive(),
  state: ActionState,
  what: z.string(),
  /** The organisation that is asked. */
  of: z.string(),
  /** Suggested by whoever asked, until the organisation has named its own. */
  owner: z.string().nullable(),
  /** The end of the day by which it is to be done. */
  dueAt: Instant,
  /** What will show that it is done. */
  evidence: z.string(),
  /** The risk that it addresses. */
  risk: z.string().nullable(),
  asker: z.string(),
  /** Who said `I have it`. */
  haver: z.string().nullable(),
  /** The evidence that was given, by whom. */
  given: z.object({ at: Instant, by: Doer, text: z.string() }).nullable(),
  steps: z.array(Step),
  /** Who has been told of what is wanted now, the latest last. */
  told: z.array(z.string()),
  /** Everybody who was ever told of it, with the channels on which they are. */
  reach: z.record(z.string(), z.array(z.string())),
  nudgeAt: Instant.nullable(),
  nudges: z.array(Reminded),
  /** Raised when its state changes; a button carries the one it was shown with. */
  revision: z.int(),
})
export type Action = z.infer<typeof Action>

/** Nothing more comes of it. */
export function isOver({ state }: Pick<Action, 'state'>): boolean {
  return state === 'signedOff' || state === 'withdrawn'
}

/** How a button names an action where questions stand. */
export function actionPrompt({ n }: Pick<Action, 'n'>): string {
  return `action-${n}`
}

/** The number of the action that a question's name or a message's slot is about; null where it is about none. */
export function actionNamed(name: string): number | null {
  const n = /^(?:nudge:)?action[-:](\d{1,4})(?::\d+)?$/.exec(name)?.[1]
  return n === undefined ? null : Number(n)
}
