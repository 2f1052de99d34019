import type { Context } from '../kind.ts'
import type { ClockRule } from '../policy/clock.ts'
import { dueDate } from '../time/due.ts'
import type { Instant } from '../time/instant.ts'
import { nextNudge } from '../time/ladder.ts'
import type { Case } from './case.ts'
import type { ClockRun } from './clock-run.ts'
import type { CaseEvent, CaseEventOf } from './event.ts'
import { clockRule, ladderOf } from './rules.ts'
import { isRepeated } from './updates.ts'

/** What began with a clock that was met by a time that is corrected begins with the corrected one. */
export function startsCorrected(
  { clocks }: Case,
  met: string,
  { was, startAt }: { readonly was: Instant; readonly startAt: Instant },
  context: Context,
): CaseEvent[] {
  return clocks.flatMap((run): CaseEvent[] => {
    const rule = clockRule(context.policy, run.rule)
    const isAfter = typeof rule.from === 'object' && rule.from.met === met && run.startAt === was
    const isOwed = run.state === 'running' || run.state === 'missed'
    if (!isAfter || !isOwed) return []
    const due = dueFrom(run, rule, startAt, context)
    return [{ type: 'clockStartCorrected', at: context.now, clock: run.rule, was, startAt, ...due }]
  })
}

type Due = Pick<CaseEventOf<'clockStartCorrected'>, 'dueAt' | 'words' | 'nudgeAt' | 'nudgeWhy'>

/** How often updates come is counted from when that was chosen, and from the last of them. */
function dueFrom(run: ClockRun, rule: ClockRule, startAt: Instant, { policy, now }: Context): Due {
  const { dueAt, words, nudgeAt, nudgeWhy } = run
  const due = isRepeated(rule) ? null : dueDate(rule.within, startAt, policy)
  if (!due) return { dueAt, words, nudgeAt, nudgeWhy }
  const next = nextNudge(ladderOf(policy, rule), { startAt, dueAt: due.due }, now, policy)
  const nudge = { nudgeAt: next?.at ?? null, nudgeWhy: next?.why ?? null }
  return { dueAt: due.due, words: due.words, ...nudge }
}
