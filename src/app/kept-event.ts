import { z } from 'zod'
import type { Confirmed } from '../core/guard/confirmed.ts'
import type { AnyEvent } from '../core/record.ts'
import { SCHEMA } from './schema.ts'

const Kept = z.looseObject({ schema: z.int().default(1) })

/**
 * An event as the history keeps it: it is never rewritten, so it says of which schema it is. The first
 * of a change keeps what its author said of what only looked as if it identified a patient.
 */
export function keptEvent(event: AnyEvent, confirmed: readonly Confirmed[] = []): object {
  return { schema: SCHEMA, ...event, ...(confirmed.length > 0 && { confirmed }) }
}

/** The event in a body; null where it is of an older schema, after which records are made otherwise. */
export function currentEvent(body: string): AnyEvent | null {
  const { schema, ...event } = Kept.parse(JSON.parse(body))
  // Its hash was held against it before: it is what `keptEvent` made.
  return schema === SCHEMA ? (event as unknown as AnyEvent) : null
}
