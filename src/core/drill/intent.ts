import { z } from 'zod'
import { CaseIntent } from '../case/intent.ts'
import { MeetingIntent } from '../meeting/intent.ts'
import { Outage } from '../outage.ts'
import { outcomeIntents } from '../outcome-intents.ts'
import { Actor } from '../people/actor.ts'
import { Rehearsal } from '../policy/rehearsal.ts'
import { ProviderIntent } from '../provider/intent.ts'
import { RecordId } from '../record-id.ts'

const kind = z.literal('drill')
const by = Actor

/** What a record inside a rehearsal may be asked. */
const InnerIntent = z.discriminatedUnion('kind', [CaseIntent, MeetingIntent, ProviderIntent])
export type InnerIntent = z.infer<typeof InnerIntent>

/** How far the clock is to be moved. */
export const Jump = z.enum(['hour', 'deadline', 'stretch'])
export type Jump = z.infer<typeof Jump>

export const DrillIntent = z.discriminatedUnion('type', [
  z.object({
    kind,
    type: z.literal('start'),
    by,
    script: Rehearsal,
    channel: z.string(),
    /** Colleagues who take part. */
    people: z.array(z.string()),
  }),
  /** Something that is asked inside, by somebody who plays `as`. Without `to` it opens a record there. */
  z.object({
    kind,
    type: z.literal('act'),
    by,
    as: z.string(),
    to: RecordId.nullable(),
    asked: InnerIntent,
  }),
  z.object({ kind, type: z.literal('move'), by, jump: Jump }),
  z.object({ kind, type: z.literal('end'), by }),
  /** An outcome of the room effect. */
  z.object({ kind, type: z.literal('noteRoom'), channel: z.string(), room: z.string() }),
  z.object({ kind, type: z.literal('wake'), outage: Outage.optional() }),
  ...outcomeIntents(kind),
])
export type DrillIntent = z.infer<typeof DrillIntent>
export type DrillIntentOf<Type extends DrillIntent['type']> = Extract<DrillIntent, { type: Type }>
