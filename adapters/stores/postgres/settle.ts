import type { Claim, Ended } from '../../../src/app/ports.ts'
import { NOTHING_STANDS } from '../../../src/core/effect.ts'
import { jsonOf } from '../border.ts'
import { type Database, type Statement, statement } from './connection.ts'
import { asking, keyed, taskRow } from './tasks.ts'

/** Older settled tasks are only of use to the history, which has its own events for them. */
export const SETTLED_KEPT = 200

interface Guarded {
  readonly id: string
}

/** A claim that ended leaves the guard empty; one whose lease ran out, but which nobody took over, holds. */
const GUARD = `with guard as (
  update queues
  set leased_until = null, sent = $4::jsonb, rest_until = $5
  where queue = $1 and fence = $2::bigint and leased_until is not null
  returning $6::text as id
)`

/** It is at the front of its queue, or near it. */
const CLAIMED = `(o.calm, o.position) = (
    select calm, position from outbox where queue = $1 and id = $3 order by calm, position limit 1)`

const OVER = `,
gone as (
  delete from outbox o using guard where ${CLAIMED}
), kept as (
  insert into settled (record, id, task) select guard.id, $3, $7::jsonb from guard
), trimmed as (
  delete from settled s using guard
  where s.record = guard.id and s.n <= (
    select n from settled where record = $6 order by n desc offset ${SETTLED_KEPT - 1} limit 1)
)`

const SHOWN = `,
standing as (
  insert into shown as s (record, place, slot, ref) select guard.id, $8::text, $9::text, $10::text from guard
  on conflict (record, place, slot) do update set ref = excluded.ref, n = excluded.n where s.ref <> excluded.ref
)`

const GIVEN_UP = `,
buried as (
  insert into dead (id, record, added_at, task) select $3, guard.id, $8::text, $7::jsonb from guard
  on conflict (id) do nothing
), nothing as (
  insert into shown (record, place, slot, ref)
  select guard.id, $9::text, $10::text, '${NOTHING_STANDS}' from guard where $10::text is not null
  on conflict (record, place, slot) do nothing
)`

const AGAIN = `,
waits as (
  update outbox o set task = $7::jsonb, tries = $8::int, retry_at = $9::text, fence = null, doubtful = false
  from guard where ${CLAIMED}
)`

type Ending = 'shown' | 'over' | 'never' | 'again'

const PARTS: Readonly<Record<Ending, { readonly text: string; readonly own: number }>> = {
  shown: { text: OVER + SHOWN, own: 3 },
  over: { text: OVER, own: 0 },
  never: { text: OVER + GIVEN_UP, own: 3 },
  again: { text: AGAIN, own: 2 },
}

function settling(ending: Ending, replies: boolean): Statement<Guarded> {
  const { text, own } = PARTS[ending]
  const asked = replies ? asking(`$${8 + own}`) : ''
  return statement(
    `settle:${ending}${replies ? ':replies' : ''}`,
    `${GUARD}${text}${asked}\nselect id from guard`,
  )
}

const standing = statement<{ readonly ours: boolean }>(
  'settled',
  `select exists (select from settled where record = $1 and id = $2 and task = $3::jsonb)
    or exists (select from outbox where record = $1 and id = $2 and task = $3::jsonb) as ours`,
)

export async function settle(
  database: Database,
  claim: Claim,
  ended: Ended,
): Promise<'settled' | 'lost'> {
  const { fence, task: claimed } = claim
  const replies = keyed(ended.replies)
  const task = jsonOf(ended.task)
  const { ending, own } = endingOf(ended)
  const values: unknown[] = [claimed.queue, fence, claimed.id, jsonOf(ended.sent)]
  values.push(ended.restUntil, claimed.record, task, ...own)
  if (replies.length > 0) values.push(jsonOf(replies))

  const { rows, again } = await database.change(settling(ending, replies.length > 0), values)
  if (rows.length > 0) return 'settled'
  if (!again) return 'lost'
  // The first try broke off: perhaps it is what ended the claim.
  const [found] = await database.ask(standing, [claimed.record, claimed.id, task])
  return found?.ours ? 'settled' : 'lost'
}

/** Which statement an outcome needs, and what it needs besides the task. */
function endingOf({ task }: Ended): { readonly ending: Ending; readonly own: readonly unknown[] } {
  const { place, slot, tries, retry_at, added_at } = taskRow(task, 0)
  const { last } = task
  if (last?.type === 'never') return { ending: 'never', own: [added_at, place, slot] }
  if (last?.type !== 'done') return { ending: 'again', own: [tries, retry_at] }
  if (slot === null) return { ending: 'over', own: [] }
  return { ending: 'shown', own: [place, slot, last.ref] }
}
