import { answerFacts } from '../../case/answers.ts'
import { doerText, shown } from '../../case/words.ts'
import type { Composing } from '../../kind.ts'
import type { Button, Message, Part, Text } from '../../message/message.ts'
import { MUSTER } from '../../permission/asked.ts'
import { whoMay } from '../../permission/permitted.ts'
import type { MatterRule, MatterStep } from '../../policy/matter.ts'
import { askedOfProvider } from '../asked.ts'
import { considerPart } from '../compose-offer.ts'
import { codeOf } from '../cycle/duty.ts'
import type { Provider } from '../provider.ts'
import { heading } from '../trend.ts'
import { waysOn } from '../ways.ts'
import { wantedNow } from './awaited.ts'
import { conclusionParts } from './conclusion.ts'
import { readsMatter } from './kept-back.ts'
import { dutyIdOf, type Filed, type Matter } from './matter.ts'
import { matterRule, nextSteps, stepRule } from './rules.ts'

/** What the thread is told of one step. */
export function filedNotice(
  provider: Provider,
  said: { readonly matter: number; readonly step: number },
  composing: Composing,
): Message | undefined {
  const matter = provider.matters?.find(({ n }) => n === said.matter)
  const filed = matter?.filed[said.step - 1]
  const rule = matter && matterRule(composing.policy, matter.rule)
  if (!matter || !filed || !rule || !readsMatter(matter, provider, composing)) return undefined
  const step = stepRule(rule, filed.step)
  // Whoever may read it only now reads all of it.
  const shown = step?.shares ? matter.filed.slice(0, said.step) : [filed]
  const isLatest = said.step === matter.filed.length
  return {
    title: `${provider.name}: ${whatWasFiled(filed, step, composing)}`,
    parts: [
      { kind: 'text', text: `${rule.label} ${matter.n}: ${matter.name}` },
      ...remarkPart(rule),
      ...shown.flatMap((one) => filedParts(provider, one, rule, composing)),
      ...(isLatest ? standing(provider, matter, rule, composing) : []),
      ...(isLatest ? conclusionParts(matter, rule) : []),
      ...(step ? [{ kind: 'rule', id: codeOf(step), citation: step.citation } as const] : []),
      ...(isLatest ? considered(provider, matter, rule, composing) : []),
      ...(isLatest ? nextButtons(provider, matter, rule, composing) : []),
    ],
  }
}

/** One matter in full: every step, how it stands, and what can follow. */
export function matterMessage(
  provider: Provider,
  matter: Matter,
  rule: MatterRule,
  composing: Composing,
): Message {
  return {
    title: `${rule.label} ${matter.n}: ${matter.name}`,
    parts: [
      { kind: 'text', text: `About ${provider.name}.` },
      ...remarkPart(rule),
      ...(matter.keptBack ? [{ kind: 'alert', text: KEPT_BACK } as const] : []),
      ...matter.filed.flatMap((one) => filedParts(provider, one, rule, composing)),
      ...standing(provider, matter, rule, composing),
      ...conclusionParts(matter, rule),
      { kind: 'rule', id: rule.id, citation: rule.citation },
      ...considered(provider, matter, rule, composing),
      ...nextButtons(provider, matter, rule, composing),
    ],
  }
}

/** The way between levels that how it stands makes somebody consider. */
function considered(
  provider: Provider,
  { filed }: Matter,
  rule: MatterRule,
  composing: Composing,
): Part[] {
  const considers = stepRule(rule, filed.at(-1)?.step ?? '')?.considers
  const way = waysOn(provider, composing.policy).find(({ id }) => id === considers)
  return way ? considerPart(provider, way, composing) : []
}

function remarkPart({ remark }: MatterRule): Part[] {
  return remark === undefined ? [] : [{ kind: 'text', text: remark }]
}

/** As its form is called: a step is named by what its button asks for. */
function whatWasFiled(
  { step: id }: Filed,
  step: MatterStep | undefined,
  { policy }: Composing,
): string {
  return policy.forms.find((form) => form.id === step?.form)?.label ?? step?.label ?? id
}

const KEPT_BACK = 'Kept back: the provider does not see this before it is shared.'

