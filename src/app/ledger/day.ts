import { createHash } from 'node:crypto'
import { z } from 'zod'
import { RecordId } from '../../core/record-id.ts'
import { Instant } from '../../core/time/instant.ts'
import { sha256 } from '../history.ts'

const PREFIX = 'ledger:'
const FORMAT = 1
/** Half of a hash names a head well enough, and the ledger is kept for good. */
const HASH_KEPT = 32

/**
 * One day of the ledger: where the histories ended that had grown since the day before. It is chained
 * to every day that nothing follows yet, so two replicas that write the same day are both held.
 */
const Day = z.object({
  format: z.literal(FORMAT),
  day: z.string(),
  at: Instant,
  previous: z.array(z.string()),
  heads: z.array(z.tuple([RecordId, z.int().positive(), z.string()])),
  head: z.string(),
})
export type Day = z.infer<typeof Day>

/** A setting of the ledger as it is kept; `day` is null where it is not what was written. */
export interface Kept {
  readonly name: string
  readonly day: Day | null
}

export function isLedger(name: string): boolean {
  return name.startsWith(PREFIX)
}

/** What is kept under a name of the ledger; a changed one is no day any more. */
export function readDay(name: string, value: unknown): Kept {
  const { data } = Day.safeParse(value)
  return { name, day: data && data.head === headOf(data) && name === nameOf(data) ? data : null }
}

export function makeDay(
  at: Instant,
  previous: readonly string[],
  heads: readonly (readonly [RecordId, number, string])[],
): { readonly name: string; readonly day: Day } {
  const kept = heads.map(([id, seq, hash]): Day['heads'][number] => [id, seq, shortened(hash)])
  const open = {
    format: FORMAT,
    day: dayOf(at),
    at,
    previous: [...previous].sort(),
    heads: kept.sort(([one], [other]) => (one < other ? -1 : 1)),
  } as const
  const day = { ...open, head: headOf(open) }
  return { name: nameOf(day), day }
}

/** Ledger days are days of UTC. */
export function dayOf(at: Instant): string {
  return at.slice(0, 10)
}

export function shortened(hash: string): string {
  return hash.slice(0, HASH_KEPT)
}

/** The heads that no later day follows. */
export function looseEnds(days: readonly Day[]): readonly Day[] {
  const followed = new Set(days.flatMap(({ previous }) => previous))
  return days.filter(({ head }) => !followed.has(head))
}

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A head as people read it out: six groups of four, without letters that look or sound alike. */
export function spokenHead(head: string): string {
  const bytes = createHash('sha256').update(head).digest().subarray(0, 24)
  const letters = [...bytes].map((byte) => LETTERS[byte & 31]).join('')
  return letters.replace(/(?<=\w)(?=(\w{4})+$)/g, '-')
}

function headOf({ day, at, previous, heads }: Omit<Day, 'head' | 'format'>): string {
  return sha256(day, at, ...previous, '', ...heads.flat().map(String))
}

/** A day that was written twice has two names: nothing is ever written over. */
function nameOf({ day, head }: Pick<Day, 'day' | 'head'>): string {
  return `${PREFIX}${day}:${head.slice(0, 16)}`
}
