import { accept, type Decision, refuse } from '../../decision.ts'
import type { Context } from '../../kind.ts'
import { doerOf } from '../../people/doer.ts'
import { orHost } from '../../people/lead.ts'
import type { Allowed } from '../../permission/permitted.ts'
import { plusDays, showDate } from '../../time/day.ts'
import { localDay, showDay } from '../../time/local.ts'
import { lookAfter } from '../../time/look-after.ts'
import { isInHours } from '../../time/working-hours.ts'
import { isEnhanced } from '../change-level.ts'
import { asking } from '../cycle/asking.ts'
import type { ProviderEvent } from '../event.ts'
import { evolveProvider } from '../evolve.ts'
import type { ProviderIntentOf } from '../intent.ts'
import type { Provider } from '../provider.ts'
import { lastRecorded, openQuiet, type Quiet } from './quiet.ts'

/** At a wake: whoever leads on quality is asked about a provider in enhanced that has gone quiet. */
export function askQuiet(provider: Provider, context: Context): ProviderEvent[] {
  const { policy, now: at } = context
  const { quiet, level } = provider
  const rule = policy.quiet
  const set = (one: Quiet | null): ProviderEvent => ({ type: 'quietSet', at, quiet: one })
  if (!rule || !isEnhanced(policy, level)) return quiet ? [set(null)] : []
  const last = lastRecorded(provider)
  const next = lookAfter(last, rule.providerDays, at, rule.at, policy)
  // Of one that was in enhanced before this was looked at, its time may have come already.
  const lookAt = quiet?.lookAt ?? lookAfter(last, rule.providerDays, last, rule.at, policy)
  if (lookAt > at) return quiet ? [] : [set({ lookAt })]
  // Nobody is asked at night after an outage.
  if (!isInHours(at, policy))
    return [set({ ...quiet, lookAt: lookAfter(at, 0, at, rule.at, policy) })]
  const days = plusDays(localDay(last, policy.zone), rule.providerDays)
  const isQuiet =
    quiet?.named === undefined ? days <= localDay(at, policy.zone) : last <= quiet.named
  if (!isQuiet) return [set({ lookAt: next })]
  const about = { ask: 'quiet', of: 'provider', since: last } as const
  const again = { lookAt: lookAfter(at, rule.providerDays, at, rule.at, policy) }
  return [
    asking(provider, about, orHost(policy.prompting.triage, provider, policy), context),
    set(again),
  ]
}

/** Whoever is asked says on which day they look again: until then nobody is asked. */
export function lookAgain(
  provider: Provider,
  { by: actor, on }: ProviderIntentOf<'lookAgain'>,
  { policy, directory, acting, now: at }: Allowed,
): Decision<ProviderEvent> {
  const rule = policy.quiet
  if (!rule || !isEnhanced(policy, provider.level))
    return refuse(
      'notRunning',
      `${provider.name} is not in enhanced: nobody is asked when nothing is recorded about it.`,
    )
  const [day, today] = [localDay(on, policy.zone), localDay(at, policy.zone)]
  const latest = plusDays(today, rule.mostDays)
  if (day <= today || day > latest)
    return refuse('invalid', `Give a day after today, and by ${showDate(latest)}.`, {
      on: 'This day is too early or too late.',
    })
  const lookAt = lookAfter(on, 0, at, rule.at, policy)
  const by = doerOf(directory, actor, acting)
  const words = `To be looked at again on ${showDay(lookAt, policy.zone)}.`
  return accept<ProviderEvent>({ type: 'quietSet', at, by, words, quiet: { lookAt, named: at } })
}

/** Once something is recorded the question is answered by it. */
export function heardAgain(
  provider: Provider,
  events: readonly ProviderEvent[],
  { now: at }: Pick<Context, 'now'>,
): ProviderEvent[] {
  const open = openQuiet(provider)
  if (!open) return []
  const after = events.reduce<Provider>(evolveProvider, provider)
  const isAnswered = openQuiet(after) !== undefined && lastRecorded(after) > open.about.since
  const words = 'Something was recorded; nothing is asked any more.'
  return isAnswered
    ? [{ type: 'questionWithdrawn', at, ask: 'quiet', of: open.about.of, words }]
    : []
}
