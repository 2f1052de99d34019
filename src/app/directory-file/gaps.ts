import type { Listing, Organisation } from '../../core/organisation/organisation.ts'
import type { Directory } from '../../core/people/directory.ts'
import { resolvePost } from '../../core/people/posts.ts'
import type { Policy } from '../../core/policy/policy.ts'
import type { Post } from '../../core/policy/post.ts'
import { organisationId } from '../../core/record-id.ts'

/** Posts that the pack's clocks and prompts need and nobody fills; each a sentence. Nothing is refused for it. */
export function gapsOf(listings: readonly Listing[], policy: Policy): readonly string[] {
  const directory = directoryOf(listings)
  const gaps = listings
    .filter(({ type }) => type === 'sub-contractor')
    .flatMap(({ slug, name, leadProvider }) => {
      const provider = { slug, leadProvider: leadProvider ?? slug }
      // Nobody is on leave in a file, so any time will do.
      return needs(policy)
        .filter(({ post }) => !resolvePost(directory, provider, post, '2000-01-01T00:00:00Z'))
        .map(
          ({ post, why }) =>
            `For ${name} nobody holds the role ${post.role} (${post.of}), which ${why}.`,
        )
    })
  return [...new Set(gaps)]
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
