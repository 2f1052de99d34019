import type { Intent } from '../intent.ts'
import type { FollowUp } from '../kind.ts'
import type { RecordId } from '../record-id.ts'
import type { ProviderEvent } from './event.ts'
import type { Provider } from './provider.ts'

/** Its open cases are told where it stands: what their people are asked goes by that. */
export function tellLevel(provider: Provider, event: ProviderEvent): FollowUp<Intent>[] {
  const { decisions, signs = [] } = provider
  const last = decisions.findLast(({ from, to }) => from !== to)
  if (!last) return []
  // What only told whether it waits for a decision asks nothing.
  if (event.type === 'signsNoted')
    return event.triggers.length > 0 ? [tellingCase(provider, event.case)] : []
  // A hold has its end only once that is counted.
  const isCounted = event.type === 'cycleSet' && event.cycle.rule === last.waits
  const isDecided =
    event.type === 'levelDecided' && event.from !== event.to && event.waits === undefined
  if (!isCounted && !isDecided) return []
  return signs.map((one) => tellingCase(provider, one.case, isDecided ? event : undefined))
}

function tellingCase(
  { level, levelSince: since, decisions, cycles }: Provider,
  to: RecordId,
  decision?: Extract<ProviderEvent, { type: 'levelDecided' }>,
): FollowUp<Intent> {
  const waits = decisions.findLast((one) => one.from !== one.to)?.waits
  const until = cycles.find(({ rule }) => rule === waits)?.dueAt
  const isOn = decision?.rests === to && decision.takesBack === undefined
  return {
    to,
    intent: {
      kind: 'case',
      type: 'noteProviderLevel',
      ...{ level, since },
      ...(until && { until }),
      ...(decision && isOn && { decided: decidedOn(decision) }),
    },
  }
}

function decidedOn({
  by,
  from: level,
  transition: way,
  reason,
}: Extract<ProviderEvent, { type: 'levelDecided' }>) {
  return { by, found: { level, way }, reason }
}
