import type { Composing } from '../../kind.ts'
import type { Part, Text } from '../../message/message.ts'
import type { Provider } from '../provider.ts'
import { bannerOf } from './banner.ts'
import { dayText } from './compose.ts'
import { readsMatter } from './kept-back.ts'
import type { Matter } from './matter.ts'
import { matterRule, stepRule } from './rules.ts'

const SHOWN = 8

/** On the card: what is open on file, soonest opened first; whatever is kept back only to whoever may read it. */
export function onFilePart(provider: Provider, composing: Composing): Part[] {
  const { slug, matters = [] } = provider
  const open = readable(provider, composing).filter(({ closedAt }) => closedAt === null)
  const hasFile = (composing.policy.matters ?? []).length > 0
  const button = {
    label: 'On file…',
    press: { do: 'command', words: `file ${slug}` },
  } as const
  const buttons: Part[] = hasFile ? [{ kind: 'buttons', buttons: [button] }] : []
  if (open.length === 0) return matters.length > 0 ? buttons : []
  const items = open.slice(0, SHOWN).map((one) => matterLine(provider, one, composing))
  const left = open.length - items.length
  return [
    { kind: 'text', text: 'Open on file:' },
    { kind: 'list', items: left > 0 ? [...items, `And ${left} more.`] : items },
    ...buttons,
  ]
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
  const stands = stepRule(rule, matter.filed.at(-1)?.step ?? '')?.stands ?? ''
  const ratings = matter.filed.findLast((one) => one.ratings)?.ratings ?? []
  const rated = ratings.map(
    ({ label, total, bandLabel }) => `${label.toLowerCase()} ${total} ${bandLabel.toLowerCase()}`,
  )
  const day = dayText(provider, matter, rule, composing)
  return [
    `${rule.label} ${matter.n}: ${matter.name} – ${[stands, ...rated].join(', ')}.`,
    ...(day ? [' Next: ', ...day, '.'] : []),
    ...(rule.remark === undefined ? [] : [` ${rule.remark}`]),
  ]
}
