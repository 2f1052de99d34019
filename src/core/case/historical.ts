import type { Policy } from '../policy/policy.ts'
import { localDay } from '../time/local.ts'
import type { Case } from './case.ts'

/** D8: it occurred before these rules, and was still open when they began to hold. */
export function isHistorical(
  { type, occurredAt, raisedAt }: Pick<Case, 'type' | 'occurredAt' | 'raisedAt'>,
  { historical, zone }: Policy,
): boolean {
  if (!historical || type !== 'incident' || occurredAt === null) return false
  const { before, raisedFrom } = historical
  return localDay(occurredAt, zone) < before && localDay(raisedAt, zone) >= raisedFrom
}
