import { accept, type Decision, refuse } from '../decision.ts'
import { doerOf } from '../people/doer.ts'
import type { Allowed } from '../permission/permitted.ts'
import type { Case } from './case.ts'
import type { CaseEvent } from './event.ts'
import type { CaseIntentOf } from './intent.ts'
import { owedClock } from './nudging.ts'
import { clockRule } from './rules.ts'

/** What a rule says makes a clock unneeded has come about: a person says so, and why. */
export function lapse(
  kase: Case,
  intent: CaseIntentOf<'lapse'>,
  context: Allowed,
): Decision<CaseEvent> {
  const run = owedClock(kase, intent.clock, intent.by)
  if ('ok' in run) return run
  const rule = clockRule(context.policy, run.rule)
  if (rule.lapses === undefined)
    return refuse('invalid', `${rule.id} is owed whatever happens: its rule names no exception.`)
  const reason = intent.reason.trim()
  if (reason === '')
    return refuse('missing', 'Say why it is not needed.', { reason: 'Give the reason.' })
  const by = doerOf(context.directory, intent.by, context.acting)
  const asked = kase.prompts.filter(({ about, state }) => about === run.rule && state === 'open')
  return accept(
    { type: 'clockLapsed', at: context.now, clock: run.rule, by, reason },
    ...asked.map(({ id }): CaseEvent => ({ type: 'promptWithdrawn', at: context.now, prompt: id })),
  )
}
