import { postLabel } from '../case/words.ts'
import type { Context } from '../kind.ts'
import { HOST, organisationFor } from '../people/posts.ts'
import type { Transition } from '../policy/policy.ts'
import type { Post } from '../policy/post.ts'
import { wayWords } from './compose-opens.ts'
import type { Provider } from './provider.ts'
import { decidersOf } from './taken-back/placement.ts'

type Known = Pick<Context, 'policy' | 'directory'>

/** Who decides on these ways. */
export function decidersLines(
  provider: Provider,
  ways: readonly Transition[],
  known: Known,
): string[] {
  const lines = ways.map((way) => `${wayWords(way)} By: ${deciders(provider, way, known)}.`)
  return lines.length === 0 ? [] : ['What others decide:', ...lines]
}

/** A unit without a host has nobody there who decides. */
function deciders(provider: Provider, way: Transition, { policy, directory }: Known): string {
  const isThere = ({ of }: Post) => of !== HOST || organisationFor(directory, provider, of)
  const labels = decidersOf(provider, way, policy)
    .filter(isThere)
    .map((post) => postLabel({ provider }, post, { policy, directory }))
  return labels.join('; ')
}
