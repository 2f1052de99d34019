import type { Saved } from '../../../src/app/ports.ts'
import { SCHEMA } from '../../../src/app/schema.ts'
import type { RecordId } from '../../../src/core/record-id.ts'
import { type Database, statement } from './connection.ts'
import { type SavedRow, savedOf } from './records.ts'

/** A sentence when what was saved of a record is not what it should be. */
export type Check = (id: RecordId, saved: Saved) => string | null

const newest = statement<{ schema: number | null }>(
  'newest',
  'select max(schema) as schema from records',
)

/** Throws where a record can be read by a newer version only. */
export async function refuseNewerRecords(database: Database): Promise<void> {
  const [found] = await database.ask(newest)
  const schema = found?.schema ?? 0
  if (schema > SCHEMA)
    throw new Error(
      `The database that DATABASE_URL names holds records of a newer version of Muster (format ${schema}; this one knows ${SCHEMA}). Start the newer version.`,
    )
}

const batch = statement<SavedRow & { readonly id: RecordId }>(
  'check',
  `select id, version, opener, schema, record, keys, head_seq, head_hash from records
  where id > $1 order by id limit 500`,
)

/** Asks about every record once; resolves to the complaints. */
export async function checkRecords(database: Database, check: Check): Promise<string[]> {
  const complaints: (string | null)[] = []
  for (let last = ''; ; ) {
    const rows = await database.ask(batch, [last])
    for (const row of rows) complaints.push(check(row.id, savedOf(row)))
    const end = rows.at(-1)
    if (!end) return complaints.filter((one) => one !== null)
    last = end.id
  }
}
