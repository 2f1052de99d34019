import { z } from 'zod'
import { rule } from './citation.ts'
import { Within } from './clock.ts'
import { Post } from './post.ts'

/** By when the next step is wanted, and of whom; reminded of by rule K8 until it is there. */
const Due = z.object({
  /** The day that the form asks for, or so long after the step. */
  by: z.discriminatedUnion('of', [
    z.object({ of: z.literal('answer'), field: z.string() }),
    z.object({ of: z.literal('step'), within: Within }),
  ]),
  owes: Post,
  /** The question of its first form that names who owes it instead. */
  owner: z.exactOptional(z.string()),
  /** `the report of the visit`. */
  wants: z.string(),
  /** The step that is wanted, whose rule is cited for it; without it that of the step before. */
  step: z.exactOptional(z.string()),
  /** It is wanted until each that the question `asked` names has answered: by that step, whose question `names` says who. */
  awaits: z.exactOptional(z.object({ asked: z.string(), step: z.string(), names: z.string() })),
})

/** Of one form: a consequence and a likelihood, rated with the pack's risk matrix, or a choice whose options go up. */
const Rated = z.union([
  z.object({ label: z.string(), consequence: z.string(), likelihood: z.string() }),
  z.object({
    label: z.string(),
    scale: z.string(),
    /** Its place among the options is never printed: the source numbers them otherwise. */
    nameOnly: z.exactOptional(z.literal(true)),
  }),
])

/** What must be on file in the matter before: so many of a step, each with another answer to a question. */
const Earlier = z.object({
  step: z.string(),
  atLeast: z.int().positive(),
  /** The question that each of them answers differently. */
  distinct: z.exactOptional(z.string()),
})

/** Said on the card and in the tracker: these words, and what was answered to that question. */
const Banner = z.object({ words: z.string(), names: z.exactOptional(z.string()) })

/** What follows where of each of these lists one question at least was last answered with `is`, and what otherwise. */
const Concluded = z.object({
  all: z.array(z.array(z.string()).min(1)).min(1),
  is: z.string(),
  met: z.string(),
  notMet: z.string(),
})

/** One thing that can be put on file in a matter, with its form. */
const MatterStep = z.object({
  ...rule,
  /** The rule of the papers that it carries out: people read that for its id. */
  variantOf: z.exactOptional(z.string()),
  form: z.string(),
  may: z.array(Post).min(1),
  /** Whoever put one of these on file in the matter may do it, too. */
  mayOwn: z.exactOptional(z.array(z.string()).min(1)),
  /** They may while the latest on file is one of these; without it, whenever it can follow. */
  ownAfter: z.exactOptional(z.array(z.string()).min(1)),
  /** How the matter stands after it, as people read it. */
  stands: z.string(),
  /** The steps after the latest of which it can follow; without it, it opens a matter. */
  after: z.exactOptional(z.array(z.string()).min(1)),
  needs: z.exactOptional(z.array(Earlier).min(1)),
  /** Refused before the day that was answered to that question in the latest such step. */
  notBefore: z.exactOptional(z.object({ step: z.string(), day: z.string() })),
  /** The question that says on which day it was done: not before what is on file of the matter. Without an answer it was the day on which it is put on file. */
  on: z.exactOptional(z.string()),
  /** Of packs from before `on`: the question whose day is not before the one on which the matter was opened. */
  sinceOpened: z.exactOptional(z.string()),
  /** The question whose day is after the one on which the step was done. */
  laterDay: z.exactOptional(z.string()),
  /** Whoever put one of these on file cannot be the one who does this. */
  notBy: z.exactOptional(z.array(z.string()).min(1)),
  /** A later step without one leaves the day that was set before, unless it `settles` it. */
  due: z.exactOptional(Due),
  settles: z.exactOptional(z.literal(true)),
  /** With it the matter is over. */
  closes: z.exactOptional(z.literal(true)),
  /** With it the matter was a mistake: nothing in it counts any more. */
  voids: z.exactOptional(z.literal(true)),
  /** With it the provider may read a matter that is kept back. */
  shares: z.exactOptional(z.literal(true)),
  /** With it the matter is kept back from the provider until a later step `shares` it. */
  keepsBack: z.exactOptional(z.literal(true)),
  /** A list of people who are told, each in private. */
  tells: z.exactOptional(z.string()),
  /** The question that names those of the list who are told; all of it without one. */
  tellsOf: z.exactOptional(z.string()),
  /** Those too whom the steps before in the matter named. */
  tellsEarlier: z.exactOptional(z.literal(true)),
  /** The questions whose answers they read. */
  reads: z.exactOptional(z.array(z.string()).min(1)),
  /** Stands for the matter, while it is open and this is the latest that says so. */
  banner: z.exactOptional(Banner),
  /** A way between levels that is put to whoever decides on it. */
  considers: z.exactOptional(z.string()),
  /** The question whose answer is a lesson for others. */
  lesson: z.exactOptional(z.string()),
  /** From then on the lessons of the matter are told without the provider's name. */
  spreads: z.exactOptional(z.literal(true)),
  /** Its form begins with what else is open on file. */
  listsOpen: z.exactOptional(z.literal(true)),
  rated: z.exactOptional(z.array(Rated).min(1)),
  concludes: z.exactOptional(Concluded),
})
export type MatterStep = z.infer<typeof MatterStep>

