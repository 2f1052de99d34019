import { doerText, ended, shown } from '../../case/words.ts'
import type { Composing } from '../../kind.ts'
import type { Button, Message, Part, Text } from '../../message/message.ts'
import type { ProcedureRule } from '../../policy/procedure.ts'
import type { About } from '../cycle/question.ts'
import type { Provider } from '../provider.ts'
import {
  procedureOf,
  stageLabel,
  stageLabels,
  stageNow,
  stageSince,
  stageText,
  unsaidOf,
} from './stage.ts'

/** On the card: the stage of each procedure, by whom and why, and the way to decide on it. */
export function proceduresPart(provider: Provider, composing: Composing): Part[] {
  return (composing.policy.procedures ?? []).flatMap((rule): Part[] => {
    const last = stageSince(provider, rule.id)
    const words: Text = last
      ? [
          `${stageLabel(rule, last.to)}, since ${shown(last.at, composing)}, decided by `,
          ...doerText(last.by, composing),
          `. Reason: ${ended(last.reason)}`,
        ]
      : 'no stage is invoked.'
    return [
      { kind: 'facts', facts: [[rule.label, words]] },
      ...contentParts(
        rule,
        [stageNow(provider, rule.id)].flatMap((stage) => stage ?? []),
      ),
      { kind: 'buttons', buttons: [stageButton(provider, rule, 'Decide on the stage…')] },
    ]
  })
}

/** What these stages ask for, in the words of the rules, or that those do not say. */
function contentParts(rule: ProcedureRule, stages: readonly string[]): Part[] {
  const items = stages.flatMap((stage) => {
    const text = stageText(rule, stage)
    return text === undefined ? [] : [`${stageLabel(rule, stage)}: ${text}`]
  })
  const unsaid = unsaidOf(rule, stages)
  return [
    ...(items.length > 0 ? [{ kind: 'list', items } as const] : []),
    ...(unsaid === null ? [] : [{ kind: 'text', text: unsaid } as const]),
  ]
}

function stageButton(
  { id: record }: Pick<Provider, 'id'>,
  { id: procedure, form }: ProcedureRule,
  label: string,
  stage?: string,
): Button {
  const chosen = stage === undefined ? {} : { stage }
  return { label, press: { do: 'open', form, record, with: { procedure, ...chosen } } }
}

/** What a rating suggests, as a question to whoever decides. */
export function stageWording(
  provider: Provider,
  { of, stages, rating: n }: Extract<About, { ask: 'stage' }>,
  { policy }: Composing,
) {
  const rule = procedureOf(policy, of)
  const [post] = rule?.decides ?? []
  if (!rule || !post) return undefined
  const rated = provider.ratings.find((one) => one.n === n)?.rating
  const led = rated ? `The rating of ${rated.total} (${rated.bandLabel})` : 'The rating'
  const now = stageNow(provider, of)
  const suggests =
    stages.length > 0
      ? `suggests to consider ${stageLabels(rule, stages)}, where its thresholds are met.`
      : 'suggests no stage any more.'
  const stands =
    now === null
      ? 'No stage is invoked now.'
      : `It is at ${stageLabel(rule, now)} now, and stays there until somebody decides.`
  return {
    title: `${provider.name}: ${rule.label.toLowerCase()}, another stage?`,
    text: `${led} ${suggests} ${stands}`,
    more: contentParts(rule, stages),
    post,
    buttons: [
      ...stages.map((stage) => stageButton(provider, rule, `${stageLabel(rule, stage)}…`, stage)),
      stageButton(provider, rule, 'Another stage…'),
      stageButton(provider, rule, 'Not now…', 'notNow'),
    ],
    rule: { kind: 'rule', id: rule.id, citation: rule.citation } as const,
  }
}

/** What the thread is told of a decision. */
export function stageNotice(
  provider: Provider,
  n: number,
  composing: Composing,
): Message | undefined {
  const decision = provider.stages?.find((one) => one.n === n)
  const rule = decision && procedureOf(composing.policy, decision.procedure)
  if (!decision || !rule) return undefined
  const { from, to, notNow, by, at, reason } = decision
  const what = notNow
    ? `stays at ${stageLabel(rule, to)} for now`
    : `${stageLabel(rule, from)} → ${stageLabel(rule, to)}`
  return {
    title: `${provider.name}: ${rule.label.toLowerCase()}, ${what}`,
    parts: [
      {
        kind: 'text',
        text: [`Decided ${shown(at, composing)} by `, ...doerText(by, composing), '. Why:'],
      },
      { kind: 'quote', text: reason },
      ...contentParts(rule, notNow || to === null ? [] : [to]),
      { kind: 'text', text: 'It stays so until somebody decides again: no rating moves it.' },
      { kind: 'rule', id: rule.id, citation: rule.citation },
    ],
  }
}
