import type { Organisation } from '../organisation/organisation.ts'
import type { Directory } from '../people/directory.ts'
import type { Rehearsal } from '../policy/rehearsal.ts'
import { organisationId, type RecordId, referenceOf } from '../record-id.ts'
import { DRILLS } from './timeline.ts'

/** The directory inside a rehearsal: its cast, and nobody else. */
export function castOf({ cast }: Rehearsal): Directory {
  return {
    organisations: cast.map(
      (listing): Organisation => ({
        kind: 'organisation',
        status: 'listed',
        id: organisationId(listing.slug),
        timeline: DRILLS,
        ...listing,
        leave: [],
        imported: listing,
        outages: [],
      }),
    ),
  }
}

/** The script with short names of its own for its organisations: two rehearsals at once are never taken for each other. */
export function scriptFor(script: Rehearsal, id: RecordId): Rehearsal {
  const own = (slug: string) => `rehearsal-${lettersOf(id)}-${slug}`
  return {
    ...script,
    cast: script.cast.map((one) => ({
      ...one,
      slug: own(one.slug),
      leadProvider: one.leadProvider === null ? null : own(one.leadProvider),
      links: Object.fromEntries(Object.entries(one.links).map(([type, slug]) => [type, own(slug)])),
    })),
    raised: { ...script.raised, provider: own(script.raised.provider) },
  }
}

/** `7k2m9`, of `drill-7k2m9`. */
export function lettersOf(id: RecordId): string {
  return referenceOf(id).slice(2).toLowerCase()
}
