import type { Place } from '../effect.ts'
import type { Directory } from './directory.ts'
import { findPerson } from './find.ts'

/**
 * Where a person is told, so that nobody is told the same thing twice: on the channel that the
 * directory names for them, otherwise on the first on which they have an account. Where neither is
 * known they are looked for on all of them.
 */
export function reachOf(
  directory: Directory,
  person: string,
  channels: readonly string[],
): string[] {
  const found = findPerson(directory, person)?.person
  const own = found?.channel
  if (own !== undefined && channels.includes(own)) return [own]
  const first = channels.find((channel) => found !== undefined && channel in found.accounts)
  return first === undefined ? [...channels] : [first]
}

/** Whom no service can find and no letter reaches: no account on any of these, and no address. */
export function isOutOfReach(
  directory: Directory,
  person: string,
  channels: readonly string[],
): boolean {
  const found = findPerson(directory, person)?.person
  if (!found) return true
  return found.email === undefined && !channels.some((channel) => channel in found.accounts)
}

/** The services that are on and on which these places are: always in the order of the services. */
export function servicesOf(channels: readonly string[], places: readonly Place[]): string[] {
  return channels.filter((name) => places.some(({ channel }) => channel === name))
}
