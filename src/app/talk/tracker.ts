import type { Composing, Index } from '../../core/kind.ts'
import type { Part } from '../../core/message/message.ts'
import { maySee } from '../../core/people/access.ts'
import { findPerson } from '../../core/people/find.ts'
import { HOST } from '../../core/people/posts.ts'
import type { Policy } from '../../core/policy/policy.ts'
import { isEnhanced, labelOf } from '../../core/provider/change-level.ts'
import { trackerLine } from '../../core/provider/tracker-line.ts'
import type { Reply } from '../conversation.ts'
import type { Listed } from '../ports.ts'
import { type Ask, contextOf, isKnown, look, NOT_LISTED } from './ask.ts'
import { buttons, message, refused } from './say.ts'

const MOST = 20

/**
 * The providers that this person may see, by level; in full those under more than routine surveillance
 * or with something overdue, soonest owed first. With a level, all of that level. It is worked out from
 * the store’s index: only the lines that are shown are read.
 */
export async function tracker(ask: Ask, words: string): Promise<Reply> {
  if (!isKnown(ask.heard.actor)) return refused(NOT_LISTED)
  const context = contextOf(ask, null)
  const { policy } = context
  const asked = words.trim()
  const level = asked === '' ? null : levelNamed(asked, policy)
  if (level === undefined)
    return refused({
      message: `There is no level “${asked.slice(0, 40)}”. The levels are: ${policy.levels.map(({ label }) => label).join('; ')}.`,
    })
  const rows = (await ask.app.store.list({ facets: { kind: 'provider' } })).filter(
    (row) => row.index.timeline === context.timeline && isVisible(ask, row.index),
  )
  if (rows.length === 0)
    return {
      type: 'say',
      message: message('No providers', 'There is no provider in the directory that you can see.'),
    }
  const viewer = { type: 'actor', actor: ask.heard.actor } as const
  const composing = { policy, directory: context.directory, viewer, now: context.now }
  const shown =
    level === null ? rows.filter((row) => isWatched(row, composing)) : ofLevel(rows, level)
  const parts = await grouped(ask, shown, composing)
  const empty =
    level === null ? 'None is above routine surveillance, and nothing is overdue.' : 'None.'
  return {
    type: 'say',
    message: message(
      titleOf(rows, composing),
      counts(rows, policy),
      ...(parts.length > 0
        ? [...parts, 'For one of them: “/muster status” with its short name, in brackets here.']
        : [empty]),
      buttons({ label: 'Open cases', press: { do: 'command', words: 'status' } }),
    ),
  }
}

function levelNamed(words: string, { levels }: Policy): string | undefined {
  const said = words.toLowerCase()
  return levels.find(({ id, label }) => [id, label].some((name) => name.toLowerCase() === said))?.id
}

export function isVisible({ app, heard }: Ask, { facets }: Index): boolean {
  const [slug = null] = facets.provider ?? []
  const [leadProvider = ''] = facets.leadProvider ?? []
  const guarded = { provider: { slug, leadProvider }, also: [HOST], places: [] }
  return maySee({ type: 'actor', actor: heard.actor }, guarded, app.directory())
}

function ofLevel(rows: readonly Listed[], level: string): Listed[] {
  return rows.filter(({ index }) => index.facets.level?.includes(level))
}

function hasLevel({ index }: Listed): boolean {
  return (index.facets.level ?? []).length > 0
}

/** Counted only where its line can say what it is. */
function isOverdue(row: Listed, composing: Composing): boolean {
  const dueAt = dueFor(row, composing)
  return dueAt !== null && dueAt < composing.now
}

/** What is kept back from a provider counts for nobody who works there. */
function dueFor({ index }: Listed, { viewer, directory }: Composing): string | null {
  const { ownDueAt, provider } = index.facets
  const isKnownPerson = viewer.type === 'actor' && viewer.actor.type === 'person'
  const home = isKnownPerson ? findPerson(directory, viewer.actor.person)?.organisation.slug : null
  if (ownDueAt === undefined || !home || !provider?.includes(home)) return index.dueAt
  return ownDueAt[0] ?? null
}

function isWatched(row: Listed, composing: Composing): boolean {
  const [level = ''] = row.index.facets.level ?? []
  return isEnhanced(composing.policy, level) || isOverdue(row, composing) || isAlert(row, composing)
}

/** Something about it that is open must not be missed: a suspension. */
function isAlert({ index }: Listed, { policy: { matters = [] } }: Composing): boolean {
  return matters.some(({ id, alert }) => alert && index.facets.matter?.includes(id))
}

function titleOf(rows: readonly Listed[], composing: Composing): string {
  const overdue = rows.filter((row) => isOverdue(row, composing)).length
  const enhanced = rows.filter(({ index }) =>
    index.facets.level?.some((level) => isEnhanced(composing.policy, level)),
  ).length
  const providers = rows.filter(hasLevel).length
  return `Tracker: ${enhanced} of ${providers} in enhanced, ${overdue} overdue`
}

function counts(rows: readonly Listed[], { levels }: Policy): string {
  const each = levels.map(({ id, label }) => `${label}: ${ofLevel(rows, id).length}`)
  return `${each.join(' · ')}.`
}

/** The lines under the names of their levels, as many as a message holds. */
async function grouped(
  ask: Ask,
  rows: readonly Listed[],
  composing: Composing,
): Promise<(string | Part)[]> {
  const { policy } = composing
  const inOrder = policy.levels.toReversed().flatMap(({ id }) => ofLevel(rows, id))
  const shown = inOrder.slice(0, MOST)
  const leads = await lines(
    ask,
    rows.filter((row) => !hasLevel(row)),
    composing,
  )
  const parts: (string | Part)[] = []
  for (const { id } of policy.levels.toReversed()) {
    const items = await lines(ask, ofLevel(shown, id), composing)
    if (items.length > 0) parts.push(`${labelOf(policy, id)}:`, { kind: 'list', items })
  }
  if (leads.length > 0) parts.push('Lead Providers themselves:', { kind: 'list', items: leads })
  const left = inOrder.length - shown.length
  if (left > 0) parts.push(`And ${left} more: “/muster tracker” with the name of a level.`)
  return parts
}

async function lines(
  ask: Ask,
  rows: readonly Listed[],
  composing: Composing,
): Promise<readonly string[]> {
  const items: string[] = []
  for (const row of rows) {
    const record = await look(ask, row.id)
    if (record?.kind === 'provider') items.push(trackerLine(record, composing))
  }
  return items
}
