import type { Context } from '../kind.ts'
import { isMadeBy, shortWords } from '../meeting/level/attended.ts'
import type { Actor } from '../people/actor.ts'
import type { ProviderRef } from '../people/directory.ts'
import { findPerson, nameOf } from '../people/find.ts'
import { resolvePost } from '../people/posts.ts'
import type { Transition } from '../policy/policy.ts'
import type { Held } from './held.ts'
import type { Provider } from './provider.ts'

type Known = Pick<Context, 'policy' | 'directory' | 'now'>

/** A meeting that decided on this way, at which too few were for that: whoever decides by its record must be what it lacked. Null where they are. */
export function tooFew(
  provider: Provider,
  { id, decides }: Pick<Transition, 'id' | 'decides'>,
  { held, said, by }: { readonly held: Held; readonly said: string; readonly by: Actor },
  context: Known,
): string | null {
  const { policy, directory } = context
  const { short, rule } = held
  const home =
    by.type === 'person' ? findPerson(directory, by.person)?.organisation.slug : undefined
  if (!short || isMadeBy(short, home, rule, policy)) return null
  const { confidential = [] } = provider
  if (confidential.includes(held.meeting))
    return `${id} is decided by ${said}, and does not open by it for you. Ask whoever chaired it, or hold it again.`
  return `${id} is decided by ${said}; but ${shortWords(short, context)}. ${whomToAsk(provider, { id, decides }, held, context)}`
}

/** `Ask Mara Okafor to decide G8, or hold it again.` */
export function whomToAsk(
  provider: ProviderRef,
  way: Pick<Transition, 'id' | 'decides'>,
  held: Pick<Held, 'rule' | 'short'>,
  context: Known,
): string {
  const names = whoMakesIt(provider, way, held, context).map((one) =>
    nameOf(context.directory, one),
  )
  if (names.length === 0) return 'Hold it again with those who were missing.'
  return `Ask ${names.join(' or ')} to decide ${way.id}, or hold it again.`
}

/** Those who decide on the way and are what that meeting lacked. */
export function whoMakesIt(
  provider: ProviderRef,
  { decides }: Pick<Transition, 'decides'>,
  { rule, short }: Pick<Held, 'rule' | 'short'>,
  { policy, directory, now }: Known,
): readonly string[] {
  const people = decides.flatMap((post) => {
    const found = resolvePost(directory, provider, post, now)
    const home = found ? findPerson(directory, found.person)?.organisation.slug : undefined
    return found && short && isMadeBy(short, home, rule, policy) ? [found.person] : []
  })
  return [...new Set(people)]
}
