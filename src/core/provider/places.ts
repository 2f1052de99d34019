import { type Place, placeKey } from '../effect.ts'
import type { Context } from '../kind.ts'
import { readersOf } from '../people/access.ts'
import type { ProviderRef } from '../people/directory.ts'
import { findPerson } from '../people/find.ts'
import { organisationFor } from '../people/posts.ts'
import { reachOf } from '../people/reach.ts'
import type { ProviderEvent } from './event.ts'
import type { Provider } from './provider.ts'

/** The provider's own rooms on the channels that are on, otherwise its Lead Provider's triage rooms. */
export function placesOf(
  provider: ProviderRef,
  { directory, channels }: Pick<Context, 'directory' | 'channels'>,
): Place[] {
  const rooms = (of: string, use: 'cases' | 'triage') =>
    (organisationFor(directory, provider, of)?.rooms ?? [])
      .filter((room) => room.use === use && channels.includes(room.channel))
      .map(({ channel, room }): Place => ({ channel, to: { type: 'room', room } }))
  const own = rooms('provider', 'cases')
  return own.length > 0 ? own : rooms('lead-provider', 'triage')
}

/** Says so first when the rooms are others now: nothing may be sent to a room that is not the provider's any more. */
export function moved(provider: Provider, context: Context): ProviderEvent[] {
  const places = placesOf(provider, context)
  const keys = (some: readonly Place[]) => some.map(placeKey).join(' ')
  if (keys(places) === keys(provider.places)) return []
  return [{ type: 'placesMoved', at: context.now, places }]
}

/** Where people are told who cannot read the provider's room. */
export function privately(
  provider: Provider,
  people: readonly string[],
  context: Context,
): Place[] {
  const { directory } = context
  const readers = readersOf(directory, provider)
  const elsewhere = people.filter((person) => {
    const home = findPerson(directory, person)?.organisation.slug
    return home === undefined || !readers.includes(home) || provider.places.length === 0
  })
  return apart(elsewhere, context)
}

/** Where each is told in private. */
export function apart(
  people: readonly string[],
  { directory, channels }: Pick<Context, 'directory' | 'channels'>,
): Place[] {
  return people.flatMap((person) =>
    reachOf(directory, person, channels).map(
      (channel): Place => ({ channel, to: { type: 'person', person } }),
    ),
  )
}
