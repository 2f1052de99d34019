import type { Holding, Organisation } from '../../core/organisation/organisation.ts'
import type { Directory } from '../../core/people/directory.ts'
import { whoIsThere } from '../../core/people/posts.ts'
import { evolve, type MaybeRecord } from '../../core/record.ts'
import type { RecordId } from '../../core/record-id.ts'
import type { Instant } from '../../core/time/instant.ts'
import type { Store } from '../ports.ts'
import { type Told, toldIn } from './told-events.ts'

/** The histories of all organisations, from which the directory of any moment is known again. */
export interface PastDirectory {
  at(instant: Instant): Directory
  /** Organisations of which a part of the history cannot be read: they are in no past directory. */
  readonly unreadable: readonly RecordId[]
}

export async function pastDirectory(store: Store): Promise<PastDirectory> {
  const histories: (readonly [RecordId, readonly Told[]])[] = []
  for (const { id } of await store.list({ facets: { kind: 'organisation' } }))
    histories.push([id, toldIn({ entries: await store.history(id) })])
  const lacks = ([, told]: (typeof histories)[number]) => told.some(({ event }) => event === null)
  return {
    unreadable: histories.filter(lacks).map(([id]) => id),
    at: (instant) => ({
      organisations: histories
        .flatMap(([id, told]) => organisationAt(id, told, instant) ?? [])
        .sort((one, other) => (one.id < other.id ? -1 : 1)),
    }),
  }
}

/** Undefined before it was listed, and where its history cannot be read. */
function organisationAt(
  id: RecordId,
  told: readonly Told[],
  instant: Instant,
): Organisation | undefined {
  let folded: MaybeRecord = { kind: 'organisation', status: 'none', id }
  for (const { event } of told) {
    if (event === null) return undefined
    if (event.at > instant) break
    folded = evolve(folded, event)
  }
  return folded.kind === 'organisation' && folded.status === 'listed' ? folded : undefined
}

/** One of those who held, deputised or were on call, and who was there in their stead. */
interface Held {
  readonly as: 'holder' | 'deputy' | 'on-call'
  readonly person: string
  /** Who covered while the person was away; null: away, and nobody covered. */
  readonly cover: string | null | undefined
}

export interface RoleThen {
  readonly organisation: string
  readonly role: string
  readonly held: readonly Held[]
}

/** Who held a role of an organisation at a moment, leave and cover considered. */
export function rolesThen(organisation: Organisation, instant: Instant): readonly RoleThen[] {
  return organisation.holdings.map((holding) => ({
    organisation: organisation.slug,
    role: holding.role,
    held: heldBy(holding).map(({ as, person }) => {
      const there = whoIsThere(organisation, person, instant)
      return { as, person, cover: there === person ? undefined : there }
    }),
  }))
}

function heldBy({ holder, deputy, onCall }: Holding): readonly Pick<Held, 'as' | 'person'>[] {
  const all = [
    { as: 'holder', person: holder },
    { as: 'deputy', person: deputy },
    { as: 'on-call', person: onCall },
  ] as const
  return all.flatMap(({ as, person }) => (person === null ? [] : [{ as, person }]))
}
