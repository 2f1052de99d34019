import { type Refused, refuse } from '../../decision.ts'
import type { Context } from '../../kind.ts'
import type { Organisation } from '../../organisation/organisation.ts'
import type { Actor } from '../../people/actor.ts'
import type { ProviderRef } from '../../people/directory.ts'
import { actsFor } from '../../people/doer.ts'
import { findOrganisation } from '../../people/find.ts'
import type { Post } from '../../policy/post.ts'
import type { CaseIntentOf } from '../intent.ts'

type Around = Pick<Context, 'policy' | 'directory' | 'now'>

/** In whose name something is shared, and the posts that may. */
export interface Sharing {
  readonly provider: ProviderRef
  readonly posts: readonly Post[]
}

/** Of organisations that the directory does not have, the unit’s host records what they say. */
export function sharingFor(
  { shared, provider: slug }: Pick<CaseIntentOf<'raise'>, 'shared' | 'provider'>,
  { policy, directory }: Pick<Context, 'policy' | 'directory'>,
): Sharing | undefined {
  const { hosting } = policy
  if (!shared || !hosting?.sharedBy) return undefined
  if (shared.placing !== null) return inNameOf(shared.placing, hosting.sharedBy)
  const unit = slug === null ? undefined : findOrganisation(directory, slug)
  const provider = { slug, leadProvider: unit?.leadProvider ?? '' }
  return { provider, posts: [hosting.host] }
}

function inNameOf(slug: string, roles: readonly string[]): Sharing {
  const posts = roles.map((role) => ({ role, of: 'provider' }))
  return { provider: { slug, leadProvider: '' }, posts }
}

/** The organisations that place people in units; in whose name this person may share, where the pack says who may. */
export function mayShareFor(by: Actor, { policy, directory, now }: Around): Organisation[] {
  const { hosting } = policy
  const placing = directory.organisations.flatMap((one) => one.placing ?? [])
  const all = directory.organisations.filter(
    ({ slug, type }) => type === hosting?.placedBy || placing.includes(slug),
  )
  const roles = hosting?.sharedBy
  if (!roles) return all
  return all.filter(({ slug }) => {
    const { provider, posts } = inNameOf(slug, roles)
    return actsFor(directory, provider, posts, by, now) !== undefined
  })
}

/** Whether they host a unit, and so may record what an organisation says that the directory does not have. */
export function isHost(by: Actor, { policy, directory, now }: Around): boolean {
  const { hosting } = policy
  if (!hosting) return false
  return directory.organisations.some(({ host, slug, leadProvider }) => {
    const unit = { slug, leadProvider: leadProvider ?? '' }
    return host !== undefined && actsFor(directory, unit, [hosting.host], by, now) !== undefined
  })
}

/** Before the form is filled in by somebody who can share for nobody. */
export function maySharing(by: Actor, around: Around): Refused | null {
  const { hosting, roles } = around.policy
  if (!hosting?.sharedBy) return null
  if (mayShareFor(by, around).length > 0 || isHost(by, around)) return null
  const held = hosting.sharedBy.map((id) => roles.find((one) => one.id === id)?.label ?? id)
  return refuse(
    'notYours',
    `Only whoever holds the role ${held.map((one) => `“${one}”`).join(' or ')} at an organisation that has people placed there, or their head, may share with the host in its name. ${INSTEAD}`,
  )
}

export const INSTEAD = 'Anybody may raise a concern about the unit: /concern.'
