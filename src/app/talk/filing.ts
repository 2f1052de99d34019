import type { Refused } from '../../core/decision.ts'
import type { Intent } from '../../core/intent.ts'
import type { Composing, Context } from '../../core/kind.ts'
import type { FormView, Ticket } from '../../core/message/form.ts'
import type { Actor } from '../../core/people/actor.ts'
import type { Policy } from '../../core/policy/policy.ts'
import type { ProviderAsking } from '../../core/provider/asked.ts'
import { matterLine, readable } from '../../core/provider/matter/on-file.ts'
import { matterRule, stepRule } from '../../core/provider/matter/rules.ts'
import type { AnyRecord } from '../../core/record.ts'
import type { Reply } from '../conversation.ts'
import { type Ask, contextOf } from './ask.ts'
import { type HandedIn, rest } from './handed-in.ts'
import { buttons, say } from './say.ts'

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
  return asked
    ? [{ type: 'file', by, rule: asked.rule, step: asked.step, matter: asked.matter }]
    : []
}

/** A form that goes on with a matter, once its author has been told of all that is on file there by now. */
export function stepSeen(ticket: Ticket, record: AnyRecord | null): Ticket {
  const asked = stepOf(ticket)
  if (!asked?.seen || record?.kind !== 'provider') return ticket
  const filed = record.matters?.find(({ n }) => n === asked.matter)?.filed.length ?? asked.seen
  return { ...ticket, with: { ...ticket.with, matterSeen: `${filed}` } }
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
