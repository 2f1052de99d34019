import type { Composing } from '../../core/kind.ts'
import type { Button, Part, Text } from '../../core/message/message.ts'
import { findOrganisation } from '../../core/people/find.ts'
import { permitted } from '../../core/permission/permitted.ts'
import type { MatterRule, MatterStep } from '../../core/policy/matter.ts'
import { askedOfProvider } from '../../core/provider/asked.ts'
import { labelOf } from '../../core/provider/change-level.ts'
import { isLeadProvider } from '../../core/provider/cycle/duty.ts'
import { matterMessage, stepButton } from '../../core/provider/matter/compose.ts'
import type { Matter } from '../../core/provider/matter/matter.ts'
import { matterLine, readable } from '../../core/provider/matter/on-file.ts'
import { isAboutIt, matterRule, openingSteps } from '../../core/provider/matter/rules.ts'
import { stageParts } from '../../core/provider/matter/stages.ts'
import type { Provider } from '../../core/provider/provider.ts'
import { providerId } from '../../core/record-id.ts'
import type { Reply } from '../conversation.ts'
import { type Ask, cannotSee, contextOf, look } from './ask.ts'
import { listLeadProvider } from './duties.ts'
import { message, refused, say, shortened } from './say.ts'
import { seesProvider } from './subject-named.ts'

/** `/muster file PROVIDER [NUMBER | KIND]`: what is on file about it, one matter of it, or all of one kind. */
export async function fileOf(ask: Ask, words: string): Promise<Reply> {
  const [slug = '', asked = ''] = words.trim().toLowerCase().split(/\s+/, 2)
  const organisation = findOrganisation(ask.app.directory(), slug)
  if (!organisation) return NEEDS_PROVIDER
  await listLeadProvider(ask, organisation)
  const id = providerId(slug)
  const provider = await look(ask, id)
  if (provider?.kind !== 'provider' || !seesProvider(ask, provider))
    return refused(cannotSee(ask, id))
  const { policy, directory, now } = contextOf(ask, provider)
  const viewer = { type: 'actor', actor: ask.heard.actor } as const
  const composing: Composing = { policy, directory, viewer, now }
  if (asked === '') return overview(provider, composing)
  const matter = readable(provider, composing).find(({ n }) => `${n}` === asked)
  const rule = matter && matterRule(policy, matter.rule)
  if (matter && rule)
    return { type: 'say', message: matterMessage(provider, matter, rule, composing) }
  const kind = (policy.matters ?? []).find((one) => one.id.toLowerCase() === asked)
  return kind ? allOf(provider, kind, composing) : unknownMatter(provider, asked, composing)
}

const OTHER = 'Other'

const NEEDS_PROVIDER = refused({
  message:
    'Name the provider by its short name, as the directory has it: “/muster file …”. “/muster tracker” shows the short names.',
})

function unknownMatter({ name, slug }: Provider, asked: string, { policy }: Composing): Reply {
  const kinds = (policy.matters ?? []).map(({ id }) => id).join(', ')
  return refused({
    message: `There is no “${shortened(asked)}” on file about ${name} that you can see. “/muster file ${slug}” lists what there is${kinds === '' ? '' : `; its kinds are ${kinds}`}.`,
  })
}

/** The stages of its level, what is open of each kind, and what can be begun. */
function overview(provider: Provider, composing: Composing): Reply {
  const { policy } = composing
  const { matters: kinds = [] } = policy
  if (kinds.length === 0)
    return say(
      `On file: ${provider.name}`,
      'The rules in force here keep nothing on file about a provider.',
    )
  const open = readable(provider, composing).filter(({ closedAt }) => closedAt === null)
  const lists = kinds.flatMap((kind) => {
    const items = open
      .filter(({ rule }) => rule === kind.id)
      .map((one) => matterLine(provider, one, composing))
    return items.length === 0 ? [] : [`${kind.several}:`, { kind: 'list', items } as const]
  })
  const closed = readable(provider, composing).filter(({ closedAt }) => closedAt !== null)
  const begun = grouped(provider, kinds, composing)
  return {
    type: 'say',
    message: message(
      `On file: ${provider.name}, ${whatItIs(provider, composing)}`,
      ...stageParts(provider, composing),
      ...(lists.length > 0 ? lists : ['Nothing is open on file.']),
      ...(open.length > 0
        ? [`One of them in full: “/muster file ${provider.slug}” with its number.`]
        : []),
      ...(begun.length > 0 ? ['You can begin:', ...begun] : []),
      ...(closed.length > 0 ? [closedWords(provider, closed)] : []),
    ),
  }
}

/** Its level; a Lead Provider has none here. */
function whatItIs(provider: Provider, { policy }: Composing): string {
  return isLeadProvider(provider) ? 'Lead Provider' : labelOf(policy, provider.level).toLowerCase()
}

function closedWords({ slug }: Provider, closed: readonly Matter[]): string {
  const kinds = [...new Set(closed.map(({ rule }) => rule))]
  return `What is closed stands with its kind: “/muster file ${slug}” with ${kinds.join(' or ')}.`
}

/** What whoever looks may begin, under the headings that the rules give. */
function grouped(
  provider: Provider,
  kinds: readonly MatterRule[],
  composing: Composing,
): (string | Part)[] {
  const groups = [...new Set(kinds.map(({ group = OTHER }) => group))]
  return groups.flatMap((name) => {
    const own = kinds.filter(({ group = OTHER }) => group === name)
    const begun = beginning(provider, own, composing)
    return begun.length === 0 ? [] : [`${name}:`, ...begun]
  })
}

/** Buttons for whoever looks, of what belongs to this level. */
function beginning(provider: Provider, kinds: readonly MatterRule[], composing: Composing): Part[] {
  const all = kinds
    .filter((kind) => canOpen(provider, kind))
    .flatMap((kind) =>
      openingSteps(kind)
        .filter((step) => mayFile(provider, kind, step, composing))
        .map((step): Button => stepButton(provider, kind, step)),
    )
  return all.length === 0 ? [] : [{ kind: 'buttons', buttons: all }]
}

function mayFile(
  provider: Provider,
  { id: rule }: MatterRule,
  { id: step }: MatterStep,
  composing: Composing,
): boolean {
  const { viewer } = composing
  if (viewer.type !== 'actor') return false
  const asking = { type: 'file', by: viewer.actor, rule, step } as const
  const asked = askedOfProvider(provider, asking, { ...composing, from: null })
  return !('ok' in asked) && permitted(asked, composing).ok
}

function canOpen(provider: Provider, kind: MatterRule): boolean {
  const { level, matters = [] } = provider
  const { id, levels, single } = kind
  if (!isAboutIt(kind, provider) || (levels && !levels.includes(level))) return false
  return !single || matters.every(({ rule, closedAt }) => rule !== id || closedAt !== null)
}

function allOf(provider: Provider, kind: MatterRule, composing: Composing): Reply {
  const items: Text[] = readable(provider, composing)
    .filter(({ rule }) => rule === kind.id)
    .map((one) => matterLine(provider, one, composing))
  const begun = beginning(provider, [kind], composing)
  return {
    type: 'say',
    message: message(
      `${kind.several}: ${provider.name}`,
      items.length === 0 ? 'There is none yet.' : { kind: 'list', items: items.toReversed() },
      ...begun,
      { kind: 'rule', id: kind.id, citation: kind.citation },
    ),
  }
}
