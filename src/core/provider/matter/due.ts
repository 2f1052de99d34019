import type { Context } from '../../kind.ts'
import { findPerson } from '../../people/find.ts'
import { resolvePost } from '../../people/posts.ts'
import type { MatterRule, MatterStep } from '../../policy/matter.ts'
import { dueDate } from '../../time/due.ts'
import type { Instant } from '../../time/instant.ts'
import { showLocal } from '../../time/local.ts'
import { cancelled, remindedSoFar } from '../cycle/reminded.ts'
import { nextCycleNudge } from '../cycles.ts'
import type { ProviderEvent } from '../event.ts'
import type { Provider } from '../provider.ts'
import { allAnswered } from './awaited.ts'
import { dutyIdOf, type Filed, type Matter } from './matter.ts'
import { stepRule } from './rules.ts'

/** What a step makes of the matter’s day: set anew, gone, or as it was. */
export function dayEvents(
  provider: Provider,
  rule: MatterRule,
  step: MatterStep,
  matter: Pick<Matter, 'n' | 'filed'>,
  context: Context,
): ProviderEvent[] {
  const { policy, now: at } = context
  const cycle = dutyIdOf(matter)
  const known = provider.cycles.find((one) => one.rule === cycle)
  const due = step.due && dayOf(step, matter, context)
  if (due) {
    const owner = owerOf(provider, rule, matter, context)
    const nudgeAt = nextCycleNudge(due.at, at, policy)
    const nudged = remindedSoFar(provider, cycle)
    return [
      {
        type: 'cycleSet',
        at,
        cycle: {
          rule: cycle,
          state: 'running',
          every: null,
          startAt: at,
          owner,
          lastDoneAt: null,
          dueAt: due.at,
          words: due.words,
          nudgeAt,
          nudges: [],
          nudged,
        },
      },
    ]
  }
  const isOver = step.settles || step.closes || allAnswered(matter, rule, policy)
  return known && isOver ? [cancelled(provider, cycle, at)] : []
}

function dayOf(
  { due }: MatterStep,
  { filed }: Pick<Matter, 'filed'>,
  { policy, now }: Context,
): { at: Instant; words: string } | null {
  if (!due) return null
  if (due.by.of === 'step') {
    const counted = dueDate(due.by.within, now, policy)
    return counted && { at: counted.due, words: counted.words }
  }
  const day = filed.at(-1)?.answers[due.by.field]
  if (typeof day !== 'string' || day === '') return null
  return { at: day, words: `due ${showLocal(day, policy.zone)}: the day that was agreed` }
}

/** Who owes the next step: whoever a form names, while they are in the directory; otherwise who holds the post. */
export function owerOf(
  provider: Provider,
  rule: MatterRule,
  { filed }: Pick<Matter, 'filed'>,
  { directory, now }: Pick<Context, 'directory' | 'now'>,
): string | null {
  const due = filed.map(({ step }) => stepRule(rule, step)?.due).findLast((one) => one)
  if (!due) return null
  const named = due.owner === undefined ? undefined : answered(filed, due.owner)
  if (named !== undefined && findPerson(directory, named)) return named
  return resolvePost(directory, provider, due.owes, now)?.person ?? null
}

function answered(filed: readonly Filed[], field: string): string | undefined {
  const answer = filed.map(({ answers }) => answers[field]).findLast((one) => one !== undefined)
  return typeof answer === 'string' ? answer : undefined
}
