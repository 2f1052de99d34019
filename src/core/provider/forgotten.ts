import type { RecordId } from '../record-id.ts'
import { REMOVED_WORDS } from '../retention.ts'
import type { LevelDecision, Provider } from './provider.ts'

/** Whether a decision still has the words of a record that led to it. */
export function isToldOf(
  { because, reason }: Pick<LevelDecision, 'because' | 'reason'>,
  records: readonly RecordId[],
): boolean {
  return because !== null && records.includes(because) && reason !== REMOVED_WORDS
}

/** Whether what led to it is for those on a list alone: they read it where it was written. */
export function isWithheld(
  { confidential = [] }: Provider,
  { because }: Pick<LevelDecision, 'because'>,
): boolean {
  return because !== null && confidential.includes(because)
}

/** That the level changed stays, and who decided it; why is gone with the record. */
export function withoutWords(decision: LevelDecision, records: readonly RecordId[]): LevelDecision {
  if (!isToldOf(decision, records)) return decision
  const { conflicts, ...rest } = decision
  return { ...rest, reason: REMOVED_WORDS, evidence: null }
}
