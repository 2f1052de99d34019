import type { Case } from '../../core/case/case.ts'
import { keptUntil } from '../../core/case/retention.ts'
import type { Policy } from '../../core/policy/policy.ts'
import { referenceOf } from '../../core/record-id.ts'
import { localDay } from '../../core/time/local.ts'
import type { App } from '../app.ts'
import { rulesToday } from '../handle.ts'
import { list } from '../read.ts'

/** A closed case and how long it is kept, without a word of what it says. */
export interface KeptCase {
  readonly reference: string
  readonly type: Case['type']
  readonly state: 'past' | 'held' | 'kept' | 'removed' | 'no rule'
  /** The last day on which the rule keeps it; null where no rule does. */
  readonly until: string | null
  readonly rule: string | null
  /** Why it is held, or was removed, and by whom. */
  readonly because: string | null
}

/** Closed cases, first those that nothing keeps any more; then by the day on which they may go. */
export async function retentionReport(app: App): Promise<readonly KeptCase[]> {
  const found: KeptCase[] = []
  for (const status of ['closed', 'removed']) {
    const rows = await list(app, { type: 'operator' }, { facets: { kind: 'case', status } })
    for (const { record } of rows) {
      if (record.kind === 'case') found.push(keptCase(record, rulesToday(app, record).policy, app))
    }
  }
  const order = ['past', 'held', 'no rule', 'kept', 'removed']
  const key = ({ state, until }: KeptCase) => `${order.indexOf(state)} ${until ?? ''}`
  return found.sort((one, other) => (key(one) < key(other) ? -1 : 1))
}

function keptCase(kase: Case, policy: Policy, app: App): KeptCase {
  const { id, type, hold, removed } = kase
  const about = { reference: referenceOf(id), type }
  if (removed) {
    const { rule, keptUntil: until } = removed
    return { ...about, state: 'removed', until, rule, because: removed.because }
  }
  const kept = keptUntil(kase, policy)
  const isPast = kept !== null && localDay(app.now(), policy.zone) > kept.until
  const state = hold ? 'held' : kept === null ? 'no rule' : isPast ? 'past' : 'kept'
  return {
    ...about,
    state,
    until: kept?.until ?? null,
    rule: kept?.rule.id ?? null,
    because: hold?.because ?? null,
  }
}