function filedParts(
  provider: Provider,
  filed: Filed,
  rule: MatterRule,
  composing: Composing,
): Part[] {
  const step = stepRule(rule, filed.step)
  const facts = step ? answerFacts([step.form], filed.answers, composing) : []
  const { ratings = [] } = filed
  return [
    {
      kind: 'text',
      text: [
        `${whatWasFiled(filed, step, composing)}, ${shown(filed.at, composing)}, by `,
        ...doerText(filed.by, composing),
        '.',
      ],
    },
    ...(facts.length > 0 ? [{ kind: 'facts', facts } as const] : []),
    ...(ratings.length > 0
      ? [
          {
            kind: 'list',
            items: ratings.map((one) => ratingWords(provider, one, composing)),
          } as const,
        ]
      : []),
  ]
}

/** Beside the one before, for whoever may read that. */
function ratingWords(
  provider: Provider,
  { label, total, bandLabel, nameOnly, before, of }: NonNullable<Filed['ratings']>[number],
  composing: Composing,
): string {
  const other = provider.matters?.find(({ n }) => n === of)
  const reads = !other || readsMatter(other, provider, composing)
  if (nameOnly) return `${label}: ${bandLabel}${since(reads ? before : undefined, total)}`
  return `${label}: ${total}, ${bandLabel}${heading(reads ? (before ?? null) : null, total)}`
}

function since(before: number | undefined, total: number): string {
  if (before === undefined) return ''
  if (before === total) return ', as before'
  return total > before ? ', further than before' : ', less far than before'
}

/** How it stands, and by when the next step is wanted, of whom. */
function standing(
  provider: Provider,
  matter: Matter,
  rule: MatterRule,
  composing: Composing,
): Part[] {
  const latest = stepRule(rule, matter.filed.at(-1)?.step ?? '')
  const state = `It stands at: ${latest?.stands ?? 'unknown'}.`
  const day = dayText(provider, matter, rule, composing)
  const over = matter.closedAt === null ? [] : [' It is closed.']
  return [{ kind: 'text', text: [state, ...over, ...(day ? [' Next: ', ...day, '.'] : [])] }]
}

/** `the review, due Thu 1 Apr 2027 23:59 BST, by Ada Okafor`; nothing where no day is set. */
export function dayText(
  { cycles }: Pick<Provider, 'cycles'>,
  matter: Matter,
  rule: MatterRule,
  composing: Composing,
): Exclude<Text, string> | null {
  const cycle = cycles.find((one) => one.rule === dutyIdOf(matter))
  if (!cycle || cycle.dueAt === null) return null
  const wanted = wantedNow(matter, rule, composing.policy) ?? 'the next step'
  const judged = composing.now > cycle.dueAt ? 'OVERDUE since' : 'due'
  const by = cycle.nudges.at(-1)?.to[0] ?? cycle.owner
  return [
    `${wanted}, ${judged} ${shown(cycle.dueAt, composing)}`,
    ...(by ? [', by ', { person: by }] : []),
  ]
}

function nextButtons(
  provider: Provider,
  matter: Matter,
  rule: MatterRule,
  composing: Composing,
): Part[] {
  return nextSteps(matter, rule).map((step) => {
    const button = stepButton(provider, rule, step, matter)
    const may = whoFiles(provider, rule, step, composing, matter.n)
    return { kind: 'buttons', buttons: [button], for: may }
  })
}

/** Those who may put a step on file. */
export function whoFiles(
  provider: Provider,
  { id: rule }: MatterRule,
  { id: step }: MatterStep,
  composing: Composing,
  matter: number | null = null,
): readonly string[] {
  const asked = askedOfProvider(
    provider,
    { type: 'file', by: MUSTER, rule, step, matter },
    { ...composing, from: null },
  )
  return 'ok' in asked ? [] : whoMay(asked, composing)
}

/** Opens the form of a step; of a matter that is open, with how much of it was seen. */
export function stepButton(
  { id: record }: Pick<Provider, 'id'>,
  { id: rule }: MatterRule,
  { id: step, label, form }: MatterStep,
  matter?: Pick<Matter, 'n' | 'filed'>,
): Button {
  const on = matter ? { matterN: `${matter.n}`, matterSeen: `${matter.filed.length}` } : {}
  const filled = { matterRule: rule, matterStep: step, ...on }
  return { label: `${label}…`, press: { do: 'open', form, record, with: filled } }
}
