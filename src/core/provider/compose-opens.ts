import { type Called, ruleToConvene } from '../meeting/convening.ts'
import type { Part } from '../message/message.ts'
import type { MeetingRule } from '../policy/meeting.ts'
import type { Policy, Transition } from '../policy/policy.ts'
import type { RecordId } from '../record-id.ts'
import type { Instant } from '../time/instant.ts'
import { inSentence } from './cycle/compose.ts'
import type { LevelDecision, Provider } from './provider.ts'

type Standing = Pick<Provider, 'slug' | 'level'>

/** At the head of the form that decides on the level: what leaves it as it is. */
export function opensLines(provider: Standing, policy: Policy): string[] {
  const lines = waysOpening(provider, policy).map(
    (way) => `${wayWords(way)} ${how(provider, way, policy)}`,
  )
  return lines.length === 0 ? [] : ['What leaves the level as it is:', ...lines]
}

/** To whoever takes such a way for a change of level. */
export function opensInstead(provider: Standing, way: Transition, policy: Policy): string {
  return `${way.id} changes no level; nothing was changed. ${how(provider, way, policy)}`
}

/** What the thread reads of a meeting by which such a way was taken, or by whose call the provider came to enhanced. */
export function calledBy(
  provider: Standing & Pick<Provider, 'decisions'>,
  { rule, meeting, calledAt }: Called,
  policy: Policy,
): Part[] {
  const level = levelBefore(provider, meeting, calledAt)
  const opening = waysOpening({ ...provider, level }, policy).filter(
    ({ opens }) => opens?.of === 'meetings' && opens.meetings.includes(rule),
  )
  const enters = policy.meetings.find(({ id }) => id === rule)?.entersLevel
  const ways =
    opening.length > 0 ? opening : policy.transitions.filter(({ id }) => id === enters?.transition)
  return ways.map(({ id, citation }) => ({ kind: 'rule', id, citation }))
}

/** On which it stood when that was called: its own call may have moved it. */
function levelBefore(
  { level, decisions }: Pick<Provider, 'level' | 'decisions'>,
  meeting: RecordId,
  calledAt: Instant,
): string {
  const isBefore = ({ at, because }: LevelDecision) => at <= calledAt && because !== meeting
  const last = decisions.findLast(isBefore)
  return last?.to ?? decisions[0]?.from ?? level
}

export function waysOpening({ level }: Standing, { transitions }: Policy): Transition[] {
  return transitions.filter(({ from, opens }) => opens !== undefined && from.includes(level))
}

/** `G6 Concerns need a view of the whole system.` */
export function wayWords({ id, label }: Transition): string {
  return `${id} ${label}.`
}

function how({ slug }: Standing, { opens }: Transition, policy: Policy): string {
  if (!opens) return ''
  if (opens.of === 'matter') return `Put it on file with “/muster file ${slug} ${opens.matter}”.`
  const labels = meetingsOf(opens.meetings, policy).map(({ label }) => inSentence(label))
  return `Call the ${labels.join(', or the ')} with “/muster convene ${slug}”.`
}

export function meetingsOf(meetings: readonly string[], policy: Policy): MeetingRule[] {
  return meetings.flatMap((one) => {
    const rule = ruleToConvene(one, 'provider', { policy })
    return 'ok' in rule ? [] : [rule]
  })
}
