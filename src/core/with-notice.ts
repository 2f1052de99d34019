import type { Instant } from './time/instant.ts'

interface Noticed {
  readonly notices: readonly { readonly n: number; readonly at: Instant; readonly said: unknown }[]
}

/** A record whose rooms, or people, are told one thing more: the newest notice has the highest number. */
export function withNotice<Record extends Noticed>(
  record: Record,
  at: Instant,
  said: Record['notices'][number]['said'],
): Record {
  const { notices } = record
  return { ...record, notices: [...notices, { n: notices.length + 1, at, said }] }
}
