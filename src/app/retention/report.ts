import type { Case } from '../../core/case/case.ts'
import { keptUntil } from '../../core/case/retention.ts'
import type { Kept } from '../../core/keeping.ts'
import type { Meeting } from '../../core/meeting/meeting.ts'
import { keptUntilOf } from '../../core/meeting/retention.ts'
import type { Policy } from '../../core/policy/policy.ts'
import { referenceOf } from '../../core/record-id.ts'
import { localDay } from '../../core/time/local.ts'
import type { App } from '../app.ts'
import { rulesToday } from '../handle.ts'
import { list } from '../read.ts'

/** A closed case, or a meeting about a provider, and how long it is kept, without a word of what it says. */
export interface KeptRecord {
  readonly reference: string
  readonly type: Case['type'] | 'meeting'
  readonly state: 'past' | 'held' | 'kept' | 'removed' | 'no rule'
  /** The last day on which the rule keeps it; null where no rule does. */
  readonly until: string | null
  readonly rule: string | null
  /** Why it is held, or was removed, and by whom. */
  readonly because: string | null
}

/** All that is over, first what nothing keeps any more; then by the day on which it may go. */
export async function retentionReport(app: App): Promise<readonly KeptRecord[]> {
  const found: KeptRecord[] = []
  for (const kind of ['case', 'meeting']) {
    for (const status of ['closed', 'removed']) {
      const rows = await list(app, { type: 'operator' }, { facets: { kind, status } })
      for (const { record } of rows) {
        const { policy } = rulesToday(app, record)
        if (record.kind === 'case')
          found.push(kept(record, record.type, keptUntil(record, policy), policy, app))
        // What belongs to a case goes with it.
        if (record.kind === 'meeting' && record.case === null)
          found.push(kept(record, 'meeting', keptUntilOf(record, policy), policy, app))
      }
    }
  }
  const order = ['past', 'held', 'no rule', 'kept', 'removed']
  const key = ({ state, until }: KeptRecord) => `${order.indexOf(state)} ${until ?? ''}`
  return found.sort((one, other) => (key(one) < key(other) ? -1 : 1))
}

function kept(
  { id, hold, removed }: Case | Meeting,
  type: KeptRecord['type'],
  by: Kept | null,
  { zone }: Policy,
  app: App,
): KeptRecord {
  const about = { reference: referenceOf(id), type }
  if (removed) {
    const { rule, keptUntil: until, because } = removed
    return { ...about, state: 'removed', until, rule, because }
  }
  const isPast = by !== null && localDay(app.now(), zone) > by.until
  const state = hold ? 'held' : by === null ? 'no rule' : isPast ? 'past' : 'kept'
  return {
    ...about,
    state,
    until: by?.until ?? null,
    rule: by?.rule.id ?? null,
    because: hold?.because ?? null,
  }
}
