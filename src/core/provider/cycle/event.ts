import { z } from 'zod'
import { Doer } from '../../people/actor.ts'
import { Within } from '../../policy/clock.ts'
import { Instant } from '../../time/instant.ts'
import type { StageDecided } from '../procedure/stage.ts'
import type { QuietSet } from '../quiet/quiet.ts'
import type { About, QuestionAsked } from './question.ts'
import { Through } from './through.ts'

const cycle = z.string()

/** What the thread is told of a recurring duty besides that it was done. */
export const DutySaid = [
  z.object({ say: z.literal('dutyBegun'), cycle, by: Doer, startAt: Instant, words: z.string() }),
  z.object({
    say: z.literal('dutyStopped'),
    cycle,
    by: Doer,
    reason: z.string(),
    missed: z.exactOptional(z.int()),
  }),
  z.object({
    say: z.literal('intervalChosen'),
    cycle,
    by: Doer,
    every: Within,
    reason: z.string(),
    words: z.string(),
  }),
  z.object({ say: z.literal('dutyLeft'), cycle, by: Doer, reason: z.string() }),
  z.object({
    say: z.literal('roundMissed'),
    cycle,
    by: Doer,
    wasDueAt: Instant,
    reason: z.string(),
    /** How many were missed by then, with this one. */
    missed: z.int(),
    words: z.string(),
    /** Of one that was taken back: when it was held by the corrected record, after its time. */
    heldAt: z.exactOptional(Instant),
    /** Asked anew of such a one: the reason that was said first. */
    before: z.exactOptional(z.string()),
  }),
  /** One that was on record as not held was: that is taken back. */
  z.object({
    say: z.literal('roundHeld'),
    cycle,
    by: Doer,
    /** Of the round that was on record as missed. */
    wasDueAt: Instant,
    doneAt: Instant,
    through: z.exactOptional(Through),
    summary: z.exactOptional(z.string()),
    /** How many are still on record as missed. */
    missed: z.int(),
    words: z.string(),
  }),
] as const
export type DutySaid = z.infer<(typeof DutySaid)[number]>

type Told<Said> = Said extends DutySaid ? { type: Said['say'] } & Omit<Said, 'say'> : never

/** What people did with recurring duties, and what they are asked. */
export type DutyEvent =
  | Told<DutySaid>
  | QuestionAsked
  | { type: 'questionWithdrawn'; ask: About['ask']; of: string; words: string }
  | StageDecided
  | QuietSet

const TYPES: Readonly<Record<DutyEvent['type'], true>> = {
  dutyBegun: true,
  dutyStopped: true,
  intervalChosen: true,
  dutyLeft: true,
  roundMissed: true,
  roundHeld: true,
  questionAsked: true,
  questionWithdrawn: true,
  stageDecided: true,
  quietSet: true,
}

export function isOfDuty<Event extends { readonly type: string }>(
  event: Event,
): event is Extract<Event, { type: DutyEvent['type'] }> {
  return Object.hasOwn(TYPES, event.type)
}

/** What the thread is told of a duty; a question is a message of its own. */
export function saidOfDuty(event: DutyEvent): DutySaid | null {
  switch (event.type) {
    case 'questionAsked':
    case 'questionWithdrawn':
    case 'stageDecided':
    case 'quietSet':
      return null
    case 'dutyBegun': {
      const { cycle, by, startAt, words } = event
      return { say: event.type, cycle, by, startAt, words }
    }
    case 'dutyStopped': {
      const { cycle, by, reason, missed } = event
      return { say: event.type, cycle, by, reason, ...(missed === undefined ? {} : { missed }) }
    }
    case 'intervalChosen': {
      const { cycle, by, every, reason, words } = event
      return { say: event.type, cycle, by, every, reason, words }
    }
    case 'dutyLeft': {
      const { cycle, by, reason } = event
      return { say: event.type, cycle, by, reason }
    }
    case 'roundMissed': {
      const { cycle, by, wasDueAt, reason, missed, words, heldAt, before } = event
      return {
        say: event.type,
        ...{ cycle, by, wasDueAt, reason, missed, words },
        ...(heldAt !== undefined && { heldAt }),
        ...(before !== undefined && { before }),
      }
    }
    case 'roundHeld': {
      const { cycle, by, wasDueAt, doneAt, through, summary, missed, words } = event
      return {
        say: event.type,
        ...{ cycle, by, wasDueAt, doneAt, missed, words },
        ...(through && { through }),
        ...(summary !== undefined && { summary }),
      }
    }
  }
}
