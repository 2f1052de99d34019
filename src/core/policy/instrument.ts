import { z } from 'zod'
import { Citation, rule } from './citation.ts'
import { Within } from './clock.ts'

const Step = z.object({
  score: z.int(),
  label: z.string(),
  description: z.string().nullable(),
  /** Advice that goes with the score, beside that of the band: never automatic. */
  prompts: z.exactOptional(z.array(z.string()).min(1)),
})

/** A row of an instrument. A step whose description is null is blank in the source and cannot be chosen. */
const Item = z.object({
  id: z.string(),
  label: z.string(),
  weight: z.number().positive(),
  optional: z.boolean().default(false),
  /** Of optional rows of which some fit and some do not: what they are rows of, in the words of a sentence. */
  group: z.exactOptional(z.string()),
  steps: z.array(Step).min(2),
})

/** A cycle that a band sets; `within` null suspends it in that band. */
const BandCycle = z.object({ cycle: z.string(), within: Within.nullable() })

const Band = z.object({
  id: z.string(),
  label: z.string(),
  /** The band holds totals from here up to the next band's. */
  from: z.number(),
  cycles: z.array(BandCycle).default([]),
  /** Prompts and advice that go with the band: never automatic. */
  prompts: z.array(z.string()).default([]),
})

/** A rating scheme. `sum`: score × weight over the rows filled in. `product`: the scores multiplied. */
export const Instrument = z.object({
  ...rule,
  method: z.enum(['sum', 'product']),
  items: z.array(Item).min(1),
  bands: z.array(Band).min(1),
  bandsCitation: Citation,
  disclaimer: z.string().optional(),
})
export type Instrument = z.infer<typeof Instrument>
export type InstrumentItem = z.infer<typeof Item>
export type InstrumentBand = z.infer<typeof Band>

/** The intervals among which whoever begins a duty may choose, both ends included. */
const Chosen = z.object({
  unit: z.enum(['days', 'months']),
  from: z.int().positive(),
  to: z.int().positive(),
})

/** A record that is the round itself: nobody need say besides that it was done. */
const MetBy = z.union([
  /** A meeting about whatever owes it, once it is recorded; one that was called from a case is not. */
  z.object({ meeting: z.string() }),
  /** A step of a matter, unless that is kept back. */
  z.object({
    filed: z.string(),
    steps: z.array(z.string()).min(1),
    /** The question of the step that says when it was done. */
    on: z.exactOptional(z.string()),
    /** Only where the matter has one of these answers. */
    when: z.exactOptional(z.object({ field: z.string(), is: z.array(z.string()).min(1) })),
  }),
])
export type MetBy = z.infer<typeof MetBy>

/** An obligation that comes round again. */
export const CycleRule = z.object({
  ...rule,
  /** The rule of the papers of which it is one of several variants, or one clock of several: people read that for its id. */
  variantOf: z.exactOptional(z.string()),
  /**
   * What starts it: a level that the provider enters, an instrument's band, or a person who begins it;
   * then it is owed for a provider, or for the Lead Provider itself.
   */
  startsOn: z.discriminatedUnion('on', [
    z.object({ on: z.literal('level'), levels: z.array(z.string()) }),
    z.object({ on: z.literal('band'), instrument: z.string() }),
    z.object({ on: z.literal('asked'), about: z.enum(['provider', 'lead-provider']) }),
  ]),
  /** The interval; null where the band sets it, or where whoever begins it must choose. */
  every: Within.nullable(),
  chosen: z.exactOptional(Chosen),
  /** It is due so long before another cycle is, at the same interval. */
  ahead: z.exactOptional(z.object({ cycle: z.string(), months: z.int().positive() })),
  /** A round that was not held in time: why is asked, kept and counted. */
  missed: z.exactOptional(z.literal('documented')),
  /** When the provider comes to one of these levels, whoever owes it is asked whether to step it up. */
  steppedUpOn: z.exactOptional(z.array(z.string())),
  owes: z.object({ role: z.string(), of: z.string() }),
  /** It has a clock of its own for each organisation that stands so to the provider: `placing-commissioner`. */
  each: z.exactOptional(z.literal('placing-commissioner')),
  /** The form that says that it was done; null where it ends with a decision on the level, or is only on file. */
  evidence: z.string().nullable(),
  metBy: z.exactOptional(z.array(MetBy).min(1)),
})
export type CycleRule = z.infer<typeof CycleRule>
