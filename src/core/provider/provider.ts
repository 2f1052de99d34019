import { z } from 'zod'
import { Refusal } from '../decision.ts'
import { Place } from '../effect.ts'
import { DecidedGate } from '../gate/gate.ts'
import type { Blank } from '../kind.ts'
import { Late } from '../late.ts'
import { Called, Calling } from '../meeting/convening.ts'
import { Finding } from '../meeting/finding.ts'
import { Doer } from '../people/actor.ts'
import { Within } from '../policy/clock.ts'
import { RecordId } from '../record-id.ts'
import { Telling } from '../telling/telling.ts'
import { Instant } from '../time/instant.ts'
import { OpenAction, Signs } from './action.ts'
import { DutySaid } from './cycle/event.ts'
import { Question } from './cycle/question.ts'
import { Through } from './cycle/through.ts'
import { Matter } from './matter/matter.ts'
import { StageDecision } from './procedure/stage.ts'
import { Quiet } from './quiet/quiet.ts'
import { Review } from './review/review.ts'

/** A decision on the level. `from` and `to` are the same where it confirmed a level that was reached already. */
const LevelDecision = z.object({
  n: z.int().positive(),
  at: Instant,
  by: Doer,
  from: z.string(),
  to: z.string(),
  transition: z.string(),
  reason: z.string(),
  evidence: z.string().nullable(),
  because: RecordId.nullable(),
  /** The case or meeting that whoever decided named as the evidence. */
  rests: z.exactOptional(RecordId),
  /** The meeting whose record opened the way, and from when on one counted for it. */
  opened: z.exactOptional(z.object({ meeting: RecordId, since: Instant })),
  /** Who chaired the meeting that decided, null where nobody had confirmed that; whoever decided only recorded it then. */
  chair: z.exactOptional(z.string().nullable()),
  /** Conflicts of interest that were declared. */
  conflicts: z.exactOptional(z.string()),
  /** The cycle that a way on from the level that was reached waits for: a hold. */
  waits: z.exactOptional(z.string()),
  /** The number of the decision that it takes back. */
  takesBack: z.exactOptional(z.int().positive()),
  policyHash: z.string(),
})
export type LevelDecision = z.infer<typeof LevelDecision>

const Row = z.object({
  id: z.string(),
  label: z.string(),
  score: z.number(),
  step: z.string(),
  weight: z.number(),
  share: z.number(),
})

/** A rating with all that explains it, as it was worked out at that moment. */
const Rated = z.object({
  n: z.int().positive(),
  at: Instant,
  by: Doer,
  ratedAt: Instant,
  note: z.string().nullable(),
  policyHash: z.string(),
  rating: z.object({
    instrument: z.string(),
    total: z.number(),
    band: z.string(),
    bandLabel: z.string(),
    rows: z.array(Row),
    blank: z.array(z.string()),
    remark: z.string().nullable(),
    sum: z.string(),
    change: z.string().nullable(),
  }),
  /** What the band suggests: shown, never done. */
  prompts: z.array(z.string()),
})
export type Rated = z.infer<typeof Rated>

const Nudge = z.object({
  n: z.int().positive(),
  at: Instant,
  why: z.string(),
  to: z.array(z.string()),
  /** Where those are told who cannot read the provider's room. */
  places: z.array(Place),
  /** Told in the notice after an outage, not in a message of its own. */
  folded: z.boolean(),
})
export type Nudge = z.infer<typeof Nudge>

/** An obligation that comes round. `suspended`: no interval applies; it resumes from the last time it was done. */
export const Cycle = z.object({
  rule: z.string(),
  state: z.enum(['running', 'suspended']),
  every: Within.nullable(),
  /** From when it is counted while nothing was done: the entry of the level, the first rating. */
  startAt: Instant,
  /** Who owed it when this round began; null where nobody held the post. */
  owner: z.string().nullable().default(null),
  lastDoneAt: Instant.nullable(),
  /** Shorter than what the rules set: a person chose it, and it is kept. */
  chosen: z.exactOptional(Within),
  /** Rounds that are on record as not held, each documented; the next is counted from the day of the last of them. */
  missed: z.exactOptional(z.int()),
  roundFrom: z.exactOptional(Instant),
  /** The day whose number its due days keep, where a change of the interval counted them anew. */
  anchor: z.exactOptional(Instant),
  /** The record by which it was last done, where nobody had to say so. */
  through: z.exactOptional(Through),
  dueAt: Instant.nullable(),
  /** How it was counted, in words that anyone can check. */
  words: z.string(),
  nudgeAt: Instant.nullable(),
  /** Of this round: since it was last done. */
  nudges: z.array(Nudge),
  /** Nudges ever sent: each is a message of its own. */
  nudged: z.int(),
})
export type Cycle = z.infer<typeof Cycle>

