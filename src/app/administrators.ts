import type { Actor } from '../core/people/actor.ts'
import type { Directory } from '../core/people/directory.ts'
import type { App } from './app.ts'

/** The people of the directory whom the settings name as administrators. */
export function administratorsOf(
  { organisations }: Directory,
  addresses: readonly string[],
): readonly string[] {
  if (addresses.length === 0) return []
  return organisations
    .flatMap(({ people }) => people)
    .filter(({ email }) => email !== undefined && addresses.includes(email.toLowerCase()))
    .map(({ id }) => id)
}

export function administers(
  { directory, administrators }: Pick<App, 'directory' | 'administrators'>,
  actor: Actor,
): boolean {
  return (
    actor.type === 'person' && administratorsOf(directory(), administrators).includes(actor.person)
  )
}

/** A sentence for each address that is nobody’s in the directory: worth a look, and no reason to stop. */
export function strangersAmong(
  addresses: readonly string[],
  organisations: readonly { readonly people: readonly { readonly email?: string | undefined }[] }[],
): readonly string[] {
  const known = organisations.flatMap(({ people }) =>
    people.map(({ email }) => email?.toLowerCase()),
  )
  return addresses
    .filter((address) => !known.includes(address))
    .map(
      (address) =>
        `MUSTER_ADMINISTRATORS names ${address}, which is nobody’s address in the directory: add that person to it, or correct the address.`,
    )
}