/** Something about a provider that is opened, goes on step by step, and is over: a risk, an action of a plan, a visit. */
export const MatterRule = z.object({
  ...rule,
  /** What all of them are: `Risk register`. */
  several: z.string(),
  /** The question whose answer names one of them. */
  named: z.string(),
  /** What must be read with it wherever it stands: whose tool it is, what it is not for. */
  remark: z.exactOptional(z.string()),
  /** The heading under which it is offered. */
  group: z.exactOptional(z.string()),
  /** Triggers of an open case for which one is asked for, while none is open. */
  promptedBy: z.exactOptional(z.array(z.string()).min(1)),
  /** About a Lead Provider itself; about one of its providers without it. */
  about: z.exactOptional(z.literal('lead-provider')),
  /** The levels on which one may be opened; on any without it. */
  levels: z.exactOptional(z.array(z.string()).min(1)),
  /** Nothing of it is shown to the provider, or in a room that it reads, before a step `shares` it. */
  keptBack: z.exactOptional(z.literal(true)),
  /** The bands of the risk matrix in which it is named, while it is open, to whoever decides on the level. */
  weighs: z.exactOptional(z.array(z.string()).min(1)),
  /** While it is open it stands at the top of the provider's card. */
  alert: z.exactOptional(z.literal(true)),
  /** While it is open, and the provider may read it, it is proposed for the agenda of meetings and stands in their brief. */
  onAgenda: z.exactOptional(z.literal(true)),
  /** Its ratings are compared with the matter of the same kind before. */
  reruns: z.exactOptional(z.literal(true)),
  /** Only one at a time. */
  single: z.exactOptional(z.literal(true)),
  steps: z.array(MatterStep).min(1),
})
export type MatterRule = z.infer<typeof MatterRule>

/** Whoever is to see to it that it is there. */
const output = { label: z.string(), owes: z.exactOptional(Post) }

/** What a stage leaves behind: something on file, everybody of a list told, a meeting recorded. */
const Output = z.discriminatedUnion('by', [
  z.object({
    by: z.literal('matter'),
    ...output,
    matter: z.string(),
    steps: z.array(z.string()).min(1),
    /** Not before all of them that are open stand at one of these steps. */
    every: z.exactOptional(z.literal(true)),
    /** It counts also where it was done up to so many days before the level began. */
    daysBefore: z.exactOptional(z.int().positive()),
    /** The questions of the matter whose answers stand in its evidence. */
    shows: z.exactOptional(z.array(z.string()).min(1)),
  }),
  z.object({ by: z.literal('telling'), ...output, telling: z.string() }),
  z.object({
    by: z.literal('meeting'),
    ...output,
    meetings: z.array(z.string()).min(1),
  }),
])
export type StageOutput = z.infer<typeof Output>

/** A stage of work on such a level, ticked by what is on file since the level began. */
export const StageRule = z.object({
  ...rule,
  levels: z.array(z.string()).min(1),
  outputs: z.array(Output).min(1),
})
export type StageRule = z.infer<typeof StageRule>
