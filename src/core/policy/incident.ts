import { z } from 'zod'
import { rule } from './citation.ts'
import { Post } from './post.ts'

/** What the incident panel is for: when somebody is asked whether to call it, and what is recorded after it. */
export const PanelRule = z.object({
  ...rule,
  /** Asked once that clock is met, or past its due time. */
  after: z.string(),
  asks: Post,
  /** The meeting that may be called then. */
  meeting: z.string(),
  /** When the national system was updated, after the panel. */
  recorded: z.object({
    ...rule,
    /** The moment of a form that says when: of the panel’s, and of the one that asks later. */
    field: z.exactOptional(z.string()),
  }),
})

/** Incidents of before one day that are raised from another day on are somebody else’s: no clock runs. */
export const HistoricalRule = z.object({
  ...rule,
  before: z.iso.date(),
  raisedFrom: z.iso.date(),
})
