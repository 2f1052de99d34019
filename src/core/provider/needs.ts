import { type Refused, refuse } from '../decision.ts'
import type { Context } from '../kind.ts'
import type { Need, Policy, Transition } from '../policy/policy.ts'
import { type RecordId, recordKind } from '../record-id.ts'
import { showDate } from '../time/day.ts'
import type { Instant } from '../time/instant.ts'
import { localDay } from '../time/local.ts'
import { unmetOnFile } from './matter/needs.ts'
import type { Provider } from './provider.ts'
import { waysFrom } from './ways.ts'

type Known = Pick<Context, 'policy' | 'now' | 'from'>

/** Why a way is not open yet, with what would open it (facts 3.2); undefined once all that it needs is so. */
export function unmet(
  provider: Provider,
  way: Transition,
  because: RecordId | null,
  context: Known,
): Refused | undefined {
  const [words] = (way.needs ?? []).flatMap((need) => {
    const missing = wordsOf(provider, way, need, because, context)
    return missing === null ? [] : [missing]
  })
  if (words === undefined) return undefined
  const others = waysFrom(provider, context.policy, way.id)
  return refuse('tooEarly', [words, ...(others === '' ? [] : [others])].join(' '))
}

function wordsOf(
  provider: Provider,
  { id }: Transition,
  need: Need,
  because: RecordId | null,
  { policy, now, from }: Known,
): string | null {
  switch (need.need) {
    case 'over': {
      const cycle = provider.cycles.find(({ rule }) => rule === need.cycle)
      const dueAt = cycle?.dueAt ?? null
      // A level that was reached before the pack knew the cycle has none to wait for.
      if (dueAt === null || localDay(now, policy.zone) >= localDay(dueAt, policy.zone)) return null
      const label = policy.cycles.find((one) => one.id === need.cycle)?.label ?? need.cycle
      return `${id} can be decided from ${showDate(localDay(dueAt, policy.zone))} on, when the ${label.toLowerCase()} (${need.cycle}) is over: ${cycle?.words ?? ''}.`
    }
    case 'filed':
    case 'notFiled':
    case 'noneOpen':
      return unmetOnFile(provider, id, need, policy)
    case 'recorded': {
      // The meeting itself decides: its record is why it asks.
      if (because !== null && because === from && recordKind(because) === 'meeting') return null
      const held = recordedSince(provider, provider.levelSince).some((rule) =>
        need.meetings.includes(rule),
      )
      return held
        ? null
        : `${id} is decided by the ${meetingWords(need.meetings, policy)}, and none about ${provider.name} is recorded since it came to this level. Call it with “Convene…” or “/muster convene ${provider.slug}”, and record what it decides.`
    }
  }
}

/** The rules of the meetings about it and its cases that were recorded after that time. */
export function recordedSince({ meetings = [], held = [] }: Provider, since: Instant): string[] {
  const own = meetings.flatMap(({ rule, closedAt, calledOff }) =>
    closedAt === null || calledOff ? [] : [{ rule, at: closedAt }],
  )
  return [...own, ...held].flatMap(({ rule, at }) => (at > since ? [rule] : []))
}

function meetingWords(ids: readonly string[], { meetings }: Policy): string {
  const labels = ids.map((id) => {
    const label = meetings.find((one) => one.id === id)?.label ?? id
    return `${label.toLowerCase()} (${id})`
  })
  const last = labels.at(-1) ?? ''
  return labels.length > 1 ? `${labels.slice(0, -1).join(', ')} or ${last}` : last
}
