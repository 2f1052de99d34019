import { AnyRecord } from '../core/record.ts'
import type { Saved } from './ports.ts'
import { SCHEMA } from './schema.ts'

export type Upcasts = Readonly<Record<number, (body: object) => object>>

/** From each old schema to the next; entries are added, never edited. Events are never rewritten. */
const UPCASTS: Upcasts = {}

/** A saved body that this version cannot take for a record. The sentence says what to do. */
export class UnreadableRecord extends Error {
  override name = 'UnreadableRecord' as const
}

/** The record as this version knows it. Throws `UnreadableRecord`. */
export function upcast(
  { schema, record }: Pick<Saved, 'schema' | 'record'>,
  upcasts: Upcasts = UPCASTS,
  latest = SCHEMA,
): AnyRecord {
  if (schema > latest)
    throw new UnreadableRecord(
      `A record was saved by a newer version of Muster (format ${schema}, this one knows ${latest}). Start the newer version.`,
    )
  let body = record as object // JSON from the store; the parse below is what checks it
  for (let from = schema; from < latest; from++) {
    const step = upcasts[from]
    if (!step)
      throw new UnreadableRecord(
        `A record of format ${from} cannot be read: this version lacks the step to ${from + 1}.`,
      )
    body = step(body)
  }
  const parsed = AnyRecord.safeParse(body)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new UnreadableRecord(
    `A record cannot be read: ${issue?.path.join('.') ?? 'its body'}: ${issue?.message ?? 'not as expected'}. Keep its file, and ask whoever runs Muster to restore it from a backup.`,
    { cause: parsed.error },
  )
}
