import type { Directory, ProviderRef } from '../people/directory.ts'
import { HOST, organisationFor, organisationsFor, PLACING } from '../people/posts.ts'
import type { MeetingRule, SeatRule } from '../policy/meeting.ts'

/**
 * The seats of a line for this provider: none for a host or for placing commissioners whom the directory
 * does not name, one for each whom it does, and no second one of that line for any of them.
 */
export function seatsFor(
  { seats }: MeetingRule['lines'][number],
  directory: Directory,
  provider: ProviderRef,
): readonly SeatRule[] {
  const taken = new Set<string>()
  return seats.flatMap((seat) =>
    writtenOut(seat, directory, provider).filter(({ post }) => {
      const own = `${post.role} ${organisationFor(directory, provider, post.of)?.slug}`
      if (taken.has(own)) return false
      if (isOfCommissioners(seat)) taken.add(own)
      return true
    }),
  )
}

function writtenOut(seat: SeatRule, directory: Directory, provider: ProviderRef): SeatRule[] {
  const { id, label, post } = seat
  if (!isOfCommissioners(seat)) return [seat]
  return organisationsFor(directory, provider, post.of).map(({ slug, name }) =>
    post.of === HOST
      ? seat
      : {
          ...seat,
          id: `${id}.${slug}`,
          label: `${label}: ${name}`,
          post: { ...post, of: `${PLACING}.${slug}` },
        },
  )
}

function isOfCommissioners({ post }: SeatRule): boolean {
  return post.of === HOST || post.of === PLACING
}
