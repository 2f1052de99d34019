import type { Directory } from './directory.ts'
import { findPerson } from './find.ts'

/** Where a person is told: on the channels where they have an account, otherwise on all of them. */
export function reachOf(
  directory: Directory,
  person: string,
  channels: readonly string[],
): string[] {
  const accounts = findPerson(directory, person)?.person.accounts ?? {}
  const known = channels.filter((channel) => channel in accounts)
  return known.length > 0 ? known : [...channels]
}
