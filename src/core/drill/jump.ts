import { owed } from '../case/rules.ts'
import type { RecordId } from '../record-id.ts'
import { type Instant, plusMinutes } from '../time/instant.ts'
import type { Drill, Inner } from './drill.ts'
import type { Jump } from './intent.ts'

/** Where a move of the clock goes to; null where nobody owes anything to go to. */
export function targetOf(drill: Drill, jump: Jump, now: Instant): Instant | null {
  switch (jump) {
    case 'hour':
      return plusMinutes(now, 60)
    case 'deadline':
      return beforeDeadline(drill, now)
    case 'stretch':
      return drill.script.stretch.until
  }
}

/** So that what is due can still be done in time; at the deadline itself for whoever is there already. */
export const MINUTES_BEFORE = 15

function beforeDeadline(drill: Drill, now: Instant): Instant | null {
  const due = nextDue(drill, now)?.at ?? null
  if (due === null) return null
  const before = plusMinutes(due, -MINUTES_BEFORE)
  return before > now ? before : due
}

interface Due {
  readonly record: RecordId
  readonly rule: string
  readonly at: Instant
  /** It is a reminder only, and never late. */
  readonly soft: boolean
}

/** What is owed next, and when; without what is a reminder only, if asked. */
export function nextDue(
  { records }: Drill,
  now: Instant,
  { soft: withSoft }: { soft: boolean } = { soft: true },
): Due | null {
  const ahead = records.flatMap(duesOf).filter(({ at, soft }) => at > now && (withSoft || !soft))
  return ahead.sort((one, other) => (one.at < other.at ? -1 : 1))[0] ?? null
}

/** What counts and should have been done, the longest owed first. */
export function overdue({ records }: Drill, now: Instant): Due[] {
  const late = records.flatMap(duesOf).filter(({ at, soft }) => at <= now && !soft)
  return late.sort((one, other) => (one.at < other.at ? -1 : 1))
}

function duesOf(record: Inner): Due[] {
  const { id } = record
  switch (record.kind) {
    case 'case':
      if (record.status === 'closed') return []
      return owed(record).flatMap(({ rule, dueAt, soft }) =>
        dueAt !== null ? [{ record: id, rule, at: dueAt, soft }] : [],
      )
    case 'provider':
      return record.cycles.flatMap(({ rule, dueAt }) =>
        dueAt === null ? [] : [{ record: id, rule, at: dueAt, soft: false }],
      )
    case 'meeting':
      return []
  }
}
