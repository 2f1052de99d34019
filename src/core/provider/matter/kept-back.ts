import type { Composing } from '../../kind.ts'
import { readersOf } from '../../people/access.ts'
import { findPerson } from '../../people/find.ts'
import { HOST } from '../../people/posts.ts'
import type { Viewer } from '../../people/viewer.ts'
import { type Telling, tellingOf } from '../../telling/telling.ts'
import type { Provider, Said } from '../provider.ts'
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

/** Whether a message, or what became of it, may be told of in the provider’s rooms. */
export function isSlotForRooms(provider: Pick<Provider, 'matters' | 'tellings'>, slot: string) {
  const [kind, duty = ''] = slot.split(':')
  const telling = tellingOf(provider.tellings ?? [], slot)
  if (telling && isToldBack(provider, telling)) return false
  return kind !== 'nudge' || isForRooms(provider, duty)
}

/** Whether anything has happened of which the provider’s rooms may read. */
export function hasSomethingForRooms(provider: Provider): boolean {
  const { notices, cycles, actions = [] } = provider
  return (
    actions.length > 0 ||
    cycles.some(({ rule }) => isForRooms(provider, rule)) ||
    notices.some(({ said }) => isSaidInRooms(provider, said))
  )
}

function isSaidInRooms(provider: Provider, said: Said): boolean {
  const { matters = [], tellings = [] } = provider
  if (said.say === 'filed') return !matters.some(({ n, keptBack }) => n === said.matter && keptBack)
  if (said.say === 'late') return isSlotForRooms(provider, provider.late[said.index]?.slot ?? '')
  const telling = said.say === 'telling' && tellings.find(({ n }) => n === said.telling)
  return !telling || !isToldBack(provider, telling)
}

/** Whether whoever reads may read of that duty. */
export function readsDuty(provider: Provider, duty: string, composing: Composing): boolean {
  const matter = matterOfDuty(provider.matters ?? [], duty)
  return !matter || readsMatter(matter, provider, composing)
}
