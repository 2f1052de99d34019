import { type Refused, refuse } from '../decision.ts'
import type { Context } from '../kind.ts'
import { nameOf } from '../people/find.ts'
import { actingFor, organisationFor } from '../people/posts.ts'
import type { Post } from '../policy/post.ts'
import type { Case } from './case.ts'
import { providerOf } from './rules.ts'

/** Says which role may, at which organisation, and who that is now. */
export function notYours(
  kase: Pick<Case, 'provider'>,
  posts: readonly Post[],
  context: Context,
  what: string,
): Refused {
  const roles = posts.map((post) => postWords(kase, post, context))
  return refuse('notYours', `Only ${listed([...new Set(roles)])} may ${what}.`)
}

/** `the quality lead of Northmoor Partnership (Ada Okafor)`. */
function postWords(kase: Pick<Case, 'provider'>, post: Post, context: Context): string {
  const { policy, directory, now } = context
  const role = policy.roles.find(({ id }) => id === post.role)?.label ?? post.role
  const organisation = organisationFor(directory, providerOf(kase), post.of)?.name ?? post.of
  const people = actingFor(directory, providerOf(kase), post, now).map((one) =>
    nameOf(directory, one),
  )
  const names = people.length > 0 ? ` (${people.join(', ')})` : ''
  return `the ${role.toLowerCase()} of ${organisation}${names}`
}

function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}
