import type { Policy } from '../policy/policy.ts'
import { localDay } from '../time/local.ts'
import type { Case } from './case.ts'

/** D8: it occurred before the day from which these rules hold. */
export function isHistorical(
  { type, occurredAt }: Pick<Case, 'type' | 'occurredAt'>,
  { historical, zone }: Policy,
): boolean {
  if (!historical || type !== 'incident' || occurredAt === null) return false
  return localDay(occurredAt, zone) < historical.before
}
