import type { Case } from '../../core/case/case.ts'
import type { Context } from '../../core/kind.ts'
import { actsFor } from '../../core/people/doer.ts'
import { findOrganisation } from '../../core/people/find.ts'
import { leadOfUnit } from '../../core/people/lead.ts'
import type { SafeguardingRule } from '../../core/policy/safeguarding.ts'
import { type Day, plusDays, plusMonths, showDate } from '../../core/time/day.ts'
import { localDay } from '../../core/time/local.ts'
import type { Reply } from '../conversation.ts'
import { list } from '../read.ts'
import { type Ask, contextOf, isKnown, NOT_LISTED } from './ask.ts'
import { refused, say } from './say.ts'

const MOST = 30
const LAST = 'last'

/** How many safeguarding matters there were, by provider and without names: for the quarterly report (D10). */
export async function safeguarding(ask: Ask, words: string): Promise<Reply> {
  if (!isKnown(ask.heard.actor)) return refused(NOT_LISTED)
  const context = contextOf(ask, null)
  const rule = context.policy.safeguarding
  if (!rule) return refused({ message: 'These rules have no safeguarding route.' })
  const asked = words.trim().toLowerCase().split(/\s+/).filter(Boolean)
  const slug = asked.find((word) => word !== LAST)
  if (slug !== undefined && !findOrganisation(context.directory, slug))
    return refused({
      message:
        'Name the provider by its short name, or leave it out: “/muster safeguarding”. With “last”, the quarter before this one.',
    })
  const period = periodOf(rule, asked.includes(LAST), context)
  const cases = (await mattersIn(ask, period, context)).filter(
    ({ provider }) => slug === undefined || provider.slug === slug,
  )
  const own = cases.filter((kase) => reads(ask, rule, kase, context))
  if (own.length === 0 && !readsAny(ask, rule, context))
    return refused({ message: whoReads(rule, context) })
  const title = `Safeguarding matters, ${showDate(period.from)} to ${showDate(period.to)}`
  if (own.length === 0) return say(title, 'None that you can see.')
  const names = [...new Set(own.map(({ provider }) => provider.name))].sort()
  const lines = names.map((name) =>
    lineOf(
      name,
      own.filter((one) => one.provider.name === name),
      rule,
    ),
  )
  return say(
    title,
    lineOf('All', own, rule),
    { kind: 'list', items: lines.slice(0, MOST) },
    ...(lines.length > MOST ? [`And ${lines.length - MOST} more: name a provider.`] : []),
    'Counted by when each was said to be a safeguarding matter. Of confidential cases only those that you see.',
    { kind: 'rule', id: 'D10', citation: rule.citation },
  )
}

interface Period {
  readonly from: Day
  readonly to: Day
}

function periodOf({ months }: SafeguardingRule, isLast: boolean, { policy, now }: Context): Period {
  const today = localDay(now, policy.zone)
  const month = Number(today.slice(5, 7))
  const first = Math.floor((month - 1) / months) * months + 1
  const begins = `${today.slice(0, 4)}-${String(first).padStart(2, '0')}-01`
  const from = isLast ? plusMonths(begins, -months) : begins
  return { from, to: plusDays(plusMonths(from, months), -1) }
}

/** The index has months of UTC, so one more at each end is looked at. */
async function mattersIn(
  ask: Ask,
  { from, to }: Period,
  { policy, timeline }: Context,
): Promise<Case[]> {
  const viewer = { type: 'actor', actor: ask.heard.actor } as const
  const found: Case[] = []
  for (
    let day = plusDays(from, -1);
    day <= plusMonths(to, 1);
    day = plusMonths(day.slice(0, 8).concat('01'), 1)
  ) {
    const facets = { kind: 'case', safeguarding: day.slice(0, 7) }
    for (const { record } of await list(ask.app, viewer, { facets })) {
      if (record.kind !== 'case' || record.timeline !== timeline || !record.route) continue
      const begun = localDay(record.route.at, policy.zone)
      if (begun >= from && begun <= to) found.push(record)
    }
  }
  return found
}

function reads(
  ask: Ask,
  { reads: posts }: SafeguardingRule,
  { provider }: Case,
  { directory, now }: Context,
): boolean {
  return actsFor(directory, provider, posts, ask.heard.actor, now) !== undefined
}

function readsAny(
  ask: Ask,
  { reads: posts }: SafeguardingRule,
  { directory, now }: Context,
): boolean {
  return directory.organisations.some((one) => {
    const { slug } = one
    const provider = { slug, leadProvider: leadOfUnit(one) ?? slug }
    return actsFor(directory, provider, posts, ask.heard.actor, now) !== undefined
  })
}

function whoReads({ reads: posts }: SafeguardingRule, { policy }: Context): string {
  const roles = posts.map(({ role }) => policy.roles.find(({ id }) => id === role)?.label ?? role)
  return `These figures are for the Lead Provider: its ${roles.join(', its ')}.`
}

/** `Willow House: 3 (2 open, 1 closed); follow-up done 1, not yet 2, closed without 0.` */
function lineOf(name: string, cases: readonly Case[], { clock }: SafeguardingRule): string {
  const closed = cases.filter(({ status }) => status === 'closed')
  const isDone = ({ clocks }: Case) =>
    clocks.some((one) => one.rule === clock && one.state === 'met')
  const done = cases.filter(isDone)
  const without = closed.filter((kase) => !isDone(kase))
  const open = cases.length - closed.length
  return `${name}: ${cases.length} (${open} open, ${closed.length} closed); follow-up done ${done.length}, not yet ${cases.length - done.length - without.length}, closed without ${without.length}.`
}
