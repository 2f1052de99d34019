import { z } from 'zod'
import type { Place } from './effect.ts'
import type { Intent } from './intent.ts'
import type { FollowUp } from './kind.ts'
import type { Directory, ProviderRef } from './people/directory.ts'
import { findOrganisation, findPerson } from './people/find.ts'
import { NO_LEAD } from './people/lead.ts'
import { organisationId, RecordId } from './record-id.ts'
import { Instant } from './time/instant.ts'

/** A time in which nothing was woken: Muster was off, or frozen. On the timeline of the records. */
export const Outage = z.object({ from: Instant, until: Instant })
export type Outage = z.infer<typeof Outage>

/** A reminder that an outage held up. `missed`: the due time passed meanwhile. */
export const HeldUp = z.object({
  record: RecordId,
  /** `D1 StEIS alert`, or the question that waits. */
  about: z.string(),
  what: z.enum(['missed', 'overdue', 'due', 'question']),
  urgent: z.boolean(),
  /** When it is or was due; of a question, when it was first asked. */
  at: Instant,
  /** Who owes it; where that is nobody, the post that is empty. */
  people: z.array(z.string()),
  post: z.string(),
})
export type HeldUp = z.infer<typeof HeldUp>

/** What an outage held up in a record, and who says so where. */
export interface CaughtUp {
  readonly outage: Outage
  readonly late: readonly HeldUp[]
  readonly tell: readonly { readonly organisation: string; readonly place: Place }[]
}

/**
 * One notice for each place: the organisation whose room or person it is gathers it from all records; of a
 * place that is nobody's the Lead Provider, or the host of a unit without one.
 */
export function caughtUp(
  outage: Outage,
  late: readonly HeldUp[],
  places: readonly Place[],
  directory: Directory,
  provider: ProviderRef,
): CaughtUp {
  const tell = places.flatMap(({ channel, to }) => {
    const place = { channel, to }
    const organisation = ownerOf(place, directory) ?? leaderOf(provider, directory)
    return organisation === undefined ? [] : [{ organisation, place }]
  })
  return { outage, late, tell }
}

function leaderOf({ slug, leadProvider }: ProviderRef, directory: Directory): string | undefined {
  if (leadProvider !== NO_LEAD) return leadProvider
  return slug === null ? undefined : findOrganisation(directory, slug)?.host
}

function ownerOf({ channel, to }: Place, directory: Directory): string | undefined {
  if (to.type === 'person') return findPerson(directory, to.person)?.organisation.slug
  if (to.type === 'account') return undefined
  return directory.organisations.find(({ rooms }) =>
    rooms.some((one) => one.channel === channel && one.room === to.room),
  )?.slug
}

export function outageNotices({ outage, late, tell }: CaughtUp): FollowUp<Intent>[] {
  return tell.map(({ organisation, place }) => ({
    to: organisationId(organisation),
    intent: { kind: 'organisation', type: 'noteOutage', outage, place, late: [...late] },
  }))
}
