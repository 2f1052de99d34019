import { placeKey } from '../../effect.ts'
import type { Context } from '../../kind.ts'
import { NO_LEAD } from '../../people/lead.ts'
import { actingFor } from '../../people/posts.ts'
import { reachOf } from '../../people/reach.ts'
import type { Policy } from '../../policy/policy.ts'
import type { Post, Rung } from '../../policy/post.ts'
import type { Case } from '../case.ts'
import { ownPlacesOf } from '../confidential.ts'
import type { CaseEvent } from '../event.ts'
import { providerOf } from '../rules.ts'

type Around = Pick<Context, 'policy' | 'directory' | 'now'>

/** What is shared with the host of a unit; and all about a unit that has nobody but its host. */
export function isForHost({
  type,
  provider,
}: {
  readonly type: Case['type'] | null
  readonly provider: Pick<Case['provider'], 'leadProvider'>
}): boolean {
  return type === 'intelligence' || provider.leadProvider === NO_LEAD
}

/** Who is asked to look at a case first: of what is for the host of the unit that one, where it has one. */
export function triagePost(
  kase: Pick<Case, 'type' | 'provider'>,
  { policy, directory, now }: Around,
): Post {
  const { hosting, prompting } = policy
  if (!isForHost(kase) || !hosting) return prompting.triage
  const isHeld = actingFor(directory, providerOf(kase), hosting.host, now).length > 0
  return isHeld ? hosting.host : prompting.triage
}

/** Who is asked after whoever was asked first. */
export function rungsOf(
  { post }: { readonly post: Post | null },
  { hosting, prompting }: Policy,
): readonly Rung[] {
  return hosting && isHost(post, hosting.host) ? hosting.climb : prompting.climb
}

function isHost(post: Post | null, host: Post): boolean {
  return post?.role === host.role && post.of === host.of
}

/** The host reads it in private: no room of the unit’s is theirs. Of a confidential case its list says where. */
export function hostPlaces(
  kase: Pick<Case, 'type' | 'provider' | 'confidential' | 'places'>,
  people: readonly string[],
  { directory, channels, now: at }: Context,
): CaseEvent[] {
  if (!isForHost(kase) || kase.confidential) return []
  const known = kase.places.map(placeKey)
  return people
    .flatMap((person) => ownPlacesOf({ person, channels: reachOf(directory, person, channels) }))
    .filter((place) => !known.includes(placeKey(place)))
    .map((place) => ({ type: 'placeAdded', at, place }))
}

/** Whether what is shared cannot wait: somebody is in danger, or a sign of it opens the urgent path. */
export function cannotWait(
  { danger, shared }: Pick<Case, 'danger' | 'shared'>,
  { triggers }: Policy,
): boolean {
  const isUrgent = (id: string) => triggers.some((one) => one.id === id && one.counts === 'urgent')
  return danger || (shared?.signs ?? []).some(({ id }) => isUrgent(id))
}
