import { z } from 'zod'
import type { Confirmed } from '../core/guard/confirmed.ts'
import type { AnyEvent } from '../core/record.ts'
import { eventToThree, eventToTwo } from './event-upcasts.ts'
import type { SaidIn } from './ports.ts'
import { SCHEMA } from './schema.ts'

const Said = z.object({ channel: z.string(), message: z.string() })
/** Numbers of entries, from one to another. */
const Ranges = z.array(z.tuple([z.int(), z.int()]))
const Kept = z.looseObject({
  schema: z.int().default(1),
  said: Said.optional(),
  erases: Ranges.optional(),
})

/** What is kept with an event beside what it says itself. */
export interface KeptWith {
  readonly said?: SaidIn | undefined
  /** The entries that were erased with it: they are held to nothing any more. */
  readonly erases?: readonly number[] | undefined
  readonly confirmed?: readonly Confirmed[] | undefined
}

/**
 * An event as the history keeps it: it is never rewritten, so it says of which schema it is. The first
 * of a change keeps what its author said of what only looked as if it identified a patient.
 */
export function keptEvent(
  event: AnyEvent,
  { said, erases, confirmed = [] }: KeptWith = {},
): object {
  return {
    schema: SCHEMA,
    ...(said && { said }),
    ...(erases && { erases: rangesOf(erases) }),
    ...event,
    ...(confirmed.length > 0 && { confirmed }),
  }
}

/** From each older schema to the next; entries are added, never edited. */
const eventUpcasts: Readonly<Record<number, (event: unknown) => unknown>> = {
  1: eventToTwo,
  2: eventToThree,
}

/**
 * The event in a body as this version knows it; null where it cannot be brought up to that, because
 * a newer version wrote it or it is not what its schema says. `plainEvent` still has what it says.
 */
export function currentEvent(body: string): AnyEvent | null {
  const { schema, said: _, erases: __, ...event } = Kept.parse(JSON.parse(body))
  if (schema > SCHEMA) return null
  let brought: unknown = event
  for (let from = schema; from < SCHEMA; from++) {
    try {
      brought = eventUpcasts[from]?.(brought) ?? null
    } catch {
      return null
    }
  }
  // Its hash was held against it before: it is what `keptEvent` made.
  return brought as AnyEvent | null
}

/** Whether an event is of a schema before this version's, and was brought up to be read. */
export function isOlder(body: string): boolean {
  return Kept.parse(JSON.parse(body)).schema < SCHEMA
}

/** What a body says, word for word, whichever schema it is of. */
export function plainEvent(body: string): Readonly<Record<string, unknown>> {
  const { schema: _, said: __, erases: ___, ...event } = Kept.parse(JSON.parse(body))
  return event
}

/** The message in which somebody said what led to an event; undefined where nobody wrote one. */
export function saidIn(body: string): SaidIn | undefined {
  return Kept.parse(JSON.parse(body)).said
}

/** The numbers of the entries that were erased with an event. */
export function erasedWith(body: string): readonly number[] {
  const { erases = [] } = Kept.parse(JSON.parse(body))
  return erases.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, n) => from + n))
}

function rangesOf(numbers: readonly number[]): [number, number][] {
  const ranges: [number, number][] = []
  for (const n of numbers.toSorted((one, other) => one - other)) {
    const last = ranges.at(-1)
    if (last && n === last[1] + 1) last[1] = n
    else ranges.push([n, n])
  }
  return ranges
}
