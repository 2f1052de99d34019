import type { Refused } from '../../core/decision.ts'
import type { Intent } from '../../core/intent.ts'
import type { Composing, Context } from '../../core/kind.ts'
import type { FormView, Ticket } from '../../core/message/form.ts'
import type { Button, Part, Text } from '../../core/message/message.ts'
import type { Actor } from '../../core/people/actor.ts'
import { findOrganisation } from '../../core/people/find.ts'
import type { MatterRule } from '../../core/policy/matter.ts'
import type { Policy } from '../../core/policy/policy.ts'
import type { ProviderAsking } from '../../core/provider/asked.ts'
import { labelOf } from '../../core/provider/change-level.ts'
import { isLeadProvider } from '../../core/provider/cycle/duty.ts'
import { matterMessage, stepButton, whoFiles } from '../../core/provider/matter/compose.ts'
import type { Matter } from '../../core/provider/matter/matter.ts'
import { matterLine, readable } from '../../core/provider/matter/on-file.ts'
import { isAboutIt, matterRule, openingSteps, stepRule } from '../../core/provider/matter/rules.ts'
import { stageParts } from '../../core/provider/matter/stages.ts'
import type { Provider } from '../../core/provider/provider.ts'
import type { AnyRecord } from '../../core/record.ts'
import { providerId } from '../../core/record-id.ts'
import type { Reply } from '../conversation.ts'
import { type Ask, cannotSee, contextOf, look } from './ask.ts'
import { listLeadProvider } from './duties.ts'
import { type HandedIn, rest } from './handed-in.ts'
import { buttons, message, refused, say, shortened } from './say.ts'

/** What a ticket says of the step that its form is for; null where it is for something else. */
function stepOf({ with: filled = {} }: Pick<Ticket, 'with'>) {
  const { matterRule: rule, matterStep: step, matterN, matterSeen } = filled
  if (rule === undefined || step === undefined) return null
  const number = (words: string | undefined) =>
    words !== undefined && /^[1-9]\d{0,5}$/.test(words) ? Number(words) : null
  return { rule, step, matter: number(matterN), seen: number(matterSeen) }
}

/** Whether a form puts a step of a matter on file: whichever the rules name for it. */
export function isFiling(
  { form, with: filled }: Pick<Ticket, 'form' | 'with'>,
  policy: Policy,
): boolean {
  const asked = stepOf({ with: filled })
  if (!asked) return false
  const { steps = [] } = matterRule(policy, asked.rule) ?? {}
  return steps.some(({ id, form: own }) => id === asked.step && own === form)
}

export function filing(form: HandedIn): Intent | Refused {
  const asked = stepOf(form.ticket)
  if (!asked) throw new Error(`${form.ticket.form} was opened for no step`)
  return { kind: 'provider', type: 'file', by: form.by, ...asked, answers: rest(form, []) }
}

/** Who may put it on file is said before they fill the form in. */
export function filingAsks(filled: Ticket['with'], by: Actor): ProviderAsking[] {
  const asked = stepOf({ with: filled })
  return asked ? [{ type: 'file', by, rule: asked.rule, step: asked.step }] : []
}

const MOST_LISTED = 12

/** What else is open on file, at the head of a form that asks for it. */
export function withOpenOnFile(
  view: FormView,
  { with: filled }: Pick<Ticket, 'with'>,
  record: AnyRecord | null,
  { policy, directory, now }: Context,
  actor: Actor,
): FormView {
  const asked = stepOf({ with: filled })
  const step = asked && stepRule(matterRule(policy, asked.rule), asked.step)
  if (!step?.listsOpen || record?.kind !== 'provider') return view
  const composing: Composing = { policy, directory, viewer: { type: 'actor', actor }, now }
  const lines = readable(record, composing)
    .filter(({ closedAt }) => closedAt === null)
    .map((one) => matterLine(record, one, composing))
  const left = lines.length - MOST_LISTED
  const more = left > 0 ? [`And ${left} more: “/muster file ${record.slug}”.`] : []
  const said = lines.length === 0 ? ['Nothing is open on file.'] : ['Open on file:']
  return { ...view, heading: [...view.heading, ...said, ...lines.slice(0, MOST_LISTED), ...more] }
}

/** What somebody reads who has put a step on file: how the matter stands now; undefined after another form. */
export function putOnFile(ask: Ask, ticket: Ticket, provider: AnyRecord): Reply | undefined {
  const asked = stepOf(ticket)
  if (!asked || provider.kind !== 'provider') return undefined
  const { policy, directory, now } = contextOf(ask, provider)
  const matter = (provider.matters ?? []).findLast(({ n, filed }) =>
    asked.matter === null ? filed.length === 1 : n === asked.matter,
  )
  const rule = matter && matterRule(policy, matter.rule)
  if (!rule) return undefined
  const viewer = { type: 'actor', actor: ask.heard.actor } as const
  const where = matter.keptBack
    ? 'The provider does not see it before it is shared; its rooms are told nothing.'
    : 'It stands in the provider’s thread.'
  return say(
    `On file: ${rule.label} ${matter.n}`,
    { kind: 'text', text: matterLine(provider, matter, { policy, directory, viewer, now }) },
    where,
    buttons({
      label: 'Look at it…',
      press: { do: 'command', words: `file ${provider.slug} ${matter.n}` },
    }),
  )
}

/** `/muster file PROVIDER [NUMBER | KIND]`: what is on file about it, one matter of it, or all of one kind. */
export async function fileOf(ask: Ask, words: string): Promise<Reply> {
  const [slug = '', asked = ''] = words.trim().toLowerCase().split(/\s+/, 2)
  const organisation = findOrganisation(ask.app.directory(), slug)
  if (!organisation) return NEEDS_PROVIDER
  await listLeadProvider(ask, organisation)
  const id = providerId(slug)
  const provider = await look(ask, id)
  if (provider?.kind !== 'provider') return refused(cannotSee(ask, id))
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
  const { viewer } = composing
  const person =
    viewer.type === 'actor' && viewer.actor.type === 'person' ? viewer.actor.person : ''
  const all = kinds
    .filter((kind) => canOpen(provider, kind))
    .flatMap((kind) =>
      openingSteps(kind)
        .filter((step) => whoFiles(provider, kind, step, composing).includes(person))
        .map((step): Button => stepButton(provider, kind, step)),
    )
  return all.length === 0 ? [] : [{ kind: 'buttons', buttons: all }]
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
