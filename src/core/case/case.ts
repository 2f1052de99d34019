import { z } from 'zod'
import { Place } from '../effect.ts'
import { DecidedGate } from '../gate/gate.ts'
import type { Blank } from '../kind.ts'
import { Late } from '../late.ts'
import { Called, Calling } from '../meeting/convening.ts'
import { Answers } from '../message/form.ts'
import { Doer, Raiser } from '../people/actor.ts'
import { Prompt } from '../prompt.ts'
import { OpenAction } from '../provider/action.ts'
import { RecordId } from '../record-id.ts'
import { Hold, Removal } from '../retention.ts'
import { Telling } from '../telling/telling.ts'
import { Instant } from '../time/instant.ts'
import { ClockRun } from './clock-run.ts'
import { Confidential } from './confidential.ts'
import { Found, LevelNow } from './level/now.ts'
import { Notice } from './notice.ts'

export const CaseType = z.enum(['concern', 'incident', 'intelligence'])
export type CaseType = z.infer<typeof CaseType>

export const TriggerMark = z.object({
  id: z.string(),
  evidence: z.string(),
  direction: z.enum(['new', 'rising', 'stable']),
})
export type TriggerMark = z.infer<typeof TriggerMark>

/** What a placing commissioner shares with the host of a unit. */
export const Shared = z.object({
  /** The organisation that shares it, by its slug; null where the directory does not have it. */
  placing: z.string().nullable(),
  signs: z.array(TriggerMark),
})
export type Shared = z.infer<typeof Shared>

const Triage = z.object({
  at: Instant,
  by: Doer,
  triggers: z.array(TriggerMark),
  consequence: z.int(),
  likelihood: z.int(),
  score: z.number(),
  band: z.string(),
  urgent: z.boolean(),
  safeguardingRoute: z.boolean(),
  recommend: z.string(),
  enhanced: z.boolean(),
  reasons: z.array(z.string()),
  disclaimer: z.string(),
})
export type Triage = z.infer<typeof Triage>

const LevelChoice = z.object({
  at: Instant,
  by: Doer,
  level: z.enum(['routine', 'enhanced']),
  /** Whether it is what the tool recommended; a reason is needed where it is not. */
  asRecommended: z.boolean(),
  reason: z.string().nullable(),
  /** Where the provider stood, if it was in enhanced already. */
  found: z.exactOptional(Found),
})
export type LevelChoice = z.infer<typeof LevelChoice>

/** What the person who raised it is told, in order. */
const Told = z.object({
  n: z.int(),
  at: Instant,
  words: z.string(),
  /** Kept from them: they wanted none, or may not see the case. */
  quiet: z.exactOptional(z.literal(true)),
})

export const Panel = z.object({
  decision: z.enum(['downgrade', 'delete', 'close']),
  heldAt: Instant,
  chair: z.string(),
  qualityManagerPresent: z.boolean(),
  reason: z.string(),
  answers: Answers,
})
export type Panel = z.infer<typeof Panel>

export const Case = z.object({
  kind: z.literal('case'),
  status: z.enum(['open', 'closed']),
  id: RecordId,
  timeline: z.string(),
  policy: z.object({ id: z.string(), version: z.int(), hash: z.string() }),
  type: CaseType,
  /** `name` is what the person wrote for a provider that is not listed. */
  provider: z.object({ slug: z.string().nullable(), leadProvider: z.string(), name: z.string() }),
  places: z.array(Place),
  raiser: Raiser,
  /** Who may see it, where that is not everybody of its organisations. */
  confidential: z.exactOptional(Confidential),
  raisedAt: Instant,
  what: z.string(),
  where: z.string().nullable(),
  occurredAt: Instant.nullable(),
  identifiedAt: Instant.nullable(),
  danger: z.boolean(),
  done: z.string().nullable(),
  safeguarding: z.string(),
  /** All else that the form asked. */
  answers: Answers,
  /** Of intelligence. */
  shared: z.exactOptional(Shared),
  clocks: z.array(ClockRun),
  prompts: z.array(Prompt),
  triage: Triage.nullable(),
  level: LevelChoice.nullable(),
  providerLevel: z.exactOptional(LevelNow),
  meetings: z.array(Called),
  /** Calls that are on their way to their meetings. */
  calling: z.exactOptional(z.array(Calling)),
  /** Gates that its meetings decided, told by them. */
  gates: z.exactOptional(z.array(DecidedGate)),
  /** What its meetings ask for and is open, while it is confidential. */
  actions: z.exactOptional(z.array(OpenAction)),
  panels: z.array(Panel.extend({ at: Instant, by: Doer })),
  /** When the national system was updated after the panel. */
  updatedAt: z.exactOptional(Instant),
  notices: z.array(Notice),
  /** What a service has not accepted, in order. */
  late: z.array(Late),
  told: z.array(Told),
  /** Whoever raised it wants no news of it. */
  newsOff: z.exactOptional(z.literal(true)),
  /** When it is looked whether it has gone quiet; null where its pack does not say. */
  quietAt: z.exactOptional(Instant.nullable()),
  /** Who is told of it as a safeguarding matter, each in private. */
  route: z.exactOptional(Telling),
  /** Who was told of it in private by a rule of the pack, as its provider says. */
  tellings: z.exactOptional(z.array(Telling)),
  closed: z
    .object({
      at: Instant,
      by: Doer,
      how: z.enum(['reason', 'downgrade', 'delete', 'close']),
      reason: z.string(),
    })
    .nullable(),
  /** While it is kept beyond its time. */
  hold: z.exactOptional(Hold),
  /** Once all that was written of it is gone. */
  removed: z.exactOptional(Removal),
})
export type Case = z.infer<typeof Case>

/** What nothing has happened to yet. */
export const UNTOUCHED = {
  clocks: [],
  prompts: [],
  triage: null,
  level: null,
  meetings: [],
  panels: [],
  notices: [],
  late: [],
  told: [],
  closed: null,
} satisfies Partial<Case>
export type MaybeCase = Case | Blank<'case'>
