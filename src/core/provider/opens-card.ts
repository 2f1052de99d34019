import type { Composing } from '../kind.ts'
import type { Button, Part } from '../message/message.ts'
import { MUSTER } from '../permission/asked.ts'
import { whoMay } from '../permission/permitted.ts'
import type { MeetingRule } from '../policy/meeting.ts'
import type { Opens } from '../policy/opens.ts'
import { askedOfProvider } from './asked.ts'
import { meetingsOf, waysOpening, wayWords } from './compose-opens.ts'
import { inSentence } from './cycle/compose.ts'
import { whoFiles } from './matter/compose.ts'
import { matterRule, openingSteps } from './matter/rules.ts'
import type { Provider } from './provider.ts'

/** On the card: what somebody may open on that level, which leaves it as it is; each button for those who may. */
export function opensPart(provider: Provider, composing: Composing): Part[] {
  return waysOpening(provider, composing.policy).flatMap((way): Part[] => [
    { kind: 'text', text: `${wayWords(way)} The level stays as it is.` },
    ...(way.opens ? opensButtons(provider, way.opens, composing) : []),
    { kind: 'rule', id: way.id, citation: way.citation },
  ])
}

/** The buttons that call one of these meetings, or lead to where such a matter is put on file. */
export function opensButtons(provider: Provider, opens: Opens, composing: Composing): Part[] {
  const { policy } = composing
  if (opens.of === 'meetings')
    return meetingsOf(opens.meetings, policy).map((rule) => callPart(provider, rule, composing))
  const rule = matterRule(policy, opens.matter)
  if (!rule) return []
  const press = { do: 'command', words: `file ${provider.slug} ${opens.matter}` } as const
  const may = openingSteps(rule).flatMap((step) => whoFiles(provider, rule, step, composing))
  return [
    { kind: 'buttons', buttons: [{ label: `${rule.label}…`, press }], for: [...new Set(may)] },
  ]
}

function callPart(
  provider: Provider,
  { id: meeting, label }: MeetingRule,
  composing: Composing,
): Part {
  const press = { do: 'open', form: 'convene', record: provider.id, with: { meeting } } as const
  const button: Button = { label: `Call the ${inSentence(label)}…`, press }
  const asked = askedOfProvider(
    provider,
    { type: 'convene', by: MUSTER, meeting },
    { ...composing, from: null },
  )
  const may = 'ok' in asked ? [] : whoMay(asked, composing)
  return { kind: 'buttons', buttons: [button], for: may }
}
