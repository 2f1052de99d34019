import type { Organisation } from '../organisation/organisation.ts'
import type { Post } from '../policy/post.ts'
import type { Instant } from '../time/instant.ts'
import type { Actor, Doer } from './actor.ts'
import type { Directory, ProviderRef } from './directory.ts'
import { findPerson, nameOf } from './find.ts'
import { actingFor, organisationFor, rolesOf } from './posts.ts'

/** The actor with name, role and organisation as they are at this moment. */
export function doerOf(directory: Directory, actor: Actor, acting?: Post): Doer {
  if (actor.type !== 'person') return actor
  const found = findPerson(directory, actor.person)
  if (!found)
    return {
      ...actor,
      name: nameOf(directory, actor.person),
      role: null,
      organisation: 'not listed',
    }
  const { person, organisation } = found
  const role = roleOf(organisation, person.id, acting)
  const as = rolesOf(organisation, person.id).find((one) => one.role === role)?.as
  const standIn = as === 'deputy' || as === 'on-call' ? { as } : {}
  return { ...actor, name: person.name, role, ...standIn, organisation: organisation.slug }
}

/** As it was when they did it; whoever is nobody by name is Muster. */
export function nameOfDoer(by: Doer): string {
  return by.type === 'person' || by.type === 'unlisted' ? by.name : 'Muster'
}

/** A head who acts for a post of theirs does not hold it. */
function roleOf(organisation: Organisation, person: string, acting?: Post): string | null {
  const roles = rolesOf(organisation, person).map(({ role }) => role)
  const asHead = organisation.head === person && !roles.includes(acting?.role ?? '')
  return (asHead ? undefined : acting?.role) ?? roles[0] ?? null
}

/**
 * Whether an actor may act for one of these posts; which one, if so. The head of the post's
 * organisation may: a climb ends there, and whoever is told must be able to do something about it.
 */
export function actsFor(
  directory: Directory,
  provider: ProviderRef,
  posts: readonly Post[],
  actor: Actor,
  now: Instant,
): Post | undefined {
  if (actor.type !== 'person') return undefined
  return (
    posts.find((post) => actingFor(directory, provider, post, now).includes(actor.person)) ??
    posts.find((post) => organisationFor(directory, provider, post.of)?.head === actor.person)
  )
}

/** Everybody of whom `actsFor` says that they may. */
export function allWhoActFor(
  directory: Directory,
  provider: ProviderRef,
  posts: readonly Post[],
  now: Instant,
): readonly string[] {
  const people = posts.flatMap((post) => {
    const head = organisationFor(directory, provider, post.of)?.head ?? null
    return [...actingFor(directory, provider, post, now), ...(head === null ? [] : [head])]
  })
  return [...new Set(people)]
}

/** Who asks, where they ask for something that follows. */
export function actorOf(doer: Doer): Actor {
  return doer.type === 'person' ? { type: 'person', person: doer.person } : doer
}
