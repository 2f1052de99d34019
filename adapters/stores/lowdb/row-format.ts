import { z } from 'zod'
import type { Request } from '../../../src/app/ports.ts'
import { Effect, Outcome, Slot } from '../../../src/core/effect.ts'
import { RecordId } from '../../../src/core/record-id.ts'
import { Instant } from '../../../src/core/time/instant.ts'
import type { Row } from '../row.ts'
import type { FileFormat } from './file-format.ts'

const Head = { seq: z.number().int().nonnegative(), hash: z.string() }

const Saved = z.object({
  schema: z.number().int(),
  version: z.number().int().positive(),
  opener: z.string(),
  // Upcast and parsed by the application, which knows what a record is.
  record: z.unknown(),
  keys: z.array(z.object({ key: z.string(), at: Instant, version: z.number().int() })),
  head: z.object(Head),
})

const Index = z.object({
  timeline: z.string(),
  wakeAt: Instant.nullable(),
  dueAt: Instant.nullable(),
  facets: z.record(z.string(), z.array(z.string())),
})

export const Entry = z.object({
  ...Head,
  previous: z.string(),
  bodyHash: z.string(),
  salt: z.string().nullable(),
  body: z.string().nullable(),
})

export const Task = z.object({
  id: z.string(),
  record: RecordId,
  queue: z.string(),
  effect: Effect,
  tries: z.number().int().nonnegative(),
  addedAt: Instant,
  firstTriedAt: z.exactOptional(Instant),
  last: z.exactOptional(Outcome),
  retryAt: z.exactOptional(Instant),
  endedAt: z.exactOptional(Instant),
})

const Accepted = z.object({
  addedAt: Instant,
  firstTriedAt: Instant,
  endedAt: Instant,
  tries: z.number().int(),
})

export const Asked = z.object({
  key: z.string(),
  to: z.exactOptional(RecordId),
  from: z.exactOptional(RecordId),
  // The door through which every intent goes checks it; a store only hands it on.
  intent: z.custom<Request['intent']>((value) => typeof value === 'object' && value !== null),
})

/** One file: one record with everything that belongs to it. */
export const rowFormat: FileFormat<Row> = {
  number: 2,
  upcasts: {
    // Tasks that were given up before they were listed are found in the history alone.
    1: (content) => ({ ...Object(content), dead: [] }),
  },
  content: z.object({
    id: RecordId,
    saved: Saved,
    index: Index,
    entries: z.array(Entry),
    waiting: z.array(z.object({ position: z.number(), task: Task })),
    settled: z.array(Task),
    dead: z.array(Task),
    requests: z.array(z.object({ position: z.number(), request: Asked })),
    shown: z.array(
      z.object({
        place: z.string(),
        slot: Slot,
        ref: z.string(),
        first: z.exactOptional(Accepted),
      }),
    ),
  }),
}
