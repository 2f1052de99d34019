import type { Place } from '../effect.ts'
import { placeKey } from '../effect.ts'
import type { Actor, SealedCode } from './actor.ts'
import type { Directory, ProviderRef } from './directory.ts'
import { findPerson } from './find.ts'
import { organisationFor } from './posts.ts'
import type { Viewer } from './viewer.ts'

/** The organisations that may read about a provider: itself, its Lead Provider, the regions' quality teams. */
export function readersOf(
  directory: Directory,
  provider: ProviderRef,
  also: readonly string[] = [],
): readonly string[] {
  const slugs = [...READERS, ...also].flatMap(
    (of) => organisationFor(directory, provider, of)?.slug ?? [],
  )
  return [...new Set(slugs)]
}

const READERS = ['provider', 'lead-provider', 'lead-quality-team', 'service-quality-team']

/** What decides who may see a record. */
export interface Guarded {
  readonly provider: ProviderRef
  readonly places: readonly Place[]
  /** People who see it beyond the organisations: the invited of a meeting. */
  readonly people?: readonly string[]
  /** People who see a part of it: whoever was told of an action that a meeting asks for. */
  readonly others?: readonly string[]
  /** Organisations that read it besides, by how they stand to the provider. */
  readonly also?: readonly string[]
  /** Who sees it instead of the organisations, where a room is for the invited only. */
  readonly only?: boolean
  /** Places that it has left: what stands there is brought up to date, to say so. */
  readonly left?: readonly Place[]
  /** Of what was raised anonymously. */
  readonly code?: SealedCode | undefined
}

export function maySee(viewer: Viewer, record: Guarded, directory: Directory): boolean {
  switch (viewer.type) {
    case 'operator':
      return true
    case 'place':
      return (
        [...record.places, ...(record.left ?? [])].some(
          (place) => placeKey(place) === placeKey(viewer.place),
        ) && hasNotLeft(viewer.place, directory)
      )
    case 'code':
      return record.code !== undefined && viewer.opens(record.code)
    case 'actor':
      return actorMaySee(viewer.actor, record, directory)
  }
}

/** Nothing goes to somebody who has left the directory, wherever they are still named. */
function hasNotLeft({ to }: Place, directory: Directory): boolean {
  return to.type !== 'person' || findPerson(directory, to.person) !== undefined
}

function actorMaySee(actor: Actor, record: Guarded, directory: Directory): boolean {
  if (actor.type !== 'person') return false
  const home = findPerson(directory, actor.person)?.organisation.slug
  if (home === undefined) return false
  if ([...(record.people ?? []), ...(record.others ?? [])].includes(actor.person)) return true
  return !record.only && readersOf(directory, record.provider, record.also).includes(home)
}
