import { z } from 'zod'
import { Answers } from '../../message/form.ts'
import { Doer } from '../../people/actor.ts'
import { Instant } from '../../time/instant.ts'
import { Section } from './section.ts'

/** The record of a meeting as it stood for a while. */
const Version = z.object({ at: Instant, by: Doer, heldAt: Instant, answers: Answers })

const Addendum = z.object({ at: Instant, by: Doer, text: z.string() })
export type Addendum = z.infer<typeof Addendum>

/** What becomes of the record of a meeting: corrected for a while, then sealed; after that it is only added to. */
export const Minutes = z.object({
  /** Until when it may be corrected; null: until somebody seals it. */
  until: Instant.nullable(),
  /** Those who were called and are in no room where it stands. */
  apart: z.array(z.string()),
  /** What it said before each correction, the first first. */
  before: z.array(Version),
  /** `by` is Muster itself where its time was over. */
  sealed: z.object({ at: Instant, by: Doer, sections: z.array(Section) }).nullable(),
  addenda: z.array(Addendum),
})
export type Minutes = z.infer<typeof Minutes>

/** What of this the meeting’s places are told as news. */
export const MinutesNotice = z.object({
  say: z.literal('minutes'),
  news: z.discriminatedUnion('type', [
    z.object({ type: z.literal('corrected'), by: Doer, fields: z.array(z.string()) }),
    z.object({ type: z.literal('sealed'), by: Doer }),
    /** Counted from 1. */
    z.object({ type: z.literal('added'), addendum: z.int().positive() }),
  ]),
})
export type MinutesNotice = z.infer<typeof MinutesNotice>
