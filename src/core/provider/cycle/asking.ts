import type { Context } from '../../kind.ts'
import { resolvePost } from '../../people/posts.ts'
import { reachOf } from '../../people/reach.ts'
import type { Post } from '../../policy/post.ts'
import type { ProviderEvent } from '../event.ts'
import type { Provider } from '../provider.ts'
import { type About, isAsked } from './question.ts'

/** Puts a question to whoever holds a post now, in private and in the provider’s thread. */
export function asking(
  provider: Provider,
  about: About,
  post: Post,
  { directory, channels, now: at }: Context,
): Extract<ProviderEvent, { type: 'questionAsked' }> {
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

/** What was put to somebody is asked no more, and why; nothing where it is not open. */
export function askingNoMore(
  { questions = [] }: Provider,
  { ask, of }: Pick<About, 'ask' | 'of'>,
  words: string,
  { now: at }: Context,
): ProviderEvent[] {
  const isOpen = questions.some(
    (one) => isAsked(one) && one.about.ask === ask && one.about.of === of,
  )
  return isOpen ? [{ type: 'questionWithdrawn', at, ask, of, words }] : []
}
