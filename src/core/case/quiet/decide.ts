import { accept, type Decision } from '../../decision.ts'
import type { Context } from '../../kind.ts'
import type { Instant } from '../../time/instant.ts'
import { lookAfter } from '../../time/look-after.ts'
import { isInHours } from '../../time/working-hours.ts'
import type { Case } from '../case.ts'
import type { CaseEvent } from '../event.ts'
import { evolveCase } from '../evolve.ts'
import { triagePost } from '../host/host.ts'
import { openPrompt } from '../prompts.ts'
import { lastRecorded, lookAtOf } from './quiet.ts'

/** At a wake for nothing else: whoever is asked to look at it first is asked whether it is still open. */
export function askIfQuiet(kase: Case, context: Context): CaseEvent[] {
  const { policy, now: at } = context
  const wakes = lookAtOf(kase)
  if (wakes === null || wakes > at) return []
  const set = (lookAt: Instant | null): CaseEvent => ({ type: 'quietSet', at, lookAt })
  const { quiet: rule } = policy
  if (rule?.caseDays === undefined) return [set(null)]
  const last = lastRecorded(kase)
  const due = lookAfter(last, rule.caseDays, last, rule.at, policy)
  if (due > at) return [set(due)]
  // Nobody is asked at night after an outage.
  if (!isInHours(at, policy)) return [set(lookAfter(at, 0, at, rule.at, policy))]
  const post = triagePost(kase, context)
  return openPrompt(kase, { asks: 'quiet', post, urgent: false, climbs: false }, context)
}

/** Once something is recorded, nobody is asked any more. */
export function heardOfCase(
  kase: Case,
  decided: Decision<CaseEvent>,
  { now: at }: Pick<Context, 'now'>,
): Decision<CaseEvent> {
  const isOpen = (one: Case['prompts'][number]) => one.asks === 'quiet' && one.state === 'open'
  if (!decided.ok || !kase.prompts.some(isOpen)) return decided
  const after = decided.events.reduce<Case>(evolveCase, kase)
  const prompt = after.prompts.find(isOpen)
  if (!prompt || lastRecorded(after) <= prompt.openedAt) return decided
  return accept(...decided.events, { type: 'promptWithdrawn', at, prompt: prompt.id })
}
