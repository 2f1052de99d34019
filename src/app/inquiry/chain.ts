import type { RecordId } from '../../core/record-id.ts'
import { checkLedger } from '../ledger/check.ts'
import { isLedger, type Kept, readDay, spokenHead } from '../ledger/day.ts'
import type { Item } from '../moving/items.ts'
import type { Store, Whole } from '../ports.ts'
import { verifyAll } from '../verify/verify.ts'

/** Whether histories are as they were written, and what the daily ledger says of them. */
export interface ChainVerdict {
  /** What is wrong, each a sentence; none where all is well. */
  readonly flaws: readonly string[]
  /** The days on which the ledger wrote down where the history of the record ended. */
  readonly points: readonly { readonly day: string; readonly seq: number; readonly hash: string }[]
  /** As it is read out: of the newest day, which stands for all before it. */
  readonly head: string | null
  readonly upTo: string | null
}

export async function chainOf(
  store: Store,
  id: RecordId,
  rows: readonly Whole[],
): Promise<ChainVerdict> {
  const settings: (readonly [string, unknown])[] = []
  for await (const setting of store.settings()) if (isLedger(setting[0])) settings.push(setting)
  const verdict = await verifyAll(itemsOf(settings, rows))
  const asked = new Set(rows.map((row) => row.id))
  const flaws = verdict.findings.filter(({ record }) => asked.has(record))
  const { points, newest } = checkLedger(settings.map((one): Kept => readDay(...one)))
  return {
    flaws: [...verdict.ledger, ...flaws.map(({ sentence }) => sentence)],
    points: points.get(id) ?? [],
    head: newest && spokenHead(newest.head),
    upTo: newest?.at ?? null,
  }
}

async function* itemsOf(
  settings: readonly (readonly [string, unknown])[],
  rows: readonly Whole[],
): AsyncGenerator<Item> {
  for (const setting of settings) yield { setting }
  for (const record of rows) yield { record }
}
