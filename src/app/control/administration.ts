import type { App } from '../app.ts'
import { type Approving, approvalsKept, type KnownApproval, recordApproval } from '../approving.ts'
import { dropDead, notDead, type OutboxReport, outboxReport, retryDead } from '../dead-letters.ts'
import type { NamedText } from '../inquiry/files.ts'
import { inquiryFiles } from '../inquiry/hand-over.ts'
import { recordFiles } from '../minutes/hand-over.ts'
import { itemsOf } from '../moving/items.ts'
import { writeLines } from '../moving/lines.ts'
import { decideKeeping, type Keeping } from '../retention/decide.ts'
import { type KeptRecord, retentionReport } from '../retention/report.ts'
import { subjectFiles } from '../subject/files.ts'
import { version } from '../version.ts'

/** What an administrator does with a store, in this process or through the one that has it open. */
export interface Administration {
  /** The text of an export; see `itemsOf` for how whole it is. */
  export(): AsyncIterable<string>
  outbox(): Promise<OutboxReport>
  /** A sentence when it cannot be done. */
  retry(id: string): Promise<string | null>
  drop(id: string, because: string): Promise<string | null>
  /** What an inquiry asks of a case or a provider, as files; a sentence when there is no such one. */
  inquiry(reference: string): Promise<Handed>
  /** The record of a meeting as documents; a sentence when there is none. */
  record(reference: string): Promise<Handed>
  /** All that is recorded about a person, or by them, without the names of others. */
  subjectAccess(person: string): Promise<Handed>
  retention(): Promise<readonly KeptRecord[]>
  rules(): Promise<readonly KnownApproval[]>
  /** A sentence when it cannot be done. */
  approve(asked: Approving): Promise<string | null>
  /** A sentence when it cannot be done. */
  keep(keeping: Keeping): Promise<string | null>
}

/** Files to be handed over, or why there are none. */
export type Handed =
  | { readonly refused: null; readonly files: readonly NamedText[] }
  | { readonly refused: string }

/** Over a store that this process has open. The rest of the app is only made where it is needed. */
export function administration(
  { store, realNow }: Pick<App, 'store' | 'realNow'>,
  app: () => Promise<App>,
  kick: () => void = () => {},
): Administration {
  return {
    export: () => writeLines(itemsOf(store), { version: version(), at: realNow() }),
    outbox: () => outboxReport(store),
    async retry(id) {
      if (!(await retryDead({ store, realNow }, id))) return notDead(id)
      kick()
      return null
    },
    drop: async (id, because) => dropDead(await app(), id, because),
    inquiry: async (reference) => inquiryFiles(await app(), reference),
    record: async (reference) => recordFiles(await app(), reference),
    subjectAccess: async (person) => subjectFiles(await app(), person),
    rules: () => approvalsKept(store),
    approve: async (asked) => recordApproval(await app(), asked),
    retention: async () => retentionReport(await app()),
    keep: async (keeping) => decideKeeping(await app(), keeping),
  }
}
