import type { Post } from '../policy/post.ts'
import type { Instant } from '../time/instant.ts'
import type { Actor, Doer } from './actor.ts'
import type { Directory, ProviderRef } from './directory.ts'
import { findPerson } from './find.ts'
import { actingFor, rolesOf } from './posts.ts'

/** The actor with name, role and organisation as they are at this moment. */
export function doerOf(directory: Directory, actor: Actor, acting?: Post): Doer {
  if (actor.type !== 'person') return actor
  const found = findPerson(directory, actor.person)
  if (!found) return { ...actor, name: actor.person, role: null, organisation: 'not listed' }
  const { person, organisation } = found
  const role = acting?.role ?? rolesOf(organisation, person.id)[0]?.role ?? null
  return { ...actor, name: person.name, role, organisation: organisation.slug }
}

/** Whether an actor may act for one of these posts; which one, if so. */
export function actsFor(
  directory: Directory,
  provider: ProviderRef,
  posts: readonly Post[],
  actor: Actor,
  now: Instant,
): Post | undefined {
  if (actor.type !== 'person') return undefined
  return posts.find((post) => actingFor(directory, provider, post, now).includes(actor.person))
}
