import type { Need, Policy } from '../../policy/policy.ts'
import type { Provider } from '../provider.ts'
import type { Filed } from './matter.ts'
import { matterRule, stepRule } from './rules.ts'

type OnFile = Extract<Need, { need: 'filed' | 'notFiled' | 'noneOpen' }>

/** What a way between levels misses on file, with what would open it; null where nothing does. */
export function unmetOnFile(
  provider: Provider,
  way: string,
  need: OnFile,
  policy: Policy,
): string | null {
  const { slug, name, matters = [] } = provider
  const rule = matterRule(policy, need.matter)
  const label = rule?.label ?? need.matter
  if (need.need === 'noneOpen') {
    const open = matters.filter((one) => one.rule === need.matter && one.closedAt === null)
    if (open.length === 0) return null
    const which = open.map(({ n, name: called }) => `${n} “${called}”`).join(', ')
    return `${way} is for a provider without an open ${lower(label)}; open: ${which}. Go on with each in “/muster file ${slug}”.`
  }
  const { step, answer } = need
  const latest = latestFiled(provider, need.matter, step)
  const isThere =
    latest !== null &&
    (!answer || [latest.answers[answer.field] ?? []].flat().some((one) => answer.is.includes(one)))
  if (need.need === 'notFiled') {
    if (!isThere) return null
    const done = stepRule(rule, step)?.label ?? step
    return `${way} is closed for ${name}: “${done}” is on file with “${answerWords(rule, step, need.answer, policy)}”. The way on from that is ${need.instead}.`
  }
  if (isThere) return null
  const wanted = stepRule(rule, step)?.label ?? step
  const said = answer ? ` with “${answerWords(rule, step, answer, policy)}”` : ''
  return `${way} needs “${wanted}” (${lower(label)})${said}, and for ${name} none is on file since it came to this level. “/muster file ${slug}” opens it.`
}

/** The latest since the level began: one that was run again says something else perhaps. */
export function latestFiled(
  { levelSince, matters = [] }: Pick<Provider, 'levelSince' | 'matters'>,
  matter: string,
  step: string,
): Filed | null {
  return matters
    .filter(({ rule }) => rule === matter)
    .flatMap(({ filed }) => filed.filter((one) => one.step === step && one.at > levelSince))
    .reduce<Filed | null>((one, other) => (one && one.at > other.at ? one : other), null)
}

function answerWords(
  rule: ReturnType<typeof matterRule>,
  step: string,
  { field, is }: { readonly field: string; readonly is: readonly string[] },
  { forms }: Policy,
): string {
  const form = forms.find(({ id }) => id === stepRule(rule, step)?.form)
  const asked = form?.fields.find(({ id }) => id === field)
  const options = asked && 'options' in asked ? (asked.options ?? []) : []
  return is
    .map((value) => options.find((one) => one.value === value)?.label ?? value)
    .join('” or “')
}

function lower(label: string): string {
  return `${label.charAt(0).toLowerCase()}${label.slice(1)}`
}
