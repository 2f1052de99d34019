import type { Composing } from '../../kind.ts'
import type { Part, Text } from '../../message/message.ts'
import type { MatterRule } from '../../policy/matter.ts'
import type { Provider } from '../provider.ts'
import { bannerOf } from './banner.ts'
import { dayText, stepButton, whoFiles } from './compose.ts'
import { readsMatter } from './kept-back.ts'
import { type Matter, type MatterOutline, outlineOf } from './matter.ts'
import { matterRule, openingSteps, stepRule } from './rules.ts'

const SHOWN = 8

/** On the card: what is open on file, soonest opened first; whatever is kept back only to whoever may read it. */
export function onFilePart(provider: Provider, composing: Composing): Part[] {
  const { slug } = provider
  const all = readable(provider, composing)
  const open = all.filter(({ closedAt }) => closedAt === null)
  const hasFile = (composing.policy.matters ?? []).length > 0
  const button = {
    label: 'On file…',
    press: { do: 'command', words: `file ${slug}` },
  } as const
  const buttons: Part[] = hasFile ? [{ kind: 'buttons', buttons: [button] }] : []
  const asked = promptedParts(provider, composing)
  if (open.length === 0) return all.length > 0 ? [...asked, ...buttons] : asked
  const items = open.slice(0, SHOWN).map((one) => matterLine(provider, one, composing))
  const left = open.length - items.length
  return [
    { kind: 'text', text: 'Open on file:' },
    { kind: 'list', items: left > 0 ? [...items, `And ${left} more.`] : items },
    ...asked,
    ...buttons,
  ]
}

/** What a trigger of an open case asks for, and is not there for whoever reads. */
function promptedParts(provider: Provider, composing: Composing): Part[] {
  const { signs = [] } = provider
  const matters = readable(provider, composing)
  const seen = signs.flatMap(({ triggers }) => triggers.map(({ id }) => id))
  return (composing.policy.matters ?? []).flatMap((rule): Part[] => {
    const because = seen.find((id) => rule.promptedBy?.includes(id))
    const isThere = matters.some((one) => one.rule === rule.id && one.closedAt === null)
    const [step] = openingSteps(rule)
    if (because === undefined || isThere || !step) return []
    const short = composing.policy.triggers.find(({ id }) => id === because)?.short ?? because
    const wanted = `${rule.label}: wanted because of ${because} in an open case (${short}).`
    return [
      { kind: 'text', text: wanted },
      {
        kind: 'buttons',
        buttons: [stepButton(provider, rule, step)],
        for: whoFiles(provider, rule, step, composing),
      },
      { kind: 'rule', id: rule.id, citation: rule.citation },
    ]
  })
}

/** What must not be missed while it is open: above all else on the card. */
export function onFileAlerts(provider: Provider, composing: Composing): Part[] {
  return readable(provider, composing)
    .filter((one) => one.closedAt === null && matterRule(composing.policy, one.rule)?.alert)
    .map((one) => ({ kind: 'alert', text: alertText(provider, one, composing) }))
}

/** What the open matters of a provider say of it, for whoever reads. */
export function banners(provider: Provider, composing: Composing): string[] {
  return readable(provider, composing)
    .filter(({ closedAt }) => closedAt === null)
    .flatMap((one) => bannerOf(one, composing) ?? [])
}

function alertText(provider: Provider, matter: Matter, composing: Composing): Text {
  const banner = bannerOf(matter, composing)
  const line = matterLine(provider, matter, composing)
  return banner === null ? line : [`${banner}. `, ...[line].flat()]
}

/** The matters that whoever looks may read. */
export function readable(provider: Provider, composing: Composing): readonly Matter[] {
  return (provider.matters ?? []).filter((one) => readsMatter(one, provider, composing))
}

/** `Risk 3: ligature points – open, high 12. Next: its review, due …`. */
export function matterLine(provider: Provider, matter: Matter, composing: Composing): Text {
  const rule = matterRule(composing.policy, matter.rule)
  if (!rule) return `${matter.rule} ${matter.n}: ${matter.name}`
  const day = dayText(provider, matter, rule, composing)
  return [
    outlineWords(outlineOf(matter), rule),
    ...(day ? [' Next: ', ...day, '.'] : []),
    ...(rule.remark === undefined ? [] : [` ${rule.remark}`]),
  ]
}

/** `Risk 3: ligature points – open, rating 12 high.` */
export function outlineWords(
  { n, name, step, ratings = [] }: MatterOutline,
  rule: MatterRule,
): string {
  const stands = stepRule(rule, step)?.stands ?? ''
  const rated = ratings.map(
    ({ label, total, bandLabel, nameOnly }) =>
      `${label.toLowerCase()} ${nameOnly ? '' : `${total} `}${bandLabel.toLowerCase()}`,
  )
  return `${rule.label} ${n}: ${name} – ${[stands, ...rated].join(', ')}.`
}
