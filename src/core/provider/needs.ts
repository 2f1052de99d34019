import { type Refused, refuse } from '../decision.ts'
import type { Context } from '../kind.ts'
import type { Need, Policy, Transition } from '../policy/policy.ts'
import { showDate } from '../time/day.ts'
import { localDay } from '../time/local.ts'
import { labelOf } from './change-level.ts'
import { unmetByMeetings } from './held.ts'
import type { ProviderIntentOf } from './intent.ts'
import { unmetOnFile } from './matter/needs.ts'
import type { Provider } from './provider.ts'
import { unmetByTakingBack } from './taken-back/needs.ts'
import { placementOf } from './taken-back/placement.ts'
import { waysFrom } from './ways.ts'

type Known = Pick<Context, 'policy' | 'directory' | 'now' | 'from'>
type Deciding = Pick<ProviderIntentOf<'changeLevel'>, 'because' | 'by'>

/** Why a way is not open yet, with what would open it (facts 3.2); undefined once all that it needs is so. */
export function unmet(
  provider: Provider,
  way: Transition,
  deciding: Deciding,
  context: Known,
): Refused | undefined {
  const [words] = (way.needs ?? []).flatMap((need) => {
    const missing = wordsOf(provider, way, need, deciding, context)
    return missing === null ? [] : [missing]
  })
  if (words === undefined) return undefined
  const others = waysFrom(provider, context.policy, way.id)
  return refuse('tooEarly', [words, ...(others === '' ? [] : [others])].join(' '))
}

function wordsOf(
  provider: Provider,
  way: Transition,
  need: Need,
  { because, by }: Deciding,
  context: Known,
): string | null {
  const { policy, now, from } = context
  const { id } = way
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
    case 'notFrom':
      return brokenOff(provider, way, need, policy)
    case 'cameBy':
    case 'nothingSince':
      return unmetByTakingBack(provider, way, need, policy)
    case 'recorded':
      return unmetByMeetings(
        provider,
        way,
        need,
        { because: because === from ? because : null, by },
        context,
      )
  }
}

/** A level that was left for this one before its time: what began there begins anew. */
function brokenOff(
  provider: Provider,
  { id }: Transition,
  { levels, instead }: Extract<Need, { need: 'notFrom' }>,
  policy: Policy,
): string | null {
  const { name } = provider
  const entry = placementOf(provider)
  if (!entry || !levels.includes(entry.from)) return null
  const [here, before] = [labelOf(policy, entry.to), labelOf(policy, entry.from)]
  return `${id} is closed for ${name}: it came to “${here}” from “${before}”, and what was broken off there starts afresh. The way on from that is ${instead.join(' or ')}.`
}
