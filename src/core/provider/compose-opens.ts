import type { Composing } from '../kind.ts'
import { ruleToConvene } from '../meeting/convening.ts'
import type { Button, Part } from '../message/message.ts'
import type { MeetingRule } from '../policy/meeting.ts'
import type { Policy, Transition } from '../policy/policy.ts'
import { inSentence } from './cycle/compose.ts'
import { matterRule } from './matter/rules.ts'
import type { Provider } from './provider.ts'

type Standing = Pick<Provider, 'id' | 'slug' | 'level'>

/** On the card: what somebody may open on that level, which leaves it as it is. */
export function opensPart(provider: Standing, { policy }: Pick<Composing, 'policy'>): Part[] {
  return waysOpening(provider, policy).flatMap((way): Part[] => [
    { kind: 'text', text: `${wayWords(way)} The level stays as it is.` },
    { kind: 'buttons', buttons: buttonsOf(provider, way, policy) },
    { kind: 'rule', id: way.id, citation: way.citation },
  ])
}

/** The same at the head of the form that decides on the level. */
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

/** What the thread reads of a meeting that such a way calls. */
export function calledBy(provider: Standing, meeting: string, policy: Policy): Part[] {
  return waysOpening(provider, policy)
    .filter(({ opens }) => opens?.of === 'meetings' && opens.meetings.includes(meeting))
    .map(({ id, citation }) => ({ kind: 'rule', id, citation }))
}

function waysOpening({ level }: Standing, { transitions }: Policy): Transition[] {
  return transitions.filter(({ from, opens }) => opens !== undefined && from.includes(level))
}

/** `G6 Concerns need a view of the whole system.` */
function wayWords({ id, label }: Transition): string {
  return `${id} ${label}.`
}

function how({ slug }: Standing, { opens }: Transition, policy: Policy): string {
  if (!opens) return ''
  if (opens.of === 'matter') return `Put it on file with “/muster file ${slug} ${opens.matter}”.`
  const labels = meetingsOf(opens.meetings, policy).map(({ label }) => inSentence(label))
  return `Call the ${labels.join(', or the ')} with “/muster convene ${slug}”.`
}

function buttonsOf(
  { id: record, slug }: Standing,
  { opens }: Transition,
  policy: Policy,
): Button[] {
  if (!opens) return []
  if (opens.of === 'matter') {
    const label = matterRule(policy, opens.matter)?.label ?? opens.matter
    const press = { do: 'command', words: `file ${slug} ${opens.matter}` } as const
    return [{ label: `${label}…`, press }]
  }
  return meetingsOf(opens.meetings, policy).map(({ id: meeting, label }) => {
    const press = { do: 'open', form: 'convene', record, with: { meeting } } as const
    return { label: `Call the ${inSentence(label)}…`, press }
  })
}

function meetingsOf(meetings: readonly string[], policy: Policy): MeetingRule[] {
  return meetings.flatMap((one) => {
    const rule = ruleToConvene(one, 'provider', { policy })
    return 'ok' in rule ? [] : [rule]
  })
}
