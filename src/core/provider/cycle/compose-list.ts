import type { Composing } from '../../kind.ts'
import type { Button, Message, Part } from '../../message/message.ts'
import type { CycleRule } from '../../policy/instrument.ts'
import type { Cycle, Provider } from '../provider.ts'
import { untimedPart } from '../untimed.ts'
import { cycleLine, inSentence, openButtons, recurringOf } from './compose.ts'
import { codeOf, cycleName, dutiesToBegin } from './duty.ts'
import { everyWords, rangeWords } from './interval.ts'
import { owedNow, seesOnlyDuties } from './owing.ts'

/** The duties that run for a provider, and those that somebody could begin, each with its buttons. */
export function dutiesMessage(provider: Provider, composing: Composing): Message {
  const { policy } = composing
  const { name } = provider
  const isOwn = seesOnlyDuties(provider, composing)
  const cycles = isOwn ? owedNow(provider, composing) : recurringOf(provider)
  const open = isOwn ? [] : dutiesToBegin(provider, policy)
  return {
    title: `Recurring duties: ${name}`,
    parts: [
      { kind: 'text', text: cycles.length > 0 ? 'What runs:' : 'None runs now.' },
      ...cycles.flatMap((cycle) => running(provider, cycle, composing)),
      ...(isOwn ? [] : untimedPart(provider, composing)),
      ...(open.length > 0 ? toBegin(provider, open) : []),
    ],
  }
}

function running(provider: Provider, cycle: Cycle, composing: Composing): Part[] {
  const rule = composing.policy.cycles.find(({ id }) => id === cycle.rule)
  const buttons = [
    ...openButtons(provider, cycle, composing),
    ...(rule ? changeButtons(provider, cycle, rule) : []),
  ]
  const text = cycleLine(provider, cycle, composing)
  return [
    { kind: 'text', text },
    ...(buttons.length > 0 ? [{ kind: 'buttons', buttons } as const] : []),
  ]
}

function changeButtons(
  { id: record }: Provider,
  { every }: Cycle,
  { id: cycle, startsOn, evidence, ahead }: CycleRule,
): Button[] {
  const open = (label: string, form: string): Button => {
    return { label, press: { do: 'open', form, record, with: { cycle } } }
  }
  return [
    ...(evidence !== null && every !== null && !ahead
      ? [open('Change how often…', 'dutyInterval')]
      : []),
    ...(startsOn.on === 'asked' ? [open('Stop it…', 'stopDuty')] : []),
  ]
}

function toBegin({ id: record }: Provider, rules: readonly CycleRule[]): Part[] {
  const begin = (label: string, filled: Readonly<Record<string, string>>): Button => {
    const press = { do: 'open', form: 'beginDuty', record, with: filled } as const
    return { label: `Begin ${label}…`, press }
  }
  const single = rules.filter(({ each }) => each === undefined)
  // Of those with a clock for each of several organisations the form asks which.
  const several = [...new Set(rules.filter((one) => !single.includes(one)).map(codeOf))]
  const buttons = [
    ...single.map(({ id, label }) => begin(`${id}, ${inSentence(label)}`, { duty: id })),
    ...(several.length > 0 ? [begin(several.join(' or '), {})] : []),
  ]
  return [
    { kind: 'text', text: 'What somebody may begin; none of it runs until then:' },
    { kind: 'list', items: rules.map(dutyLine) },
    { kind: 'buttons', buttons },
  ]
}

function dutyLine(rule: CycleRule): string {
  const { every, chosen, citation } = rule
  const how = chosen ? rangeWords(chosen) : every ? everyWords(every) : ''
  return `${cycleName(rule)}, ${how} (${citation.document}, ${citation.section})`
}
