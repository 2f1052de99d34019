import { AnyRecord } from '../core/record.ts'
import type { Saved } from './ports.ts'

export const SCHEMA = 1

type Upcasts = Readonly<Record<number, (record: object) => object>>

/** From each old schema to the next; entries are added, never edited. Events are never rewritten. */
const UPCASTS: Upcasts = {}

/** The record as this version knows it. Throws when it was saved by a newer version. */
export function upcast(
  { schema, record }: Pick<Saved, 'schema' | 'record'>,
  upcasts: Upcasts = UPCASTS,
  latest = SCHEMA,
): AnyRecord {
  if (schema > latest)
    throw new Error(
      `A record was saved by a newer version (format ${schema}, this one knows ${latest}). Start the newer version.`,
    )
  let body = record as object // JSON from the store; the parse below is what checks it
  for (let from = schema; from < latest; from++) body = upcasts[from]?.(body) ?? body
  return AnyRecord.parse(body)
}
