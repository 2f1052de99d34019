import type { OptionSources } from '../../core/form/asked.ts'
import type { Context } from '../../core/kind.ts'
import type { FormView, OptionView } from '../../core/message/form.ts'
import type { Actor } from '../../core/people/actor.ts'
import { permitted } from '../../core/permission/permitted.ts'
import type { Transition } from '../../core/policy/policy.ts'
import { askedOfProvider } from '../../core/provider/asked.ts'
import { labelOf } from '../../core/provider/change-level.ts'
import { opensLines } from '../../core/provider/compose-opens.ts'
import { decidersLines } from '../../core/provider/compose-ways.ts'
import type { Provider } from '../../core/provider/provider.ts'
import { stillOpen } from '../../core/provider/still-open.ts'
import { cameByNeed } from '../../core/provider/taken-back/placement.ts'
import { waysOn } from '../../core/provider/ways.ts'
import type { AnyRecord } from '../../core/record.ts'

const DECIDES_LEVEL = 'surveillance'

/** The ways on from a provider’s level, whoever decides on them: who may not hears at the end who may. */
export function wayOptions(record: AnyRecord | null, context: Context): OptionView[] {
  return record?.kind === 'provider' ? waysOn(record, context.policy).map(option(context)) : []
}

/** Those of them that are shown to somebody: the ones on which they may decide. */
export function withOwnWays(
  sources: OptionSources,
  form: string,
  record: AnyRecord | null,
  by: Actor,
  context: Context,
): OptionSources {
  if (form !== DECIDES_LEVEL || record?.kind !== 'provider') return sources
  return { ...sources, ways: ownWays(record, by, context).map(option(context)) }
}

/** At the head of that form: who decides on the others, and what may be opened on this level. */
export function withOtherWays(
  view: FormView,
  record: AnyRecord | null,
  by: Actor,
  context: Context,
): FormView {
  if (view.ticket.form !== DECIDES_LEVEL || record?.kind !== 'provider') return view
  const own = ownWays(record, by, context)
  const others = waysOn(record, context.policy).filter((way) => !own.includes(way))
  const open = stillOpen(record, { ...context, viewer: { type: 'actor', actor: by } })
  const heading = [
    ...(open.length === 0 ? [] : ['Still open:', ...open]),
    ...decidersLines(record, others, context),
    ...opensLines(record, context.policy),
  ]
  return { ...view, heading: [...view.heading, ...heading] }
}

function ownWays(provider: Provider, by: Actor, context: Context): Transition[] {
  return waysOn(provider, context.policy).filter(({ id: transition }) => {
    const asking = { type: 'changeLevel', by, transition, because: null } as const
    const asked = askedOfProvider(provider, asking, context)
    return !('ok' in asked) && permitted(asked, context).ok
  })
}

function option({ policy }: Context): (way: Transition) => OptionView {
  return (way) => {
    const { id, label, to, evidence } = way
    const needs = evidence?.asked === 'always' ? '; needs evidence' : ''
    const read = cameByNeed(way) ? '; all who were told read why' : ''
    const description = `Leads to “${labelOf(policy, to)}”${needs}${read}`
    return { value: id, label: `${id} ${label}`, description }
  }
}
