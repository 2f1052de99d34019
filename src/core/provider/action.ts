import { z } from 'zod'
import { RecordId } from '../record-id.ts'
import { Instant } from '../time/instant.ts'
import { MatterOutline } from './matter/matter.ts'

/** An action that a meeting about the provider asks for, while it is open. */
export const OpenAction = z.object({
  meeting: RecordId,
  n: z.int().positive(),
  /** Empty while it is for those alone who are in the meeting: somebody is kept out of that. */
  what: z.string(),
  /** The organisation that is asked, and who owns it there. */
  of: z.string(),
  owner: z.string().nullable(),
  dueAt: Instant,
  state: z.enum(['asked', 'accepted', 'declined', 'done']),
})
export type OpenAction = z.infer<typeof OpenAction>

/** What a meeting tells of an action that it asks for: null once that is over. */
export const ActionTold = z.object({
  meeting: RecordId,
  n: z.int().positive(),
  action: OpenAction.nullable(),
})

/** The triggers of an open case, with where each is heading. */
export const Signs = z.object({
  case: RecordId,
  triggers: z.array(z.object({ id: z.string(), direction: z.enum(['new', 'rising', 'stable']) })),
  /** Whether it waits for a decision on the level; told while the provider is in enhanced. */
  levelAsked: z.exactOptional(z.boolean()),
})
export type Signs = z.infer<typeof Signs>

/** What is known of a provider when a meeting about it is called. */
export const Brief = z.object({
  at: Instant,
  level: z.string(),
  since: Instant,
  /** Null where it is for those on a list alone, or nothing was decided yet. */
  reason: z.string().nullable(),
  ratings: z.array(
    z.object({
      instrument: z.string(),
      band: z.string(),
      at: Instant,
      total: z.exactOptional(z.number()),
      /** The total of the rating before it. */
      before: z.exactOptional(z.number()),
    }),
  ),
  actions: z.array(OpenAction),
  signs: z.array(Signs),
  /** What comes round and is due next of each; not of a brief from before this was told. */
  cycles: z.exactOptional(z.array(z.object({ rule: z.string(), dueAt: Instant }))),
  /** What is open on file and may be read by the provider, each as it stood. */
  matters: z.exactOptional(z.array(MatterOutline)),
})
export type Brief = z.infer<typeof Brief>

export function isAbout(
  one: Pick<OpenAction, 'meeting' | 'n'>,
  { meeting, n }: Pick<OpenAction, 'meeting' | 'n'>,
): boolean {
  return one.meeting === meeting && one.n === n
}
