import { z } from 'zod'
import type { Confirmed } from '../core/guard/confirmed.ts'
import type { AnyEvent } from '../core/record.ts'
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

/** The event in a body; null where it is of an older schema, after which records are made otherwise. */
export function currentEvent(body: string): AnyEvent | null {
  const { schema, said: _, erases: __, ...event } = Kept.parse(JSON.parse(body))
  // Its hash was held against it before: it is what `keptEvent` made.
  return schema === SCHEMA ? (event as unknown as AnyEvent) : null
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