const Said = z.discriminatedUnion('say', [
  z.object({ say: z.literal('level'), decision: z.int() }),
  z.object({ say: z.literal('rated'), rating: z.int() }),
  z.object({
    say: z.literal('cycleDone'),
    cycle: z.string(),
    by: Doer,
    doneAt: Instant,
    wasDueAt: Instant.nullable(),
    late: z.boolean(),
    /** Of a meeting that must be documented when it is late. */
    lateReason: z.exactOptional(z.string()),
    summary: z.string(),
    through: z.exactOptional(Through),
    /** The time recorded before, which was corrected. */
    was: z.exactOptional(Instant),
  }),
  ...DutySaid,
  z.object({ say: z.literal('stageDecided'), stage: z.int() }),
  z.object({ say: z.literal('noted'), by: Doer, text: z.string() }),
  z.object({ say: z.literal('filed'), matter: z.int(), step: z.int() }),
  z.object({
    say: z.enum(['meetingCalled', 'meetingClosed', 'meetingCalledOff']),
    meeting: RecordId,
  }),
  z.object({ say: z.literal('telling'), telling: z.int() }),
  z.object({ say: z.literal('notDone'), refusal: Refusal }),
  z.object({ say: z.literal('dropped'), place: z.string(), reason: z.string() }),
  z.object({ say: z.literal('late'), index: z.int() }),
  z.object({ say: z.literal('undelivered'), place: z.string(), reason: z.string() }),
])
export type Said = z.infer<typeof Said>
const Notice = z.object({ n: z.int().positive(), at: Instant, said: Said })
export type Notice = z.infer<typeof Notice>

/** A provider's level, ratings and cycles. It outlives packs, so it lives under the one in force. */
export const Provider = z.object({
  kind: z.literal('provider'),
  status: z.literal('listed'),
  id: RecordId,
  timeline: z.string(),
  slug: z.string(),
  leadProvider: z.string(),
  name: z.string(),
  places: z.array(Place),
  level: z.string(),
  levelSince: Instant,
  decisions: z.array(LevelDecision),
  /** Cases and meetings whose words are for those on a list alone, whenever they led to a level. */
  confidential: z.exactOptional(z.array(RecordId)),
  ratings: z.array(Rated),
  /** What meetings about it ask for and is not over, told by them. */
  actions: z.exactOptional(z.array(OpenAction)),
  /** The triggers of its open cases, told by them. */
  signs: z.exactOptional(z.array(Signs)),
  /** The meetings that were told what is known of it. */
  briefed: z.exactOptional(z.array(RecordId)),
  cycles: z.array(Cycle),
  /** Of duties that ended, how often somebody was reminded: one that begins again counts on. */
  nudgedBefore: z.exactOptional(z.record(z.string(), z.int())),
  /** Meetings about it that were called from it; those of its cases stand with these. */
  meetings: z.exactOptional(z.array(Called)),
  /** Calls that are on their way to their meetings. */
  calling: z.exactOptional(z.array(Calling)),
  /** Meetings about its cases that are neither recorded nor called off. */
  ofCases: z.exactOptional(
    z.array(z.object({ meeting: RecordId, rule: z.string(), calledAt: Instant })),
  ),
  /** Meetings about its cases that are recorded. */
  held: z.exactOptional(
    z.array(z.object({ meeting: RecordId, rule: z.string(), at: Instant, ...Finding })),
  ),
  /** Who was told of it in private, and whether that arrived. */
  tellings: z.exactOptional(z.array(Telling)),
  /** Gates that they decided, told by them. */
  gates: z.exactOptional(z.array(DecidedGate)),
  /** Whether a level still stands whose record was corrected. */
  reviews: z.exactOptional(z.array(Review)),
  /** What is on file about it, step by step. */
  matters: z.exactOptional(z.array(Matter)),
  /** What is put to whoever decides. */
  questions: z.exactOptional(z.array(Question)),
  /** Decisions on the stages of procedures. */
  stages: z.exactOptional(z.array(StageDecision)),
  /** Only of one in enhanced: when it is looked whether it has gone quiet. */
  quiet: z.exactOptional(Quiet),
  notices: z.array(Notice),
  /** What a service has not accepted, in order. */
  late: z.array(Late),
})
export type Provider = z.infer<typeof Provider>
export type MaybeProvider = Provider | Blank<'provider'>
