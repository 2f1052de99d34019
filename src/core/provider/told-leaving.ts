import type { Context } from '../kind.ts'
import type { Doer } from '../people/actor.ts'
import { findPerson } from '../people/find.ts'
import type { Transition } from '../policy/policy.ts'
import { resolveTelling, toldEach } from '../telling/resolve.ts'
import { stateOf } from '../telling/state.ts'
import type { Line } from '../telling/telling.ts'
import type { ProviderEvent } from './event.ts'
import type { Provider } from './provider.ts'

/** Whoever was told that it came to enhanced, and whoever holds those posts now, reads that it has left it. */
export function toldOfLeaving(
  provider: Provider,
  way: Transition,
  by: Doer,
  context: Context,
): ProviderEvent[] {
  const { tellings: rules = [] } = context.policy
  const { level: from, slug, leadProvider } = provider
  return rules
    .filter(({ when, ways = [] }) => when === 'leftEnhanced' && ways.includes(way.id))
    .map((rule) => {
      const { lines } = resolveTelling(rule, { slug, leadProvider }, context)
      const all = [...lines, ...toldThen(provider, lines, context)]
      const level = { from, to: way.to }
      const told = toldEach(all, context)
      const telling = { rule: rule.id, by, words: null, level, lines: all, told }
      return { type: 'tellingBegun', at: context.now, telling }
    })
}

/** Those who were told of the way up and hold none of the posts any more: what is said to a post is not for them. */
function toldThen(
  { tellings = [] }: Provider,
  known: readonly Line[],
  { policy, directory }: Context,
): Line[] {
  const up = (policy.tellings ?? []).filter(({ when }) => when === 'enhanced').map(({ id }) => id)
  const then = tellings.findLast(({ rule, takenBack }) => up.includes(rule) && !takenBack)
  if (!then) return []
  const all = then.lines.filter(
    ({ person, offList }) =>
      person !== null &&
      !offList &&
      stateOf(person, then) !== 'failed' &&
      findPerson(directory, person) !== undefined &&
      known.every((line) => line.person !== person),
  )
  return all.map(({ id, label, person, empty }) => ({
    id: `told.${id}`,
    label: `${label}, told when it came to enhanced`,
    person,
    empty,
  }))
}
