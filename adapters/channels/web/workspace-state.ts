import { z } from 'zod'
import { Slot } from '../../../src/core/effect.ts'
import type { Message } from '../../../src/core/message/message.ts'
import { Actor } from '../../../src/core/people/actor.ts'
import { RecordId } from '../../../src/core/record-id.ts'
import { Instant } from '../../../src/core/time/instant.ts'

const message = z.custom<Message>(
  (value) =>
    z.object({ title: z.string(), parts: z.array(z.object({ kind: z.string() })) }).safeParse(value)
      .success,
)

const Body = z.discriminatedUnion('type', [
  z.object({ type: z.literal('words'), text: z.string() }),
  z.object({ type: z.literal('message'), message }),
])

/** One thing that stands in a place. `clock` as its author is Muster. */
export const Item = z.object({
  ref: z.string(),
  /** Grows by one with every item of the workspace; reading marks are kept in it. */
  seq: z.int(),
  /** The key of its place. */
  space: z.string(),
  /** The message in whose thread it stands. */
  thread: z.string().optional(),
  at: Instant,
  by: Actor,
  body: Body,
  /** The only reader of a private answer. */
  only: z.string().optional(),
  /** What the reader had typed to get a private answer. */
  asked: z.string().optional(),
  /** The one page that shows it, until it is loaded again; it is never written to the file. */
  page: z.string().optional(),
  /** What made it, so that a repetition is known: a post's id, or a person's action. */
  key: z.string(),
  /** The post that last rewrote it, and when. */
  rewrittenBy: z.string().optional(),
  rewrittenAt: Instant.optional(),
  record: RecordId.optional(),
  /** Which message of the record it is. */
  slot: Slot.optional(),
})
export type Item = z.infer<typeof Item>

/** A room that was made at run time: exactly the invited people are in it. */
export const MadeRoom = z.object({
  id: z.string(),
  room: z.string(),
  name: z.string(),
  topic: z.string(),
  people: z.array(z.string()),
  /** It is read, and written in no more. */
  closed: z.literal(true).optional(),
})
export type MadeRoom = z.infer<typeof MadeRoom>

export const State = z.object({
  schema: z.literal(1),
  next: z.int(),
  items: z.array(Item),
  rooms: z.array(MadeRoom),
  /** By reader, then by mark: the `seq` up to which they have read. */
  read: z.record(z.string(), z.record(z.string(), z.int())),
})
export type State = z.infer<typeof State>

export function emptyState(): State {
  return { schema: 1, next: 1, items: [], rooms: [], read: {} }
}

/** The mark for a place's own messages, or for one of its threads. */
export function markOf(space: string, thread: string | undefined): string {
  return thread === undefined ? space : `${space}#${thread}`
}
