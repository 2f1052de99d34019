import type { Listing, Organisation } from '../../core/organisation/organisation.ts'
import type { Directory } from '../../core/people/directory.ts'
import { leadOfUnit, NO_LEAD } from '../../core/people/lead.ts'
import { resolvePost } from '../../core/people/posts.ts'
import type { Policy } from '../../core/policy/policy.ts'
import type { Post } from '../../core/policy/post.ts'
import { organisationId } from '../../core/record-id.ts'

/** Nobody is on leave in a file, so any time will do. */
const ANY_TIME = '2000-01-01T00:00:00Z'

/** Posts that the pack's clocks and prompts need and nobody fills; each a sentence. Nothing is refused for it. */
export function gapsOf(listings: readonly Listing[], policy: Policy): readonly string[] {
  const directory = directoryOf(listings)
  const gaps = listings
    .filter(({ type }) => type === 'sub-contractor')
    .flatMap((one) => {
      const { slug, name } = one
      const provider = { slug, leadProvider: leadOfUnit(one) ?? slug }
      if (provider.leadProvider === NO_LEAD) return unled(name)
      return needs(policy)
        .filter(({ post }) => !resolvePost(directory, provider, post, ANY_TIME))
        .map(
          ({ post, why }) =>
            `For ${name} nobody holds the role ${post.role} (${post.of}), which ${why}.`,
        )
    })
  return [...new Set([...gaps, ...hostGaps(listings, directory, policy)])]
}

/** One sentence for all that its Lead Provider would do. */
function unled(name: string): string {
  return `${name} has no Lead Provider: its host is asked to triage, and what only a Lead Provider may do nobody may.`
}

/** A unit for learning disability or autism has a host commissioner, whom the directory names. */
function hostGaps(
  listings: readonly Listing[],
  directory: Directory,
  { hosting, services }: Policy,
): readonly string[] {
  if (!hosting) return []
  const { role, of } = hosting.host
  return listings.flatMap((one) => {
    const { slug, name, host, services: given } = one
    const unit = services.find(({ id, hosted }) => hosted && given.includes(id))
    if (host === undefined)
      return unit
        ? `${name} gives “${unit.label}”, and no host commissioner is named for it. Add "host" with the slug of the organisation where the unit is.`
        : []
    const provider = { slug, leadProvider: leadOfUnit(one) ?? slug }
    return resolvePost(directory, provider, hosting.host, ANY_TIME)
      ? []
      : `For ${name} nobody holds the role ${role} (${of}) at "${host}", to whom what placing commissioners share goes.`
  })
}

function needs(policy: Policy): readonly { post: Post; why: string }[] {
  const clocks = policy.clocks.filter(({ optional }) => !optional)
  const all = [
    { post: policy.prompting.triage, why: 'triages every case' },
    ...clocks.map(({ id, owes }) => ({ post: owes, why: `owes ${id}` })),
    ...clocks.map(({ id, to }) => ({ post: to, why: `is told by ${id}` })),
  ]
  return all.filter(
    ({ post }, index) =>
      all.findIndex((one) => one.post.role === post.role && one.post.of === post.of) === index,
  )
}

/** A file as if it were imported. */
export function directoryOf(listings: readonly Listing[]): Directory {
  return { organisations: listings.map(organisationOf) }
}

function organisationOf(listing: Listing): Organisation {
  return {
    kind: 'organisation',
    status: 'listed',
    id: organisationId(listing.slug),
    timeline: 'live',
    ...listing,
    leave: [],
    imported: listing,
    outages: [],
  }
}
