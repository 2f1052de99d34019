import type { Place } from '../effect.ts'
import type { ProviderRef } from '../people/directory.ts'
import type { ClockRule, Ladder } from '../policy/clock.ts'
import type { Policy } from '../policy/policy.ts'
import type { Post, Rung } from '../policy/post.ts'
import type { Instant } from '../time/instant.ts'
import type { Case } from './case.ts'
import type { ClockRun } from './clock-run.ts'

/** The rule of a running clock. A record keeps its pack, so a clock always finds its rule. */
export function clockRule(policy: Policy, id: string): ClockRule {
  const rule = policy.clocks.find((one) => one.id === id)
  if (!rule) throw new Error(`Pack ${policy.id} ${policy.version} has no clock ${id}`)
  return rule
}

export function ladderOf(policy: Policy, rule: ClockRule): Ladder {
  const ladder = policy.ladders.find(({ id }) => id === rule.ladder)
  if (!ladder) throw new Error(`Pack ${policy.id} ${policy.version} has no ladder ${rule.ladder}`)
  return ladder
}

/** Wanted from some moment on, by no time: it is never breached. */
export function isWithoutDelay({ within }: Pick<ClockRule, 'within'>): boolean {
  return within.unit === 'withoutDelay'
}

/** Who owes, then whoever is told next. */
export function climbOf(rule: ClockRule): readonly Rung[] {
  return [{ ...rule.owes, via: 'holder' }, ...rule.climb]
}

/** Every post that may answer for a clock: whoever owes it, and whoever it climbs to. */
export function answerable(rule: ClockRule): readonly Post[] {
  return climbOf(rule).map(({ role, of }) => ({ role, of }))
}

export function providerOf(kase: Pick<Case, 'provider'>): ProviderRef {
  return { slug: kase.provider.slug, leadProvider: kase.provider.leadProvider }
}

/** Where it stands, and where whoever raised it is told. */
export function ownPlaces({ places, raiser }: Case): readonly Place[] {
  return raiser.place === null ? places : [...places, raiser.place]
}

/** The clocks that somebody still owes. */
export function owed(kase: Case): Case['clocks'] {
  return kase.clocks.filter(({ state }) => state === 'running' || state === 'missed')
}

/** What a clock waits for and is judged on, once that was received (D2: the 72-hour report). */
export function receiptOf(
  { clocks }: Pick<Case, 'clocks'>,
  run: Pick<ClockRun, 'rule'>,
  policy: Policy,
): { readonly rule: string; readonly at: Instant } | null {
  const { within } = clockRule(policy, run.rule)
  const awaited = within.unit === 'receiptOf' ? within.clock : null
  const at = clocks.find(({ rule }) => rule === awaited)?.metAt ?? null
  return awaited === null || at === null ? null : { rule: awaited, at }
}

/** Who is to do something about a clock: whoever has it, otherwise whoever owed it and all who were told. */
export function owersOf({ haver, owner, reached }: Case['clocks'][number]): readonly string[] {
  if (haver !== null) return [haver]
  return owner === null ? reached : [...new Set([owner, ...reached])]
}
