import type { Composing } from '../../kind.ts'
import { readersOf } from '../../people/access.ts'
import { findPerson } from '../../people/find.ts'
import { HOST } from '../../people/posts.ts'
import type { Viewer } from '../../people/viewer.ts'
import type { Telling } from '../../telling/telling.ts'
import type { Provider } from '../provider.ts'
import { type Matter, matterOfDuty } from './matter.ts'

/** What is kept back is for whoever sees the provider and does not work there; its rooms are read by it. */
export function readsMatter(
  { keptBack }: Pick<Matter, 'keptBack'>,
  provider: Pick<Provider, 'slug' | 'leadProvider'>,
  { viewer, directory }: Pick<Composing, 'viewer' | 'directory'>,
): boolean {
  if (!keptBack || viewer.type === 'operator') return true
  const person = personOf(viewer)
  const home = person === null ? undefined : findPerson(directory, person)?.organisation.slug
  const readers = readersOf(directory, provider, [HOST])
  return home !== undefined && home !== provider.slug && readers.includes(home)
}

function personOf(viewer: Viewer): string | null {
  if (viewer.type === 'place')
    return viewer.place.to.type === 'person' ? viewer.place.to.person : null
  return viewer.type === 'actor' && viewer.actor.type === 'person' ? viewer.actor.person : null
}

/** Whether people were told of something that is kept back: its proof is then, too. */
export function isToldBack(
  { matters = [] }: Pick<Provider, 'matters'>,
  { matter }: Pick<Telling, 'matter'>,
): boolean {
  return matters.some(({ n, keptBack }) => n === matter && keptBack)
}

export function readsProof(
  provider: Provider,
  telling: Pick<Telling, 'matter'>,
  composing: Composing,
): boolean {
  return readsMatter({ keptBack: isToldBack(provider, telling) }, provider, composing)
}

/** Whether what is said of that duty may stand in the provider’s rooms. */
export function isForRooms({ matters = [] }: Pick<Provider, 'matters'>, duty: string): boolean {
  return !matterOfDuty(matters, duty)?.keptBack
}

/** Whether whoever reads may read of that duty. */
export function readsDuty(provider: Provider, duty: string, composing: Composing): boolean {
  const matter = matterOfDuty(provider.matters ?? [], duty)
  return !matter || readsMatter(matter, provider, composing)
}
