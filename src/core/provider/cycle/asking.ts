import type { Context } from '../../kind.ts'
import { resolvePost } from '../../people/posts.ts'
import { reachOf } from '../../people/reach.ts'
import type { Post } from '../../policy/post.ts'
import type { ProviderEvent } from '../event.ts'
import type { Provider } from '../provider.ts'
import type { About } from './question.ts'

/** Puts a question to whoever holds a post now, in private and in the provider’s thread. */
export function asking(
  provider: Provider,
  about: About,
  post: Post,
  { directory, channels, now: at }: Context,
): ProviderEvent {
  const found = resolvePost(directory, provider, post, at)
  const asked = found ? [found.person] : []
  const places = asked.flatMap((person) =>
    reachOf(directory, person, channels).map((channel) => ({
      channel,
      to: { type: 'person' as const, person },
    })),
  )
  return { type: 'questionAsked', at, about, asked, places }
}
