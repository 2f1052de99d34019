import type { Directory } from '../../core/people/directory.ts'
import { allWhoActFor } from '../../core/people/doer.ts'
import { leadOfUnit } from '../../core/people/lead.ts'
import type { Policy } from '../../core/policy/policy.ts'
import type { Post } from '../../core/policy/post.ts'

/** Nobody is on leave for good, so any time will do. */
const ANY_TIME = '2000-01-01T00:00:00Z'

/**
 * What nobody at all may do, since nobody holds a role that the pack asks for and none of those
 * organisations has a head; each a sentence. Muster does not start like that.
 */
export function lockedOut(directory: Directory, policy: Policy): readonly string[] {
  const providers = directory.organisations.flatMap((one) => {
    const leadProvider = leadOfUnit(one)
    return leadProvider === null ? [] : [{ slug: one.slug, leadProvider }]
  })
  if (providers.length === 0) return []
  return policy.permissions.flatMap(({ id, label, may }) => {
    const posts = may.filter((grant): grant is Post => typeof grant !== 'string')
    if (posts.length < may.length || posts.length === 0) return []
    const isOpen = providers.some(
      (provider) => allWhoActFor(directory, provider, posts, ANY_TIME).length > 0,
    )
    if (isOpen) return []
    const roles = posts.map(({ role, of }) => `${role} (${of})`).join(' or ')
    return [
      `Nobody could ${label.replace('…', '').trim()}: nobody in the directory holds the role ${roles}. Name somebody there, or another role in the row "${id}" of the pack’s permissions.`,
    ]
  })
}
